import { fold } from './fold';

/**
 * Where a lexeme stands: anywhere (no prefix), or in the title, the heads, the heads and names. Folded text has no capitals, so
 * that no prefix is taken for text.
 */
export const scopes = { any: '', title: 'T', heads: 'H', names: 'N' } as const;
export type Scope = keyof typeof scopes;

/** Ends a line, so that its last character too begins a pair. */
const end = '\n';

/** Every pair of neighbouring characters of each line, the last one with the end of the line; each once. */
export function bigrams(folded: string): Set<string> {
	const found = new Set<string>();
	for (const line of folded.split('\n')) {
		let last = '';
		for (const character of line) {
			if (last) found.add(last + character);
			last = character;
		}
		if (last) found.add(last + end);
	}
	return found;
}

/** Lexemes that a text has in a scope. */
export function lexemesOf(folded: string, scope: Scope): string[] {
	return [...bigrams(folded)].map((pair) => scopes[scope] + pair);
}

/**
 * A tsquery that every text holding all of these folded words satisfies. Of words of one or two characters it is exact; a longer
 * one has all its pairs in some other texts too, which are to be looked through for it (`needsRecheck`).
 */
export function tsqueryOf(words: readonly string[], scope: Scope): string {
	const wanted = new Set(words.flatMap((word) => lexemesOfWord(word, scope)));
	return [...wanted].join(' & ');
}

function lexemesOfWord(word: string, scope: Scope): string[] {
	const characters = [...word];
	// Each character begins a pair.
	if (characters.length === 1) return [`${quoted(scopes[scope] + word)}:*`];
	return characters.slice(1).map((character, at) => quoted(scopes[scope] + characters[at] + character));
}

/** The words that their pairs alone do not prove. */
export function needsRecheck(words: readonly string[]): string[] {
	return words.filter((word) => [...word].length > 2);
}

/** As tsquery's text form takes any lexeme (PostgreSQL, 8.11.2). */
function quoted(lexeme: string): string {
	return `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
}

/**
 * What is known of a story beside its pairs, by the letter before it: words of the segmenter, ids of column, reporters and tags,
 * the month `2026-11`, the page.
 */
const kinds = { word: 'W', column: 'C', reporter: 'R', tag: 'I', month: 'D', page: 'P' } as const;
export type Kind = keyof typeof kinds;

export function kindLexeme(kind: Kind, value: string): string {
	return kinds[kind] + value;
}

/** A tsquery of texts of which any of these values is known. */
export function kindQuery(kind: Kind, values: readonly string[]): string {
	return `(${values.map((value) => quoted(kindLexeme(kind, value))).join(' | ')})`;
}

let segmenter: Intl.Segmenter | undefined;

/** The words of a text as the platform's dictionary parts them, folded, of two characters and more, figures left out. */
export function segment(text: string): string[] {
	segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
	return [...segmenter.segment(fold(text))]
		.filter(({ segment, isWordLike }) => isWordLike && [...segment].length > 1 && !/^[\d.,]+$/.test(segment))
		.map(({ segment }) => segment);
}
