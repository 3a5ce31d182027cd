/**
 * Cuts text into the words that a difference puts in and takes out. Chinese is cut by the dictionary of
 * `Intl.Segmenter`; where there is none, into characters. What is cut always joins to the very text again.
 */

const words = segmenter('word');
const graphemes = segmenter('grapheme');

function segmenter(granularity: 'word' | 'grapheme'): Intl.Segmenter | undefined {
	return typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity }) : undefined;
}

/** Words, marks and spaces in order. Guaranteed: joined they are `text`. */
export function cutWords(text: string): string[] {
	if (text === '') return [];
	return words ? Array.from(words.segment(text), ({ segment }) => segment) : cutCharacters(text);
}

/** A run of Latin letters and digits with what stands inside numbers: 3.5%, 1,024, GDP. It is never cut. */
const unbroken =
	/[\p{Script=Latin}\d][\p{Script=Latin}\p{M}\d]*(?:[.,:%‰-]+[\p{Script=Latin}\d][\p{Script=Latin}\p{M}\d]*)*[%‰]?/uy;

/**
 * Characters as a reader counts them, but numbers and Latin words whole: 2025 becomes 2026, not 5 becomes 6.
 * Guaranteed: joined they are `text`.
 */
export function cutCharacters(text: string): string[] {
	const characters: string[] = [];
	for (let at = 0; at < text.length; ) {
		unbroken.lastIndex = at;
		const [run = ''] = unbroken.exec(text) ?? [];
		const next = run || firstGrapheme(text, at);
		characters.push(next);
		at += next.length;
	}
	return characters;
}

/** What may belong to the character before it, or be half of one: marks, joiners, selectors, surrogates. */
const clinging = /\p{M}|\u200d|[\ud800-\udfff]/u;

/** A Han character may carry a selector of its variant (葛󠄀): together they are one. */
function firstGrapheme(text: string, at: number): string {
	const [first = '', second = ''] = text.slice(at, at + 2);
	if (first.length === 1 && !clinging.test(first) && second.length <= 1 && !clinging.test(second)) return first;
	const ahead = text.slice(at, at + 16);
	const grapheme = graphemes?.segment(ahead)[Symbol.iterator]().next().value?.segment;
	return grapheme ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
}

/** Sentences with the mark that ends them and closing quotes; line feeds end one too. Joined they are `text`. */
export function cutSentences(text: string): string[] {
	return text.match(/[^。！？!?\n\u2029]*(?:[。！？!?]+[”’」』）]*|[\n\u2029]|$)/gu)?.filter(Boolean) ?? [];
}

/** Whether nothing of it is a letter or a digit. */
export function isMarkOnly(text: string): boolean {
	return !/[\p{L}\p{N}]/u.test(text);
}
