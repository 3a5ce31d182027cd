import { diffArrays } from 'diff';
import type { Brief, BriefStory } from '@/lib/makeup/sheet';
import { type Mark, type PlaceText, rangeOf, standsIn, textKinds, textsOf } from './mark';

/** Edits beyond which a text counts as written anew: nobody can say what of it was asked for. */
const maxEdits = 600;

/** How much of what stands around a change must stand around it in the new text, at either side. */
const context = 3;

/**
 * Which of these marks are done on the later page. They all stand on `before`. A mark is done when making its change
 * brings the old text nearer to the new one by the whole size of the change, and what it asks for stands there between
 * the words that stood around it, whatever else was changed. Errs to the side of a person who has to look. A mark on a story that has left the page has nothing left to be done. Queries and layout are never
 * judged: they need a person's word.
 */
export function judgeMarks<One extends Mark>(before: Brief, after: Brief, marks: readonly One[]): One[] {
	return before.stories.flatMap((story) => {
		const here = marks.filter(({ articleId }) => articleId === story.id);
		return here.length === 0 ? [] : judgeStory(story, storyOf(after, story.id), here);
	});
}

function judgeStory<One extends Mark>(story: BriefStory, later: BriefStory | undefined, all: readonly One[]): One[] {
	if (!later) return [...all];
	const marks = all.filter(({ kind }) => textKinds.includes(kind));
	const texts = textsOf(later);
	return textsOf(story).flatMap((text) => {
		const here = marks.filter((mark) => standsIn(mark, text));
		const now = texts.find(({ place, figureId }) => place === text.place && figureId === text.figureId)?.text ?? '';
		return here.length === 0 ? [] : judgeText(text, now, here);
	});
}

function judgeText<One extends Mark>(text: PlaceText, now: string, marks: readonly One[]): One[] {
	const done: One[] = [];
	let nearest = distance(text.text, now);
	for (const mark of marks.toSorted((a, b) => rangeOf(a, text).from - rangeOf(b, text).from)) {
		if (done.some((other) => overlap(rangeOf(other, text), rangeOf(mark, text)))) continue;
		const made = distance(makeChanges(text, [...done, mark]), now);
		if (nearest - made !== distance(mark.exact, mark.right) || mark.exact === mark.right) continue;
		if (!standsThere(text, now, { mark, marks, done })) continue;
		done.push(mark);
		nearest = made;
	}
	return done;
}

/** Whether what the mark asks for stands in the new text between its neighbours, those as they are once they are changed too. */
function standsThere<One extends Mark>(
	text: PlaceText,
	now: string,
	{ mark, marks, done }: { mark: One; marks: readonly One[]; done: readonly One[] },
): boolean {
	const free = (other: One) => other !== mark && !overlap(rangeOf(other, text), rangeOf(mark, text));
	const apart = marks.filter(free).filter((one, index, all) => {
		return all.slice(0, index).every((other) => !overlap(rangeOf(one, text), rangeOf(other, text)));
	});
	return [[], done, apart].some((others) => {
		const asked = makeChanges(text, [...others, mark]);
		const { from } = rangeOf(mark, text);
		const at = others.reduce((sum, other) => (rangeOf(other, text).from < from ? sum + growth(other) : sum), from);
		const end = at + mark.right.length;
		const before =
			asked
				.slice(Math.max(0, at - context), at)
				.split('\n')
				.at(-1) ?? '';
		const [after = ''] = asked.slice(end, end + context).split('\n');
		return now.includes(before + asked.slice(at, end) + after);
	});
}

const growth = ({ right, exact }: Mark) => right.length - exact.length;

interface Range {
	from: number;
	to: number;
}

/** Two ranges of which both cannot be replaced; insertions at one place are ambiguous too. */
export function overlap(a: Range, b: Range): boolean {
	return (a.from < b.to && b.from < a.to) || (a.from === b.from && (a.from === a.to || b.from === b.to));
}

/** The text with the changes of these marks, which do not overlap, made. */
export function makeChanges(text: PlaceText, marks: readonly Mark[]): string {
	const byEnd = marks.toSorted((a, b) => rangeOf(b, text).from - rangeOf(a, text).from);
	return byEnd.reduce((changed, mark) => {
		const { from, to } = rangeOf(mark, text);
		return changed.slice(0, from) + mark.right + changed.slice(to);
	}, text.text);
}

/** How many characters have to be struck and written in to make one text of the other (Myers' shortest edit). */
export function distance(a: string, b: string): number {
	if (a === b) return 0;
	const changes = diffArrays([...a], [...b], { maxEditLength: maxEdits });
	if (!changes) return Number.NaN;
	return changes.reduce((sum, { added, removed, value }) => sum + (added || removed ? value.length : 0), 0);
}

export function storyOf(brief: Brief, id: string): BriefStory | undefined {
	return brief.stories.find((story) => story.id === id);
}
