import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from './body';
import { mergeVersions } from './merge';
import { ArticleContent } from './schema';

const p = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
/** An article whose paragraphs are the characters of a text. */
const article = (texts: string, overrides: Partial<ArticleContent> = {}): ArticleContent =>
	ArticleContent.parse({
		...overrides,
		body: { type: 'doc', content: texts ? [...texts].map(p) : [{ type: 'paragraph' }] },
	});
const textOf = ({ body }: ArticleContent) =>
	body.content
		.map((block) => ('content' in block ? JSON.stringify(block.content).match(/"text":"(.)"/)?.[1] : ''))
		.join('');

const merge = (base: string, mine: string, theirs: string) => {
	const merged = mergeVersions(article(base), article(mine), article(theirs));
	return merged && textOf(merged.content);
};

describe('mergeVersions', () => {
	it.each([
		['different paragraphs', '一二三', '甲二三', '一二丙', '甲二丙'],
		['neighbouring paragraphs', '一二三', '甲二三', '一乙三', '甲乙三'],
		['a paragraph added and another changed', '一二三', '一二三四', '甲二三', '甲二三四'],
		['a paragraph put in before one that is changed', '一二', '一新二', '一乙', '一新乙'],
		['a paragraph put in after one that is changed', '一二', '一新二', '甲二', '甲新二'],
		['a paragraph removed and another changed', '一二三', '一三', '一二丙', '一丙'],
		['the same change', '一二三', '一乙三', '一乙三', '一乙三'],
		['the same paragraph added', '一', '一二', '一二', '一二'],
		['nothing of mine', '一二', '一二', '甲二丙', '甲二丙'],
		['nothing of theirs', '一二', '甲二丙', '一二', '甲二丙'],
		['everything removed by one', '一二', '', '一二', ''],
	])('brings together %s', (_, base, mine, theirs, expected) => {
		expect(merge(base, mine, theirs)).toBe(expected);
		expect(merge(base, theirs, mine)).toBe(expected);
	});

	it.each([
		['the same paragraph changed otherwise', '一二三', '一乙三', '一丙三'],
		['a paragraph changed that the other removed', '一二三', '一乙三', '一三'],
		['two paragraphs put in at the same place', '一二', '一甲二', '一乙二'],
		['two ends written on', '一', '一甲', '一乙'],
		['a paragraph put in where the other removed both sides', '一二三四', '一二新三四', '一四'],
	])('leaves to a person %s', (_, base, mine, theirs) => {
		expect(merge(base, mine, theirs)).toBeNull();
		expect(merge(base, theirs, mine)).toBeNull();
	});

	it('takes each field from who changed it, and tells which of theirs', () => {
		const base = article('一', { headline: '题', deck: '副', tagIds: ['a', 'b'] });
		const mine = article('一', { headline: '我的题', deck: '副', tagIds: ['a', 'c'] });
		const theirs = article('甲', { headline: '题', deck: '他的副', tagIds: ['a', 'b', 'd'] });
		expect(mergeVersions(base, mine, theirs)).toEqual({
			content: article('甲', { headline: '我的题', deck: '他的副', tagIds: ['a', 'c', 'd'] }),
			fields: ['deck', 'tagIds'],
			places: 1,
		});
		expect(mergeVersions(base, mine, article('一', { ...base, headline: '他的题' }))).toBeNull();
	});
});

const word = fc.constantFrom('一', '二', '三', '四', '五');
/** What a writer does with a version: some paragraphs removed, some changed, some put in, each with words of his own. */
const edited = (base: string, mark: string) =>
	fc
		.tuple(
			fc.array(fc.constantFrom('keep', 'keep', 'keep', 'remove', 'change'), {
				minLength: base.length,
				maxLength: base.length,
			}),
			fc.array(fc.nat({ max: base.length }), { maxLength: 2 }),
		)
		.map(([fates, inserts]) => {
			let own = mark.charCodeAt(0);
			const next = () => String.fromCharCode(own++);
			const kept = [...base].map((text, at) => ({ keep: text, remove: '', change: next() })[fates[at]!] ?? '');
			for (const at of inserts) kept.splice(at, 0, next());
			return kept.join('');
		});
const story = fc
	.array(word, { minLength: 1, maxLength: 7 })
	.map((words) => words.join(''))
	.chain((base) => fc.tuple(fc.constant(base), edited(base, 'a'), edited(base, 'A')));

const ownWords = (text: string, pattern: RegExp) => [...text].filter((one) => pattern.test(one)).join('');

describe('mergeVersions, whatever two writers do', () => {
	it('loses no word that either wrote, keeps the order of each, and brings nothing back', () => {
		fc.assert(
			fc.property(story, ([base, mine, theirs]) => {
				const merged = merge(base, mine, theirs);
				if (merged === null) return;
				expect(ownWords(merged, /[a-z]/)).toBe(ownWords(mine, /[a-z]/));
				expect(ownWords(merged, /[A-Z]/)).toBe(ownWords(theirs, /[A-Z]/));
				for (const text of new Set(base)) {
					const count = (whole: string) => whole.split(text).length - 1;
					const removed = count(base) - count(mine) + count(base) - count(theirs);
					expect(count(merged)).toBeGreaterThanOrEqual(count(base) - removed);
					expect(count(merged)).toBeLessThanOrEqual(Math.min(count(mine), count(theirs)));
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it('is the other’s version where one did nothing, and the same from either side', () => {
		fc.assert(
			fc.property(story, ([base, mine, theirs]) => {
				expect(merge(base, mine, base)).toBe(mine);
				expect(merge(base, base, theirs)).toBe(theirs);
				expect(merge(base, mine, theirs)).toBe(merge(base, theirs, mine));
			}),
			{ numRuns: 300 },
		);
	});

	it('decides for itself in most cases: a rule that never merges would pass the others', () => {
		const cases = fc.sample(story, 500);
		expect(cases.filter(([base, mine, theirs]) => merge(base, mine, theirs) !== null).length).toBeGreaterThan(100);
	});
});
