import { performance } from 'node:perf_hooks';
import type { Body } from '../../lib/article/body.ts';
import { mediaOf } from '../../lib/article/body.ts';
import { type PlacedContent, toBrief } from '../../lib/edition/brief.ts';
import { emptyDesign } from '../../lib/edition/design/design.ts';
import { type Performed, perform, type Standing } from '../../lib/edition/design/perform.ts';
import type { MakeupOp } from '../../lib/edition/design/schema.ts';
import { spanUnits } from '../../lib/makeup/grid.ts';
import { makeUpPages } from '../../lib/makeup/make-up-page.ts';
import { frameOf } from '../../lib/makeup/remake.ts';
import type { Brief, Grid, Sheet } from '../../lib/makeup/sheet.ts';
import { isFull } from '../../lib/makeup/solve.ts';
import { beforePages, yesterdayPages } from '../../prisma/seed/edition-earlier/pages.ts';
import { todayPages } from '../../prisma/seed/edition-today/pages.ts';
import type { Story, StoryPage } from '../../prisma/seed/story.ts';

/** What was measured on one page of the demo, in milliseconds. */
export interface PageTimes {
	name: string;
	stories: number;
	/** Until the first page that is full to the line; null where none is. */
	first: number | null;
	drags: number[];
	/** Drags after which no size was found that fills the page. */
	refused: number;
	/** Swaps, heads, boxes. */
	others: number[];
}

/** Every page of the demo's editions: the first exact page, and then a hand on each of its stories. */
export function measureCompose({ quick, note }: { quick: boolean; note: (text: string) => void }): PageTimes[] {
	const editions = quick ? [todayPages] : [beforePages, yesterdayPages, todayPages];
	return editions.flat().map((page, i, all) => {
		note(`${i + 1}/${all.length}`);
		return measurePage(page);
	});
}

function measurePage(page: StoryPage): PageTimes {
	const plain = briefOf(page);
	const start = performance.now();
	let first: number | null = null;
	let sheet: Sheet | undefined;
	for (sheet of makeUpPages(plain, { budgetMs: 300, advice: false })) {
		if (isFull(sheet)) first ??= performance.now() - start;
	}
	const standing: Standing = {
		plain,
		design: emptyDesign,
		neighbours: { numbers: {}, arrivals: [] },
		made: { brief: plain, sheet: sheet! },
	};
	const drags = dragsOn(standing).map((op) => timed(standing, op));
	return {
		name: page.name,
		stories: plain.stories.length,
		first,
		drags: drags.map(({ ms }) => ms),
		refused: drags.filter(({ done }) => !done).length,
		others: othersOn(standing).map((op) => timed(standing, op).ms),
	};
}

type Op = MakeupOp;

function timed(standing: Standing, op: Op): { ms: number; done: Performed | undefined } {
	const start = performance.now();
	const done = perform(standing, op);
	return { ms: performance.now() - start, done };
}

/** Each story's foot up and down, its right edge in and out. */
function dragsOn({ made: { sheet } }: Standing): Op[] {
	return sheet.blocks.flatMap((block): Op[] => {
		const { x, y, w, h } = frameOf(block, sheet.grid);
		const story = block.story;
		const steps: Op[] = [
			{ kind: 'divider', story, edge: 'foot', to: y + h + 4 },
			{ kind: 'divider', story, edge: 'foot', to: y + h - 4 },
			{ kind: 'divider', story, edge: 'right', to: x + w + 24 },
			{ kind: 'divider', story, edge: 'right', to: x + w - 24 },
		];
		// Nobody drags an edge off the page, a column away that is the only one, or an edge that ends the page.
		const ends = { foot: y + h === sheet.grid.lines, right: x + w === spanUnits(sheet.grid, sheet.grid.cols) };
		return steps.filter((op) => op.kind === 'divider' && !ends[op.edge] && isOnPage(op, { grid: sheet.grid, x }));
	});
}

function isOnPage({ edge, to }: Extract<Op, { kind: 'divider' }>, { grid, x }: { grid: Grid; x: number }): boolean {
	return edge === 'foot' ? to <= grid.lines : to > x && to <= spanUnits(grid, grid.cols);
}

function othersOn({ made: { sheet } }: Standing): Op[] {
	return sheet.blocks.flatMap(({ story }, i): Op[] => {
		const other = sheet.blocks[(i + 1) % sheet.blocks.length]!.story;
		return [
			...(other === story ? [] : [{ kind: 'swap' as const, story, other }]),
			{ kind: 'box', story, on: true },
			{ kind: 'relation', story, relation: 'left' },
		];
	});
}

/** The page as the desk gives it to the engine, pictures as the demo's are: three to two. */
function briefOf({ no, name, stories }: StoryPage): Brief {
	const contents = stories.map(toContent);
	const ids = contents.flatMap(({ body }) => mediaOf(body));
	const pictures = new Map(ids.map((id) => [id, { id, width: 1536, height: 1024 }]));
	return toBrief({ no, name, date: '2026-11-22', paper: '澄湖日报', grid: '四开' }, contents, pictures);
}

function toContent(story: Story): PlacedContent {
	const { kicker = '', headline, deck = '', dateline = '', series = null, column = null } = story;
	const bylines = story.bylines.map(({ role, name, office = '' }) => ({ role, name, office }));
	const body = { type: 'doc', content: story.body } as Body;
	return {
		articleId: story.key,
		priority: story.priority,
		kicker,
		headline,
		deck,
		dateline,
		series,
		column,
		bylines,
		body,
	};
}
