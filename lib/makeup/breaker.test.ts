import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakText } from './breaker';
import { toClusters } from './cluster';
import { paragraph, randomOf } from './fixture';
import { normalize } from './normalize';
import type { BrokenLine } from './sheet';

/**
 * Lines as a typesetter would draw them. `'` stands at the side where a mark lost its half: `，'`
 * `'《`. `~` ends a stretched line, with what each gap got in ems.
 */
function drawn(text: string, lines: BrokenLine[]): string[] {
	return lines.map((line) => {
		const characters = [...text.slice(line.from, line.to)].map((character, k) => {
			if (!line.half.includes(line.from + k)) return character;
			return /[（《〈「『【〔“‘]/.test(character) ? `'${character}` : `${character}'`;
		});
		const stretch = line.fit === 'stretch' ? ` ~${line.stretchEm.toFixed(2)}` : '';
		return '　'.repeat(line.indent / 2) + characters.join('').trimEnd() + stretch;
	});
}

/** Rule, measure in em, text (indent 2 em), lines. */
const fixtures: [rule: string, measureEm: number, text: string, lines: string[]][] = [
	[
		'lines that need nothing',
		8,
		'今天上午，跨湖大桥合龙，比计划早二十天。',
		['　　今天上午，跨', '湖大桥合龙，比计', '划早二十天。'],
	],
	[
		'no closing mark begins a line',
		8,
		'清晨湖上渔船，人声已起，灯火未熄。',
		['　　清晨湖上渔 ~0.25', '船，人声已起，灯', '火未熄。'],
	],
	[
		'no opening mark ends a line',
		8,
		'清晨湖上有《渔歌》传来，人声已起。',
		['　　清晨湖上有 ~0.25', '《渔歌》传来，人', '声已起。'],
	],
	[
		'no connector begins a line',
		13,
		'清晨从澄湖的青柳湾到桥—东岸的路都通了，路灯也亮着。',
		['　　清晨从澄湖的青柳湾到 ~0.11', '桥—东岸的路都通了，路灯也', '亮着。'],
	],
	[
		'nor does the sign of a range',
		13,
		'清晨的码头上已经有了三～五条船归来，船上的灯也亮着。',
		['　　清晨的码头上已经有了 ~0.11', '三～五条船归来，船上的灯也', '亮着。'],
	],
	[
		'the middle dot is half an em wide and begins no line',
		13,
		'清晨给澄湖报社来信是卡·尔先生，他说湖真好，路也宽。',
		['　　清晨给澄湖报社来信是 ~0.11', '卡·尔先生，他说湖真好，路 ~0.04', '也宽。'],
	],
	[
		'a separator 分隔号 ends no line and begins none',
		20,
		'清晨湖上的渡船票价从今天起改为三元／人，孩子不收钱，老人也不收。',
		['　　清晨湖上的渡船票价从今天起改为三 ~0.13', '元／人，孩子不收钱，老人也不收。'],
	],
	[
		'nor does one typed as /',
		13,
		'清晨第9号渡船票要三元/人，孩子不收钱，老人也不收。',
		['　　清晨第9号渡船票要三 ~0.17', '元/人，孩子不收钱，老人也 ~0.04', '不收。'],
	],
	[
		'digits half an em each; comma and point stay in their number',
		10,
		'全年共投入了整整1,024.5万元修堤岸，比去年多。',
		['　　全年共投入了整整', "1,024.5万元修堤岸，'比", '去年多。'],
	],
	[
		'a unit stays with its digits',
		10,
		'去年秋天绿地率达到41.5％，最高的气温有36.5℃，风很小。',
		['　　去年秋天绿地率达', '到41.5％，最高的气温', '有36.5℃，风很小。'],
	],
	[
		'and with a number in Han',
		10,
		'清晨湖面上的气温三十℃，人声已起，灯火还亮着。',
		['　　清晨湖面上的气温', '三十℃，人声已起，灯', '火还亮着。'],
	],
	[
		'a Latin word is not cut',
		10,
		'小店的门口挂着OPEN字样的木牌，灯还亮着。',
		['　　小店的门口挂着 ~0.17', 'OPEN字样的木牌，灯还', '亮着。'],
	],
	[
		'a dash and an ellipsis are two em and not cut',
		10,
		'全年共投入三亿五千——十年一遇的大工程……人声起来。',
		['　　全年共投入三亿五', '千——十年一遇的大工', '程……人声起来。'],
	],
	[
		'two ellipses together are four em and not cut',
		10,
		'清晨湖上他说了三遍…………船归来了，灯还亮着。',
		['　　清晨湖上他说了三', '遍…………船归来了，', '灯还亮着。'],
	],
	[
		'a dash rather does not begin a line',
		13,
		'清晨，第9号的大渔船归来——十年前的船，今天归来了她说灯还亮着。',
		['　　清晨，第9号的大渔船归 ~0.05', '来——十年前的船，今天归来', '了她说灯还亮着。'],
	],
	[
		'？！ take one em, ！！！ two',
		10,
		'他说什么？！船真的归来了！！！',
		["　　他说什么？'！'船真的", "归来了！'！'！"],
	],
	[
		'of two marks together the outer half goes: one and a half em',
		10,
		'他说：“《渔歌》真好。”（笑）',
		["　　他说：'“'《渔歌》真", "好。'”'（笑）"],
	],
	[
		'a mark at a line’s end gives its half',
		8,
		'清晨湖上雾散的第9号渔船归来，人声起来了。',
		['　　清晨湖上雾散', "的第9号渔船归来，'", '人声起来了。'],
	],
	[
		'an opening mark at a line’s start gives its half',
		8,
		'清晨湖上有船《渔歌5号》的归来人声已起。',
		['　　清晨湖上有船', "'《渔歌5号》的归来", '人声已起。'],
	],
	[
		'inside, brackets give before points',
		10,
		'清晨湖上渔船归来今《渔》第9号，声声传到码头了。',
		['　　清晨湖上渔船归来', "今'《渔》第9号，声声传", '到码头了。'],
	],
	[
		'。 inside a line keeps its width; the line is stretched',
		10,
		'清晨第9号来。渔船灯还亮着的码头上有人声起。',
		['　　清晨第9号来。渔 ~0.07', '船灯还亮着的码头上有', '人声起。'],
	],
	[
		'stretched evenly where nothing can be squeezed',
		10,
		'清晨湖上第9号渔船归来灯还亮着人声起来又落下。',
		['　　清晨湖上第9号渔 ~0.07', '船归来灯还亮着人声起', '来又落下。'],
	],
	[
		'孤字: no single character and its marks on the last line',
		13,
		'清晨湖上渔船归来灯还亮着人声起来天亮了吗他说好的啊。',
		['　　清晨湖上渔船归来灯还亮', '着人声起来天亮了吗他说好 ~0.09', '的啊。'],
	],
	[
		'a space at a line’s end hangs',
		8,
		'清晨湖上渔船 归来灯还亮着人声起来',
		['　　清晨湖上渔船', '归来灯还亮着人声', '起来'],
	],
	[
		'a straight quotation mark, whose side is unknown, leans on both neighbours',
		10,
		'清晨湖上渔船归来了他"好"了一声，灯还亮着。',
		['　　清晨湖上渔船归来', '了他"好"了一声，灯还', '亮着。'],
	],
	[
		'an address wider than the measure is cut',
		8,
		'见https://lake.example/boats/9页。',
		['　　见https://la', 'ke.example/boat ~0.04', 's/9页。'],
	],
];

