import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ErrorMark, errorRate, errorRateWords, errorWeight } from './error-rate';

const mark = (wrong: string, right: string, place = 'body'): ErrorMark => ({ place, wrong, right });

describe('errorWeight', () => {
	it.each<[ErrorMark, number]>([
		[mark('得', '的'), 1],
		[mark('', '的'), 1],
		[mark('了', ''), 1],
		[mark('，', '。'), 1],
		[mark('副本', '复本'), 2],
		[mark('', '一二三四五'), 2],
		[mark('一二三四五六', ''), 4],
		[mark('得', '的', 'head'), 2],
		[mark('一二三四五六', '', 'folio'), 8],
		[mark('三十', '30'), 0.1],
		[mark('１２', '12'), 0.1],
		[mark('1,000', '1000'), 0.1],
		[mark('二〇二六', '2026'), 0.1],
		[mark('三百二十', '320'), 0.1],
		[mark('2万', '20000'), 0.1],
		[mark('一万二千', '12000'), 0.1],
		[mark('百分之五', '5%'), 0.1],
		[mark('三十', '30', 'head'), 0.2],
		[mark('三十', '13'), 2],
		[mark('五', '5'), 0.1],
		[mark('五', '6'), 1],
		[mark('甲', '甲'), 0],
	])('%o counts %d', (one, weight) => {
		expect(errorWeight(one)).toBe(weight);
	});

	const text = fc.string({ unit: fc.constantFrom('甲', '乙', '三', '5', '，', '𠮷'), maxLength: 9 });
	const anyMark = fc.record({ place: fc.constantFrom('body', 'head', 'folio'), wrong: text, right: text });

	it('is one of the weights there are, doubled in a head, the same both ways', () => {
		fc.assert(
			fc.property(anyMark, (one) => {
				const weight = errorWeight({ ...one, place: 'body' });
				expect([0, 0.1, 1, 2, 4]).toContain(weight);
				expect(errorWeight({ ...one, place: 'head' })).toBe(weight * 2);
				expect(errorWeight({ ...one, wrong: one.right, right: one.wrong, place: 'body' })).toBe(weight);
			}),
		);
	});

	it('never weighs a longer run less', () => {
		fc.assert(
			fc.property(fc.nat(12), fc.nat(12), (a, b) => {
				const weightOf = (length: number) => errorWeight(mark('甲'.repeat(length), ''));
				if (a <= b) expect(weightOf(a)).toBeLessThanOrEqual(weightOf(b));
			}),
		);
	});

	it('adds up, in any order, and halves over twice the text', () => {
		fc.assert(
			fc.property(fc.array(anyMark, { maxLength: 30 }), fc.integer({ min: 1, max: 30_000 }), (marks, words) => {
				const whole = errorRate(marks, words);
				expect(errorRate(marks.toReversed(), words)).toEqual(whole);
				expect(whole.weight).toBeCloseTo(
					marks.reduce((sum, one) => sum + errorWeight(one), 0),
					6,
				);
				expect(errorRate(marks, words * 2).rate).toBeCloseTo((whole.weight * 10_000) / words / 2, 0);
				expect(whole.passes).toBe(whole.weight * 10_000 <= 3 * words + 1e-6);
			}),
		);
	});
});

it('is told with its limit', () => {
	const marks = [mark('得', '的'), mark('三十', '30')];
	expect(errorRate(marks, 6000)).toEqual({ count: 2, weight: 1.1, rate: 1.8, passes: true });
	expect(errorRateWords(errorRate(marks, 6000))).toBe('差错率 1.8/万，3 以内合格');
	expect(errorRateWords(errorRate(marks, 1000))).toBe('差错率 11.0/万，超过 3，不合格');
	expect(errorRate(marks, 0)).toMatchObject({ rate: 0, passes: true });
	expect(errorRate([mark('得', '的'), mark('得', '的'), mark('得', '的')], 10_000)).toMatchObject({ passes: true });
	expect(errorRate([mark('得', '的'), mark('得', '的'), mark('得', '的')], 9999)).toMatchObject({ passes: false });
});
