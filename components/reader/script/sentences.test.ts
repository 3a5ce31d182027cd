import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cut, longestSentence } from './sentences';

const own = longestSentence({ localService: true });
const read = (text: string, longest = own) => cut(text, longest).map(([from, to]) => text.slice(from, to).trim());

it('reads a text sentence by sentence, quotation and all', () => {
	expect(read('老人说，青禾人见面不问“吃了没有”。米好，年景就好！真的吗？')).toEqual([
		'老人说，青禾人见面不问“吃了没有”。',
		'米好，年景就好！',
		'真的吗？',
	]);
});

it('passes over what is only marks', () => {
	expect(read('□ 　……')).toEqual([]);
	expect(read('')).toEqual([]);
});

it('cuts a sentence without end at its commas', () => {
	const clause = '这一句话很长，';
	const parts = read(clause.repeat(40));
	expect(parts.length).toBeGreaterThan(1);
	expect(parts.every((part) => part.length <= 120 && part.endsWith('，'))).toBe(true);
	expect(parts.join('')).toBe(clause.repeat(40));
	const short = read(clause.repeat(40), longestSentence({ localService: false }));
	expect(short.every((part) => part.length <= 40 && part.endsWith('，'))).toBe(true);
});

it('loses and repeats no letter', () => {
	const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu) ?? [];
	const piece = fc.constantFrom('湖', '米好', '。', '，', '“', '”', '\n', ' ', 'CO2', '1.5', '！', '…');
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 300 }), (pieces) => {
			const text = pieces.join('');
			const spans = cut(text, own);
			expect(letters(spans.map(([from, to]) => text.slice(from, to)).join(''))).toEqual(letters(text));
			for (const [index, [from]] of spans.entries()) expect(from).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? 0);
		}),
	);
});
