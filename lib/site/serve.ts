import type { IncomingMessage, ServerResponse } from 'node:http';
import { siteMemory, wireOf } from './memory';
import { matchesEtag } from './negotiate';
import { isSentInParts, partOf, rangeOf } from './range';
import type { StoredPage, Wire } from './stored-page';

/**
 * Answers a reader's GET or HEAD from the pages in memory; false where the page is not there or anything about the
 * request is out of the ordinary: then Next is asked. A query is ignored: no stored page depends on one.
 */
export function serveStored(request: IncomingMessage, response: ServerResponse): boolean {
	const { method, url = '' } = request;
	if (method !== 'GET' && method !== 'HEAD') return false;
	const query = url.indexOf('?');
	const held = siteMemory().pages.get(query === -1 ? url : url.slice(0, query));
	if (!held) return false;
	const wire = wireOf(held, request.headers['accept-encoding'] as string | undefined);
	const ifNoneMatch = request.headers['if-none-match'];
	if (ifNoneMatch !== undefined && wire.status === 200 && matchesEtag(ifNoneMatch, wire.etag)) {
		response.writeHead(304, wire.notModified).end();
		return true;
	}
	if (method === 'GET' && request.headers.range !== undefined && sendPart(request, response, held.page, wire))
		return true;
	response.writeHead(wire.status, wire.headers);
	if (method === 'HEAD') response.end();
	else response.end(wire.body);
	return true;
}

/** Sends the part that is asked for; false where the whole is to be sent. */
function sendPart(request: IncomingMessage, response: ServerResponse, page: StoredPage, wire: Wire): boolean {
	const { range: asked, 'if-range': ifRange } = request.headers;
	if (wire.status !== 200 || !isSentInParts(page.headers)) return false;
	const { body, etag } = wire;
	const range = rangeOf({ range: asked, ifRange: ifRange as string | undefined }, { size: body.length, etag });
	if (!range) return false;
	const { status, headers } = partOf(range, body.length);
	response.writeHead(status, { ...page.headers, ETag: etag, ...headers });
	response.end(range === 'none' ? undefined : body.subarray(range.first, range.last + 1));
	return true;
}
