import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { Answer } from './answer';
import type { Coding } from './negotiate';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/**
 * An answer as it is kept: compressed once. Text stands as br and gzip and, to save memory, not in its plain form,
 * which the rare client without either gets unpacked; what is compressed by nature stands plain alone.
 */
export interface StoredPage {
	path: string;
	status: number;
	/** Without what depends on the coding: Content-Length, Content-Encoding, ETag. */
	headers: Record<string, string>;
	/** Strong, of the plain bytes, without quotes; each coding adds its own ending. */
	etag: string;
	tags: readonly string[];
	identity: Uint8Array | null;
	gzip: Uint8Array | null;
	br: Uint8Array | null;
	/** The database's clock before the first row was read for it. */
	renderedAt: Date;
}

const compressible = /^(?:text\/|image\/svg|application\/(?:json|xml|[a-z.-]+\+(?:json|xml)))/;

/** Brotli's level 9 costs four times the time for a four-hundredth of the bytes; publication should be seen at once. */
const brotliQuality = 8;
/** Smaller than a packet: nothing to gain. */
const worthPacking = 256;

/** Packs an answer. Same answer, same bytes and same etag. */
export async function packPage(path: string, answer: Answer, renderedAt: Date): Promise<StoredPage> {
	const plain = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
	const { status, headers, tags } = answer;
	const page = { path, status, headers, etag: hashOf(plain, headers), tags, renderedAt };
	if (plain.length < worthPacking || !compressible.test(headers['Content-Type'] ?? '')) {
		return { ...page, identity: plain, gzip: null, br: null };
	}
	const params = {
		[zlib.constants.BROTLI_PARAM_QUALITY]: brotliQuality,
		[zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
		[zlib.constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
		// A window wider than the page costs memory, whose taking and giving back takes longer than packing.
		[zlib.constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(plain.length)))),
	};
	const [br, gz] = await Promise.all([brotli(plain, { params }), gzip(plain, { level: 9 })]);
	return { ...page, identity: null, gzip: gz, br };
}

/** The headers count too: a policy that changes while the text stays must reach whoever holds the page. */
function hashOf(plain: Uint8Array, headers: Record<string, string>): string {
	return createHash('sha256').update(JSON.stringify(headers)).update(plain).digest('base64url').slice(0, 22);
}

/** What goes over the wire for one coding. */
export interface Wire {
	status: number;
	/** Names and values by turns, as ServerResponse.writeHead takes them without copying. */
	headers: string[];
	body: Uint8Array;
	etag: string;
	/** The headers of the answer to a client that holds these bytes already. */
	notModified: string[];
}

/** The page for clients that prefer `coding`; falls back to what is kept. */
export function toWire(page: StoredPage, coding: Coding): Wire {
	const used = coding === 'identity' || page[coding] === null ? 'identity' : coding;
	const body = used === 'identity' ? plainBytes(page) : (page[used] as Uint8Array);
	const etag = `"${page.etag}${used === 'identity' ? '' : used === 'br' ? '-b' : '-g'}"`;
	const shared = ['ETag', etag, ...(page.gzip ? ['Vary', 'Accept-Encoding'] : [])];
	const cache = page.headers['Cache-Control'];
	return {
		status: page.status,
		etag,
		body,
		headers: [
			...Object.entries(page.headers).flat(),
			...shared,
			...(used === 'identity' ? [] : ['Content-Encoding', used]),
			'Content-Length',
			String(body.length),
		],
		notModified: [...(cache ? ['Cache-Control', cache] : []), ...shared],
	};
}

/** The bytes as they were before they were compressed. */
export function plainBytes(page: StoredPage): Uint8Array {
	if (page.identity) return page.identity;
	if (page.gzip) return zlib.gunzipSync(page.gzip);
	throw new Error(`A stored page without bytes: ${page.path}`);
}

/** Bytes that the page takes in memory, near enough. */
export function sizeOf(page: StoredPage): number {
	const bytes = (page.identity?.length ?? 0) + (page.gzip?.length ?? 0) + (page.br?.length ?? 0);
	return bytes + 2048;
}
