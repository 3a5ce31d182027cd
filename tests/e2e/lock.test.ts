import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '@/lib/article/body';
import { openProxy } from '@/proof/fault-proxy';
import { expectNoAxeViolations, launchBrowser, launchProfile } from '../setup/browser';
import { logIn } from '../setup/desk';
import { startServer, type TestServer } from '../setup/server';
import { expectSaved, expectState, headline, newDeskPage, openDesk, startArticle, text, write } from './editor-desk';

let server: TestServer;
let browser: Browser;
let database: pg.Client;
let reporters: BrowserContext;
let editors: BrowserContext;
/** A fresh page of the reporter's and of the desk editor's for each test. */
let shen: Page;
let lin: Page;

beforeAll(async () => {
	server = await startServer({ database: 'demo' });
	browser = await launchBrowser();
	database = new pg.Client({ connectionString: server.databaseUrl });
	await database.connect();
	reporters = (await openDesk(browser, server, 'jizhe')).context();
	editors = (await openDesk(browser, server, 'zebian')).context();
});

beforeEach(async () => {
	shen = await newDeskPage(reporters);
	lin = await newDeskPage(editors);
});

afterEach(async () => {
	await Promise.all([shen.close(), lin.close()]);
});

afterAll(async () => {
	await database?.end();
	await browser?.close();
	await server?.stop();
});

const storedText = async (id: string) => {
	const { rows } = await database.query(
		`SELECT r.body FROM "Article" a JOIN "ArticleRevision" r ON r."articleId" = a.id AND r.number = a.revision WHERE a.id = $1`,
		[id],
	);
	return plainText(rows[0].body);
};
const acts = async (id: string) => {
	const { rows } = await database.query(
		`SELECT act, "actorName" AS who FROM "Trace" WHERE "subjectId" = $1 AND act NOT IN ('article.create', 'article.save') ORDER BY id`,
		[id],
	);
	return rows.map(({ act, who }) => `${who} ${act}`);
};
/** The text as it is read, not written. */
const reading = (page: Page) => page.getByRole('document', { name: '正文' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: false });
const force = async (page: Page, name: string) => {
	await button(page, '强行接手').click();
	await page
		.getByRole('alertdialog', { name: `强行接手《${name}》？` })
		.getByRole('button', { name: '强行接手' })
		.click();
	await text(page).waitFor();
};

/** 沈 writes a story of two paragraphs. */
async function begin(name: string, page = shen): Promise<string> {
	const id = await startArticle(page);
	await headline(page).fill(name);
	await write(page, '第一段。');
	await page.keyboard.press('Enter');
	await page.keyboard.type('第二段。');
	await expectSaved(page);
	return id;
}

describe('one writer', () => {
	it('is seen by others, who read within 2 s what he types, ask for the article and get it', async () => {
		const id = await begin('两个人一篇稿');
		await lin.goto(`/desk/article/${id}`);
		await lin.getByText(/^沈知远正在写（\d\d:\d\d 起）/).waitFor();
		expect(await reading(lin).innerText()).toContain('第二段。');
		await expectNoAxeViolations(lin);
		await shen.getByText('在看：林述').waitFor();
		const delays: number[] = [];
		for (const words of ['随写', '随看', '一字', '不差。']) {
			await shen.keyboard.type(words);
			const typed = performance.now();
			await lin.getByText(words).waitFor({ timeout: 10_000 });
			delays.push(performance.now() - typed);
		}
		expect(Math.min(...delays)).toBeLessThan(2000);
		await headline(shen).fill('两个人一篇好稿');
		await lin.getByRole('heading', { name: '两个人一篇好稿' }).waitFor();

		await button(lin, '请求接手').click();
		await shen.getByText('林述请求接手这篇稿件').waitFor();
		await expectNoAxeViolations(shen);
		await shen.keyboard.press('Control+Alt+H');
		await lin.getByText('沈知远请您稍等').waitFor();
		await write(shen, '还差一句，');
		await button(lin, '再次请求').click();
		await shen.getByText('林述请求接手这篇稿件').waitFor();
		await shen.keyboard.type('写完了。');
		await shen.keyboard.press('Control+Alt+G');
		await shen.getByText('已交给林述，您写的都已保存。').waitFor();
		await text(lin).waitFor();
		expect(await text(lin).innerText()).toContain('还差一句，写完了。');
		await write(lin, '编辑接着写。');
		await expectSaved(lin);
		await reading(shen).getByText('编辑接着写。').waitFor();
		expect(await acts(id)).toEqual([
			'林述 article.askLock',
			'沈知远 article.keepLock',
			'林述 article.askLock',
			'沈知远 article.giveLock',
		]);
	});

	it('who is overruled keeps every word, and gets it back into the article', async () => {
		const id = await begin('强行接手');
		await lin.goto(`/desk/article/${id}`);
		await lin.getByText(/^沈知远正在写/).waitFor();
		await shen.route(`**/api/article/${id}`, (route) =>
			route.request().method() === 'PUT' ? route.abort() : route.continue(),
		);
		await write(shen, '还没有存上。');
		await expectState(shen, /^未保存/);
		await force(lin, '强行接手');
		await shen.getByText('林述接手了这篇稿件。您写的没有丢').waitFor();
		await shen.getByText('没有保存到服务器的文字').waitFor();
		await expectNoAxeViolations(shen);
		await shen.unroute(`**/api/article/${id}`);
		await text(lin).locator('> p').first().click();
		await lin.keyboard.press('End');
		await lin.keyboard.type('编辑改了第一段。');
		await expectSaved(lin);
		await reading(shen).getByText('编辑改了第一段。').waitFor();
		await lin.getByRole('navigation', { name: '采编' }).getByRole('link', { name: '稿件', exact: true }).click();
		await shen.getByText('现在没有人在写。').waitFor();
		await button(shen, '我来写').click();
		await text(shen).waitFor();
		await shen.getByText(/^林述在 \d\d:\d\d 改了正文 1 处，和您写的不在一处，已经合并。/).waitFor();
		await expectSaved(shen);
		expect(await storedText(id)).toBe('第一段。编辑改了第一段。\n第二段。还没有存上。');
		expect(await acts(id)).toEqual(['林述 article.takeOver']);
	});

	it('goes on in a second tab, and the first is told', async () => {
		const id = await begin('两个标签页');
		const second = await newDeskPage(reporters);
		await second.goto(`/desk/article/${id}`);
		await second.getByText('您在另一个标签页里开着这篇稿件。').waitFor();
		await write(shen, '刚写的。');
		await button(second, '在这里继续').click();
		await text(second).waitFor();
		expect(await text(second).innerText()).toContain('刚写的。');
		await shen.getByText('您在另一个标签页接着写了。').waitFor();
		await second.reload();
		await text(second).waitFor();
		await second.close();
		expect(await acts(id)).toEqual([]);
	});
});

