import type { MarkPlace } from '@/lib/edition/proof/schema';

/** A text of the proof that a mark can stand on. */
export interface PlaceChoice {
	place: MarkPlace;
	block: number | null;
	figureId: string | null;
	/** 正文第 3 段 */
	label: string;
	text: string;
}

/** A story of the proof with its texts, and where the lines of its body stand on the sheet. */
export interface StoryChoice {
	id: string;
	title: string;
	places: PlaceChoice[];
	/** By frame: the block and the offset at which each line begins. */
	frames: { block: number; from: number }[][];
	figureIds: string[];
}

/** Words chosen for a mark. */
export interface Picked {
	articleId: string;
	/** Index into the story's places. */
	place: number;
	position: number;
	exact: string;
}

/** What a selection on the sheet means; undefined where it is not within one text of one story. */
export function pickedOf(selection: Selection, stories: readonly StoryChoice[]): Picked | undefined {
	if (selection.rangeCount === 0 || selection.isCollapsed) return undefined;
	const range = selection.getRangeAt(0);
	const element = elementOf(range.startContainer).closest('.sheet .story');
	const story = stories.find(({ id }) => element?.id === `story-${id}`);
	if (!element || !story) return undefined;
	return inBody(range, story) ?? inHead(range, story);
}

const elementOf = (node: Node): Element => (node instanceof Element ? node : (node.parentElement ?? document.body));

function inBody(range: Range, story: StoryChoice): Picked | undefined {
	const start = pointIn(range.startContainer, range.startOffset, story);
	const end = pointIn(range.endContainer, range.endOffset, story);
	if (!start || !end || start.block !== end.block) return undefined;
	const place = story.places.findIndex((one) => one.place === 'body' && one.block === start.block);
	const exact = story.places[place]?.text.slice(start.at, end.at) ?? '';
	return exact === '' ? undefined : { articleId: story.id, place, position: start.at, exact };
}

function pointIn(node: Node, offset: number, story: StoryChoice): { block: number; at: number } | undefined {
	const line = elementOf(node).closest('.ln');
	const frame = line?.closest('.frame');
	if (!line || !frame) return undefined;
	const index = Number(/\bf(\d+)\b/.exec(frame.className)?.[1]);
	const row = story.frames[index]?.[[...frame.querySelectorAll('.ln')].indexOf(line)];
	if (!row) return undefined;
	const before = document.createRange();
	before.setStart(line, 0);
	before.setEnd(node, offset);
	return { block: row.block, at: row.from + before.toString().length };
}

function inHead(range: Range, story: StoryChoice): Picked | undefined {
	const exact = range.toString().replaceAll('\n', '');
	const element = elementOf(range.startContainer);
	const figure = /\bg(\d+)\b/.exec(element.closest('.picture')?.className ?? '')?.[1];
	const place = story.places.findIndex((one) =>
		figure === undefined
			? one.place !== 'body' && element.closest(`.head .${one.place}`)
			: one.figureId === story.figureIds[Number(figure)],
	);
	const position = story.places[place]?.text.indexOf(exact) ?? -1;
	return position < 0 || exact === '' ? undefined : { articleId: story.id, place, position, exact };
}
