import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyOf, storyOf } from './fixture';
import { columnX, gridOf, spanUnits } from './grid';
import { normalize } from './normalize';
import { setStory, toBlock } from './set-story';
import { type HeadEdges, type Shape, type ShapeSettings, type StoryShapes, shapesOf } from './shape';
import type { BriefStory, Grid, Priority, SheetBlock } from './sheet';

const broadsheet = gridOf('对开');
const tabloid = gridOf('四开');
const photograph = { id: 'lake', width: 1200, height: 800, caption: '航拍下的湿地公园。', credit: '程野 摄' };
const portrait = { id: 'portrait', width: 600, height: 800, caption: '沈清和近影' };

const stories: BriefStory[] = [
	storyOf('lead', 1, '一湖清水养一城人', 0, {
		kicker: '学习贯彻全会精神',
		deck: '——三个现场的问与答',
		blocks: copyOf(2000, 1, ['先把账算清', '再把岸修好']),
		figures: [photograph],
	}),
	storyOf('second', 2, '宣讲团走进车间村头湖岸', 900, { byline: '本报记者 江月' }),
	storyOf('pictures', 2, '跨湖大桥昨日合龙', 500, { figures: [photograph, portrait] }),
	storyOf('third', 3, '老街改造留下三百棵树', 420, { column: '澄湖时评' }),
	storyOf('boxed', 3, '社区食堂开到家门口', 360, { boxed: true, figures: [portrait] }),
	storyOf('brief', 4, '今起三天有小雨', 90),
	storyOf('picture', 3, '湖上晨光', 0, { blocks: [], figures: [photograph] }),
];

/** All exact rectangles; fails where a cost and its shape disagree. */
function rectsOf(shapes: StoryShapes, grid: Grid): Shape[] {
	const found: Shape[] = [];
	const wrong: string[] = [];
	for (const edges of [0, 1, 2, 3] as HeadEdges[]) {
		for (let span = 1; span <= grid.cols; span++) {
			for (let lines = 1; lines <= grid.lines; lines++) {
				const shape = shapes.rect(edges, span, lines);
				if ((shape?.cost ?? Number.POSITIVE_INFINITY) !== shapes.costs[edges]![span]![lines])
					wrong.push(`${span}×${lines}`);
				if (shape) found.push(shape);
			}
		}
	}
	expect(wrong).toEqual([]);
	return found;
}

/** Fails unless the shape, set, lies inside its rectangle or step with nothing over anything and all text in it. */
function expectExact(story: BriefStory, shape: Shape, grid: Grid): SheetBlock {
	const rect = { col: 0, cols: shape.span, y: 0, h: shape.lines };
	const setting = setStory(story, shape, rect);
	expect(setting).toMatchObject({ overset: [] });
	expect(shape.white).toBe(0);
	const block = { ...toBlock(setting, grid), order: 0 };
	expectInside(block, shape, grid);
	expect(block.frames).toHaveLength(shape.frames.length);
	expect(block.figures.map((figure) => figure.id).sort()).toEqual(story.figures.map((figure) => figure.id).sort());
	for (const frame of block.frames) expect(frame.lines).toHaveLength(frame.h);
	expectWhole(story, block);
	return block;
}

function expectInside(block: SheetBlock, shape: Shape, grid: Grid): void {
	const width = spanUnits(grid, shape.span);
	const inset = shape.boxed ? { x: 2, y: 1 } : { x: 0, y: 0 };
	const taken = new Uint8Array(width * shape.lines);
	const parts = [...block.frames, ...block.figures].map(({ x, y, wEm, h }) => ({ x, y, w: 2 * wEm, h }));
	const outside: unknown[] = [];
	let clashes = 0;
	for (const { x, y, w, h } of [block.head, ...parts]) {
		const { step } = shape;
		const foot = !step ? shape.lines : x < columnX(grid, step.cols) ? step.left : step.right;
		const isInside = x >= inset.x && x + w <= width - inset.x && y >= inset.y && y + h <= foot - inset.y;
		if (!isInside) outside.push({ x, y, w, h });
		for (let line = y; line < y + h; line++) {
			for (let at = line * width + x; at < line * width + x + w; at++) clashes += taken[at]!++;
		}
	}
	expect({ outside, clashes }).toEqual({ outside: [], clashes: 0 });
}

/** All text once and in order; no 孤行, no 背题. */
function expectWhole(story: BriefStory, block: SheetBlock): void {
	const texts = story.blocks.map((source) => normalize(source.text));
	const lines = block.frames.flatMap((frame) => frame.lines);
	const set = texts.map((text, i) =>
		lines
			.filter((line) => line.block === i)
			.map((line) => text.slice(line.from, line.to))
			.join(''),
	);
	expect(set).toEqual(texts);
	expect(lines.map((line) => line.block)).toEqual(lines.map((line) => line.block).toSorted((a, b) => a - b));
	for (const frame of block.frames) {
		const first = frame.lines[0]!;
		expect(first.from > 0 && first.to === texts[first.block]!.length).toBe(false);
		const last = frame.lines.findLastIndex((line) => story.blocks[line.block]!.type === 'subhead');
		if (last >= 0) expect(frame.lines.length - last).toBeGreaterThan(2);
	}
}

