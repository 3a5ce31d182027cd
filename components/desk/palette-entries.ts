import type { Found, FoundKind } from '@/lib/search/read';
import type { Command } from './command';
import { findSpelt } from './spelling';

/** A line of the palette: something to do, or something to open. */
export type Entry = { name: string; detail: string; keys?: string } & (
	| { does: 'run'; command: Command }
	| { does: 'open'; found: Found }
);

export interface EntryGroup {
	name: string;
	entries: Entry[];
}

const mostCommands = 8;
const kindNames: Record<FoundKind, string> = { article: '稿件', page: '版面', person: '人', column: '栏目' };

interface Known {
	recent: readonly Found[];
	commands: readonly Command[];
	/** What the server found for the query. */
	found: readonly Found[];
}

/** The palette's groups, empty ones left out: without a query what was opened last, then all commands. */
export function groupEntries(query: string, { recent, commands, found }: Known): EntryGroup[] {
	const isAsking = query.trim() !== '';
	const matching = isAsking ? findSpelt(query, commands).slice(0, mostCommands) : commands;
	const groups: EntryGroup[] = [
		{ name: '最近', entries: isAsking ? [] : recent.map(toOpen) },
		{ name: '命令', entries: matching.map(toRun) },
		...Object.entries(kindNames).map(([kind, name]) => ({
			name,
			entries: found.filter((one) => one.kind === kind).map(toOpen),
		})),
	];
	return groups.filter(({ entries }) => entries.length > 0);
}

function toRun(command: Command): Entry {
	return { does: 'run', name: command.name, detail: command.group ?? '这一屏', keys: command.keys, command };
}

function toOpen(found: Found): Entry {
	return { does: 'open', name: found.name || '（无题）', detail: found.detail, found };
}
