import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { p } from '@/prisma/seed/story';
import { content, edited } from '@/tests/arbitrary-content';
import { ArticleContent } from '../schema';
import { attribute } from './credit';
import { compareContents, type NodeDifference, sideOf } from './difference';

const story = (...paragraphs: string[]) =>
	ArticleContent.parse({ headline: '题', body: { type: 'doc', content: paragraphs.map((text) => p(text)) } });

interface Credited {
	op: string;
	text: string;
	by: number | undefined;
}

/** Every run of a difference in reading order, in or out. */
function runsOf(difference: NodeDifference): Credited[] {
	switch (difference.kind) {
		case 'same':
			return [];
		case 'left':
			return [{ op: 'left', text: '', by: difference.by }];
		case 'text':
			return difference.runs.flatMap((run) => {
				if (run.op === 'same' && !('by' in run)) return [];
				const text = 'break' in run ? '¶' : run.content.map((node) => node.text ?? '⏎').join('');
				return [{ op: run.op, text, by: run.by }];
			});
		case 'block': {
			const prose = Object.values(difference.prose).flat();
			const words = prose.filter(({ op }) => op !== 'same').map(({ op, text, by }) => ({ op, text, by }));
			const changed = difference.changed.map(({ name, by }) => ({ op: 'changed', text: name, by }));
			return [...words, ...changed, ...difference.children.flatMap(runsOf)];
		}
	}
}

const marked = (...contents: [ArticleContent, ...ArticleContent[]]) =>
	runsOf(attribute(contents)).map(
		({ op, text, by }) => `${{ inserted: '+', deleted: '-', marked: '~', changed: '!' }[op] ?? op}${text} ${by}`,
	);

describe('who brought what', () => {
	it.each<[string, [ArticleContent, ...ArticleContent[]], string[]]>([
		[
			'two hands in one sentence',
			[story('湖边的路修好了。'), story('湖边的新路修好了。'), story('湖边的新路昨天修好了。')],
			['+新 1', '+昨天 2'],
		],
		['one word over another’s', [story('路修好了。'), story('路终于修好了。'), story('路昨天修好了。')], ['+昨天 2']],
		[
			'struck by the one, written by the other',
			[story('湖边的路修好了。'), story('路修好了。'), story('路昨天修好了。')],
			['-湖边的 1', '+昨天 2'],
		],
		[
			'what was written and struck again is nobody’s',
			[story('路修好了。'), story('路终于修好了。'), story('路修好了。')],
			[],
		],
		[
			'what was struck and restored is nobody’s',
			[story('路修好了。', '走了一圈。'), story('路修好了。'), story('路修好了。', '走了一圈。')],
			[],
		],
		[
			'words inside another’s paragraph',
			[story('路修好了。'), story('路修好了。', '记者走了一圈。'), story('路修好了。', '记者昨天走了一圈。')],
			['+记者 1', '+昨天 2', '+走了一圈。 1'],
		],
		[
			'a paragraph parted by the one, joined to the next by the other',
			[
				story('湖边的路修好了。', '走一圈要两小时。', '风景很好。'),
				story('湖边的路', '修好了。', '走一圈要两小时。', '风景很好。'),
				story('湖边的路', '修好了。', '走一圈要两小时。风景很好。'),
			],
			['+¶ 1', '-¶ 2'],
		],
		[
			'a paragraph carried, then changed',
			[
				story('湖边的路修好了，大家都来走。', '水杉种了三千棵。', '驿站建了六座。'),
				story('水杉种了三千棵。', '驿站建了六座。', '湖边的路修好了，大家都来走。'),
				story('水杉种了三千棵。', '驿站建了六座。', '湖边的新路修好了，大家都来走。'),
			],
			['left 1', '+新 2'],
		],
		['bold print', [story('湖边的路'), story('湖边的**路**'), story('湖边的新**路**')], ['+新 2', '~路 1']],
	])('%s', (_name, contents, runs) => {
		expect(marked(...contents)).toEqual(runs);
	});

	it('heads and columns', () => {
		const first = story('路修好了。');
		const second = { ...first, headline: '新题', columnId: 'a' };
		const third = { ...second, headline: '湖边新题', columnId: 'b', seriesId: 'c' };
		expect(marked(first, second, third)).toEqual(['+湖边 2', '+新 1', '!columnId 2', '!seriesId 2']);
	});
});

