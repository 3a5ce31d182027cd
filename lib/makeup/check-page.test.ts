import { describe, expect, it } from 'vitest';
import { askedGrid, countHoles, partsOf, placeFaults } from './check-page';
import { countTaboos } from './check-taboo';
import { gridOf } from './grid';
import type { Anchor, Brief, Grid, SheetBlock, SheetLine } from './sheet';

/** Lines that a row of a drawing stands for, and half-ems of a column with its gap. */
const rowLines = 5;
const pitch = 24;

const lineAt = (i: number): SheetLine => ({
	block: 0,
	from: i,
	to: i + 1,
	half: [],
	indent: 0,
	fit: 'last',
	stretchEm: 0,
});

/**
 * A page from a drawing: a letter is one basic column × 5 lines of a story, `A` its head, `a` its text, `1` the picture of
 * story a, `#` an anchor, `.` nothing. Where something else follows below, the last line is the white of the rule.
 */
function draw(drawing: string): { brief: Brief; grid: Grid; blocks: SheetBlock[] } {
	const rows = drawing.trim().split(/\s+/);
	const [cols, lines] = [rows[0]!.length, rows.length * rowLines];
	const grid: Grid = { ...gridOf('四开'), cols, lines };
	const storyOf = (c: string | undefined) => (c && /\d/.test(c) ? 'abcdefghi'[Number(c) - 1] : c?.toLowerCase());
	const runs = rows.flatMap((row, r) =>
		[...row].flatMap((c, col) => {
			if (c === '.' || rows[r - 1]?.[col] === c) return [];
			let end = r;
			while (rows[end]?.[col] === c) end++;
			const below = rows[end]?.[col];
			const rule = below !== undefined && below !== '.' && (storyOf(below) !== storyOf(c) || /\d/.test(c)) ? 1 : 0;
			return [{ c, col, y: r * rowLines, h: (end - r) * rowLines - rule }];
		}),
	);
	/** Neighbouring runs of one letter as one rectangle. */
	const boxesOf = (c: string) => {
		const own = runs.filter((run) => run.c === c);
		const starts = own.filter((run) => !own.some((other) => other.col === run.col - 1 && other.y === run.y));
		return starts.map(({ col, y, h }) => {
			let end = col;
			while (own.some((run) => run.col === end && run.y === y)) end++;
			return { x: col * pitch, y, w: (end - col) * pitch - 2, h };
		});
	};
	const anchors = boxesOf('#').map((box): Anchor => ({ kind: 'ad', ...box }));
	const letters = [...new Set(drawing.replace(/[^a-z]/g, ''))].sort();
	const blocks = letters.map((story, order): SheetBlock => {
		const [head] = boxesOf(story.toUpperCase());
		const frames = runs
			.filter(({ c }) => c === story)
			.map(({ col, y, h }) => {
				return { x: col * pitch, y, wEm: 11, h, lines: Array.from({ length: h }, (_, i) => lineAt(i)) };
			});
		const figures = boxesOf(String(order + 1)).map(({ w, ...box }, i) => {
			return { id: `${story}${i}`, ...box, wEm: w / 2, crop: [0, 0, 1, 1] as [number, number, number, number] };
		});
		const parts = [{ role: 'headline' as const, pt: 30 - 4 * order, rows: ['湖'] }];
		const [place] = frames;
		return {
			story,
			order,
			priority: Math.min(4, order + 1) as 1 | 2 | 3 | 4,
			relation: 'top',
			box: false,
			frames,
			figures,
			head: { ...(head ?? { x: place!.x, y: place!.y, w: 0, h: 0 }), parts },
		};
	});
	const text = '湖'.repeat(500);
	const stories = letters.map((id) => ({
		id,
		priority: 1 as const,
		headline: '湖',
		blocks: [{ type: 'p' as const, text }],
		figures: [],
	}));
	const page = { no: 1, name: '', date: '', paper: '' };
	return { brief: { version: 1, grid, page, anchors, stories }, grid, blocks };
}

const holesOf = (drawing: string) => {
	const { brief, grid, blocks } = draw(drawing);
	return countHoles(brief, { blocks }, grid);
};

