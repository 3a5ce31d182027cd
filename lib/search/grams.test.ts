import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigrams, lexemesOf, needsRecheck, segment, tsqueryOf } from './grams';

describe('bigrams', () => {
	it('pairs neighbours of a line, the last with its end', () => {
		expect([...bigrams('澄湖\n水')]).toEqual(['澄湖', '湖\n', '水\n']);
		expect([...bigrams('')]).toEqual([]);
	});

	it('takes a character beyond the basic plane for one', () => {
		expect([...bigrams('𠮷野家')]).toEqual(['𠮷野', '野家', '家\n']);
	});
});

describe('tsqueryOf', () => {
	it.each([
		[['湖'], `'湖':*`],
		[['澄湖'], `'澄湖'`],
		[['澄湖日'], `'澄湖' & '湖日'`],
		[['澄湖', '湖水'], `'澄湖' & '湖水'`],
		[[`o'\\`], `'o''' & '''\\\\'`],
	])('%j', (words, query) => expect(tsqueryOf(words, 'any')).toBe(query));

	it('asks the scope', () => expect(tsqueryOf(['湖', '澄湖'], 'title')).toBe(`'T湖':* & 'T澄湖'`));
});

/** As PostgreSQL judges it, of our own form: every lexeme is there, or one that begins so. */
function satisfies(lexemes: readonly string[], query: string): boolean {
	const wanted = [...query.matchAll(/'((?:[^'\\]|''|\\\\)*)'(:\*)?/g)];
	return wanted.every(([, quoted = '', prefix]) => {
		const lexeme = quoted.replaceAll("''", "'").replaceAll('\\\\', '\\');
		return prefix ? lexemes.some((one) => one.startsWith(lexeme)) : lexemes.includes(lexeme);
	});
}

const letters = fc.constantFrom(...'湖水湖鱼a1\'\\𠮷"');
const line = fc.string({ unit: letters, maxLength: 12 });

it('finds every text that holds the words, and of words of one or two characters no other', () => {
	fc.assert(
		fc.property(
			fc.array(line, { maxLength: 3 }),
			fc.array(fc.string({ unit: letters, minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
			(lines, words) => {
				const text = lines.join('\n');
				const holds = words.every((word) => text.includes(word));
				const isFound = satisfies(lexemesOf(text, 'any'), tsqueryOf(words, 'any'));
				if (holds) expect(isFound).toBe(true);
				if (needsRecheck(words).length === 0) expect(isFound).toBe(holds);
			},
		),
	);
});

it('parts words, folded, leaves figures and single characters out', () => {
	expect(segment('學校校門２０２６年開放GDP')).toEqual(expect.arrayContaining(['学校', '开放', 'gdp']));
	expect(segment('２０２６，湖')).toEqual([]);
});
