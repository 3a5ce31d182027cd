import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoAxeViolations, launchBrowser, openPage } from '../setup/browser';
import { eventually, overflowOf, signIn, watchErrors } from '../setup/desk';
import { startServer, type TestServer } from '../setup/server';

let server: TestServer;
let browser: Browser;
let database: pg.Client;
beforeAll(async () => {
	[server, browser] = await Promise.all([startServer(), launchBrowser()]);
	database = new pg.Client(server.databaseUrl);
	await database.connect();
});
afterAll(async () => {
	await database?.end();
	await browser?.close();
	await server?.stop();
});

/** A story of the demo in this state. */
async function storyIn(state: string): Promise<{ id: string; headline: string }> {
	const { rows } = await database.query(
		`SELECT a."id", r."headline" FROM "Article" a
		JOIN "ArticleRevision" r ON r."articleId" = a."id" AND r."number" = a."revision"
		WHERE a."state" = $1::"ArticleState" ORDER BY a."id" LIMIT 1`,
		[state],
	);
	return { id: rows[0].id, headline: rows[0].headline.replace(/\n/g, ' ') };
}

/** What the reader's part of a page holds, pictures by their readers' addresses. */
const mainOf = (html: string) =>
	html
		.slice(html.indexOf('<main'), html.indexOf('</main>'))
		.replace(/\/api\/media\//g, '/media/')
		.replace(/\/preview\/[^/"]+\/media\//g, '/media/');

describe('预览', () => {
	it('opens beside the text by key, shows three views, and lends itself by a link that can be taken back', async () => {
		const { id, headline } = await storyIn('draft');
		const desk = await signIn(browser, server, 'zebian');
		await desk.goto(`${server.url}/desk/article/${id}`);
		await desk.getByRole('button', { name: '预览' }).waitFor();
		const opening = desk.context().waitForEvent('page');
		await desk.keyboard.press('Control+Alt+KeyV');
		const page = await opening;
		const errors = watchErrors(page);
		await page.waitForURL(`**/desk/article/${id}/preview`);
		const frame = page.frameLocator('iframe');
		await frame.getByRole('heading', { level: 1 }).waitFor();
		await frame.getByText('预览 · 未刊发').waitFor();
		await expectNoAxeViolations(page);

		await page.keyboard.press('3');
		await page.getByText('这篇稿件还没有上版').waitFor();
		await expectNoAxeViolations(page);
		await page.keyboard.press('2');
		await page.getByText('手机扫码打不开').waitFor();
		await page.keyboard.press('c');
		await page.getByRole('img', { name: '预览链接的二维码' }).waitFor();
		await expectNoAxeViolations(page);
		await page.setViewportSize({ width: 390, height: 844 });
		expect(await overflowOf(page)).toBe(0);

		const address = await page.getByRole('textbox', { name: '链接' }).inputValue();
		await readAsStranger(address, headline);
		await page.getByRole('button', { name: '撤销' }).click();
		await page.getByRole('alertdialog').getByRole('button', { name: '撤销' }).click();
		await page.getByText('已撤销预览链接').waitFor();
		const over = await fetch(address);
		expect(over.status).toBe(410);
		expect(await over.text()).toContain('这条预览链接已由编辑部撤销');
		expect(errors).toEqual([]);
		await page.close();
		await desk.close();
	});

	/** Somebody without an account, on a phone. */
	async function readAsStranger(address: string, headline: string): Promise<void> {
		const answer = await fetch(address);
		expect(Object.fromEntries(answer.headers)).toMatchObject({
			'cache-control': 'no-store',
			'x-robots-tag': 'noindex',
		});
		const stranger = await openPage(browser, { viewport: { width: 390, height: 844 } });
		const errors = watchErrors(stranger);
		await stranger.goto(address);
		await stranger.getByText(/预览 · 未刊发 · \d+月\d+日 \d\d:\d\d 失效/).waitFor();
		expect(await stranger.getByRole('heading', { level: 1 }).innerText()).toBe(headline);
		await expectNoAxeViolations(stranger);
		expect(await overflowOf(stranger)).toBe(0);
		expect(errors).toEqual([]);
		await stranger.close();
		// Nothing of it is kept.
		const kept = await database.query(`SELECT "path" FROM "StoredPage" WHERE "path" LIKE '/preview%'`);
		expect(kept.rowCount).toBe(0);
		expect((await fetch(`${address}x`)).status).toBe(404);
		expect((await fetch(`${server.url}/article/${address.split('/').at(-1)}`)).status).toBe(404);
	}

	it('is to the letter what readers have of a story that is out', async () => {
		const { id } = await storyIn('published');
		const desk = await signIn(browser, server, 'jiaodui');
		const previewed = await (await desk.request.get(`${server.url}/preview/desk/${id}`)).text();
		const published = await (await fetch(`${server.url}/article/${id}`)).text();
		// What readers can do with an address is theirs alone.
		const withoutTools = mainOf(published)?.replace(/<div class="tools">.*?(?=<\/header><div class="body">)/s, '');
		expect(mainOf(previewed)).toBe(withoutTools);
		expect((await fetch(`${server.url}/preview/desk/${id}`)).status).toBe(401);
		await desk.close();
	});
});

describe('审稿单', () => {
	it('prints alone, comes as a PDF with its own faces, and its anchor stands in the record', async () => {
		const { id, headline } = await storyIn('published');
		const page = await signIn(browser, server, 'zongbian');
		await page.goto(`${server.url}/desk/article/${id}/sheet`);
		const errors = watchErrors(page);
		await page.getByRole('heading', { name: '审稿单', exact: true }).waitFor();
		await expectNoAxeViolations(page);
		await page.emulateMedia({ media: 'print' });
		expect(await page.getByRole('heading', { name: '审稿单', exact: true }).isVisible()).toBe(true);
		expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
		expect(await page.getByRole('link', { name: '看报' }).isVisible()).toBe(false);
		await page.emulateMedia({ media: 'screen' });

		const downloading = page.waitForEvent('download', { timeout: 60_000 });
		await page.keyboard.press('d');
		const file = await (await downloading).path();
		const pdf = await readPdf(file);
		expect([pdf.title, pdf.language]).toEqual([`审稿单《${headline}》`, 'zh-CN']);
		expect(pdf.text).toContain(headline.replace(/\s/g, ''));
		expect(pdf.text).toMatch(/初审江?.*复审.*终审/);
		expect(pdf.text).toMatch(/第1页，共\d+页/);
		const own = /^[A-Z]{6}\+(?:NotoSerifSC-(?:Medium|Black)|NotoSansSC-Bold)$/;
		expect(pdf.fonts.filter((name) => !own.test(name))).toEqual([]);
		expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD']));
		await checkAnchor(page);
		expect(errors).toEqual([]);
		await page.close();
	});

	/** The record is whole, and has what the sheet says. */
	async function checkAnchor(page: Page): Promise<void> {
		const box = page.locator('.rs-anchor');
		const [seq = '', hash = ''] = await box.locator('dd').allInnerTexts();
		await page.goto(`${server.url}/desk/log`);
		await page.getByRole('button', { name: '校验' }).click();
		await eventually(() => page.getByRole('region', { name: '链' }).innerText()).toContain('链完整');
		await page.getByRole('button', { name: '核对抄下的指纹' }).click();
		await page.getByRole('textbox', { name: '序号' }).fill(String(Number.parseInt(seq, 10)));
		await page.getByRole('textbox', { name: '指纹' }).fill(hash);
		await page.getByRole('button', { name: '核对', exact: true }).click();
		await page.getByText('对得上。').waitFor();
		await expectNoAxeViolations(page);
		await page.getByRole('textbox', { name: '指纹' }).fill('0123456789abcdef');
		await page.getByRole('button', { name: '核对', exact: true }).click();
		await page.getByText('对不上').waitFor();
	}
});

interface Reading {
	title: string;
	language: string;
	/** Without white. */
	text: string;
	fonts: string[];
	/** Of its tags. */
	roles: string[];
}

async function readPdf(file: string): Promise<Reading> {
	const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
	const settings = { cMapUrl: `${folder}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${folder}/standard_fonts/` };
	const pdf = await getDocument({ ...settings, url: file, verbosity: 0, fontExtraProperties: true }).promise;
	const { info } = (await pdf.getMetadata()) as unknown as { info: { Title: string; Language: string } };
	return { title: info.Title, language: info.Language, ...(await readPages(pdf)) };
}

async function readPages(pdf: PDFDocumentProxy): Promise<Pick<Reading, 'text' | 'fonts' | 'roles'>> {
	let text = '';
	const [fonts, roles] = [new Set<string>(), new Set<string>()];
	for (let no = 1; no <= pdf.numPages; no++) {
		const page = await pdf.getPage(no);
		const { items } = await page.getTextContent({ disableNormalization: true });
		text += items.map((item) => ('str' in item ? item.str : '')).join('');
		const { fnArray, argsArray } = await page.getOperatorList();
		const ids = argsArray.filter((_, at) => fnArray[at] === OPS.setFont).map(([id]) => id as string);
		for (const id of ids) fonts.add((page.commonObjs.get(id) as { name: string }).name);
		collectRoles((await page.getStructTree()) as unknown as Tag, roles);
	}
	return { text: text.replace(/\s+/g, ''), fonts: [...fonts], roles: [...roles] };
}

interface Tag {
	role?: string;
	children?: Tag[];
}

function collectRoles(tag: Tag, roles: Set<string>): void {
	if (tag.role) roles.add(tag.role);
	for (const child of tag.children ?? []) collectRoles(child, roles);
}