/** The pieces that a line never breaks or stretches inside, and their widths in ½ em; not those of cluster.ts. */
function piecesOf(part: string): { text: string; width: number }[] {
	const pieces = part.match(/——|……|[!-~]+[％‰℃]*|[\s\S](?:\u200d\p{Emoji})?/gu) ?? [];
	return pieces.map((text) => {
		if (/^(——|……)/.test(text)) return { text, width: 4 };
		if (/^[!-~]/.test(text)) return { text, width: [...text].reduce((sum, c) => sum + (/[％‰℃]/.test(c) ? 2 : 1), 0) };
		return { text, width: text === '·' || text === ' ' ? 1 : 2 };
	});
}

/** Width of a set line in ½ em. A Latin run wider than `widest` was cut, and has gaps inside. */
function widthOf(text: string, line: BrokenLine, widest = Number.POSITIVE_INFINITY): number {
	const pieces = piecesOf(text.slice(line.from, line.to).trimEnd());
	const natural = pieces.reduce((sum, piece) => sum + piece.width, 0);
	const isCut = (run: string) => run.length > widest;
	const inside = (text.match(/[!-~]+/g) ?? []).some(isCut)
		? text.slice(line.from, line.to).match(/[!-~](?=[!-~])/g)
		: [];
	return natural - line.half.length + 2 * line.stretchEm * (pieces.length - 1 + (inside?.length ?? 0));
}

