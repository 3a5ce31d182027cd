import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyExtensions } from './extensions';
import { findInDoc, findInHead, findInText, type Hit, replaceHits } from './find';

const schema = getSchema(bodyExtensions);
const folding = (text: string) => ({ text, isFolding: true });
const exact = (text: string) => ({ text, isFolding: false });
const text = (words: string) => ({ type: 'text', text: words });
const paragraph = (...words: string[]) => ({
	type: 'paragraph',
	content: words.flatMap((one, at) => (at > 0 ? [{ type: 'hardBreak' }, text(one)] : [text(one)])),
});
const figure = { type: 'figure', attrs: { media: 'm', caption: '湖边的GDP牌', credit: '程野 摄', alt: '' } };
const doc = Node.fromJSON(schema, {
	type: 'doc',
	content: [
		paragraph('湖边ＧＤＰ', '湖边'),
		figure,
		{ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('gdp在湖边')] }] },
	],
});
const head = { kicker: '', headline: '湖边新事', deck: '', dateline: '本报湖边讯' };
const wordsAt = (hit: Hit) => hit.in === 'text' && doc.textBetween(hit.from, hit.to);

describe('findInText', () => {
	it.each([
		['湖', '湖边湖', [0, 2]],
		['gdp', 'GDP与ｇｄｐ', [0, 4]],
		['啊啊', '啊啊啊啊啊', [0, 2]],
		['', '湖', []],
		['㎡', '100㎡', [3]],
		['.', '……。', []],
	])('finds %j in %j', (wanted, within, at) => {
		expect(findInText(within, folding(wanted)).map(({ from }) => from)).toEqual(at);
	});

	it('tells case and width apart where it should', () => {
		expect(findInText('GDP ＧＤＰ gdp', exact('gdp')).map(({ from }) => from)).toEqual([8]);
	});

	it('finds what was put in, at its place', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 1 }), (around, wanted) => {
				const spans = findInText(`${around}${wanted}`, folding(wanted));
				expect(spans.length).toBeGreaterThan(0);
				for (const { from, to } of spans) expect(to - from).toBe(wanted.length);
			}),
		);
	});
});

it('finds in running text, across breaks and in lists, and in the words of pictures', () => {
	const hits = findInDoc(doc, folding('gdp'));
	expect(hits.map(({ in: place }) => place)).toEqual(['text', 'words', 'text']);
	expect(hits.map(wordsAt)).toEqual(['ＧＤＰ', false, 'gdp']);
	expect(findInDoc(doc, folding('湖边')).map(wordsAt)).toEqual(['湖边', '湖边', false, '湖边']);
	// From what it remembers, too.
	expect(findInDoc(doc, folding('湖边'))).toHaveLength(4);
	expect(findInDoc(doc, exact('gdp'))).toHaveLength(1);
});

describe('replaceHits', () => {
	const replaceAll = (wanted: string, words: string) => {
		const { tr } = EditorState.create({ doc });
		const hits = [...findInHead(head, folding(wanted)), ...findInDoc(doc, folding(wanted))];
		return { ...replaceHits(tr, head, hits, words), tr };
	};

	it('replaces everywhere', () => {
		const { tr, head: changed, replaced, left } = replaceAll('湖边', '岸');
		expect(changed).toEqual({ headline: '岸新事', dateline: '本报岸讯' });
		expect([replaced, left]).toEqual([6, 0]);
		expect(tr.doc.textBetween(0, tr.doc.content.size, '/', '·')).toBe('岸ＧＤＰ·岸/·/gdp在岸');
		expect(tr.doc.child(1).attrs.caption).toBe('岸的GDP牌');
	});

	it('takes out, too', () => {
		expect(replaceAll('湖边', '').tr.doc.child(0).textContent).toBe('ＧＤＰ');
	});

	it('leaves a field that would be too long as it is', () => {
		const { head: changed, left, replaced } = replaceAll('湖边', '岸'.repeat(130));
		expect(changed).toEqual({});
		expect([replaced, left]).toEqual([4, 2]);
	});
});
