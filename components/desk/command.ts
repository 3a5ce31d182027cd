import { spell } from './command-pinyin';
import { everywhere, type Shortcut } from './shortcut';
import type { Spelt } from './spelling';

/** An act that the palette offers. */
export interface Command extends Spelt {
	/** The keys that do the same. */
	keys?: string;
	/** The heading that lists it; without one it belongs to the screen. */
	group?: string;
	run: () => void;
}

/** The heading of keys that walk a list: nothing to be searched for. */
export const listKeys = '列表';

/** The headings in their order; others come between the screen's own and these. */
const lastGroups = [everywhere, '正文'];

/** What belongs to the screen first, what is everywhere behind it. */
function rankOf({ group }: Command): number {
	return group === undefined ? -1 : lastGroups.indexOf(group) + 1;
}

/** Commands and shortcuts as one list, each name once, with its pinyin; what belongs to the screen comes first. */
export function offeredCommands(commands: readonly Command[], shortcuts: readonly Shortcut[]): Command[] {
	const ofKeys = shortcuts.flatMap(({ label, keys, group, run }) =>
		run && group !== listKeys ? [{ name: label, keys, group, run }] : [],
	);
	const all = [...commands, ...ofKeys].map((command) => ({ pinyin: spell(command.name), ...command }));
	return all
		.filter(({ name }, at) => all.findIndex((other) => other.name === name) === at)
		.sort((a, b) => rankOf(a) - rankOf(b));
}
