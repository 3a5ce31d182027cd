/** Which bytes of a body a request asks for; both ends are included. */
export interface Range {
	first: number;
	last: number;
}

/**
 * The one range that a request asks for of a body of `size` bytes that stands under the strong entity tag `etag`: undefined
 * where the whole is to be sent (no range, several, one that is malformed, or of other bytes than these), `none` where it lies
 * beyond the end. RFC 9110, 14.
 */
export function rangeOf(
	{ range, ifRange }: { range: string | null | undefined; ifRange: string | null | undefined },
	{ size, etag }: { size: number; etag: string },
): Range | 'none' | undefined {
	const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range?.trim() ?? '') ?? [];
	if (from === '' && to === '') return undefined;
	// A date is none of ours: pages stand under entity tags.
	if (ifRange && ifRange.trim() !== etag) return undefined;
	if (from === '') return Number(to) === 0 ? 'none' : { first: Math.max(0, size - Number(to)), last: size - 1 };
	const [first, last] = [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
	if (to !== '' && Number(to) < first) return undefined;
	return first >= size ? 'none' : { first, last };
}

/** What is sent in parts is stored as it is and says so; its entity tag names these very bytes. */
export function isSentInParts(headers: Readonly<Record<string, string>>): boolean {
	return headers['Accept-Ranges'] === 'bytes';
}

/** Status and headers of a part, or of the answer that there is none. */
export function partOf(range: Range | 'none', size: number): { status: 206 | 416; headers: Record<string, string> } {
	if (range === 'none') return { status: 416, headers: { 'Content-Range': `bytes */${size}`, 'Content-Length': '0' } };
	const { first, last } = range;
	const headers = { 'Content-Range': `bytes ${first}-${last}/${size}`, 'Content-Length': String(last - first + 1) };
	return { status: 206, headers };
}
