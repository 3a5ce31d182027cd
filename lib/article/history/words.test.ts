import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutCharacters, cutSentences, cutWords } from './words';

const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc
		.array(
			fc.constantFrom('湖', '边', '葛\u{e0100}', '☝🏽', 'é', '3.5%', '1,024', 'GDP', '。', '”', '\n', ' ', '\ud800'),
		)
		.map((parts) => parts.join('')),
);

describe('cutting text', () => {
	it.each([
		['words', cutWords],
		['characters', cutCharacters],
		['sentences', cutSentences],
	])('%s join to the text again', (_name, cut) => {
		fc.assert(
			fc.property(anyText, (text) => {
				const pieces = cut(text);
				expect(pieces.join('')).toBe(text);
				expect(pieces).not.toContain('');
			}),
		);
	});

	it('keeps numbers, Latin words and characters with their selectors whole', () => {
		expect(cutCharacters('GDP增3.5%，葛\u{e0100}☝🏽e\u0301说2026-11')).toEqual([
			'GDP',
			'增',
			'3.5%',
			'，',
			'葛\u{e0100}',
			'☝🏽',
			'e\u0301',
			'说',
			'2026-11',
		]);
	});

	it('ends a sentence behind its closing quote', () => {
		expect(cutSentences('他说：“好了。”就走。\n没回头')).toEqual(['他说：“好了。”', '就走。', '\n', '没回头']);
	});
});