const small = stories.map((story) => shapesOf(story, { grid: tabloid }));
const large = stories.map((story) => shapesOf(story, { grid: broadsheet }));
const rects = large.map((shapes) => rectsOf(shapes, broadsheet));

describe('exact rectangles', () => {
	for (const [i, story] of stories.entries()) {
		it(`of ${story.id} hold all of it to the line, nothing over anything`, () => {
			const rects = rectsOf(small[i]!, tabloid);
			expect(rects.length).toBeGreaterThan(5);
			for (const shape of rects.filter((_, at) => at % 3 === 0)) expectExact(story, shape, tabloid);
		});
	}

	it('of any story hold all of it to the line', () => {
		const figure = fc.record({
			width: fc.integer({ min: 600, max: 1600 }),
			height: fc.integer({ min: 600, max: 1600 }),
		});
		const any = fc.record({
			rank: fc.constantFrom(1, 2, 3, 4),
			length: fc.integer({ min: 40, max: 900 }),
			pictures: fc.array(figure, { maxLength: 2 }),
			boxed: fc.boolean(),
		});
		fc.assert(
			fc.property(any, ({ rank, length, pictures, boxed }) => {
				const figures = pictures.map((size, i) => ({ ...size, id: `f${i}`, caption: '湖畔一景' }));
				const story = storyOf('any', rank as Priority, '退休教师办起湖畔书屋', length, { figures, boxed });
				const found = rectsOf(shapesOf(story, { grid: tabloid, spans: [1, 2, 4] }), tabloid);
				const every = Math.max(1, Math.floor(found.length / 5));
				for (const shape of found.filter((_, at) => at % every === 0)) expectExact(story, shape, tabloid);
			}),
			{ numRuns: 20, seed: 9 },
		);
	});

	it('come in several heights for every usual span of a page of eight columns', () => {
		const { costs } = large[1]!;
		for (const span of [2, 3]) expect(costs[3]![span]!.filter(Number.isFinite).length).toBeGreaterThan(4);
	});

	it('cost the same when they are found again', () => {
		expect(shapesOf(stories[1]!, { grid: tabloid }).costs).toEqual(small[1]!.costs);
	});
});

describe('the edges of a shape', () => {
	const all = (edges: HeadEdges) => rects.flat().filter((shape) => shape.edges === edges);

	it('3: a head over the whole span', () => {
		for (const { headBox, span, boxed } of all(3)) {
			expect(boxed).toBe(false);
			expect(headBox).toMatchObject({ x: 0, y: 0, w: spanUnits(broadsheet, span) });
		}
	});

	it('1: a 左题, or a picture or text beside the head', () => {
		const relations = new Set<string>();
		const left = rectsOf(shapesOf(stories[3]!, { grid: broadsheet, relation: 'left' }), broadsheet);
		for (const { relation, edges, headBox, figures, frames, span } of [...all(1), ...left]) {
			expect(edges).toBe(1);
			relations.add(relation);
			expect(headBox.x + headBox.w).toBeLessThan(spanUnits(broadsheet, span));
			expect([...figures, ...frames].some(({ x, y }) => y === 0 && x > headBox.w)).toBe(true);
		}
		expect(relations).toEqual(new Set(['top', 'left']));
	});

	it('0: a box, a 竖题, a picture above the head', () => {
		const kinds = new Set<string>();
		for (const { relation, boxed, headBox, figures } of all(0)) {
			kinds.add(boxed ? 'box' : relation);
			if (!boxed && relation === 'top') expect(figures.some(({ y, h }) => y === 0 && h <= headBox.y)).toBe(true);
		}
		expect(kinds).toEqual(new Set(['box', 'vertical', 'top']));
	});

	it('never a 竖题 for the lead, which stands over its text', () => {
		expect(rects[0]!.filter(({ relation }) => relation !== 'top')).toEqual([]);
	});

	it('a 竖题 or 左题 takes a third of its shape at most', () => {
		const beside = rects.flat().filter(({ relation }) => relation !== 'top');
		expect(beside.length).toBeGreaterThan(10);
		for (const { headBox, span } of beside) expect(headBox.w * 3).toBeLessThanOrEqual(spanUnits(broadsheet, span));
	});

	it('2: none so far', () => {
		expect(all(2)).toEqual([]);
	});
});