const noStart = /^[，。、；：？！）》〉」』】〗〕”’·～–—／/％‰℃]/;
const noEnd = /[（《〈「『【〖〔“‘／/]$/;

function expectRules(text: string, lines: BrokenLine[], measure: number): void {
	expect(lines.map((line) => text.slice(line.from, line.to)).join('')).toBe(text);
	for (const [i, line] of lines.entries()) {
		const part = text.slice(line.from, line.to).trimEnd();
		if (i > 0) expect(part.replace(/^——/, '')).not.toMatch(noStart);
		if (i < lines.length - 1) {
			expect(part).not.toMatch(noEnd);
			expect(line.fit).not.toBe('last');
			expect(widthOf(text, line)).toBeCloseTo(measure - line.indent, 6);
		} else expect(widthOf(text, line)).toBeLessThanOrEqual(measure - line.indent);
	}
}

const copy = fc.record({ seed: fc.nat(), length: fc.integer({ min: 1, max: 260 }) });
const measures = fc.integer({ min: 22, max: 54 });
const textOf = ({ seed, length }: { seed: number; length: number }) => normalize(paragraph(length, randomOf(seed)));

describe('breakText', () => {
	it.each(fixtures)('%s', (_, measureEm, text, lines) => {
		expect(drawn(text, breakText(text, 2 * measureEm, { indent: 4 }).lines())).toEqual(lines);
	});

	it('sets an empty text in no lines', () => {
		expect(breakText('', 22).lines()).toEqual([]);
	});

	it('leaves a Latin run ragged that stands alone on its line and does not fill it', () => {
		const text = '湖https://a.example/b湖好';
		const lines = breakText(text, 20).lines();
		expect(drawn(text, lines)).toEqual(['湖', 'https://a.example/b', '湖好']);
		expect(lines[1]).toMatchObject({ fit: 'last', stretchEm: 0 });
	});

	it('keeps every rule in newspaper copy, for every line count, and says the same when asked again', () => {
		fc.assert(
			fc.property(copy, measures, (source, measure) => {
				const text = textOf(source);
				const breaks = breakText(text, measure, { indent: 4 });
				for (const option of breaks.options) {
					const lines = breaks.lines(option.lines);
					expect(lines).toHaveLength(option.lines);
					expectRules(text, lines, measure);
				}
				expect(Math.min(...breaks.options.map(({ cost }) => cost))).toBe(
					breaks.options.find(({ lines }) => lines === breaks.best)!.cost,
				);
				const again = breakText(toClusters(text), measure, { indent: 4 });
				expect(again.options).toEqual(breaks.options);
				expect(again.lines()).toEqual(breaks.lines());
			}),
			{ numRuns: 100, seed: 2 },
		);
	});

	it('stretches over the limit only where no way of breaking keeps to it, and then as little as can be', () => {
		let loose = 0;
		fc.assert(
			fc.property(copy, fc.integer({ min: 16, max: 30 }), (source, measure) => {
				const text = textOf(source);
				const lines = breakText(text, measure, { indent: 4 }).lines();
				const total = lines.reduce((sum, line) => sum + looseness(line.stretchEm), 0);
				const least = leastLooseness(text, measure, 0.3);
				expect(total).toBe(least < Number.POSITIVE_INFINITY ? least : leastLooseness(text, measure, 100));
				if (total > 0) loose++;
			}),
			{ numRuns: 150, seed: 4 },
		);
		expect(loose).toBeGreaterThan(20);
	});

	it('breaks what follows a line’s end as it would be broken by itself', () => {
		fc.assert(
			fc.property(copy, measures, fc.nat(), (source, measure, pick) => {
				const text = textOf(source);
				const lines = breakText(text, measure, { indent: 4 }).lines();
				const at = pick % lines.length;
				// One character left over is 孤字 in its paragraph, but a text by itself.
				if (at === 0 || at === lines.length - 1 || lines.some((line) => line.stretchEm > 0.12)) return;
				const { from } = lines[at]!;
				const rest = breakText(text.slice(from), measure).lines();
				const ends = (set: BrokenLine[], offset: number) => set.map(({ to }) => to + offset);
				expect(ends(rest, from)).toEqual(ends(lines.slice(at), 0));
			}),
			{ numRuns: 200, seed: 5 },
		);
	});

	it('sets any text in any measure: every character in order, no line too wide', () => {
		const signs = [
			'澄',
			'，',
			'？！',
			'》',
			'“',
			'”',
			'（',
			'……',
			'——',
			'·',
			' ',
			'https://a.example/b',
			'9',
			'％',
			'👩‍🌾',
		];
		const soup = fc.array(fc.constantFrom(...signs), { maxLength: 40 }).map((list) => normalize(list.join('')));
		fc.assert(
			fc.property(soup, fc.integer({ min: 10, max: 30 }), (text, measure) => {
				const lines = breakText(text, measure, { indent: 4 }).lines();
				expect(lines.map((line) => text.slice(line.from, line.to)).join('')).toBe(text);
				for (const line of lines) {
					expect(widthOf(text, line, measure)).toBeLessThanOrEqual(measure - line.indent + 1e-6);
				}
			}),
			{ numRuns: 400, seed: 3 },
		);
	});
});

