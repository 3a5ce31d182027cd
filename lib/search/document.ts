import { foldLines } from './fold';
import { kindLexeme, lexemesOf, segment } from './grams';

/** What of a revision is searched. */
export interface Searchable {
	kicker: string;
	headline: string;
	webTitle: string;
	deck: string;
	dateline: string;
	/** The body, a line a paragraph, captions among them. */
	text: string;
	bylines: readonly { name: string; office: string }[];
	tags: readonly string[];
	captions: readonly string[];
}

/** What the index holds of it: folded texts, each scope with the narrower ones in it, and lexemes. */
export interface SearchText {
	title: string;
	heads: string;
	names: string;
	text: string;
	/** As written. */
	captions: string;
	words: string[];
	lexemes: string[];
}

/** What the index holds of a revision. Everything that can be found stands in `text`, a line a field or paragraph. */
export function toSearchText(revision: Searchable): SearchText {
	const { kicker, headline, webTitle, deck, dateline, text, bylines, tags, captions } = revision;
	const titles = webTitle === headline ? [headline] : [headline, webTitle];
	const heads = [...titles, kicker, deck];
	const signed = bylines.map(({ name, office }) => [office, name].filter(Boolean).join(' '));
	const names = [...heads, ...signed, ...tags, ...captions];
	const body = text.split('\n');
	const folded = {
		title: foldLines(titles),
		heads: foldLines(heads),
		names: foldLines(names),
		// Captions are paragraphs of the body already.
		text: foldLines([...heads, ...signed, ...tags, dateline, ...body]),
	};
	const words = tellingWords([...heads, ...tags], body);
	const lexemes = [
		...lexemesOf(folded.text, 'any'),
		...lexemesOf(folded.title, 'title'),
		...lexemesOf(folded.heads, 'heads'),
		...lexemesOf(folded.names, 'names'),
		...words.map((word) => kindLexeme('word', word)),
	];
	return { ...folded, captions: captions.map((caption) => caption.replaceAll('\n', ' ')).join('\n'), words, lexemes };
}

const mostWords = 40;
/** A word that stands so often in a body is what it is about. */
const oftenInBody = 3;

/** What a story is about: every word of its heads, then those of its body that come again and again, the most frequent first. */
export function tellingWords(heads: readonly string[], body: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const word of body.flatMap(segment)) counts.set(word, (counts.get(word) ?? 0) + 1);
	const often = [...counts].filter(([, count]) => count >= oftenInBody).sort(([, a], [, b]) => b - a);
	return [...new Set([...heads.flatMap(segment), ...often.map(([word]) => word)])].slice(0, mostWords);
}

/** By what a story can be filtered: of its revision, and of its publication where there is one. */
export interface Facts {
	columnId: string | null;
	reporterIds: readonly string[];
	tagIds: readonly string[];
	publication: { month: string; pageNo: number } | undefined;
}

export function factLexemes({ columnId, reporterIds, tagIds, publication }: Facts): string[] {
	return [
		...(columnId === null ? [] : [kindLexeme('column', columnId)]),
		...reporterIds.map((id) => kindLexeme('reporter', id)),
		...tagIds.map((id) => kindLexeme('tag', id)),
		...(publication ? [kindLexeme('month', publication.month), kindLexeme('page', String(publication.pageNo))] : []),
	];
}
