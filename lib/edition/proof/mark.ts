import type { MarkState } from '@/generated/prisma/enums';
import { normalize } from '@/lib/makeup/normalize';
import type { Brief, BriefStory, Rect } from '@/lib/makeup/sheet';
import type { MarkKind, MarkPlace } from './schema';

export type { MarkKind, MarkPlace, MarkState };

/** What a proofreader asks for, in the words of GB/T 14706. */
export const markKindNames: Record<MarkKind, string> = {
	insert: '增补',
	delete: '删除',
	replace: '改正',
	transpose: '对调',
	query: '质疑',
	layout: '版式',
};

export const markPlaceNames: Record<MarkPlace, string> = {
	series: '横幅',
	column: '栏名',
	kicker: '引题',
	headline: '主题',
	deck: '副题',
	byline: '署名',
	body: '正文',
	caption: '图说',
	folio: '报头报眉',
	page: '整版',
};

export const markStateNames: Record<MarkState, string> = { open: '待改', done: '已改', refused: '不改' };

/** Marks that say what is to stand there: a machine can see whether it does. The others need a person's word. */
export const textKinds: readonly MarkKind[] = ['insert', 'delete', 'replace', 'transpose'];

/** Where on a page a text stands. */
export interface Spot {
	articleId: string | null;
	place: MarkPlace;
	/** Of body text. */
	block: number | null;
	/** Of a caption. */
	figureId: string | null;
}

/** A mark as the pure rules see it. */
export interface Mark extends Spot {
	id: string;
	/** ① … on its page */
	number: number;
	kind: MarkKind;
	exact: string;
	position: number;
	/** Where it was drawn on the sheet, in half-ems and lines. */
	box: Rect | null;
	right: string;
	state: MarkState;
}

/**
 * The normalised text of a place on a page, in which marks count; undefined where that place is not on the page. A
 * forced break in a head is no character of it.
 */
export function textOf(brief: Brief, spot: Spot): string | undefined {
	const story = brief.stories.find(({ id }) => id === spot.articleId);
	if (!story) return undefined;
	switch (spot.place) {
		case 'body': {
			const block = story.blocks[spot.block ?? -1];
			return block && normalize(block.text);
		}
		case 'caption':
			return captionOf(story, spot.figureId);
		case 'folio':
		case 'page':
			return undefined;
		default:
			return headOf(story, spot.place);
	}
}

function captionOf(story: BriefStory, figureId: string | null): string | undefined {
	const figure = story.figures.find(({ id }) => id === figureId);
	return (
		figure &&
		[figure.caption, figure.credit]
			.filter(Boolean)
			.map((text) => normalize(text ?? ''))
			.join('　')
	);
}

function headOf(story: BriefStory, place: 'series' | 'column' | 'kicker' | 'headline' | 'deck' | 'byline') {
	return story[place]?.split('\n').map(normalize).join('');
}

/** One text of a story: its whole body, or one field of its head, or a caption. */
export interface PlaceText {
	place: MarkPlace;
	figureId: string | null;
	text: string;
	/** Of a body: where each block begins. */
	starts: number[];
}

/** All texts of a story on its page. Blocks of the body stand one under the other, parted by a line feed. */
export function textsOf(story: BriefStory): PlaceText[] {
	const heads = (['series', 'column', 'kicker', 'headline', 'deck', 'byline'] as const).flatMap(
		(place): PlaceText[] => {
			const text = headOf(story, place);
			return text ? [{ place, figureId: null, text, starts: [0] }] : [];
		},
	);
	const captions = story.figures.flatMap(({ id }): PlaceText[] => {
		const text = captionOf(story, id);
		return text ? [{ place: 'caption', figureId: id, text, starts: [0] }] : [];
	});
	return [...heads, bodyOf(story), ...captions];
}

function bodyOf(story: BriefStory): PlaceText {
	const blocks = story.blocks.map((block) => normalize(block.text));
	let at = 0;
	const starts = blocks.map((block) => {
		const start = at;
		at += block.length + 1;
		return start;
	});
	return { place: 'body', figureId: null, text: blocks.join('\n'), starts };
}

/** Whether a mark stands in that text. */
export function standsIn(mark: Spot, text: PlaceText): boolean {
	return mark.place === text.place && mark.figureId === text.figureId;
}

/** The range of a mark in its text. */
export function rangeOf(mark: Mark, { starts }: PlaceText): { from: number; to: number } {
	const from = (starts[mark.block ?? 0] ?? 0) + mark.position;
	return { from, to: from + mark.exact.length };
}

/** ① … ⑳ as proofreaders number them, plain figures behind. */
export function circled(number: number): string {
	return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : `(${number})`;
}