describe('countHoles', () => {
	it.each([
		['a full page, stories beside and under one another', 0, 'AABB aabb aabb CCCb cccb'],
		['an L around an advertisement', 0, 'AAA aaa aa# a##'],
		['a column that ends two rows early', 10, 'AAA aaa aa. aa.'],
		['an empty row between stories, less the line of the rule', 12, 'AAA aaa ... BBB bbb'],
		['a page with nothing on it but an anchor', 15, '### ...'],
	])('%s: %d', (_, holes, drawing) => expect(holesOf(drawing)).toBe(holes));

	it('counts lines of a column that hold no text, and bare paper beside a picture that is too narrow', () => {
		const { brief, grid, blocks } = draw('AA aa aa 11');
		blocks[0]!.frames[0]!.lines.length -= 2;
		expect(countHoles(brief, { blocks }, grid)).toBe(2);
		const picture = blocks[0]!.figures[0]!;
		picture.wEm -= 4;
		// 8 half-ems of 22, 5 lines: 1.8 cells, begun ones whole.
		expect(countHoles(brief, { blocks }, grid)).toBe(4);
	});

	it('takes a 破栏 gap of up to 1½ em for white that belongs there', () => {
		const { brief, grid, blocks } = draw('AAA aaa');
		const lines = Array.from({ length: 5 }, (_, i) => lineAt(i));
		const frame = (x: number, wEm: number) => ({ x, y: 5, wEm, h: 5, lines });
		blocks[0]!.frames = [frame(0, 17), frame(36, 17)];
		expect(countHoles(brief, { blocks }, grid)).toBe(0);
		blocks[0]!.frames = [frame(0, 16), frame(36, 17)];
		expect(countHoles(brief, { blocks }, grid)).toBe(1);
	});
});

describe('placeFaults', () => {
	const rules = (change: (blocks: SheetBlock[]) => void, drawing = 'AAB aab CCC ccc') => {
		const { brief, grid, blocks } = draw(drawing);
		change(blocks);
		return placeFaults(brief, { blocks }, grid).map(({ rule }) => rule);
	};
	it('has nothing against a page in order', () => expect(rules(() => {})).toEqual([]));
	it('sees stories that touch, beside or below', () => {
		expect(
			rules(([a]) => {
				a!.frames[1]!.wEm += 0.5;
			}),
		).toContain('gap');
		expect(
			rules(([a]) => {
				a!.frames[0]!.h += 1;
			}),
		).toContain('gap');
	});
	it('counts the frame of a boxed story as its own', () => {
		expect(
			rules(([a]) => {
				a!.box = true;
			}),
		).toContain('outside');
		expect(partsOf({ ...draw('AA aa').blocks[0]!, box: true }).at(-1)).toMatchObject({ x: -2, y: -1, w: 50, h: 12 });
	});
});

