import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBylineLine, parseDateline } from './byline-line';
import { cleanHtml } from './clean-html';
import { cleanText } from './clean-text';
import { guessHead } from './guess-head';
import { parseHtml } from './parse-html';
import type { Piece } from './piece';
import { textOf } from './runs';

const ofHtml = (html: string) => guessHead(cleanHtml(parseHtml(html)).pieces);
const ofText = (text: string) => guessHead(cleanText(text).pieces);
const texts = (pieces: readonly Piece[]) =>
	pieces.map((piece) => (piece.kind === 'text' ? textOf(piece.runs) : piece.kind));
const body = '<p>环湖步道昨天全线贯通，从北桥到柳浦走一圈要两个小时。</p>';
const centre = (text: string, more = '') => `<p style="text-align:center;${more}">${text}</p>`;

describe('guessHead', () => {
	it('takes the head of a newspaper’s manuscript', () => {
		const { head, rest } = ofHtml(
			`${centre('环湖步道建设走完最后一公里')}${centre('<b>湖边的路修好了</b>', 'font-size:22pt')}${centre('——从北桥走到柳浦')}${centre('□ 本报记者 沈知远　通讯员 汪立群')}<p>本报讯（记者 沈知远）环湖步道昨天全线贯通，走一圈要两个小时。</p>`,
		);
		expect(head).toMatchObject({
			kicker: '环湖步道建设走完最后一公里',
			headline: '湖边的路修好了',
			deck: '——从北桥走到柳浦',
			dateline: '本报讯（记者 沈知远）',
		});
		expect(head.bylines.map(({ role, name }) => `${role} ${name}`)).toEqual([
			'reporter 沈知远',
			'correspondent 汪立群',
		]);
		expect(texts(rest)).toEqual(['环湖步道昨天全线贯通，走一圈要两个小时。']);
	});

	it.each<[string, string, string]>([
		['by the style of a title', `<p class=MsoTitle>湖边的路</p><h1>一段</h1>${body}`, '湖边的路'],
		['by the first heading', `<h1>湖边的路</h1>${body}<h1>后来</h1>${body}`, '湖边的路'],
		[
			'in rows',
			`${centre('<b>湖边的路修好了</b>')}${centre('<b>走一圈要两小时</b>')}${body}`,
			'湖边的路修好了\n走一圈要两小时',
		],
		['by a forced break', `<h1>湖边的路<br>修好了</h1>${body}`, '湖边的路\n修好了'],
		['by size', `<p style="font-size:22pt">湖边的路</p><p style="font-size:12pt">${body}</p>`, '湖边的路'],
		['as the first line of a text', `<p>湖边的路修好了</p>${body}`, '湖边的路修好了'],
		['not where a text begins at once', body, ''],
		['not as a byline', `<p>本报记者 沈知远</p>${body}`, ''],
		['not as a sentence', `<p>湖边的路修好了。</p>${body}`, ''],
		['not as one of many short lines', '<p>甲</p><p>乙</p><p>丙</p>', ''],
		['not when it is too long', `<h1>${'湖'.repeat(81)}</h1>${body}`, ''],
	])('finds the headline %s', (_name, html, headline) => expect(ofHtml(html).head.headline).toBe(headline));

	it('takes a byline at the end, and leaves what only looks like one', () => {
		expect(ofHtml(`<h1>题</h1>${body}<p>（本报记者 沈知远）</p>`).head.bylines).toHaveLength(1);
		const { head, rest } = ofHtml(`<h1>题</h1><p>记者手记</p>${body}`);
		expect(head.bylines).toEqual([]);
		expect(texts(rest)[0]).toBe('记者手记');
	});

	it('reads a plain text', () => {
		const { head, rest } = ofText(
			'湖边的路修好了\n本报记者 沈知远\n\n　　环湖步道昨天全线贯通，从北桥到柳浦走一圈要两个小时。',
		);
		expect([head.headline, head.bylines[0]?.name]).toEqual(['湖边的路修好了', '沈知远']);
		expect(texts(rest)).toHaveLength(1);
	});

	it('loses no letter', () => {
		const line = fc.constantFrom(
			'湖边的路',
			'——副题',
			'本报记者 沈知远',
			'□ 赵明',
			'本报讯（记者 沈知远）水位涨了，路也通了。',
			'一句完整的话，到这里结束。',
			'2026年5月1日',
			'引题一行',
		);
		const look = fc.constantFrom(
			'p',
			'h1',
			'h2',
			'p align=center',
			'p class=MsoTitle',
			'p style="font-size:30pt"',
			'blockquote',
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(look, line), { maxLength: 8 }), (lines) => {
				const html = lines.map(([tag, text]) => `<${tag}>${text}</${tag.split(' ')[0]}>`).join('');
				const { pieces } = cleanHtml(parseHtml(html));
				const { head, rest } = guessHead(pieces);
				const rows = [head.kicker, head.headline, head.deck].flatMap((field) => field.split('\n'));
				const left = texts(rest);
				for (const text of texts(pieces)) {
					const cut = text.slice(parseDateline(text)?.length);
					const isKept = rows.includes(text) || left.includes(text) || (head.dateline !== '' && left.includes(cut));
					expect(isKept || parseBylineLine(text) !== undefined, text).toBe(true);
				}
				expect(left.length + rows.filter(Boolean).length).toBeLessThanOrEqual(pieces.length);
			}),
			{ numRuns: 300 },
		);
	});
});
