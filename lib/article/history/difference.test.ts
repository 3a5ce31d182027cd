import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divider, figure, list, p, subhead, table } from '@/prisma/seed/story';
import { content, edited } from '@/tests/arbitrary-content';
import type { Block } from '../body';
import { contentHash } from '../hash';
import { ArticleContent } from '../schema';
import { compareContents, isUnchanged, type NodeDifference, sideOf } from './difference';
import type { Run } from './flow';
import type { TextRun } from './text-difference';

describe('compareContents', () => {
	it.each([
		['of what has nothing in common', fc.tuple(content, content)],
		['of what was edited', edited],
	])('holds both sides whole: %s', (_name, pairs) => {
		fc.assert(
			fc.property(pairs, ([before, after]) => {
				const difference = compareContents(before, after);
				expect(sideOf(difference, 'before')).toEqual(before);
				expect(sideOf(difference, 'after')).toEqual(after);
				expect(isUnchanged(difference)).toBe(contentHash(before) === contentHash(after));
			}),
			{ numRuns: 120 },
		);
	});
});

const lake = '环湖步道昨天全线贯通，从北桥到柳浦走一圈要两个小时。';
const trees = '步道两旁新种了三千棵水杉，沿线建了六座驿站。';
const people = '家住柳浦的王桂兰每天早晨来走一段，她说空气好、人也精神。';

const story = (head: Partial<ArticleContent>, blocks: Block[]) =>
	ArticleContent.parse({ headline: '湖边的路', ...head, body: { type: 'doc', content: blocks } });

/** The body's difference a line a block: [-struck-] {+written in+} ¶ for breaks, « » for what was carried. */
function marked(before: Block[], after: Block[]): string[] {
	const difference = compareContents(story({}, before), story({}, after));
	if (difference.kind !== 'block') return [];
	const body = difference.children.at(-1);
	return body?.kind === 'block' ? body.children.map(lineOf) : [];
}

function lineOf(difference: NodeDifference): string {
	switch (difference.kind) {
		case 'same':
			return '=';
		case 'left':
			return `«${difference.move}`;
		case 'text': {
			const { before, after, move } = difference;
			const type = before && after && before.type !== after.type ? `${before.type}>${after.type} ` : '';
			return `${move ? `»${move} ` : ''}${type}${difference.runs.map(runText).join('')}`;
		}
		case 'block': {
			const { before, after, prose, changed, children } = difference;
			const sign = before ? (after ? '' : '-') : '+';
			const words = Object.values(prose).map((runs) => runs.map(runText).join(''));
			const inner = [...words, ...changed.map(({ name }) => `!${name}`), ...children.map(lineOf)];
			return `${sign}${(after ?? before)?.type}(${inner.filter(Boolean).join('|')})`;
		}
	}
}

function runText(run: Run | TextRun): string {
	const text = 'text' in run ? run.text : 'break' in run ? '¶' : run.content.map((node) => node.text ?? '⏎').join('');
	const around = { same: ['', ''], deleted: ['[-', '-]'], inserted: ['{+', '+}'], marked: ['~', '~'] }[run.op];
	return around.join(text);
}

