import { once } from 'node:events';
import http from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { load } from './load.mjs';

describe('load', () => {
	let server;
	let answered = 0;

	afterEach(() => server.close());

	async function serve(answer) {
		answered = 0;
		server = http.createServer((request, response) => {
			answered += 1;
			answer(request, response, answered);
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		return { url: `http://127.0.0.1:${server.address().port}/page`, headers: { 'x-say': 'yes' } };
	}

	const shoot = (options) => load({ ...options, connections: 4, seconds: 0.2 });

	it('counts the answers that came whole, and sends what it was told to', async () => {
		const wrong = [];
		const options = await serve((request, response) => {
			if (request.url !== '/page' || request.headers['x-say'] !== 'yes') wrong.push(request.url);
			response.setHeader('Content-Length', 100_000).end('x'.repeat(100_000));
		});
		const { perSecond, p99 } = await shoot(options);
		expect(wrong).toEqual([]);
		// One answer was asked for beforehand, to learn its length.
		expect(Math.abs(perSecond * 0.2 - (answered - 1)) / answered).toBeLessThan(0.5);
		expect(p99).toBeGreaterThan(0);
	});

	it.each([
		['another status', (response) => response.writeHead(404, { 'Content-Length': 2 }).end('no'), /Not a page/],
		['a length that is not said', (response) => response.writeHead(200).end('ok'), /Not a page/],
	])('refuses %s', async (_name, give, refusal) => {
		const options = await serve((_request, response) => give(response));
		await expect(shoot(options)).rejects.toThrow(refusal);
	});

	it('notices answers that grow', async () => {
		const options = await serve((_request, response, times) => {
			const length = times < 10 ? 10 : 11;
			response.setHeader('Content-Length', length).end('x'.repeat(length));
		});
		await expect(shoot(options)).rejects.toThrow(/too many/);
	});

	it('notices a server that hangs up', async () => {
		const options = await serve((_request, response, times) => {
			if (times > 10) response.socket.destroy();
			else response.setHeader('Content-Length', 2).end('ok');
		});
		await expect(shoot(options)).rejects.toThrow();
	});
});
