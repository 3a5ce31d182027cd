import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import type { Hit } from '@/lib/check/check';
import { partsOfDoc, placeOfHit } from './check-place';
import { bodyExtensions } from './extensions';

const schema = getSchema(bodyExtensions);
const by = { id: 'suggestion1', userId: 'u1', at: '2026-11-22T08:00:00.000Z' };
const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, ...(marks.length > 0 && { marks }) });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const docOf = (...content: object[]): Node => schema.nodeFromJSON({ type: 'doc', content });

function hit(doc: Node, words: string): Hit {
	const part = partsOfDoc(doc).find((one) => one.text.includes(words));
	if (!part) throw new Error(`Nothing says ${words}`);
	const from = part.text.indexOf(words);
	const { where } = part;
	return {
		rule: '',
		severity: 'info',
		where,
		from,
		to: from + words.length,
		text: words,
		key: '',
		suggestions: [],
		message: '',
		source: '',
	};
}

/** What stands at the place of a hit. */
function at(doc: Node, words: string): string | undefined {
	const place = placeOfHit(doc, hit(doc, words));
	if (!place) return undefined;
	if (place.kind === 'text') return doc.textBetween(place.from, place.to, '', '\n');
	return `${place.name}: ${String(doc.nodeAt(place.position)?.attrs[place.name])}`;
}

describe('the place of a hit', () => {
	const figure = { type: 'figure', attrs: { media: 'm', caption: '渡口的早晨', credit: '苏木', alt: '' } };
	const doc = docOf(
		paragraph(text('天晴了，'), text('渡口', { type: 'bold' }), { type: 'hardBreak' }, text('开了')),
		paragraph(),
		figure,
		{ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('甲')), paragraph(text('乙项'))] }] },
		paragraph(text('旧的'), text('新添的', { type: 'insertion', attrs: by }), text('文字')),
	);

	it('is found over marks, breaks, pictures and lists', () => {
		expect(at(doc, '渡口\n开')).toBe('渡口\n开');
		expect(at(doc, '早晨')).toBe('caption: 渡口的早晨');
		expect(at(doc, '乙项')).toBe('乙项');
	});

	it('leaves out what is only suggested', () => {
		expect(partsOfDoc(doc).at(-1)?.text).toBe('旧的文字');
		expect(at(doc, '文字')).toBe('文字');
	});

	it('covers every character of every text', () => {
		for (const part of partsOfDoc(doc)) {
			for (let from = 0; from < part.text.length; from++) {
				const one = { ...hit(doc, part.text), where: part.where, from, to: from + 1 };
				const place = placeOfHit(doc, one);
				if (place?.kind !== 'text') continue;
				expect(doc.textBetween(place.from, place.to, '', '\n')).toBe(part.text[from]);
			}
		}
	});

	it('is not there when the block is gone', () => {
		expect(placeOfHit(docOf(paragraph(text('天晴了'))), hit(doc, '乙项'))).toBeUndefined();
	});
});
