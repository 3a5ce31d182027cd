import { type Block, type Body, type Figure, type Gallery, inlineText } from '@/lib/article/body';
import { type BylineName, bylineText } from '@/lib/article/byline';
import { gridOf } from '@/lib/makeup/grid';
import type { Anchor, Brief, BriefBlock, BriefFigure, BriefStory, GridName, Priority } from '@/lib/makeup/sheet';

/** What a placed article brings to its page. */
export interface PlacedContent {
	articleId: string;
	priority: Priority;
	kicker: string;
	headline: string;
	deck: string;
	dateline: string;
	series: string | null;
	column: string | null;
	bylines: BylineName[];
	body: Body;
}

export interface PictureSize {
	id: string;
	width: number;
	height: number;
}

export interface PageFacts {
	no: number;
	name: string;
	/** 2026-11-22 */
	date: string;
	paper: string;
	grid: GridName;
}

/** Height of the nameplate 报头 in lines: the first page's anchor over the whole width. */
const nameplateLines = 11;
const fullWidth: Record<GridName, number> = { 对开: 222, 四开: 142 };

/** 字 that a page holds when nothing but text stands on it, the nameplate taken off: heads and pictures need room too. */
export function pageCapacity(grid: GridName, no: number): number {
	const { cols, colEm, lines } = gridOf(grid);
	return cols * colEm * (no === 1 ? lines - nameplateLines : lines);
}

/** The makeup engine's brief of a page: its grid, what stands fixed, its stories by rank. */
export function toBrief(
	page: PageFacts,
	stories: readonly PlacedContent[],
	pictures: ReadonlyMap<string, PictureSize>,
): Brief {
	const nameplate: Anchor = { kind: 'nameplate', x: 0, y: 0, w: fullWidth[page.grid], h: nameplateLines };
	return {
		version: 1,
		grid: page.grid,
		page: { no: page.no, name: page.name, date: page.date, paper: page.paper },
		anchors: page.no === 1 ? [nameplate] : [],
		stories: [...stories].sort((a, b) => a.priority - b.priority).map((story) => toStory(story, pictures)),
	};
}

/** A story as the engine takes it. */
export function toStory(story: PlacedContent, pictures: ReadonlyMap<string, PictureSize>): BriefStory {
	const byline = bylineText(story.bylines, story.dateline);
	// Facts stand beside the story on a screen and behind it on the page: within, they would part its sentences.
	const boxes = story.body.content.filter((block) => block.type === 'factBox');
	const running = story.body.content.filter((block) => block.type !== 'factBox');
	return {
		id: story.articleId,
		priority: story.priority,
		...(story.series && { series: story.series }),
		...(story.column && { column: story.column }),
		...(story.kicker && { kicker: story.kicker }),
		headline: story.headline,
		...(story.deck && { deck: story.deck }),
		...(byline && { byline }),
		blocks: [...withDateline(story.dateline, running.flatMap(toBlocks)), ...boxes.flatMap(toBlocks)],
		figures: toFigures(story.body, pictures),
	};
}

/** The dateline 电头 opens the first paragraph. */
function withDateline(dateline: string, blocks: BriefBlock[]): BriefBlock[] {
	if (!dateline) return blocks;
	const first = blocks.findIndex((block) => block.type === 'p');
	if (first < 0) return [{ type: 'p', text: dateline }, ...blocks];
	return blocks.map((block, index) => (index === first ? { ...block, text: `${dateline}　${block.text}` } : block));
}

/** A block of the body as paragraphs of the page; a forced break starts a paragraph, as in a poem. */
function toBlocks(block: Block): BriefBlock[] {
	switch (block.type) {
		case 'paragraph':
		case 'pullQuote':
			return rows('p', inlineText(block.content));
		case 'subhead':
			return rows('subhead', inlineText(block.content));
		case 'question':
			return rows('q', withMark('问：', inlineText(block.content)));
		case 'answer':
			return rows('a', withMark('答：', inlineText(block.content)));
		case 'bulletList':
			return block.content.flatMap((item) =>
				item.content.flatMap((p) => rows('p', withMark('■', inlineText(p.content)))),
			);
		case 'orderedList': {
			const start = block.attrs?.start ?? 1;
			return block.content.flatMap((item, index) =>
				item.content.flatMap((p, at) =>
					rows('p', at === 0 ? `${start + index}. ${inlineText(p.content)}` : inlineText(p.content)),
				),
			);
		}
		case 'table':
			return block.content.flatMap((row) =>
				rows('p', row.content.map((cell) => cell.content.map((p) => inlineText(p.content)).join(' ')).join('　')),
			);
		case 'factBox': {
			const [title, ...facts] = block.content;
			return [...rows('subhead', inlineText(title.content)), ...facts.flatMap(toBlocks)];
		}
		case 'figure':
		case 'gallery':
		case 'embed':
		case 'divider':
			return [];
	}
}

function rows(type: BriefBlock['type'], text: string): BriefBlock[] {
	return text
		.split('\n')
		.filter((row) => row.trim() !== '')
		.map((row) => ({ type, text: row }));
}

function withMark(mark: string, text: string): string {
	return text.trim() === '' || text.startsWith(mark) ? text : `${mark}${text}`;
}

/**
 * Pictures of one story that a page prints, the first ones: the engine sets no more in one rectangle. Readers of the
 * web see all.
 */
export const mostPrinted = 4;

/** Each picture once, in order; the last of a gallery carries the caption common to all. */
function toFigures(body: Body, pictures: ReadonlyMap<string, PictureSize>): BriefFigure[] {
	const figures = body.content.flatMap((block): Figure[] => {
		if (block.type !== 'gallery') return block.type === 'figure' ? [block] : [];
		const printed = block.content.slice(0, mostPrinted);
		return printed.map((figure, index) => (index < printed.length - 1 ? figure : withCommon(figure, block)));
	});
	const known = new Map<string, BriefFigure>();
	for (const { attrs } of figures) {
		const picture = pictures.get(attrs.media);
		if (!picture || known.has(picture.id)) continue;
		const { caption, credit } = attrs;
		known.set(picture.id, { id: picture.id, width: picture.width, height: picture.height, caption, credit });
	}
	return [...known.values()].slice(0, mostPrinted);
}

function withCommon(figure: Figure, { attrs }: Gallery): Figure {
	const caption = [figure.attrs.caption, attrs.caption].filter(Boolean).join('　');
	return { ...figure, attrs: { ...figure.attrs, caption } };
}
