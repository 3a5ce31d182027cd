import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorAt, findAnchor } from './anchor';

const few = fc.string({ unit: fc.constantFrom('甲', '乙', '，'), maxLength: 60 });
const many = fc.string({
	unit: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
	maxLength: 80,
});
const cut = fc.tuple(fc.nat(), fc.nat());
const rangeIn = (text: string, [a, b]: [number, number]) => {
	const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
	return { from, to };
};

describe('findAnchor', () => {
	it('finds its range in the text it was made from, however often the words stand there', () => {
		fc.assert(
			fc.property(few, cut, (text, ends) => {
				const range = rangeIn(text, ends);
				fc.pre(range.from < range.to);
				expect(findAnchor(text, anchorAt(text, range))).toEqual(range);
			}),
		);
	});

	it('finds it after any edit outside of it', () => {
		fc.assert(
			fc.property(many, cut, cut, few, fc.boolean(), (text, ends, edit, put, isBefore) => {
				const range = rangeIn(text, ends);
				fc.pre(range.from < range.to);
				const [head, exact, tail] = [text.slice(0, range.from), text.slice(range.from, range.to), text.slice(range.to)];
				const edited = (part: string) => {
					const { from, to } = rangeIn(part, edit);
					return part.slice(0, from) + put + part.slice(to);
				};
				const newHead = isBefore ? edited(head) : head;
				const after = newHead + exact + (isBefore ? tail : edited(tail));
				fc.pre(after.indexOf(exact) === after.lastIndexOf(exact));
				const found = { from: newHead.length, to: newHead.length + exact.length };
				expect(findAnchor(after, anchorAt(text, range))).toEqual(found);
			}),
		);
	});

	it('tells equal words by what stands around them, wherever they went', () => {
		fc.assert(
			fc.property(many, many, many, (before, between, behind) => {
				const text = `${before}湖边的路修好了${between}山上的路修好了${behind}`;
				const from = text.lastIndexOf('修好了');
				const anchor = anchorAt(text, { from, to: from + 3 });
				const moved = `${behind}山上的路修好了${between}湖边的路修好了${before}`;
				fc.pre(!/路修好了/.test(before + between + behind));
				expect(findAnchor(moved, { ...anchor, suffix: '' })).toEqual({
					from: behind.length + 4,
					to: behind.length + 7,
				});
			}),
		);
	});

	it('of equals takes the nearest', () => {
		const anchor = { exact: '甲', prefix: '', suffix: '', position: 6 };
		expect(findAnchor('甲乙乙乙甲乙甲乙', anchor)).toEqual({ from: 6, to: 7 });
		expect(findAnchor('甲乙乙乙甲', anchor)).toEqual({ from: 4, to: 5 });
	});

	it('says where the words are gone, and that nothing is quoted', () => {
		expect(findAnchor('湖边', anchorAt('山上的路', { from: 0, to: 2 }))).toBeNull();
		expect(findAnchor('湖边', anchorAt('湖边', { from: 1, to: 1 }))).toBeNull();
	});

	it('is quick where a comma stands a hundred thousand times', () => {
		const text = '，'.repeat(100_000);
		expect(findAnchor(text, anchorAt(text, { from: 50_000, to: 50_001 }))).toEqual({ from: 50_000, to: 50_001 });
	});
});
