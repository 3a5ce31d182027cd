import type { CheckSettings, Hit, Part, PartRole } from './check';
import { checkStory } from './engine';

/**
 * The mini-language of the rules' tests: a text in which ⟦…⟧ holds what must be marked. `role` and `settings` are those
 * of running text and of a paper that has set nothing.
 */

/** A paper that has set nothing, on the day of the demo. */
export const plainSettings: CheckSettings = {
	day: '2026-11-22',
	isDayFixed: true,
	issueNo: null,
	off: [],
	terms: [],
	dictionary: [],
	people: [],
	reporters: [],
};

/** Texts as the paragraphs of a story. */
export function paragraphs(...texts: string[]): Part[] {
	return texts.map((text, block) => ({ where: { in: 'body', block, text: 0 }, role: 'paragraph', text }));
}

/** One text in a role of its own. */
export function partOf(text: string, role: PartRole = 'paragraph'): Part {
	return { where: { in: 'body', block: 0, text: 0 }, role, text };
}

export function hitsIn(text: string, settings: Partial<CheckSettings> = {}, role: PartRole = 'paragraph'): Hit[] {
	return checkStory([partOf(text, role)], { ...plainSettings, ...settings });
}

/** The hits of a rule in a text, shown in it: 今天⟦，，⟧天气好. */
export function marked(rule: string, text: string, settings: Partial<CheckSettings> = {}, role?: PartRole): string {
	const hits = hitsIn(text, settings, role).filter((hit) => hit.rule === rule);
	return hits
		.reverse()
		.reduce((shown, { from, to }) => `${shown.slice(0, from)}⟦${shown.slice(from, to)}⟧${shown.slice(to)}`, text);
}

export function unmarked(text: string): string {
	return text.replace(/[⟦⟧]/g, '');
}

/** The text with the first suggestion of each hit in its place. */
export function corrected(text: string, hits: readonly Hit[]): string {
	return [...hits]
		.sort((a, b) => b.from - a.from)
		.reduce(
			(shown, { from, to, suggestions: [first] }) =>
				first === undefined ? shown : shown.slice(0, from) + first + shown.slice(to),
			text,
		);
}