describe('what an editor would mark', () => {
	it.each<[string, Block[], Block[], string[]]>([
		[
			'a word',
			[p(lake)],
			[p(lake.replace('两个小时', '一个半小时'))],
			[`${lake.slice(0, 21)}[-两个-]{+一个半+}小时。`],
		],
		['a sentence put in', [p(lake)], [p(`${lake}${trees}`)], [`${lake}{+${trees}+}`]],
		['an empty line written into', [{ type: 'paragraph' }], [p(lake)], [`{+${lake}+}`]],
		['a paragraph put in', [p(lake), p(people)], [p(lake), p(trees), p(people)], ['=', `{+${trees}+}`, '=']],
		['a paragraph struck', [p(lake), p(trees), p(people)], [p(lake), p(people)], ['=', `[-${trees}-]`, '=']],
		['a paragraph written anew', [p(lake), p(trees)], [p(people), p(trees)], [`[-${lake}-]`, `{+${people}+}`, '=']],
		['a paragraph parted', [p(`${lake}${trees}`)], [p(lake), p(trees)], [`${lake}{+¶+}${trees}`]],
		['two joined', [p(lake), p(trees), p(people)], [p(lake), p(`${trees}${people}`)], ['=', `${trees}[-¶-]${people}`]],
		[
			'one parted in three, a word changed',
			[p(`${lake}${trees}${people}`)],
			[p(lake), p(trees.replace('三千', '五千')), p(people)],
			[`${lake}{+¶+}步道两旁新种了[-三-]{+五+}千棵水杉，沿线建了六座驿站。{+¶+}${people}`],
		],
		[
			'a paragraph carried',
			[p(lake), p(trees), p(people)],
			[p(people), p(lake), p(trees)],
			[`»1 ${people}`, '=', '=', '«1'],
		],
		[
			'one carried and changed',
			[p(trees), p(lake), p(people)],
			[p(lake), p(people), p(trees.replace('六座', '七座'))],
			['«1', '=', '=', `»1 步道两旁新种了三千棵水杉，沿线建了[-六-]{+七+}座驿站。`],
		],
		[
			'a subhead made of a paragraph',
			[p(lake)],
			[{ ...p(lake), type: 'subhead' } as Block],
			[`paragraph>subhead ${lake}`],
		],
		[
			'a subhead reworded',
			[subhead('路通了'), p(lake)],
			[subhead('贯通之后'), p(lake)],
			['[-路通了-]{+贯通之后+}', '='],
		],
		['bold print', [p('湖边的路')], [p('湖边的**路**')], ['湖边的~路~']],
		['a forced break', [p('湖边的路')], [p('湖边的\n路')], ['湖边的{+⏎+}路']],
		[
			'a caption and another picture in its place',
			[figure('a', '水杉', '程野', ''), p(lake)],
			[figure('b', '水杉林', '程野', ''), p(lake)],
			['figure(水杉{+林+}|程野|!media)', '='],
		],
		['a rule', [p(lake)], [p(lake), divider()], ['=', '+divider()']],
		[
			'an item',
			[list('北桥', '柳浦', '渡口')],
			[list('北桥', '老街', '柳浦', '渡口村')],
			['bulletList(=|+listItem({+老街+})|=|listItem(渡口{+村+}))'],
		],
		[
			'a cell',
			[table(['镇', '亩产'], ['青禾', '512'], ['柳浦', '498'])],
			[table(['镇', '亩产'], ['青禾', '521'], ['柳浦', '498'])],
			['table(=|tableRow(=|tableCell([-512-]{+521+}))|=)'],
		],
		[
			'a row',
			[table(['镇', '亩产'], ['青禾', '512'])],
			[table(['镇', '亩产'], ['柳浦', '498'], ['青禾', '512'])],
			['table(=|+tableRow(+tableCell({+柳浦+})|+tableCell({+498+}))|=)'],
		],
		[
			'every comma of a story',
			[p(lake), p(trees)],
			[p(lake), p(trees)].map((block) => JSON.parse(JSON.stringify(block).replaceAll('，', ','))),
			[`环湖步道昨天全线贯通[-，-]{+,+}${lake.slice(11)}`, `步道两旁新种了三千棵水杉[-，-]{+,+}${trees.slice(13)}`],
		],
	])('%s', (_name, before, after, lines) => {
		expect(marked(before, after)).toEqual(lines);
	});

	it('heads, columns, tags and bylines', () => {
		const before = story({ kicker: '民生', columnId: 'a', tagIds: ['x', 'y'] }, [p(lake)]);
		const after = { ...before, kicker: '民生看点', columnId: 'b', tagIds: ['y', 'z'], headline: '湖边的步道' };
		const signed = { ...after, bylines: [{ role: 'reporter' as const, name: '沈知远', office: '', reporterId: null }] };
		expect(lineOf(compareContents(before, signed))).toBe(
			'article(民生{+看点+}|湖边的[-路-]{+步道+}|!columnId|tags(-tag()|=|+tag())|bylines(+byline({+沈知远+}))|=|=)'.replace(
				'(!)',
				'()',
			),
		);
	});
});