describe('offline', () => {
	it('one writes on; what others did elsewhere meanwhile is merged when one is back', async () => {
		const line = await openProxy(server.url);
		const shen = await openDesk(browser, { ...server, url: line.url }, 'jizhe');
		const id = await begin('断网合并', shen);
		await lin.goto(`/desk/article/${id}`);
		await lin.getByText(/^沈知远正在写/).waitFor();
		await Promise.all([line.cut(), shen.context().setOffline(true)]);
		await write(shen, '断网时写的。');
		await expectState(shen, /^未保存：离线，已存在本机$/);
		await force(lin, '断网合并');
		await lin.getByRole('textbox', { name: '副题' }).fill('编辑拟的副题');
		await text(lin).locator('> p').first().click();
		await lin.keyboard.press('Home');
		await lin.keyboard.type('导语：');
		await expectSaved(lin);
		await lin.goto('/desk/article');
		await shen.keyboard.type('越写越多。');
		await Promise.all([line.mend(), shen.context().setOffline(false)]);
		await shen.getByText(/^林述在 \d\d:\d\d 改了副题、正文 1 处/).waitFor();
		await expectSaved(shen);
		expect(await storedText(id)).toBe('导语：第一段。\n第二段。断网时写的。越写越多。');
		expect(await shen.getByRole('textbox', { name: '副题' }).inputValue()).toBe('编辑拟的副题');
		// The caret has stayed where it was.
		await shen.keyboard.type('接着写。');
		await expectSaved(shen);
		expect(await storedText(id)).toMatch(/越写越多。接着写。$/);
		await shen.context().close();
		await line.close();
	});

	it('what was written comes back after the browser was closed', async () => {
		const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'shangban-profile-'));
		const open = async () => launchProfile(profile, { baseURL: server.url });
		let home = await open();
		const page = await home.newPage();
		await logIn(page, server, 'jizhe');
		const id = await startArticle(page);
		await write(page, '存过的。');
		await expectSaved(page);
		await home.setOffline(true);
		await write(page, '断网以后写的。');
		await expectState(page, /^未保存：离线，已存在本机$/);
		await home.close();
		home = await open();
		const again = await home.newPage();
		await again.goto(`/desk/article/${id}`);
		await text(again).waitFor();
		await expectSaved(again);
		expect(await text(again).innerText()).toBe('存过的。断网以后写的。');
		expect(await storedText(id)).toBe('存过的。断网以后写的。');
		await home.close();
		fs.rmSync(profile, { recursive: true, force: true });
	});
});

describe('the doors', () => {
	it('tell nothing to strangers, and say who writes to a save that comes too late', async () => {
		const id = await begin('门');
		const address = `${server.url}/api/article/${id}`;
		const cookieOf = async (desk: BrowserContext) =>
			(await desk.storageState()).cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
		expect((await fetch(`${address}/live?tab=strangers-tab`)).status).toBe(401);
		expect(
			(await fetch(`${address}/lock`, { method: 'POST', headers: { origin: server.url }, body: '{}' })).status,
		).toBe(401);
		const headers = { cookie: await cookieOf(editors), origin: server.url };
		expect((await fetch(`${address}/live`, { headers })).status).toBe(422);
		const live = await fetch(`${address}/live?tab=some-tab-of-lin`, { headers });
		expect(live.headers.get('content-type')).toMatch(/^text\/event-stream/);
		const reader = live.body?.getReader();
		let said = '';
		while (!said.includes('data:')) said += new TextDecoder().decode((await reader?.read())?.value);
		await reader?.cancel();
		expect(JSON.parse(said.split('data: ')[1] ?? '')).toMatchObject({ writer: { name: '沈知远', tab: null } });
		const content = { body: { type: 'doc', content: [{ type: 'paragraph' }] } };
		const body = { requestId: crypto.randomUUID(), baseRevision: 1, content, tab: 'some-tab-of-lin' };
		const late = await fetch(address, { method: 'PUT', headers, body: JSON.stringify(body) });
		expect(late.status).toBe(409);
		expect(await late.json()).toMatchObject({
			code: 'taken',
			lock: { writer: { name: '沈知远' } },
			theirs: { actorName: '沈知远', content: { headline: '门' } },
		});
	});
});
