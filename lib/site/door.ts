import pLimit from 'p-limit';
import { Refusal, refusalStatus } from '@/lib/errors';
import type { Answer } from './answer';
import { wireOf } from './memory';
import { matchesEtag } from './negotiate';
import { loadPage } from './page-store';
import { pages } from './pages';
import { isSentInParts, partOf, rangeOf } from './range';
import type { ReaderPage } from './reader-page';
import { canonicalPath, matchPattern } from './reader-page';
import { plainAnswer, renderLost, renderPage } from './render';
import { packPage, type StoredPage, type Wire } from './stored-page';
import { renderTrouble } from './trouble';

/**
 * Renders for readers under way at once, of each kind: whatever else is asked for waits its turn, so that many pages that nobody
 * has read yet do not starve one another of the database, nor searches, prints and pictures the pages.
 */
const renders = { page: pLimit(6), query: pLimit(3), lazy: pLimit(2) };

type Door = (request: Request) => Promise<Response>;

/**
 * The door of a page: what is stored under its address, rendered first where nothing is. Of several pages whose
 * addresses Next cannot tell apart (`/paper/…/1`, `/paper/…/1.pdf`) the first that fits.
 */
export function readerPage(...candidates: readonly ReaderPage[]): Door {
	return (request) => {
		const { pathname, searchParams } = new URL(request.url);
		const page = candidates.find(({ pattern }) => matchPattern(pattern, pathname) !== undefined);
		if (!page || canonicalPath(pathname) !== pathname)
			return answerOnce(request, pathname, () => renderLost(pathname, pages));
		if (page.byQuery)
			return answerOnce(request, pathname, () => renders.query(renderPage, page, pathname, searchParams));
		return answerAt(request, pathname, () => renders[page.isLazy ? 'lazy' : 'page'](renderPage, page, pathname));
	};
}

/** The door of every address that no page claims. */
export function lostPage(): Door {
	return (request) => {
		const { pathname } = new URL(request.url);
		return answerOnce(request, pathname, () => renderLost(pathname, pages));
	};
}

/** The door of files that are their own answer, such as a picture; `render` is asked when the path is not stored. */
export function readerFile(render: (path: string) => Promise<Answer>): Door {
	return (request) => {
		const { pathname } = new URL(request.url);
		return answerAt(request, pathname, () => render(pathname));
	};
}

function answerAt(request: Request, path: string, render: () => Promise<Answer>): Promise<Response> {
	return guarded(async () => toResponse(request, await loadPage(path, render)));
}

function answerOnce(request: Request, path: string, render: () => Promise<Answer>): Promise<Response> {
	return guarded(async () => toResponse(request, await packPage(path, await render(), new Date())));
}

/** Without the database what is in memory is still read; for the rest there is a page that says so, never kept. */
async function guarded(answer: () => Promise<Response>): Promise<Response> {
	try {
		return await answer();
	} catch (error) {
		// In a sentence, where it cannot be had now: a print without a browser to print with.
		if (error instanceof Refusal) {
			const answer = plainAnswer(refusalStatus[error.code], error.message);
			return new Response(answer.body as string, { status: answer.status, headers: answer.headers });
		}
		console.error(error);
		const trouble = await renderTrouble(error);
		return new Response(trouble.body as string, { status: trouble.status, headers: trouble.headers });
	}
}

/**
 * A page through Next, which is asked only until the page is in memory. Next takes Content-Encoding off whatever a
 * handler answers (it expects decoded bodies), so the plain form goes out, under an entity tag that is weak: what Next
 * or its compression makes of the bytes is not ours to promise.
 */
function toResponse(request: Request, page: StoredPage): Response {
	const held = { page, wires: {} };
	const plain = wireOf(held, 'identity');
	const inParts = isSentInParts(page.headers);
	// What is sent in parts is nothing that Next would compress.
	const outward = inParts ? plain.etag : `W/${plain.etag}`;
	const own = wireOf(held, request.headers.get('accept-encoding') ?? undefined);
	const ifNoneMatch = request.headers.get('if-none-match');
	if (ifNoneMatch !== null && page.status === 200) {
		const known = [own.etag, outward].find((etag) => matchesEtag(ifNoneMatch, etag.replace('W/', '')));
		if (known) return new Response(null, { status: 304, headers: withEtag(plain.notModified, known) });
	}
	const part = inParts && page.status === 200 && partResponse(request, plain);
	if (part) return part;
	const headers = withEtag(plain.headers, outward);
	// Next sets it, after its compression.
	headers.delete('Content-Length');
	return new Response(plain.body as Uint8Array<ArrayBuffer>, { status: plain.status, headers });
}

/** The part that is asked for, undefined where it is the whole. */
function partResponse(request: Request, plain: Wire): Response | undefined {
	const asked = { range: request.headers.get('range'), ifRange: request.headers.get('if-range') };
	const { body, etag } = plain;
	const range = request.method === 'GET' ? rangeOf(asked, { size: body.length, etag }) : undefined;
	if (!range) return undefined;
	const { status, headers: own } = partOf(range, body.length);
	const headers = withEtag(plain.headers, etag);
	for (const [name, value] of Object.entries(own)) headers.set(name, value);
	const bytes = range === 'none' ? null : (body.subarray(range.first, range.last + 1) as Uint8Array<ArrayBuffer>);
	return new Response(bytes, { status, headers });
}

/** Names and values by turns as headers, under this entity tag. */
function withEtag(flat: readonly string[], etag: string): Headers {
	const headers = new Headers();
	for (let at = 0; at < flat.length; at += 2) headers.set(flat[at] ?? '', flat[at + 1] ?? '');
	headers.set('ETag', etag);
	return headers;
}
