import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakText } from './breaker';
import { canSetClose, checkLine, essenceOf, fewestRows, headEms, normalText, piecesOf } from './check-text';
import { paragraph, randomOf } from './fixture';
import { normalize } from './normalize';
import type { SheetLine } from './sheet';

describe('normalText', () => {
	it.each([
		['湖水清,岸线长;对吗?对!', '湖水清，岸线长；对吗？对！'],
		['望远镜(FAST),有支撑', '望远镜（FAST），有支撑'],
		['GDP,CPI 1,024 3:30 (FAST) end?', 'GDP,CPI 1,024 3:30 (FAST) end?'],
		['他说…… 十年--等到...', '他说…… 十年——等到……'],
		[' 奋进 \n　新征程\t， 好 ', '奋进 新征程，好'],
	])('%s', (source, normal) => expect(normalText(source)).toBe(normal));

	it('agrees with the engine, whose offsets count in the same text, and loses nothing', () => {
		const soup = fc.array(fc.constantFrom(...'澄湖A9,;:?!()（），。《》…-. \n—')).map((c) => c.join(''));
		const isAlike = (text: string) => {
			expect(normalText(text)).toBe(normalize(text));
			expect(essenceOf(normalText(text))).toBe(essenceOf(text));
		};
		fc.assert(fc.property(soup, isAlike), { numRuns: 400, seed: 1 });
	});
});

describe('piecesOf', () => {
	const drawn = (text: string) => piecesOf(text).pieces.map((piece) => text.slice(piece.at, piece.end) + piece.units);

	it('keeps Latin runs with their units, dashes and ellipses whole, and gives each its half-ems', () => {
		expect(drawn('增3.2%到38℃——好……A·B')).toEqual([
			'增2',
			'3.2%4',
			'到2',
			'38℃4',
			'——4',
			'好2',
			'……4',
			'A1',
			'·1',
			'B1',
		]);
		expect(drawn('北京—上海')).toEqual(['北2', '京2', '—2', '上2', '海2']);
	});

	it('names characters that the font does not have', () => expect(piecesOf('湖🙂①').unknown).toEqual(['🙂']));
});

describe('checkLine', () => {
	const faultsOf = (text: string, measure: number, line: Partial<SheetLine>) => {
		const whole: SheetLine = {
			block: 0,
			from: 0,
			to: text.length,
			half: [],
			indent: 0,
			fit: 'exact',
			stretchEm: 0,
			...line,
		};
		const own = { type: 'subhead' as const, text, pieces: piecesOf(text).pieces, measure, line: whole };
		return checkLine({ ...own, type: whole.from === 0 && whole.indent === 0 ? 'subhead' : 'p' });
	};
	const at = (text: string, to: number) =>
		faultsOf(text, 100, { to, fit: 'last' }).map(([rule, words]) => `${rule} ${words}`);

	it.each([
		['湖水，岸', 2, 'edge “，”不能在行首'],
		['湖“水”岸', 2, 'edge ““”不能在行尾'],
		['湖——岸', 2, 'split “——”被拆开'],
		['湖……岸', 2, 'split “……”被拆开'],
		['湖…………岸', 3, 'split “…………”被拆开'],
		['增1,024米', 3, 'split “1,024”被拆开'],
		['到38℃为止', 3, 'split “38℃”被拆开'],
		['和/或', 1, 'edge “/”不能在行首'],
		['和/或', 2, 'edge “/”不能在行尾'],
		['北京—上海', 2, 'edge “—”不能在行首'],
		['湖 岸', 1, 'edge “ ”不能在行首'],
	])('%s broken at %d: %s', (text, to, fault) => expect(at(text, to)).toContain(fault));

	it.each([
		['湖——岸', 1],
		['湖——岸', 3],
		['湖 岸', 2],
		['增1,024米', 6],
	])('%s may be broken at %d', (text, to) => expect(at(text, to)).toEqual([]));

	it('has marks side by side share an em and a half', () => {
		const text = '他说：“好。”';
		expect(faultsOf(text, 20, { fit: 'last', half: [2, 5] })).toEqual([]);
		expect(faultsOf(text, 20, { fit: 'last' })).toHaveLength(2);
		expect(faultsOf(text, 20, { fit: 'last', half: [0, 2, 5] })).toHaveLength(1);
	});

	it('accepts every line of the engine at every measure', () => {
		const random = randomOf(7);
		for (const measure of [22, 26, 40, 54]) {
			for (let i = 0; i < 20; i++) {
				const text = normalize(paragraph(160, random));
				const { pieces } = piecesOf(text);
				for (const line of breakText(text, measure, { indent: 4 }).lines()) {
					const setting = { type: 'p' as const, text, pieces, measure, line: { block: 0, ...line } };
					expect(checkLine(setting)).toEqual([]);
				}
			}
		}
	});
});

describe('canSetClose', () => {
	const can = (text: string, measure: number) => canSetClose(text, piecesOf(text).pieces, measure, 0);

	it('knows what squeezing and 0.12 em a gap can do', () => {
		expect(can('湖水清清岸线长长', 8)).toBe(true);
		// Three and a half ems to fill four: half an em over three gaps is too much, over five it is not.
		expect(can('湖水清3岸线', 8)).toBe(false);
		expect(can('湖水清清岸3线长长', 12)).toBe(true);
		expect(can('湖水，清清岸', 7)).toBe(true);
		expect(can('湖水。清清岸', 7)).toBe(false);
	});

	it('can wherever the engine did', () => {
		const random = randomOf(3);
		for (let i = 0; i < 60; i++) {
			const text = normalize(paragraph(120, random));
			const lines = breakText(text, 22, { indent: 4 }).lines();
			if (lines.every(({ stretchEm }) => stretchEm <= 0.12))
				expect(canSetClose(text, piecesOf(text).pieces, 22, 4)).toBe(true);
		}
	});
});

describe('fewestRows', () => {
	it.each([
		['', '', 0],
		['湖水清清', '', 1],
		['湖水清清岸', '', 2],
		['湖水，清', '', 1],
		['湖水', '程野', 1],
		['湖水清', '程野', 2],
	])('of “%s” with the credit “%s” at 8 half-ems: %d', (caption, credit, rows) => {
		expect(fewestRows(caption, credit, 8)).toBe(rows);
	});
});

it('measures heads by the heavy face: Han 1 em, letters as wide as they are', () => {
	expect(headEms('一湖清水')).toBe(4);
	expect(headEms('2027')).toBeGreaterThan(2);
	expect(headEms('2027')).toBeLessThan(3);
});
