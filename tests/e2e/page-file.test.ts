import fs from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoAxeViolations, launchBrowser, openPage } from '../setup/browser';
import { eventually, overflowOf, signIn, watchErrors } from '../setup/desk';
import { startServer, type TestServer } from '../setup/server';

let server: TestServer;
let browser: Browser;
/** The latest edition. */
let day: string;

beforeAll(async () => {
	server = await startServer({ database: 'demo', printsAhead: true });
	browser = await launchBrowser();
	const answer = await fetch(`${server.url}/paper`, { redirect: 'manual' });
	day = answer.headers.get('location')?.split('/')[2] ?? '';
}, 180_000);

afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

async function readPdf(bytes: ArrayBuffer | Buffer) {
	return getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
}

const millimetres = ([left = 0, bottom = 0, right = 0, top = 0]: number[]) =>
	[right - left, top - bottom].map((points) => Number(((points / 72) * 25.4).toFixed(2)));

describe('what is printed for readers', () => {
	it('stands at its permanent address, in its true size; the old address leads there', async () => {
		const page = await openPage(browser);
		await page.goto(`${server.url}/paper/${day}/2`);
		const address = await page.getByRole('link', { name: '本版 PDF' }).getAttribute('href');
		expect(address).toBe(`/paper/${day}/2.pdf`);
		const moved = await fetch(`${server.url}/paper/${day}/2/pdf`, { redirect: 'manual' });
		expect([moved.status, moved.headers.get('location')]).toEqual([308, address]);
		const answer = await fetch(server.url + address);
		expect(answer.status).toBe(200);
		const file = await readPdf(await answer.arrayBuffer());
		expect(file.numPages).toBe(1);
		expect(millimetres((await file.getPage(1)).view.map(Number))).toEqual([275, 390]);
		expect((await fetch(`${server.url}/paper/${day}/99.pdf`)).status).toBe(404);
		await page.context().close();
	});

	it('is the whole edition as well, with its pages as bookmarks', async () => {
		const page = await openPage(browser);
		await page.goto(`${server.url}/paper/${day}/1`);
		const address = await page.getByRole('link', { name: '整期 PDF' }).getAttribute('href');
		expect(address).toBe(`/paper/${day}.pdf`);
		const pages = await page.getByRole('region', { name: '版面目录' }).getByRole('listitem').allInnerTexts();
		const file = await readPdf(await (await fetch(server.url + address)).arrayBuffer());
		expect(file.numPages).toBe(pages.length);
		const outline = (await file.getOutline()) as { title: string; items: unknown[] }[];
		expect(outline.map(({ title }) => title.replace(/^第(\d)版/, '第0$1版'))).toEqual(pages.map((name) => name.trim()));
		for (const { items } of outline) expect(items.length).toBeGreaterThan(1);
		await page.context().close();
	});

	it('shows every page small in the list of pages, in a room of fixed size', async () => {
		const page = await openPage(browser);
		// A page that was published and never locked is printed behind its publication.
		const pictured = async () => {
			await page.goto(`${server.url}/paper/${day}/1`);
			return page.locator('.pages img').count();
		};
		await expect.poll(pictured, { timeout: 60_000, interval: 1000 }).toBeGreaterThan(3);
		const pictures = page.getByRole('region', { name: '版面目录' }).getByRole('img');
		for (const picture of await pictures.all()) {
			await picture.scrollIntoViewIfNeeded();
			expect(await picture.getAttribute('alt')).toMatch(/版的样子$/);
			expect([await picture.getAttribute('width'), await picture.getAttribute('height')]).toEqual(['240', '340']);
			await eventually(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(240);
		}
		await expectNoAxeViolations(page);
		await page.context().close();
	});
});

describe('印刷输出', () => {
	it('gives the page editor the page for the press, with bleed and crop marks, by key', async () => {
		const page = await signIn(browser, server, 'banmian');
		const errors = watchErrors(page);
		await page.goto(`${server.url}/desk/edition/${day}/1/print`);
		await page.getByRole('heading', { level: 1, name: /印刷输出/ }).waitFor();
		await page.getByText('读者现在看到的版本').waitFor();
		await expectNoAxeViolations(page);
		await page.getByLabel('颜色').selectOption('RGB');
		const waiting = page.waitForEvent('download', { timeout: 60_000 });
		await page.keyboard.press('e');
		const download = await waiting;
		expect(download.suggestedFilename()).toMatch(/第1版 RGB\.pdf$/);
		const file = await readPdf(fs.readFileSync(await download.path()));
		// 3 mm of bleed and 8 mm for the marks at each side.
		expect(millimetres((await file.getPage(1)).view.map(Number))).toEqual([297, 412]);
		for (const width of [390, 820, 1440]) {
			await page.setViewportSize({ width, height: 900 });
			expect(await overflowOf(page), String(width)).toBe(0);
		}
		expect(errors).toEqual([]);
		await page.context().close();
	});

	it('lets others look, and refuses them the file in a sentence', async () => {
		const page = await signIn(browser, server, 'jizhe');
		await page.goto(`${server.url}/desk/edition/${day}/1/print`);
		await page.getByText('导出由版面编辑和值班总编来做').waitFor();
		const answer = await page.request.post(`${server.url}/desk/edition/${day}/1/print/file`, {
			headers: { 'Sec-Fetch-Site': 'same-origin' },
			data: { id: 'x', bleed: true, marks: true, colour: 'rgb' },
		});
		expect(answer.status()).toBe(403);
		const odd = await page.request.post(`${server.url}/desk/edition/${day}/1/print/file`, {
			headers: { 'Sec-Fetch-Site': 'same-origin' },
			data: { id: 'x', bleed: true, marks: true, colour: 'pink' },
		});
		expect([odd.status(), ((await odd.json()) as { message: string }).message]).toEqual([
			422,
			expect.stringContaining('颜色请在 RGB、CMYK 和 PDF/X-3 里选'),
		]);
		await page.context().close();
	});
});
