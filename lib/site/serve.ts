import type { IncomingMessage, ServerResponse } from 'node:http';
import { siteMemory, wireOf } from './memory';
import { matchesEtag } from './negotiate';

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
	response.writeHead(wire.status, wire.headers);
	if (method === 'HEAD') response.end();
	else response.end(wire.body);
	return true;
}
