const han = String.raw`[\p{Script=Han}〇]`;
/** Full-width marks that count as one 字 each in a newspaper's word count. */
const fullWidthMark = String.raw`[\u3001-\u3003\u3008-\u301f\uff01-\uff60\u2014\u2018\u2019\u201c\u201d\u2026\u00b7]`;
/** Han letters are letters too. */
const latinOrDigit = `[[\\p{L}\\p{N}]--${han}]`;
/** A run of Latin letters or digits, with inner marks (3.5%, e-mail, 1,024), counts as one word. */
const run = String.raw`${latinOrDigit}(?:${latinOrDigit}|[.,:'’\/%+\-](?=${latinOrDigit}|%))*%?`;
const counted = new RegExp(`${han}|${run}|${fullWidthMark}`, 'gv');

/**
 * 字数: the Chinese word count. Each Han character and each full-width mark counts one, each run of
 * Latin letters or digits counts one; spaces and half-width marks count nothing.
 */
export function countWords(text: string): number {
	return text.match(counted)?.length ?? 0;
}

/** Folds full-width ASCII, ideographic space and case: what two texts are compared and searched by. */
export function foldWidth(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}

/** Cuts at `max` characters (code points) and marks the cut with an ellipsis. */
export function truncate(text: string, max: number): string {
	const characters = [...text];
	return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}

/** A text as a LIKE pattern that matches itself: Prisma's `contains` leaves %, _ and \ as wildcards. */
export function escapeLike(text: string): string {
	return text.replace(/[\\%_]/g, '\\$&');
}

/**
 * Plain input as PostgreSQL can keep it: NUL is dropped from strings and halves of surrogate pairs become U+FFFD, at
 * any depth. Whatever is not a plain object or array passes through.
 */
export function toStorable(value: unknown): unknown {
	if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
	if (Array.isArray(value)) return value.map(toStorable);
	if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
	return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toStorable(member)]));
}
