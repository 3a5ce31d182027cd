import http from 'node:http';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAddresses } from '../setup/addresses';
import { startServer, type TestServer } from '../setup/server';
import { headFaults, readHead } from '../standard/head';
import { ninjsFaults } from '../standard/ninjs';
import { schemaFaults } from '../standard/schema-org';

// What machines are told, of the whole demo paper; no browser but the one that prints.
let server: TestServer;
let addresses: string[] = [];
let article: string;
let page: string;

beforeAll(async () => {
	server = await startServer({ database: 'demo' });
	addresses = await listAddresses(server.url);
	article = addresses.find((address) => address.startsWith('/article/')) ?? '';
	page = addresses.find((address) => /^\/paper\/.*\/1$/.test(address)) ?? '';
}, 120_000);
afterAll(async () => server?.stop());

interface Asked {
	status: number;
	headers: http.IncomingHttpHeaders;
	bytes: number;
}

/** The bare answer: fetch would unpack and hide. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Asked> {
	return new Promise((resolve, reject) => {
		const { hostname, port } = new URL(server.url);
		const request = http.request({ hostname, port, path, method, headers }, async (response) => {
			const chunks = await response.toArray();
			const bytes = chunks.reduce((sum: number, chunk: Buffer) => sum + chunk.length, 0);
			resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes });
		});
		request.on('error', reject).end();
	});
}

describe('every page of the paper', () => {
	it('tells schema.org and Open Graph what they ask for', async () => {
		// Of many stories every third: a page is rendered for each.
		const some = addresses.filter((path, at) => !path.startsWith('/article/') || at % 3 === 0);
		const pages = [...some, '/search', '/correction', '/article/nothing-here'];
		const kinds = new Map<string, number>();
		for (const path of pages) {
			const html = await (await fetch(server.url + path)).text();
			expect(headFaults(html, { origin: server.url, path }), path).toEqual([]);
			for (const data of readHead(html).data) {
				expect(schemaFaults(data), path).toEqual([]);
				const type = (data as { '@type': string })['@type'];
				kinds.set(type, (kinds.get(type) ?? 0) + 1);
			}
		}
		expect([...kinds.keys()].sort()).toEqual(
			['CollectionPage', 'NewsArticle', 'ProfilePage', 'PublicationIssue', 'WebSite'].sort(),
		);
	});

	it('is exported as ninjs, by story and by edition', async () => {
		const stories = addresses.filter((address) => address.startsWith('/article/'));
		for (const path of stories) {
			const item = await (await fetch(`${server.url}${path}/ninjs.json`)).json();
			expect(ninjsFaults(item), path).toEqual([]);
			expect(item).toMatchObject({ uri: server.url + path, language: 'zh-Hans', pubStatus: 'usable' });
		}
		const [, date] = /^\/paper\/([^/]+)/.exec(page) ?? [];
		const edition = await (await fetch(`${server.url}/paper/${date}/ninjs.json`)).json();
		expect(ninjsFaults(edition)).toEqual([]);
		const items = edition.associations as { uri: string }[];
		expect(items.length).toBeGreaterThan(5);
		for (const { uri } of items) expect(stories).toContain(new URL(uri).pathname);
	});
});

describe('the pictures of a story', () => {
	it('come in their sizes, and are drawn of what readers may have', async () => {
		const read = async (path: string) => sharp(await (await fetch(server.url + path)).arrayBuffer()).metadata();
		expect(await read(`${article}/og.png`)).toMatchObject({ format: 'png', width: 1200, height: 630 });
		expect(await read(`${article}/poster.png`)).toMatchObject({ format: 'png', width: 1080 });
		for (const file of ['og.png', 'poster.png', 'qr.svg', 'ninjs.json'])
			expect((await ask(`/article/nothing-here/${file}`)).status, file).toBe(404);
	});
});

describe('every kind of answer', () => {
	const kinds = () => ({
		html: article,
		list: '/',
		rss: '/feed.xml',
		sitemap: '/sitemap.xml',
		robots: '/robots.txt',
		ninjs: `${article}/ninjs.json`,
		json: '/paper/latest.json',
		manifest: '/manifest.webmanifest',
		png: `${article}/og.png`,
		svg: `${article}/qr.svg`,
		pdf: `${page}.pdf`,
	});
	const packed = ['html', 'list', 'rss', 'sitemap', 'ninjs', 'json', 'manifest', 'svg'];

	it('has an entity tag, holds while it holds, is told by HEAD, and is packed where that helps', async () => {
		for (const [kind, path] of Object.entries(kinds())) {
			// The first answer is rendered, and goes through Next; then it stands in memory.
			const first = await ask(path);
			expect(first.status, kind).toBe(200);
			expect((await ask(path, { 'if-none-match': first.headers.etag ?? '' })).status, kind).toBe(304);
			const full = await ask(path, { 'accept-encoding': 'br, gzip' });
			expect(full.headers.etag, kind).toBeTruthy();
			expect(full.headers['cache-control'], kind).toMatch(/^public, max-age=\d+/);
			expect(full.headers['x-content-type-options'], kind).toBe('nosniff');
			const again = await ask(path, { 'accept-encoding': 'br, gzip', 'if-none-match': full.headers.etag ?? '' });
			expect([again.status, again.bytes, again.headers.etag], kind).toEqual([304, 0, full.headers.etag]);
			const other = await ask(path, { 'if-none-match': '"something-else"' });
			expect(other.status, kind).toBe(200);
			const head = await ask(path, { 'accept-encoding': 'br, gzip' }, 'HEAD');
			expect([head.status, head.bytes, head.headers['content-length']], kind).toEqual([200, 0, String(full.bytes)]);
			expect(full.headers['content-encoding'], kind).toBe(packed.includes(kind) ? 'br' : undefined);
			const zipped = await ask(path, { 'accept-encoding': 'gzip' });
			expect(zipped.headers['content-encoding'], kind).toBe(packed.includes(kind) ? 'gzip' : undefined);
			if (packed.includes(kind)) {
				expect(zipped.headers.vary, kind).toMatch(/accept-encoding/i);
				expect(zipped.headers.etag, kind).not.toBe(full.headers.etag);
			}
		}
	}, 60_000);
});
