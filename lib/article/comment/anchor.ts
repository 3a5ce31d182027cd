/**
 * Where a comment stands in a text: the W3C's TextQuoteSelector (Web Annotation Data Model, 4.2.4) with a position as a
 * hint. Positions count UTF-16 units.
 */
export interface TextAnchor {
	/** The words commented on; empty: the whole text. */
	exact: string;
	/** What stood before and behind them, a few characters. */
	prefix: string;
	suffix: string;
	position: number;
}

export interface Range {
	from: number;
	to: number;
}

/** How much of its surroundings an anchor remembers. */
const contextLength = 32;
/** No more places than these are looked at: a single comma may stand in a thousand. */
const mostPlaces = 2000;

/** The anchor of a range. */
export function anchorAt(text: string, { from, to }: Range): TextAnchor {
	return {
		exact: text.slice(from, to),
		prefix: text.slice(Math.max(0, from - contextLength), from),
		suffix: text.slice(to, to + contextLength),
		position: from,
	};
}

/**
 * Where an anchor's words stand now; null where they stand nowhere. Guaranteed: in the text it was made from, exactly its
 * range; in another, words that stand there once are found; of several, those whose surroundings agree the furthest, and
 * of equals the nearest to its position.
 */
export function findAnchor(text: string, anchor: TextAnchor): Range | null {
	const { exact, position } = anchor;
	if (exact === '') return null;
	let best: { at: number; context: number } | null = null;
	for (const at of placesOf(text, exact, position)) {
		const context =
			commonEnd(text.slice(0, at), anchor.prefix) + commonStart(text.slice(at + exact.length), anchor.suffix);
		const isNearer = best && context === best.context && Math.abs(at - position) < Math.abs(best.at - position);
		if (!best || context > best.context || isNearer) best = { at, context };
	}
	return best && { from: best.at, to: best.at + exact.length };
}

/** All places of some words, or where there are very many those around a position. */
function placesOf(text: string, exact: string, position: number): number[] {
	const places: number[] = [];
	for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) places.push(at);
	if (places.length <= mostPlaces) return places;
	return places.toSorted((a, b) => Math.abs(a - position) - Math.abs(b - position)).slice(0, mostPlaces);
}

function commonStart(a: string, b: string): number {
	let length = 0;
	while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
	return length;
}

function commonEnd(a: string, b: string): number {
	let length = 0;
	while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
	return length;
}