/** How far a gap goes beyond 0.12 em. */
function looseness(stretchEm: number): number {
	return stretchEm > 0.12 ? Math.round((stretchEm / 0.12) ** 2) : 0;
}

/** Of all ways to set a text within the rules, indented by 2 em, the least looseness; plainly, without other costs. */
function leastLooseness(text: string, measure: number, utmostEm: number): number {
	const { count, before, brackets, points, breaks, inkEnd, givesFirst, givesLast } = toClusters(text);
	const least = new Array<number>(count + 1).fill(Number.POSITIVE_INFINITY);
	least[0] = 0;
	for (let j = 1; j <= count; j++) {
		if (j < count && breaks[j] === 0) continue;
		const end = inkEnd[j]!;
		for (let i = 0; i < j; i++) {
			const over = before[end]! - before[i]! - measure + (i === 0 ? 4 : 0);
			const inside = end - 1 > i + 1 ? brackets[end - 1]! + points[end - 1]! - brackets[i + 1]! - points[i + 1]! : 0;
			if (over > inside + givesLast[end - 1]! + (end - 1 > i ? givesFirst[i]! : 0)) continue;
			const gap = j === count || over >= 0 ? 0 : -over / 2 / (end - i - 1);
			if (gap <= utmostEm) least[j] = Math.min(least[j]!, least[i]! + looseness(gap));
		}
	}
	return least[count]!;
}
