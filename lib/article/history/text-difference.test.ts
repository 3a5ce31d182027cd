import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from './text-difference';

const signs = { same: ['', ''], deleted: ['[-', '-]'], inserted: ['{+', '+}'] } as const;

const marked = (before: string, after: string) =>
	compareTexts(before, after)
		.map(({ op, text }) => signs[op].join(text))
		.join('');

describe('compareTexts', () => {
	it.each([
		[
			'words',
			'湖边的路昨天全线贯通，要走两个小时。',
			'湖边的路今天全线贯通，只要走一个半小时。',
			'湖边的路[-昨-]{+今+}天全线贯通，[-要走两个-]{+只要走一个半+}小时。',
		],
		['one character of a word', '记者用帐号查询', '记者用账号查询', '记者用[-帐-]{+账+}号查询'],
		['whole numbers', '2025年增长3.5%', '2026年增长3.6%', '[-2025-]{+2026+}年增长[-3.5-]{+3.6+}%'],
		[
			'a passage rewritten, not its crumbs',
			'全面推进乡村振兴',
			'全力推动农村发展',
			'[-全面推进乡村振兴-]{+全力推动农村发展+}',
		],
		[
			'a sentence rewritten but for 的 and 在',
			'沈知远的家在湖边的老街上',
			'林述的办公室在城里的新楼上',
			'[-沈知远的家在湖边的老街上-]{+林述的办公室在城里的新楼上+}',
		],
		['where the dictionary cuts otherwise', '研究生命科学', '研究了生命的科学', '研究{+了+}生命{+的+}科学'],
		['whole clauses', '甲说好，乙说好。', '甲说好，丙说好，乙说好。', '甲说好，{+丙说好，+}乙说好。'],
		[
			'whole sentences',
			'会议强调稳中求进。会议指出要快。',
			'会议强调稳中求进。会议要求狠抓落实。会议指出要快。',
			'会议强调稳中求进。{+会议要求狠抓落实。+}会议指出要快。',
		],
		['a carried word', '他说今年好', '今年他说好', '{+今年+}他说[-今年-]好'],
		['a mark', '这是一句话', '这是一句话。', '这是一句话{+。+}'],
		['the selector of a variant', '葛\u{e0100}先生', '葛先生', '[-葛\u{e0100}-]{+葛+}先生'],
		['nothing', '湖边', '湖边', '湖边'],
		['all', '', '湖边', '{+湖边+}'],
	])('marks %s', (_name, before, after, runs) => {
		expect(marked(before, after)).toBe(runs);
	});

	const text = fc
		.array(fc.constantFrom('青禾', '湖边', '的', '了', '，', '。', '3.5', '%', '党委', '书记', '\n', '😀', 'a'), {
			maxLength: 40,
		})
		.map((words) => words.join(''));

	it('holds both texts; runs alternate, struck before written in', () => {
		fc.assert(
			fc.property(text, text, (before, after) => {
				const runs = compareTexts(before, after);
				const side = (other: string) =>
					runs
						.filter(({ op }) => op !== other)
						.map((run) => run.text)
						.join('');
				expect(side('inserted')).toBe(before);
				expect(side('deleted')).toBe(after);
				for (const [index, { op, text }] of runs.entries()) {
					const last = runs[index - 1]?.op;
					expect(text).not.toBe('');
					expect(op).not.toBe(last);
					if (last === 'inserted') expect(op).toBe('same');
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('goes by sentences where too many words changed, and still holds both texts', () => {
		const sentences = Array.from({ length: 500 }, (_, index) => `第${index}句，说湖边的路。`);
		const before = sentences.join('');
		const after = sentences.map((sentence) => sentence.replace('，', ',')).join('');
		const runs = compareTexts(before, after);
		expect(runs.slice(0, 4).map(({ text }) => text)).toEqual(['第0句', '，', ',', '说湖边的路。第1句']);
		expect(
			runs
				.filter(({ op }) => op !== 'deleted')
				.map(({ text }) => text)
				.join(''),
		).toBe(after);
	});
});