/** Each reviser writes with letters of his own, so that whoever reads the result knows whose they are. */
const alphabets = ['甲乙丙丁', '一二三四', '东南西北', '春夏秋冬', '金木水火'];
const ownWords = (hand: number, maxLength: number) =>
	fc.array(fc.constantFrom(...(alphabets[hand] as string)), { maxLength }).map((letters) => letters.join(''));

type Step = { at: number; cut: number; length: number; words: string; kind: number };
const step = (hand: number): fc.Arbitrary<Step> =>
	fc.record({ at: fc.nat(99), cut: fc.nat(99), length: fc.nat(6), words: ownWords(hand, 6), kind: fc.nat(5) });

function revise(paragraphs: string[], { at, cut, length, words, kind }: Step): string[] {
	const index = at % paragraphs.length;
	const text = paragraphs[index] ?? '';
	const place = cut % (text.length + 1);
	if (kind === 0) return paragraphs.toSpliced(index, 0, words);
	if (kind === 1 && paragraphs.length > 1) return paragraphs.toSpliced(index, 1);
	if (kind === 2) return paragraphs.toSpliced(index, 1, text.slice(0, place), text.slice(place));
	if (kind === 3 && index > 0) return paragraphs.toSpliced(index - 1, 2, `${paragraphs[index - 1]}${text}`);
	return paragraphs.toSpliced(index, 1, text.slice(0, place) + words + text.slice(place + length));
}

const history = fc
	.tuple(
		fc.array(ownWords(0, 30), { minLength: 1, maxLength: 5 }),
		...[1, 2, 3, 4].map((hand) => fc.array(step(hand), { maxLength: 3 })),
	)
	.map(([first, ...hands]) => {
		const versions = [first as string[]];
		for (const steps of hands as Step[][]) versions.push(steps.reduce(revise, versions.at(-1) as string[]));
		return versions.map((paragraphs) => story(...paragraphs)) as [ArticleContent, ...ArticleContent[]];
	});

describe('attribute', () => {
	const handOf = (letter: string) => alphabets.findIndex((letters) => letters.includes(letter));
	const lettersIn = (contents: readonly ArticleContent[], number: number, op: string) =>
		runsOf(compareContents(contents[number - 1] as ArticleContent, contents[number] as ArticleContent))
			.filter((run) => run.op === op)
			.map(({ text }) => text)
			.join('');

	it('credits words to who wrote them, or who wrote the passage anew with them in it; struck ones to who struck them', () => {
		fc.assert(
			fc.property(history, (contents) => {
				for (const { op, text, by = 0 } of runsOf(attribute(contents))) {
					expect(by).toBeGreaterThan(0);
					for (const letter of text === '¶' || op === 'left' ? '' : text) {
						// Letters of the first content may have been carried here by whoever parted or joined.
						if (op === 'inserted' && handOf(letter) === 0) continue;
						if (op === 'inserted') expect(by).toBeGreaterThanOrEqual(handOf(letter));
						if (op === 'inserted' && by !== handOf(letter)) expect(lettersIn(contents, by, op)).toContain(letter);
						if (op === 'deleted') expect(JSON.stringify(contents[by - 1]?.body)).toContain(letter);
					}
				}
			}),
			{ numRuns: 120 },
		);
	});

	it('credits nobody’s work to somebody who did nothing', () => {
		fc.assert(
			fc.property(history, (contents) => {
				const idle = contents.map((content, number) => {
					const before = contents[number - 1];
					return before !== undefined && compareContents(before, content).kind === 'same';
				});
				for (const { by = 0 } of runsOf(attribute(contents))) expect(idle[by]).toBe(false);
			}),
			{ numRuns: 50 },
		);
	});

	it('is the difference of the two ends, whatever stood between', () => {
		fc.assert(
			fc.property(fc.tuple(edited, content), ([[first, second], between]) => {
				const difference = attribute([first, between, second]);
				expect(sideOf(difference, 'before')).toEqual(first);
				expect(sideOf(difference, 'after')).toEqual(second);
				expect(difference.kind).toBe(compareContents(first, second).kind);
			}),
			{ numRuns: 50 },
		);
	});

	it('credits a single change to it', () => {
		fc.assert(
			fc.property(edited, ([before, after]) => {
				for (const { by } of runsOf(attribute([before, after]))) expect(by).toBe(1);
			}),
			{ numRuns: 50 },
		);
	});
});
