import { expect, it } from 'vitest';
import { asciiOf } from './ascii';
import { columnX, gridOf, spanUnits } from './grid';
import type { Sheet, SheetBlock } from './sheet';

const grid = { ...gridOf('四开'), cols: 4, lines: 16 };
const line = { block: 0, from: 0, to: 1, half: [], indent: 0, fit: 'last' as const, stretchEm: 0 };

function block(headline: string, col: number, y: number, feet: number[], more: Partial<SheetBlock> = {}): SheetBlock {
	const x = columnX(grid, col);
	return {
		...{ story: headline, order: 0, priority: 2, relation: 'top', box: false, figures: [] },
		head: { x, y, w: spanUnits(grid, feet.length), h: 2, parts: [{ role: 'headline', pt: 30, rows: [headline] }] },
		frames: feet.map((foot, i) => {
			const h = foot - y - 2;
			return { x: x + 24 * i, y: y + 2, wEm: 11, h, lines: new Array(h).fill(line) };
		}),
		...more,
	};
}

function mapOf(blocks: SheetBlock[], anchors: Parameters<typeof asciiOf>[1] = []): string[] {
	const sheet = { version: 1, grid, blocks, taboos: [], score: {}, advice: [] } as unknown as Sheet;
	return asciiOf(sheet, anchors).trimEnd().split('\n');
}

it('draws heads, columns, an L, a picture, an anchor and a hole', () => {
	const lead = block('一湖清水', 0, 4, [9, 16, 16], {
		frames: block('一湖清水', 0, 4, [9, 16, 12]).frames,
		figures: [{ id: 'p', x: 48, y: 12, wEm: 11, h: 4, crop: [0, 0, 1, 1] }],
	});
	const plate = { kind: 'nameplate' as const, x: 0, y: 0, w: 94, h: 3 };
	expect(mapOf([lead, block('今起小雨', 0, 10, [16]), block('开卷', 3, 4, [12])], [plate])).toEqual([
		'###############',
		'###############',
		'AAAAAAAAAAA CCC',
		'aaa aaa aaa ccc',
		'aaa aaa aaa ccc',
		'BBB aaa aaa ccc',
		'bbb aaa %%% ...',
		'bbb aaa %%% ...',
		'',
		'A 次条 一湖清水',
		'B 次条 今起小雨',
		'C 次条 开卷',
	]);
});

it('leaves the frame of a boxed story white', () => {
	const rows = mapOf([block('问答', 1, 3, [13], { box: true })]).slice(0, 8);
	expect(rows.map((row) => row.slice(4, 7))).toEqual(['...', '   ', 'AAA', 'aaa', 'aaa', 'aaa', 'aaa', '...']);
});
