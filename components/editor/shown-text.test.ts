import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, plainText } from '@/lib/article/body';
import { divider, figure, list, p, q, table } from '@/prisma/seed/story';
import { bodyExtensions } from './extensions';
import { ShownText } from './shown-text';

const schema = getSchema(bodyExtensions);
const docOf = (content: Block[]) => schema.nodeFromJSON({ type: 'doc', content });

describe('ShownText', () => {
	it('is the text as it is read', () => {
		const blocks = [p('第一段\n换行'), q('问'), list('一', '二'), table(['表头'], ['格'])];
		expect(new ShownText(docOf(blocks)).text).toBe(plainText({ content: blocks }));
	});

	it('leads from the document to the text and back', () => {
		const text = fc.string({ unit: fc.constantFrom('甲', '乙', '\n', '，'), minLength: 1, maxLength: 8 });
		const block = fc.oneof(
			text.map((each) => p(each)),
			fc.array(text, { minLength: 1, maxLength: 3 }).map((each) => list(...each)),
			text.map((each) => figure('m', each, '', '')),
			fc.constant(divider()),
		);
		fc.assert(
			fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), (blocks, a, b) => {
				const shown = new ShownText(docOf(blocks));
				const [from, to] = [a % (shown.text.length + 1), b % (shown.text.length + 1)].sort((x, y) => x - y);
				const place = shown.toDoc({ from: from!, to: to! });
				if (!place) return;
				const back = shown.toText(place);
				// What lies between blocks is no part of the document's text: the stretch may shrink to the words.
				expect(shown.text.slice(back!.from, back!.to)).toContain(shown.text.slice(from, to).trim().slice(0, 1));
				expect(shown.toDoc(back!)).toEqual(place);
			}),
		);
	});
});
