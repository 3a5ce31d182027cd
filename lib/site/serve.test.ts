import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetAll, forgetPurged, holdPage, siteMemory } from './memory';
import { serveStored } from './serve';
import { packPage } from './stored-page';

const text = '湖边的路修好了。'.repeat(100);
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22) + seconds * 1000);

async function hold(path: string, tags: string[], seconds = 0, status = 200): Promise<boolean> {
	const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'public, max-age=0' };
	return holdPage(await packPage(path, { status, headers, body: text, tags, keep: 'table' }, at(seconds)));
}

describe('serveStored', () => {
	const server = http.createServer((request, response) => {
		if (!serveStored(request, response)) response.writeHead(599).end();
	});
	let url = '';

	beforeAll(async () => {
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		await hold('/article/a', ['article:a']);
		await hold('/article/gone', ['article:gone'], 0, 410);
	});
	afterAll(() => {
		forgetAll();
		siteMemory().purges.clear();
		server.close();
		server.closeAllConnections();
	});

	it('sends a held page in the coding that the client prefers', async () => {
		for (const [accepts, coding] of [
			['br, gzip', 'br'],
			['gzip', 'gzip'],
			['identity', null],
		] as const) {
			const response = await fetch(`${url}/article/a`, { headers: { 'accept-encoding': accepts } });
			expect(response.status).toBe(200);
			expect(response.headers.get('content-encoding')).toBe(coding);
			expect(await response.text()).toBe(text);
		}
	});

	it('sends parts of what is sent in parts, while these are its bytes', async () => {
		const headers = { 'Content-Type': 'application/pdf', 'Accept-Ranges': 'bytes' };
		const answer = { status: 200, headers, body: Buffer.from('0123456789'), tags: [], keep: 'memory' as const };
		holdPage(await packPage('/paper/2026-11-22.pdf', answer, at(0)));
		const get = (range: string, more: Record<string, string> = {}) =>
			fetch(`${url}/paper/2026-11-22.pdf`, { headers: { range, ...more } });
		const part = await get('bytes=2-4');
		expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-4/10', '234']);
		const etag = part.headers.get('etag') ?? '';
		expect(await (await get('bytes=-2', { 'if-range': etag })).text()).toBe('89');
		expect(await (await get('bytes=-2', { 'if-range': '"other"' })).text()).toBe('0123456789');
		const beyond = await get('bytes=10-');
		expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10']);
		expect((await fetch(`${url}/article/a`, { headers: { range: 'bytes=0-1' } })).status).toBe(200);
	});

	it('ignores a query', async () => {
		expect((await fetch(`${url}/article/a?utm_source=x&_rsc=1`)).status).toBe(200);
	});

	it('answers HEAD with the same headers and no body', async () => {
		const get = await fetch(`${url}/article/a`);
		const head = await fetch(`${url}/article/a`, { method: 'HEAD' });
		expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
		expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'));
		expect(await head.text()).toBe('');
	});

	it('answers 304 to who holds the same bytes, for what is there alone', async () => {
		const etag = (await fetch(`${url}/article/a`)).headers.get('etag') ?? '';
		const held = await fetch(`${url}/article/a`, { headers: { 'if-none-match': `"x", W/${etag}` } });
		expect(held.status).toBe(304);
		expect(held.headers.get('etag')).toBe(etag);
		expect(held.headers.get('cache-control')).toBe('public, max-age=0');
		expect((await fetch(`${url}/article/a`, { headers: { 'if-none-match': '"old"' } })).status).toBe(200);
		expect((await fetch(`${url}/article/gone`, { headers: { 'if-none-match': '*' } })).status).toBe(410);
	});

	it.each([
		['a page that is not held', 'GET', '/article/b'],
		['another method', 'POST', '/article/a'],
		['another spelling', 'GET', '/article//a'],
	])('leaves %s to Next', async (_name, method, path) => {
		expect((await fetch(url + path, { method })).status).toBe(599);
	});

	it('leaves an absolute address in the request line to Next', async () => {
		const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1');
		socket.end('GET http://evil.example/article/a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
		let answer = '';
		for await (const chunk of socket) answer += chunk;
		expect(answer.split('\r\n')[0]).toContain('599');
	});
});

describe('memory', () => {
	it('throws away what was rendered before a purge of something it shows, and nothing else', async () => {
		await hold('/p', ['article:p', 'latest'], 10);
		await hold('/q', ['article:q'], 10);
		forgetPurged([{ tag: 'latest', at: at(11) }]);
		expect(siteMemory().pages.has('/p')).toBe(false);
		expect(siteMemory().pages.has('/q')).toBe(true);
	});

	it('does not take in a page whose render began before a purge, also when it arrives after it', async () => {
		expect(await hold('/p', ['latest'], 11)).toBe(false);
		expect(await hold('/p', ['latest'], 12)).toBe(true);
	});
});
