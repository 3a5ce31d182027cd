import http from 'node:http';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAddresses } from '../setup/addresses';
import { expectNoAxeViolations, launchBrowser, openPage } from '../setup/browser';
import { startServer, type TestServer } from '../setup/server';

let server: TestServer;
let browser: Browser;

/** One address of each template. */
const paths: Record<string, string> = {};

beforeAll(async () => {
	server = await startServer({ database: 'demo' });
	browser = await launchBrowser();
	const addresses = await listAddresses(server.url);
	const first = (pattern: RegExp) => addresses.find((address) => pattern.test(address)) ?? '';
	const articles = addresses.filter((address) => address.startsWith('/article/'));
	const texts = await Promise.all(articles.map(async (path) => [path, await bodyOf(path)] as const));
	const holding = (part: string) => texts.find(([, text]) => text.includes(part))?.[0] ?? '';
	const year = first(/^\/paper\/.*\/1$/).slice('/paper/'.length, '/paper/2026'.length);
	Object.assign(paths, {
		front: '/',
		year: `/column/min-sheng/${year}`,
		papers: `/paper/${year}`,
		page: first(/^\/paper\/.*\/1$/),
		inner: first(/^\/paper\/.*\/2$/),
		interview: first(/^\/column\/yi-ba-shou/),
		column: '/column/min-sheng',
		series: first(/^\/series\//),
		tag: first(/^\/tag\//),
		reporter: first(/^\/reporter\//),
		article: holding('class="banner"'),
		table: holding('class="table"'),
		talk: holding('class="exchange"'),
		verse: holding('class="verse"'),
		search: '/search',
		results: `/search?q=${encodeURIComponent('湖')}`,
		nothing: `/search?q=${encodeURIComponent('没有这个词')}`,
		missing: '/article/nothing-here',
		missingDay: '/paper/2001-01-01/1',
	});
}, 180_000);

afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

async function bodyOf(path: string): Promise<string> {
	return (await fetch(server.url + path)).text();
}

/** The bare answer: fetch would follow, unpack and hide. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<http.IncomingMessage> {
	return new Promise((resolve, reject) => {
		const { hostname, port } = new URL(server.url);
		const request = http.request({ hostname, port, path, method, headers }, (response) => {
			response.resume();
			response.on('end', () => resolve(response));
		});
		request.on('error', reject).end();
	});
}

/** By how much the page is wider than the window. */
function overflow(page: Page): Promise<number> {
	return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

/** 大字版: what is pressed and smaller than 60 × 60 px; links within a sentence and the stories of the drawn page are not asked. */
function smallTargets(): string[] {
	const inText =
		'.body p *, .body li *, .byline *, .dateline *, .notice p *, .sheet *, .correction-at *, .embed *, .skip';
	const least = 59.5;
	return [...document.querySelectorAll('a, button, input:not([type=checkbox], [type=radio]), label')]
		.filter((target) => !target.matches(inText) && target.checkVisibility())
		.flatMap((target) => {
			const { width, height } = target.getBoundingClientRect();
			if (width <= 1 || (width >= least && height >= least)) return [];
			return [`${target.textContent?.trim() ?? ''} ${target.className} ${Math.round(width)}×${Math.round(height)}`];
		});
}

/** What ends in an ellipsis of the browser's where its words should go on in the next line. */
function cutWords(): string[] {
	return [...document.querySelectorAll('body *')]
		.filter((element) => getComputedStyle(element).textOverflow !== 'clip')
		.map(({ textContent }) => textContent ?? '');
}

describe('answers', () => {
	it('has something of every template', () => {
		expect(Object.entries(paths).filter(([, path]) => path === '')).toEqual([]);
	});

	it('says 200 with validators, a policy and no script but the paper’s own on every page', async () => {
		for (const [name, path] of Object.entries(paths)) {
			const response = await fetch(server.url + path);
			const text = await response.text();
			expect([name, response.status]).toEqual([name, name.startsWith('missing') ? 404 : 200]);
			expect([name, response.headers.get('cache-control')]).toEqual([name, 'public, max-age=0, must-revalidate']);
			expect(response.headers.get('etag')).toMatch(/^(?:W\/)?"[\w-]+"$/);
			expect(response.headers.get('x-content-type-options')).toBe('nosniff');
			const policy = response.headers.get('content-security-policy') ?? '';
			expect(policy).toContain("default-src 'none'");
			expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]+';/);
			expect(policy).not.toContain('unsafe');
			const scripts = text.match(/<script(?! type="application\/ld\+json")[^>]*>/g) ?? [];
			const own = expect.stringMatching(/^<script src="\/assets\/reader\.[\w-]+\.js" defer="">$/);
			expect([name, scripts]).toEqual([name, ['<script>', own]]);
			expect([name, text.match(/ style="/g)]).toEqual([name, null]);
		}
	});

	it.each(['br', 'gzip', 'identity'])('sends the %s form, and 304 to who holds it', async (coding) => {
		const read = [paths.front, paths.article, paths.page, '/feed.xml', '/sitemap.xml'].map((path) => path ?? '');
		for (const path of read) {
			await ask(path);
			const whole = await ask(path, { 'accept-encoding': coding });
			expect([path, whole.headers['content-encoding']]).toEqual([path, coding === 'identity' ? undefined : coding]);
			expect(Number(whole.headers['content-length'])).toBeGreaterThan(0);
			expect(whole.headers.vary).toBe('Accept-Encoding');
			const again = await ask(path, { 'accept-encoding': coding, 'if-none-match': whole.headers.etag ?? '' });
			expect([path, again.statusCode]).toEqual([path, 304]);
			expect(again.headers.etag).toBe(whole.headers.etag);
		}
	});

	it('validates what is rendered for each request', async () => {
		const whole = await ask(paths.results ?? '');
		expect((await ask(paths.results ?? '', { 'if-none-match': whole.headers.etag ?? '' })).statusCode).toBe(304);
		const other = await ask(paths.nothing ?? '', { 'if-none-match': whole.headers.etag ?? '' });
		expect(other.statusCode).toBe(200);
	});

	it('answers HEAD, and nothing but GET and HEAD', async () => {
		const get = await ask(paths.article ?? '');
		const head = await ask(paths.article ?? '', {}, 'HEAD');
		expect(head.statusCode).toBe(200);
		expect(head.headers.etag).toBe(get.headers.etag);
		for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
			expect([method, (await ask(paths.article ?? '', {}, method)).statusCode]).toEqual([method, 405]);
		}
	});

	it('moves every other spelling to the one address, for good', async () => {
		const article = paths.article ?? '';
		const day = (paths.page ?? '').split('/')[2];
		const moves: [string, string][] = [
			[`${article}/`, article],
			[article.replace('article', 'Article'), article],
			[`${article}.html`, article],
			['/index.html', '/'],
			['/FEED.xml', '/feed.xml'],
			[`/paper/${day}`, `/paper/${day}/1`],
			[`/paper/${day}/01`, `/paper/${day}/1`],
			['/column/min-sheng/1', '/column/min-sheng'],
		];
		for (const [from, to] of moves) {
			const response = await ask(from);
			expect([from, response.statusCode, response.headers.location]).toEqual([from, 308, to]);
		}
	});

	it('leads from /paper to the latest paper, for now', async () => {
		const response = await ask('/paper');
		expect(response.statusCode).toBe(302);
		expect(response.headers.location).toBe(paths.page);
		expect(response.headers['cache-control']).toContain('max-age=0');
	});

	it('lets whatever stands under its own hash be kept for ever', async () => {
		const html = await bodyOf(paths.article ?? '');
		const assets = [...html.matchAll(/(?:href|src)="(\/(?:assets|media)\/[^"]+)"/g)].map((match) => match[1] ?? '');
		expect(assets.some((asset) => asset.endsWith('.css'))).toBe(true);
		expect(assets.some((asset) => asset.endsWith('.woff2'))).toBe(true);
		for (const asset of assets) {
			const response = await ask(asset);
			expect([asset, response.statusCode]).toEqual([asset, 200]);
			expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable');
		}
		expect((await ask('/assets/reader.nothing.css')).statusCode).toBe(404);
		expect((await ask('/media/nothing/480.webp')).statusCode).toBe(404);
	});

	it('does not let a request choose what others read', async () => {
		const before = await bodyOf('/');
		await ask('/', { host: 'evil.example', 'x-forwarded-host': 'evil.example', rsc: '1', 'x-nextjs-data': '1' });
		await ask('/?_rsc=abc&q=<script>');
		expect(await bodyOf('/')).toBe(before);
		expect(before).not.toContain('evil.example');
	});
});

describe('pages', () => {
	/** In the dark, on a phone, those that look like no other. */
	const alike = ['inner', 'tag', 'verse', 'search', 'nothing', 'missingDay'];
	const views = [
		{ width: 1440, height: 900, colorScheme: 'light' as const, type: 'usual', without: [] as string[] },
		{ width: 390, height: 844, colorScheme: 'dark' as const, type: 'usual', without: alike },
		{ width: 390, height: 844, colorScheme: 'light' as const, type: 'large', without: alike },
	];

	it.each(views)(
		'hold nothing that axe finds, nor anything too wide, at $width in the $colorScheme, in $type type',
		async (view) => {
			const { width, height, colorScheme, type, without } = view;
			const page = await openPage(browser, { viewport: { width, height }, colorScheme });
			if (type === 'large') await page.addInitScript(() => localStorage.setItem('shangban-reading', '{"large":true}'));
			const said: string[] = [];
			page.on('console', (message) => said.push(message.text()));
			const wide: string[] = [];
			for (const [name, path] of Object.entries(paths)) {
				if (without.includes(name)) continue;
				await page.goto(server.url + path);
				await expectNoAxeViolations(page);
				if ((await overflow(page)) > 0) wide.push(name);
				if (type === 'large') expect([name, await page.evaluate(smallTargets)]).toEqual([name, []]);
				expect([name, await page.evaluate(cutWords)]).toEqual([name, []]);
			}
			expect(wide).toEqual([]);
			// A missing page is a failed load to the browser; a policy that refuses something would be said here too.
			expect(said.filter((text) => !text.includes('status of 404'))).toEqual([]);
			await page.context().close();
		},
		180_000,
	);

	it('flow at 400 % zoom: nothing is wider than 320 px', async () => {
		const page = await openPage(browser, { viewport: { width: 320, height: 256 } });
		const wide: string[] = [];
		for (const [name, path] of Object.entries(paths)) {
			await page.goto(server.url + path);
			if ((await overflow(page)) > 0) wide.push(name);
		}
		expect(wide).toEqual([]);
		await page.context().close();
	});

	it('leads from the front to a story, to its place on the page and back, by keys', async () => {
		const page = await openPage(browser, { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
		await page.goto(server.url);
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('跳到正文');
		const lead = page.locator('.front-titles [aria-labelledby=page-1] .titles a').first();
		const headline = (await lead.locator('.titles-head').innerText()).trim();
		await lead.focus();
		await page.keyboard.press('Enter');
		await page.waitForURL('**/article/*');
		expect((await page.locator('h1').innerText()).replace(/\s/g, '')).toBe(headline.replace(/\s/g, ''));
		const id = page.url().split('/').at(-1);
		await page.getByRole('link', { name: '原版面', exact: true }).press('Enter');
		await page.waitForURL(`**/paper/**#story-${id}`);
		expect(await page.locator(':target h2').innerText()).toContain(headline.slice(0, 4));
		await page.locator(':target h2 a').press('Enter');
		await page.waitForURL(`**/article/${id}`);
		await page.context().close();
	});

	it('gives a page as PDF: the one page, its stories’ links, printed once', async () => {
		const page = await openPage(browser);
		await page.goto(`${server.url}${paths.page}`);
		const [headline] = await page.locator('.sheet h2').allInnerTexts();
		const address = await page.getByRole('link', { name: '本版 PDF' }).getAttribute('href');
		const answer = await fetch(server.url + address);
		expect(answer.headers.get('content-type')).toBe('application/pdf');
		expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('第01版.pdf');
		const file = await getDocument({ data: new Uint8Array(await answer.arrayBuffer()), verbosity: 0 }).promise;
		expect(file.numPages).toBe(1);
		const sheet = await file.getPage(1);
		const { items } = await sheet.getTextContent();
		const words = items.map((item) => ('str' in item ? item.str : '')).join('');
		expect(words.replace(/\s/g, '')).toContain(headline?.replace(/\s/g, ''));
		const links = (await sheet.getAnnotations()).map(({ url }) => url as string);
		expect(links.some((url) => /\/article\/[0-9a-z]+$/.test(url))).toBe(true);
		const again = await fetch(server.url + address, { headers: { 'If-None-Match': answer.headers.get('etag') ?? '' } });
		expect(again.status).toBe(304);
		await page.context().close();
	});

	it('sets heads in the face that was cut for them, without moving anything', async () => {
		const page = await openPage(browser, { viewport: { width: 390, height: 844 } });
		await page.goto(server.url + paths.article, { waitUntil: 'networkidle' });
		const faces = await page.evaluate(() => [...document.fonts].filter((face) => face.status === 'loaded').length);
		expect(faces).toBeGreaterThan(0);
		const shift = await page.evaluate(
			() =>
				new Promise<number>((resolve) => {
					let sum = 0;
					new PerformanceObserver((list) => {
						for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
					}).observe({ type: 'layout-shift', buffered: true });
					setTimeout(() => resolve(sum), 300);
				}),
		);
		expect(shift).toBeLessThanOrEqual(0.02);
		await page.context().close();
	});

	it('searches without script', async () => {
		const page = await openPage(browser, { javaScriptEnabled: false });
		await page.goto(server.url + paths.article);
		await page.getByRole('searchbox').fill('湖');
		await page.getByRole('searchbox').press('Enter');
		await page.waitForURL('**/search?q=*');
		expect(await page.locator('.hits mark').first().innerText()).toBe('湖');
		await page.context().close();
	});
});

describe('with Postgres stopped', () => {
	it('serves what was read before, and says what is wrong of the rest', async () => {
		const read = [paths.front, paths.page, paths.article, '/feed.xml'].map((path) => path ?? '');
		for (const path of read) await ask(path);
		await server.cutDatabase();
		try {
			for (const path of read) expect([path, (await ask(path)).statusCode]).toEqual([path, 200]);
			const unread = await fetch(`${server.url}/search?q=x`);
			expect(unread.status).toBe(503);
			expect(unread.headers.get('retry-after')).toBe('15');
			expect(unread.headers.get('cache-control')).toBe('no-store');
			expect(await unread.text()).toContain('暂时打不开');
		} finally {
			await server.mendDatabase();
		}
		await expect.poll(async () => (await ask('/search?q=x')).statusCode, { timeout: 15_000 }).toBe(200);
	});

	it('takes up purging again when Postgres is back', async () => {
		const newsroom = new pg.Client(server.databaseUrl);
		await newsroom.connect();
		try {
			const { rows } = await newsroom.query(
				`INSERT INTO "Outbox" ("paperId", "event", "subject", "touched") SELECT "id", 'test', '', '{latest}' FROM "Paper" RETURNING "id"`,
			);
			const waiting = () => newsroom.query('SELECT FROM "Outbox" WHERE "id" = $1 AND "doneAt" IS NULL', [rows[0]?.id]);
			await expect.poll(async () => (await waiting()).rowCount, { timeout: 10_000 }).toBe(0);
		} finally {
			await newsroom.end();
		}
	});
});
