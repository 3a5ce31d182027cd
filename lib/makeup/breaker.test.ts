import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakText } from './breaker';
import { type Cluster, clusterize } from './cluster';
import { paragraph, randomOf } from './fixture';
import { normalize } from './normalize';
import type { BrokenLine } from './sheet';

const shown = (text: string, lines: BrokenLine[]) => lines.map((line) => text.slice(line.from, line.to));

/** Width of a line in ½ em from the widths of its clusters alone, whatever the breaker thought of it. */
function widthOf(text: string, line: BrokenLine): number {
	const clusters = clusterize(text, 0).filter((c) => c.at >= line.from && c.at < line.to);
	while (clusters.at(-1)?.kind === 'space') clusters.pop();
	const full = (cluster: Cluster) => (cluster.kind === 'close' || cluster.kind === 'open' ? 2 : cluster.width);
	return clusters.reduce((sum, cluster) => sum + full(cluster), 0) - line.half.length;
}

/** Gaps that a line can be stretched at: between clusters, never inside one. */
function gapsOf(text: string, line: BrokenLine): number {
	const clusters = clusterize(text).filter((c) => c.at >= line.from && c.at < line.to);
	while (clusters.at(-1)?.kind === 'space') clusters.pop();
	return clusters.length - 1;
}

describe('breakText', () => {
	it.each([
		[
			'an exact paragraph',
			16,
			'今天上午，跨湖大桥合龙，比计划早二十天。',
			['今天上午，跨', '湖大桥合龙，比计', '划早二十天。'],
		],
		[
			'a mark squeezed at the end of a line',
			16,
			'清晨湖上雾散的第9号渔船归来，人声起来了。',
			['清晨湖上雾散', '的第9号渔船归来，', '人声起来了。'],
		],
		[
			'no closing mark at the start of a line',
			16,
			'清晨湖上渔船，人声已起，灯火未熄。',
			['清晨湖上渔', '船，人声已起，灯', '火未熄。'],
		],
		[
			'no opening mark at the end of a line',
			16,
			'清晨湖上有《渔歌》传来，人声已起。',
			['清晨湖上有', '《渔歌》传来，人', '声已起。'],
		],
		[
			'numbers, dashes and ellipses whole',
			16,
			'全年共投入3.25亿元——十年一遇……',
			['全年共投入', '3.25亿元——十年', '一遇……'],
		],
		[
			'a space at the end of a line hangs',
			16,
			'清晨湖上渔船 归来灯还亮着人声起',
			['清晨湖上渔船 ', '归来灯还亮着人声', '起'],
		],
	])('%s', (_, measure, text, lines) => {
		expect(shown(text, breakText(text, measure, { indent: 4 }).lines())).toEqual(lines);
	});

	it('halves the first of two closing marks and the second of two opening ones', () => {
		const text = '他说：“《湖》好。”';
		const [line] = breakText(text, 40).lines();
		expect(line!.half.map((at) => text[at])).toEqual(['：', '《', '。']);
	});

	it('leaves no single character on the last line', () => {
		const text = '清晨湖上渔船归来灯还亮着，人声起了啊';
		expect(shown(text, breakText(text, 16, { indent: 4 }).lines()).at(-1)!.length).toBeGreaterThan(1);
	});

	it('sets a paragraph longer or shorter where that costs little', () => {
		const text = paragraph(300, randomOf(5));
		const breaks = breakText(text, 26, { indent: 4 });
		expect(breaks.options.length).toBeGreaterThan(1);
		for (const option of breaks.options) {
			const lines = breaks.lines(option.lines);
			expect(lines).toHaveLength(option.lines);
			expect(shown(text, lines).join('')).toBe(text);
		}
		expect(breaks.options.find((option) => option.lines === breaks.best)!.cost).toBe(
			Math.min(...breaks.options.map((option) => option.cost)),
		);
	});

	it('sets an empty text in no lines', () => {
		expect(breakText('', 22).lines()).toEqual([]);
	});

	it('keeps the rules in newspaper copy at every measure', () => {
		const copy = fc.record({ seed: fc.nat(), length: fc.integer({ min: 1, max: 260 }) });
		fc.assert(
			fc.property(copy, fc.integer({ min: 22, max: 48 }), ({ seed, length }, measure) => {
				const text = normalize(paragraph(length, randomOf(seed)));
				const breaks = breakText(text, measure, { indent: 4 });
				const lines = breaks.lines();
				expect(shown(text, lines).join('')).toBe(text);
				for (const [i, line] of lines.entries()) {
					expectEdges(text, line, i > 0);
					if (i < lines.length - 1) expectExact(text, line, measure);
				}
				expect(breakText(text, measure, { indent: 4 }).lines()).toEqual(lines);
			}),
			{ numRuns: 120, seed: 2 },
		);
	});

	it('never fails: any text, any measure, every character in order, every full line exact', () => {
		const pieces = ['澄', '，', '。', '“', '”', '（', '……', '——', '·', ' ', 'https://a.example/b', '9', '％', '👩‍🌾'];
		const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((list) => normalize(list.join('')));
		fc.assert(
			fc.property(soup, fc.integer({ min: 10, max: 30 }), (text, measure) => {
				const lines = breakText(text, measure, { indent: 4 }).lines();
				expect(shown(text, lines).join('')).toBe(text);
				for (const line of lines) if (line.fit !== 'last') expectSum(text, line, measure);
			}),
			{ numRuns: 200, seed: 3 },
		);
	});
});

function expectEdges(text: string, line: BrokenLine, isLater: boolean): void {
	const part = text.slice(line.from, line.to).trimEnd();
	if (isLater) expect(part).not.toMatch(/^[，。、；：？！）》〉」』】〕”’·％]/u);
	expect(part).not.toMatch(/[（《〈「『【〔“‘]$/u);
	expect(part).not.toMatch(/(^|[^—])—$|(^|[^…])…$/u);
}

function expectExact(text: string, line: BrokenLine, measure: number): void {
	expect(line.fit).not.toBe('last');
	expect(line.stretchEm).toBeLessThanOrEqual(0.3);
	expectSum(text, line, measure);
}

function expectSum(text: string, line: BrokenLine, measure: number): void {
	const stretch = line.stretchEm * 2 * gapsOf(text, line);
	// A run that was cut in despair has more gaps than its clusters show; its line is stretched, never wider.
	if (gapsOf(text, line) < 1) return;
	expect(widthOf(text, line) + stretch).toBeLessThanOrEqual(measure - line.indent + 1e-6);
	if (line.fit === 'exact' || line.fit === 'squeeze') expect(widthOf(text, line)).toBe(measure - line.indent);
}
