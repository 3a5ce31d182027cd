import { compareTexts } from '@/lib/article/history/text-difference';
import type { MadePage } from '@/lib/makeup/remake';
import type { Rect } from '@/lib/makeup/sheet';
import { extentOf } from '@/lib/makeup/taboo';
import { judgeMarks, makeChanges, overlap, storyOf } from './judge';
import { compareLayouts } from './layout-difference';
import { type Mark, type MarkPlace, type PlaceText, rangeOf, standsIn, textKinds, textsOf } from './mark';

/** One difference between two versions of a page. */
export interface Change {
	kind: 'text' | 'layout';
	/** The story; null: the page as a whole. */
	articleId: string | null;
	place: MarkPlace;
	figureId: string | null;
	/** What stood there and what stands there. */
	deleted: string;
	inserted: string;
	/** Where it stands in the later text of its place; empty where something only went. */
	from: number;
	to: number;
	/** A layout change in words. */
	says: string;
	/** Number of the mark that asked for it; null: 无依据改动, shown red. */
	mark: number | null;
}

/**
 * Every difference of text or layout between two versions, each with the mark that explains it. A mark explains exactly
 * what it asks for; a query, or one that a person called done, what was changed where it stands; a layout mark what was
 * moved of its story, or within the frame that it draws; a story that its own marks made longer or shorter may be set anew. `marks` stand on `before` or on a version between, whose text is `before`'s.
 */
export function explain(before: MadePage, after: MadePage, marks: readonly Mark[]): Change[] {
	const done = judgeMarks(before.brief, after.brief, marks);
	const texts = after.brief.stories.flatMap((story) => {
		const earlier = storyOf(before.brief, story.id);
		const here = marks.filter(({ articleId }) => articleId === story.id);
		return earlier ? explainStory(textsOf(earlier), textsOf(story), { id: story.id, marks: here, done }) : [];
	});
	const layout = compareLayouts(before, after).map(
		({ articleId, says }): Change => ({
			...{ kind: 'layout', place: 'page', figureId: null, deleted: '', inserted: '', from: 0, to: 0 },
			articleId,
			says,
			mark: markOfLayout(marks, done, articleId, before)?.number ?? null,
		}),
	);
	return [...texts, ...layout];
}

/** A layout mark on the story, or on a part of the page where it stood; else the words that made it longer or shorter. */
function markOfLayout(marks: readonly Mark[], done: readonly Mark[], articleId: string | null, before: MadePage) {
	const block = before.sheet.blocks.find(({ story }) => story === articleId);
	const isHere = ({ articleId: on, box }: Mark) =>
		on === null ? !block || !box || overlaps(box, extentOf(block)) : on === articleId;
	const asked = marks.find((mark) => mark.kind === 'layout' && isHere(mark));
	return asked ?? done.find((mark) => mark.articleId !== null && mark.articleId === articleId);
}

function overlaps(a: Rect, b: Rect): boolean {
	return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

interface StoryMarks {
	id: string;
	marks: readonly Mark[];
	done: readonly Mark[];
}

function explainStory(before: readonly PlaceText[], after: readonly PlaceText[], { id, marks, done }: StoryMarks) {
	const keys = [...after, ...before.filter((text) => !after.some((other) => isSame(text, other)))];
	return keys.flatMap(({ place, figureId }): Change[] => {
		const none: PlaceText = { place, figureId, text: '', starts: [0] };
		const was = before.find((text) => isSame(text, none)) ?? none;
		const is = after.find((text) => isSame(text, none)) ?? none;
		const here = marks.filter((mark) => standsIn(mark, was));
		return explainText(was, is.text, { here, done: here.filter((mark) => done.includes(mark)) }).map((change) => ({
			...change,
			...{ kind: 'text', articleId: id, place, figureId, says: '' },
		}));
	});
}

function isSame(a: PlaceText, b: PlaceText): boolean {
	return a.place === b.place && a.figureId === b.figureId;
}

type TextChange = Pick<Change, 'deleted' | 'inserted' | 'from' | 'to' | 'mark'>;

/** What the done marks asked for, and whatever else stands otherwise than in the old text with their changes made. */
function explainText(was: PlaceText, now: string, marks: { here: readonly Mark[]; done: readonly Mark[] }) {
	const textual = marks.done.filter(({ kind }) => textKinds.includes(kind));
	const asked = makeChanges(was, textual);
	const toAsked = (at: number, isEnd: boolean) => movedBy(at, textual, was, isEnd);
	const rest = changesBetween(asked, now);
	const said = marks.here.filter((mark) => !textual.includes(mark) && (mark.kind === 'query' || mark.state === 'done'));
	const others = rest.map(({ range, ...change }): TextChange => {
		const by = said.find((mark) => {
			const { from, to } = rangeOf(mark, was);
			return touches({ from: toAsked(from, false), to: toAsked(to, true) }, range);
		});
		return { ...change, mark: by?.number ?? null };
	});
	const made = textual.map((mark): TextChange => {
		const at = toAsked(rangeOf(mark, was).from, false);
		const from = movedByChanges(at, rest);
		const { exact: deleted, right: inserted, number } = mark;
		return { deleted, inserted, from, to: from + inserted.length, mark: number };
	});
	return [...made, ...others].sort((a, b) => a.from - b.from);
}

interface RestChange {
	deleted: string;
	inserted: string;
	/** In the later text. */
	from: number;
	to: number;
	/** In the earlier one. */
	range: { from: number; to: number };
}

/** The differences of two texts; what goes and what comes at one place is one of them. */
export function changesBetween(before: string, after: string): RestChange[] {
	const changes: RestChange[] = [];
	let [old, at] = [0, 0];
	let last: RestChange | undefined;
	for (const { op, text } of compareTexts(before, after)) {
		if (op === 'same') {
			old += text.length;
			at += text.length;
			last = undefined;
			continue;
		}
		if (!last) {
			last = { deleted: '', inserted: '', from: at, to: at, range: { from: old, to: old } };
			changes.push(last);
		}
		if (op === 'deleted') {
			last.deleted += text;
			old += text.length;
		} else {
			last.inserted += text;
			at += text.length;
		}
		last.to = at;
		last.range.to = old;
	}
	return changes;
}

/** Where an offset of the old text stands once the marks' changes are made. */
function movedBy(at: number, marks: readonly Mark[], text: PlaceText, isEnd: boolean): number {
	return marks.reduce((moved, mark) => {
		const { from, to } = rangeOf(mark, text);
		const isBefore = to < at || (to === at && (isEnd || from < to));
		return isBefore ? moved + mark.right.length - mark.exact.length : moved;
	}, at);
}

function movedByChanges(at: number, changes: readonly RestChange[]): number {
	return changes.reduce(
		(moved, { range, deleted, inserted }) => (range.to <= at ? moved + inserted.length - deleted.length : moved),
		at,
	);
}

/** Overlapping or side by side. */
function touches(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
	return overlap(a, b) || a.to === b.from || b.to === a.from;
}
