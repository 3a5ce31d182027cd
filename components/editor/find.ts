import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { Head } from './head';

/** What is looked for. */
export interface Query {
	text: string;
	/** Letters of either case and of either width are the same. */
	isFolding: boolean;
}

interface Span {
	from: number;
	to: number;
}

export type HeadField = 'kicker' | 'headline' | 'deck' | 'dateline';

/** Where a query was found: in a field of the head, in running text, in the words of a picture or player. */
export type Hit =
	| (Span & { in: 'head'; field: HeadField })
	| (Span & { in: 'text' })
	| (Span & { in: 'words'; position: number; name: string });

/** The fields of the head that are looked through, in their order, and how much each may hold. */
const headFields: Record<HeadField, number> = { kicker: 80, headline: 80, deck: 120, dateline: 120 };
/** Words that stand in attributes, and how much each may hold. */
const wordAttributes: Record<string, number> = { caption: 400, credit: 80, alt: 400, title: 100 };

/** Where a query stands in a text, left to right, never overlapping. */
export function findInText(text: string, { text: wanted, isFolding }: Query): Span[] {
	if (wanted === '') return [];
	const [within, needle] = isFolding ? [fold(text), fold(wanted)] : [text, wanted];
	const spans: Span[] = [];
	for (let at = within.indexOf(needle); at >= 0; at = within.indexOf(needle, at + needle.length)) {
		spans.push({ from: at, to: at + needle.length });
	}
	return spans;
}

/** Characters keep their places: what would become several, or none, stays as it is. */
function fold(text: string): string {
	return text.replace(/[^\u4e00-\u9fff]/g, (character) => {
		const plain = character.normalize('NFKC').toLowerCase();
		return plain.length === 1 ? plain : character;
	});
}

export function findInHead(head: Pick<Head, HeadField>, query: Query): Hit[] {
	return (Object.keys(headFields) as HeadField[]).flatMap((field) =>
		findInText(head[field], query).map((span): Hit => ({ in: 'head', field, ...span })),
	);
}

interface Known extends Query {
	hits: Hit[];
}

// ProseMirror's nodes never change: each is looked through once for a query.
const known = new WeakMap<Node, Known>();

/** The hits of a document; positions are those of the document. */
export function findInDoc(doc: Node, query: Query): Hit[] {
	const hits: Hit[] = [];
	doc.forEach((block, offset) => {
		for (const hit of hitsOf(block, query)) hits.push(shifted(hit, offset));
	});
	return hits;
}

function hitsOf(block: Node, query: Query): Hit[] {
	const before = known.get(block);
	if (before?.text === query.text && before.isFolding === query.isFolding) return before.hits;
	const hits = ownHits(block, 0, query);
	block.descendants((node, position) => {
		hits.push(...ownHits(node, position + 1, query));
	});
	known.set(block, { ...query, hits });
	return hits;
}

/** Of a node itself, not of those inside it; positions from the beginning of its block. */
function ownHits(node: Node, position: number, query: Query): Hit[] {
	const words = Object.keys(wordAttributes).flatMap((name) => {
		const text: unknown = node.attrs[name];
		if (typeof text !== 'string') return [];
		return findInText(text, query).map((span): Hit => ({ in: 'words', position, name, ...span }));
	});
	if (!node.isTextblock) return words;
	// A leaf takes one place, as it does in the document.
	const text = node.textBetween(0, node.content.size, undefined, '\ufffc');
	const start = position + 1;
	return [
		...words,
		...findInText(text, query).map(({ from, to }): Hit => ({ in: 'text', from: start + from, to: start + to })),
	];
}

function shifted(hit: Hit, by: number): Hit {
	if (hit.in === 'text') return { ...hit, from: hit.from + by, to: hit.to + by };
	return hit.in === 'words' ? { ...hit, position: hit.position + by } : hit;
}

/** Where in the document a hit stands; before all of it where it is in the head. */
export function placeOf(hit: Hit): number {
	if (hit.in === 'head') return -1;
	return hit.in === 'text' ? hit.from : hit.position;
}

/** Puts other words in the place of hits, as far as the fields have room. */
export interface Replacement {
	head: Partial<Pick<Head, HeadField>>;
	replaced: number;
	/** Hits that stayed, because the field would be too long. */
	left: number;
}

/** Replaces hits, those of the document in a transaction. The hits must be those of this head and document. */
export function replaceHits(
	tr: Transaction,
	head: Pick<Head, HeadField>,
	hits: readonly Hit[],
	words: string,
): Replacement {
	const done: Replacement = { head: {}, replaced: 0, left: 0 };
	// From the end, so that the places of those before hold.
	for (const hit of hits.toReversed()) {
		if (hit.in === 'text') replaceText(tr, hit, words);
		else if (!replaceWords(tr, head, done, hit, words)) {
			done.left++;
			continue;
		}
		done.replaced++;
	}
	return done;
}

function replaceText(tr: Transaction, { from, to }: Span, words: string): void {
	if (words === '') tr.delete(from, to);
	else tr.insertText(words, from, to);
}

/** False where the field has no room. */
function replaceWords(
	tr: Transaction,
	head: Pick<Head, HeadField>,
	done: Replacement,
	hit: Exclude<Hit, { in: 'text' }>,
	words: string,
): boolean {
	const isHead = hit.in === 'head';
	const before: string = isHead
		? (done.head[hit.field] ?? head[hit.field])
		: tr.doc.nodeAt(tr.mapping.map(hit.position))?.attrs[hit.name];
	const after = before.slice(0, hit.from) + words + before.slice(hit.to);
	if (after.length > (isHead ? headFields[hit.field] : (wordAttributes[hit.name] ?? 0))) return false;
	if (isHead) done.head[hit.field] = after;
	else tr.setNodeAttribute(tr.mapping.map(hit.position), hit.name, after);
	return true;
}