describe('countTaboos', () => {
	const found = (drawing: string, change: (page: ReturnType<typeof draw>) => void = () => {}) => {
		const page = draw(drawing);
		change(page);
		return countTaboos(page.brief, page, page.grid).map(({ id, at }) => `${id} ${at}`);
	};
	const of = (id: string, drawing: string, change?: (page: ReturnType<typeof draw>) => void) =>
		found(drawing, change).filter((taboo) => taboo.startsWith(`${id} `));

	it('T1: heads side by side on a line, unless one is set apart', () => {
		expect(of('T1', 'AABB aabb aabb')).toEqual(['T1 a 和 b']);
		expect(of('T1', 'AAbb aaBB aabb')).toEqual([]);
		expect(
			of('T1', 'AABB aabb', ({ blocks }) => {
				blocks[0]!.box = true;
			}),
		).toEqual([]);
		expect(
			of('T1', 'AABB aabb', ({ blocks }) => {
				blocks[1]!.relation = 'vertical';
			}),
		).toEqual([]);
		expect(
			of('T1', '11cc AACC aabb', ({ blocks }) => {
				blocks.splice(1, 1);
			}),
		).toEqual([]);
		const weights = (drawing: string, pt: number) => {
			const page = draw(drawing);
			page.blocks[1]!.head.parts[0]!.pt = pt;
			return countTaboos(page.brief, page, page.grid)
				.filter(({ id }) => id === 'T1')
				.map(({ weight }) => weight);
		};
		expect([weights('AABB aabb', 30), weights('AABB aabb', 20)]).toEqual([[2.5], [1]]);
	});

	it('T2: cuts from edge to edge, between what spans the page at head and foot', () => {
		expect(of('T2', 'AAA aaa BBC bbc')).toEqual(['T2 第 9 行下']);
		expect(of('T2', 'AAB aab aab')).toEqual(['T2 第 2 栏右']);
		expect(of('T2', 'AAB aab CCb ccb')).toEqual(['T2 第 2 栏右']);
		expect(of('T2', 'ABB abb aCC acc')).toEqual(['T2 第 1 栏右']);
		expect(of('T2', 'AAAB aaab aCCb acDD acdd ccdd')).toEqual([]);
		expect(of('T2', '### AAa aaa aBB aBb abb')).toEqual([]);
		expect(of('T2', 'AAA aaa #BB #bb')).toEqual(['T2 第 9 行下']);
		expect(of('T2', 'AAA aaa ###')).toEqual([]);
	});

	it('T3: stacked heads with little between them', () => {
		expect(of('T3', 'AA BB bb')).toHaveLength(0);
		expect(
			of('T3', 'AA aa BB bb', ({ blocks }) => {
				blocks[0]!.head.h = 6;
			}),
		).toEqual(['T3 a 和 b']);
		expect(of('T3', 'AA aa BB bb')).toEqual([]);
	});

	it('T4: a subhead, or a head, without two lines under it', () => {
		const subhead = (from: number) => (page: ReturnType<typeof draw>) => {
			page.brief.stories[0]!.blocks = [
				{ type: 'p', text: '湖'.repeat(500) },
				{ type: 'subhead', text: '岸' },
			];
			page.blocks[0]!.frames[0]!.lines[from]!.block = 1;
		};
		expect(of('T4', 'AA aa aa', subhead(8))).toEqual(['T4 a 第 1 栏']);
		expect(of('T4', 'AA aa aa', subhead(7))).toEqual([]);
		expect(
			of('T4', 'AA aa aa', ({ blocks }) => {
				blocks[0]!.frames[0]!.lines.length = 1;
			}),
		).toEqual(['T4 a 第 1 栏']);
	});

	it('T5: a last line alone at a column’s head, a last line of one character', () => {
		const endAt = (column: number, from: number, to: number) => (page: ReturnType<typeof draw>) => {
			page.brief.stories[0]!.blocks = [{ type: 'p', text: `${'湖'.repeat(98)}岸。` }];
			Object.assign(page.blocks[0]!.frames[column]!.lines[0]!, { from, to });
		};
		expect(of('T5', 'AA aa', endAt(1, 90, 100))).toEqual(['T5 a 第 2 栏']);
		expect(of('T5', 'AA aa', endAt(1, 90, 99))).toEqual([]);
		expect(of('T5', 'AA aa', endAt(0, 98, 100))).toHaveLength(2);
	});

	it('T6: columns that are not read from left to right, next to each other', () => {
		const swap = ({ blocks }: ReturnType<typeof draw>) => blocks[0]!.frames.reverse();
		expect(of('T6', 'AAA aaa')).toEqual([]);
		expect(of('T6', 'AA aa', (page) => void swap(page))).toEqual(['T6 a 第 2 栏']);
		expect(of('T6', 'AAA a1a')).toEqual([]);
		expect(of('T6', 'AAA aba')).toEqual(['T6 a 第 2 栏']);
	});

	it('T7: a bigger head over a lesser story', () => {
		expect(of('T7', 'AB ab')).toEqual([]);
		expect(
			of('T7', 'AB ab', ({ blocks }) => {
				blocks[1]!.head.parts[0]!.pt = 40;
			}),
		).toEqual(['T7 a 和 b']);
	});

	it('T8: heads too big or too small for their text', () => {
		expect(of('T8', 'A a a')).toEqual([]);
		expect(of('T8', 'A a')).toEqual(['T8 a']);
		expect(
			of('T8', 'A a', ({ blocks }) => {
				blocks[0]!.head.h = 0;
			}),
		).toEqual(['T8 a']);
	});

	it('T9: pictures that touch or stand in one strip', () => {
		expect(of('T9', 'AABB 11bb aa22 aabb')).toEqual([]);
		expect(of('T9', 'AABB aabb 1122')).toEqual(['T9 a0 和 b0']);
		expect(
			of('T9', 'AACCBB 11CC22 aaccbb', ({ blocks }) => {
				blocks[2]!.figures = [];
			}),
		).toEqual(['T9 a0 和 b0']);
	});

	it('T10: a window of 4 × 40 without picture, box or big head', () => {
		const grey = (head: string) => `${head} ${'aaaa '.repeat(9)}`;
		expect(of('T10', grey('AAAA'))).toEqual(['T10 第 1 栏第 11 行起']);
		expect(
			of('T10', grey('AAAA'), ({ blocks }) => {
				blocks[0]!.box = true;
			}),
		).toEqual([]);
		expect(of('T10', `AAAA ${'aaaa '.repeat(4)} aa11 ${'aaaa '.repeat(4)}`)).toEqual([]);
	});
});

it('knows the two sheets of the trade by itself', () => {
	for (const name of ['对开', '四开'] as const)
		expect(askedGrid({ ...draw('A a').brief, grid: name })).toEqual(gridOf(name));
});
