import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoAxeViolations, openPage } from '../setup/browser';
import type { TestServer } from '../setup/server';
import { desktop, openReadingRoom } from './reading-room';

let server: TestServer;
let browser: Browser;
let paper: string;
let interview: string;
let close: () => Promise<void> = async () => {};

beforeAll(async () => {
	({ server, browser, paper, interview, close } = await openReadingRoom());
}, 180_000);
afterAll(() => close());

/** What is kept on the device, in one cache or in all. */
function keptPaths(page: Page, only?: string): Promise<string[]> {
	return page.evaluate(async (chosen) => {
		const names = chosen ? [chosen] : await caches.keys();
		const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return all.flat().map(({ url }) => new URL(url).pathname);
	}, only);
}

describe('offline', () => {
	it('the edition that was kept is read without a network; the desk is never kept', async () => {
		const page = await openPage(browser, desktop);
		await page.goto(`${server.url}/login`);
		await page.goto(server.url + paper);
		await page.waitForFunction(() => navigator.serviceWorker.ready);
		const button = page.getByRole('button', { name: '存本期离线看' });
		await button.click();
		const kept = page.getByRole('button', { name: '本期已存' });
		await kept.waitFor({ timeout: 60_000 });
		expect(await kept.evaluate((focused) => focused === document.activeElement)).toBe(true);
		// The desk, which the worker leaves alone, is not fetched twice.
		const preload = await page.evaluate(async () => {
			const { navigationPreload } = await navigator.serviceWorker.ready;
			return navigationPreload.getState();
		});
		expect(preload.enabled).toBe(false);
		await page.goto(`${server.url}/login`);
		await page.context().setOffline(true);
		for (const path of ['/paper', paper.replace(/\/1$/, '')]) {
			await page.goto(server.url + path);
			expect(new URL(page.url()).pathname).toBe(paper);
			await page.locator('.page-stage .story').first().waitFor();
		}
		await page.goto(server.url);
		await page.locator('.front-titles .titles a').nth(2).click();
		await page.waitForURL('**/article/*');
		const style = await page.locator('h1').evaluate((head) => getComputedStyle(head).fontWeight);
		expect(style).toBe('900');
		for (const image of await page.locator('.body img').all()) {
			await image.scrollIntoViewIfNeeded();
			await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
		}
		await page.goto(`${server.url}/column/min-sheng`);
		await page.getByRole('heading', { name: '没有网络' }).waitFor();
		expect(await page.locator('[data-saved] a').getAttribute('href')).toBe(paper);
		const paths = await keptPaths(page);
		expect(paths.filter((path) => /^\/(desk|login|api|preview|invite)/.test(path))).toEqual([]);
		await expect(page.goto(`${server.url}/login`)).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
		await page.context().close();
	});

	it('what is gone leaves the kept edition; what it shares with an older one stays', async () => {
		const page = await openPage(browser, desktop);
		await page.goto(server.url + paper);
		await page.waitForFunction(() => navigator.serviceWorker.ready);
		await page.getByRole('button', { name: '存本期离线看' }).click();
		await page.getByRole('button', { name: '本期已存' }).waitFor({ timeout: 60_000 });
		const date = paper.split('/')[2] ?? '';
		const style = await page.evaluate(async (day) => {
			const cache = await caches.open(`edition-${day}`);
			for (const gone of ['/article/withdrawn', '/assets/old.js']) await cache.put(gone, new Response('old'));
			const path =
				(await cache.keys()).map(({ url }) => new URL(url).pathname).find((key) => key.endsWith('.css')) ?? '';
			const older = await caches.open('edition-2000-01-01');
			await older.put(path, (await cache.match(path)) as Response);
			await cache.delete(path);
			return path;
		}, date);
		await page.getByRole('button', { name: '本期已存' }).click();
		await expect.poll(() => page.evaluate(() => caches.has('edition-2000-01-01'))).toBe(false);
		const paths = await keptPaths(page, `edition-${date}`);
		expect(paths).toContain(style);
		expect(paths).not.toContain('/article/withdrawn');
		expect(paths).not.toContain('/assets/old.js');
		await page.evaluate(async (day) => {
			await (await caches.open(`edition-${day}`)).put('/article/nothing-here', new Response('old'));
		}, date);
		expect((await page.goto(`${server.url}/article/nothing-here`))?.status()).toBe(404);
		await expect.poll(() => keptPaths(page)).not.toContain('/article/nothing-here');
		await page.context().close();
	});

	it('a newer paper is announced, with the way there', async () => {
		const page = await openPage(browser, { ...desktop, serviceWorkers: 'block' });
		const latest = { date: '2999-01-01', name: '2999年1月1日《澄湖日报》', version: '1', paths: [] };
		await page.route('**/paper/latest.json', (route) => route.fulfill({ json: latest }));
		await page.goto(server.url);
		const link = page.getByRole('link', { name: '2999年1月1日《澄湖日报》出版了，看新的一期' });
		await link.waitFor();
		expect(await link.getAttribute('href')).toBe('/paper/2999-01-01/1');
		await page.context().close();
	});

	it('a newer paper is announced over a story that was left open, and pushes nothing', async () => {
		const page = await openPage(browser, { ...desktop, serviceWorkers: 'block' });
		let date = '2999-01-01';
		let asked = 0;
		await page.route('**/paper/latest.json', (route) => {
			asked++;
			return route.fulfill({ json: { date, name: date, version: '1', paths: [] } });
		});
		await page.clock.install();
		await page.goto(server.url + interview);
		await expect.poll(() => asked).toBe(1);
		const top = () => page.locator('h1').evaluate((head) => head.getBoundingClientRect().top);
		const before = await top();
		date = '2999-01-02';
		await page.clock.fastForward('11:00');
		const link = page.getByRole('status').getByRole('link', { name: '2999-01-02出版了' });
		await link.waitFor();
		expect(await top()).toBe(before);
		const box = await link.boundingBox();
		expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(desktop.viewport.height);
		await expectNoAxeViolations(page);
		await page.context().close();
	});

	it('is what a home screen asks for', async () => {
		const manifest = await (await fetch(`${server.url}/manifest.webmanifest`)).json();
		expect(manifest).toMatchObject({ name: '澄湖日报', start_url: '/', display: 'standalone', lang: 'zh-CN' });
		for (const { src, sizes } of manifest.icons) {
			const png = Buffer.from(await (await fetch(server.url + src)).arrayBuffer());
			expect([src, `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`]).toEqual([src, sizes]);
		}
	});
});
