import { namedAfterOffice } from '../naming';
import { surnameLength } from '../surnames';

/** What a published story says of who holds which office. */
export interface Candidate {
	name: string;
	/** As it is printed before the name: 青禾镇党委书记. */
	title: string;
}

const longestTitle = 40;
const past = /(?:时任|原|前任?|曾任|历任|已故)/;

/**
 * The people that a story names with their offices, each once: its authors with the office that they sign with, and
 * those in the text whose office names the body that it is of. What was is left out. A guess, to be confirmed.
 */
export function candidatesOf(story: {
	text: string;
	bylines: readonly { name: string; office: string }[];
}): Candidate[] {
	const signed = story.bylines
		.filter(({ office }) => office !== '')
		.map(({ name, office }) => ({ name, title: office }));
	const named = namedAfterOffice(story.text)
		.filter(({ title, office, titleAt }) => title !== office && !past.test(title) && !isPast(story.text, titleAt))
		.map(({ name, title }) => ({ name, title }));
	const all = [...signed, ...named].filter(
		({ name, title }) => surnameLength(name, 0) > 0 && title.length <= longestTitle,
	);
	return [...new Map(all.map((one) => [`${one.name} ${one.title}`, one])).values()];
}

function isPast(text: string, at: number): boolean {
	return past.test(text.slice(Math.max(0, at - 3), at));
}

/** Whether one title is the other with more or less of the body before it: 青禾镇党委书记, 澄湖区青禾镇党委书记. */
export function isSameTitle(a: string, b: string): boolean {
	return a.endsWith(b) || b.endsWith(a);
}