describe('columns and pictures', () => {
	it('leave four lines of text or none under a picture, a line of white between', () => {
		const under = [rects[0]!, rects[2]!].flat().flatMap(({ figures, frames }) => {
			const x = Math.min(...figures.map((figure) => figure.x));
			const right = Math.max(...figures.map((figure) => figure.x + 2 * figure.wEm));
			const foot = Math.max(...figures.map((figure) => figure.y + figure.h));
			const covered = frames.filter((frame) => frame.x >= x && frame.x < right && frame.y >= foot);
			// Of pictures over all columns the head may stand between.
			return covered.length < frames.length ? covered.map((frame) => ({ white: frame.y - foot, h: frame.h })) : [];
		});
		expect(under.length).toBeGreaterThan(20);
		for (const { white, h } of under) {
			expect(white).toBeGreaterThanOrEqual(1);
			expect(h).toBeGreaterThanOrEqual(4);
		}
		expect(Math.min(...under.map(({ h }) => h))).toBeLessThan(8);
	});

	it('crop by 15 % at most, the focus in view', () => {
		const story = storyOf('a', 2, '跨湖大桥昨日合龙', 500, { figures: [{ ...photograph, focus: { x: 0.9, y: 0.1 } }] });
		for (const shape of rectsOf(shapesOf(story, { grid: tabloid, spans: [3, 4] }), tabloid)) {
			const [left, top, width, height] = expectExact(story, shape, tabloid).figures[0]!.crop;
			expect(Math.min(width, height)).toBeGreaterThanOrEqual(0.85 - 1e-3);
			expect(left <= 0.9 && left + width >= 0.9 - 1e-3 && top <= 0.1 && top + height >= 0.1).toBe(true);
		}
	});
});

describe('what the editor has fixed', () => {
	const fixed: [Partial<ShapeSettings>, (shape: Shape) => boolean][] = [
		[{ spans: [3] }, (shape) => shape.span === 3],
		[{ pt: 28 }, (shape) => shape.head.pt === 28],
		[{ relation: 'vertical' }, (shape) => shape.relation === 'vertical'],
		[{ relation: 'left' }, (shape) => shape.relation === 'left'],
		[{ boxed: true }, (shape) => shape.boxed && shape.edges === 0],
	];

	it('restricts the shapes and leaves some', () => {
		for (const [settings, isRight] of fixed) {
			const found = rectsOf(shapesOf(stories[3]!, { grid: broadsheet, ...settings }), broadsheet);
			expect(found.length, JSON.stringify(settings)).toBeGreaterThan(0);
			expect(found.every(isRight)).toBe(true);
		}
	});
});

describe('fallbacks', () => {
	const shapes = small[3]!;

	it('a loose shape holds the whole text and may leave white', () => {
		let whites = 0;
		for (let lines = 12; lines < 60; lines++) {
			const shape = shapes.loose(2, lines);
			if (!shape) continue;
			expect(shape.lines).toBe(lines);
			expect(shape.white).toBeLessThanOrEqual(10);
			const setting = setStory(stories[3]!, shape, { col: 0, cols: 2, y: 0, h: lines });
			expect(setting.overset).toEqual([]);
			expectInside({ ...toBlock(setting, tabloid), order: 0 }, shape, tabloid);
			whites = Math.max(whites, shape.white);
		}
		expect(whites).toBe(10);
	});

	it('an overset one is smaller than that and says how many lines are too many', () => {
		const shape = shapes.overset(2, 12)!;
		const setting = setStory(stories[3]!, shape, { col: 0, cols: 2, y: 0, h: 12 });
		expect(setting.overset.length).toBeGreaterThan(0);
		expectInside({ ...toBlock(setting, tabloid), order: 0 }, shape, tabloid);
		expect(shapes.overset(2, 80)).toBeUndefined();
	});

	it('exist for a headline that no size can set', () => {
		const story = storyOf('a', 1, '一'.repeat(90), 300);
		const { loose } = shapesOf(story, { grid: tabloid, spans: [2] });
		expect(Array.from({ length: 86 }, (_, lines) => loose(2, lines)).some(Boolean)).toBe(true);
	});
});

describe('steps', () => {
	const story = stories[1]!;

	it('have a foot of two heights at least six lines apart, in basic columns, filled to the line', () => {
		for (const { id, shapes, source } of [
			{ id: 'text', shapes: large[1]!, source: story },
			{ id: 'picture', shapes: large[0]!, source: stories[0]! },
		]) {
			expect(shapes.steps.length, id).toBeGreaterThan(100);
			expect(shapes.steps.length).toBeLessThanOrEqual(20_000);
			const tried = shapes.steps.filter((_, i) => i % 80 === 0);
			const set = tried.flatMap((step) => {
				expect(Math.abs(step.leftLines - step.rightLines)).toBeGreaterThanOrEqual(6);
				const shape = step.shape();
				if (!shape) return [];
				expect(shape.step).toEqual({ cols: step.cols, left: step.leftLines, right: step.rightLines });
				for (const frame of shape.frames) expect(frame.w).toBe(26);
				expect(Math.min(step.leftLines, step.rightLines) - shape.headBox.h).toBeGreaterThanOrEqual(5);
				return [expectExact(source, shape, broadsheet)];
			});
			expect(set.length / tried.length).toBeGreaterThan(0.7);
		}
	});

	it('are for unboxed stories, two to five columns wide, the lead as wide as the page', () => {
		expect(small[4]!.steps).toEqual([]);
		const widths = (index: number) => new Set(large[index]!.steps.map((step) => step.span));
		expect(Math.min(...widths(1))).toBe(2);
		expect(Math.max(...widths(1))).toBe(5);
		expect(Math.max(...widths(0))).toBeGreaterThan(5);
	});
});
