import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Body, Gallery } from '@/lib/article/body';
import { expectNoAxeViolations, launchBrowser } from '../setup/browser';
import { eventually } from '../setup/desk';
import { startServer, type TestServer } from '../setup/server';
import { expectSaved, openDesk, pictureBytes, startArticle, text, write } from './editor-desk';

let server: TestServer;
let browser: Browser;
let database: pg.Client;
let page: Page;

beforeAll(async () => {
	server = await startServer({ database: 'demo' });
	browser = await launchBrowser();
	database = new pg.Client({ connectionString: server.databaseUrl });
	await database.connect();
	page = await openDesk(browser, server, 'zebian');
});

afterAll(async () => {
	await database?.end();
	await browser?.close();
	await server?.stop();
});

async function stored(id: string): Promise<{ body: Body; wechatTitle: string; plannedWords: number | null }> {
	const { rows } = await database.query(
		`SELECT r.body, r."wechatTitle", a."plannedWords" FROM "Article" a
		JOIN "ArticleRevision" r ON r."articleId" = a.id AND r.number = a.revision WHERE a.id = $1`,
		[id],
	);
	return rows[0];
}

const galleryOf = ({ content }: Body) => content.find((block): block is Gallery => block.type === 'gallery');

describe('the parts of a text', () => {
	it('pictures that come together become a gallery, which keys put in order; facts and film stand beside the words', async () => {
		const id = await startArticle(page);
		await write(page, '环湖步道昨天全线贯通。');
		const buffer = await pictureBytes(page, 900, 600);
		const files = [1, 2, 3].map((no) => ({ name: `图${no}.jpg`, mimeType: 'image/jpeg', buffer }));
		await page.getByLabel('选择图片').setInputFiles(files);
		await page.getByText('刚放进来的 3 张图片挨在一起').waitFor();
		await page.getByRole('button', { name: '合成组图', exact: true }).click();
		const gallery = page.getByRole('group', { name: '组图' });
		await gallery.getByRole('textbox', { name: '图说', exact: true }).first().fill('北桥');
		await gallery.getByRole('textbox', { name: '总图说' }).fill('湖边一日');
		for (const words of await gallery.getByRole('textbox', { name: '替代文字' }).all()) await words.fill('湖边');
		await gallery.locator('img').first().click();
		await page.keyboard.press('Alt+ArrowRight');
		await expectSaved(page);
		const { body } = await stored(id);
		expect(galleryOf(body)?.attrs).toEqual({ caption: '湖边一日' });
		expect(galleryOf(body)?.content.map(({ attrs }) => attrs.caption)).toEqual(['', '北桥', '']);

		// From two pictures one is left, which stands alone; undone, they are together again.
		await page.keyboard.press('Delete');
		await expect.poll(() => gallery.locator('img').count()).toBe(2);
		await gallery.locator('img').first().click();
		await gallery.locator('[data-selected]').first().waitFor();
		await page.keyboard.press('Delete');
		await gallery.waitFor({ state: 'detached' });
		await page.keyboard.press('Control+z');
		await gallery.waitFor();

		const tools = page.getByRole('toolbar', { name: '正文格式' });
		await text(page).locator('> p').first().click();
		await page.keyboard.press('End');
		await tools.getByRole('button', { name: '资料框' }).click();
		await page.keyboard.type('环湖步道');
		await page.keyboard.press('Enter');
		await page.keyboard.type('全长二十三公里。');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		await page.keyboard.type('框外的话。');
		await tools.getByRole('button', { name: '音视频' }).click();
		const dialog = page.getByRole('dialog', { name: '音频、视频' });
		await dialog.getByLabel('地址').fill('https://player.example.org/1');
		await dialog.getByRole('button', { name: '放进正文' }).click();
		await dialog.getByText(/要 https:\/\/ 开头/).waitFor();
		await dialog.getByLabel('地址').fill('https://www.bilibili.com/video/BV1xx411c7mD');
		await dialog.getByLabel('标题').fill('航拍环湖步道');
		await dialog.getByLabel('时长').fill('3:07');
		await dialog.getByRole('button', { name: '放进正文' }).click();
		await page.getByRole('group', { name: '视频' }).waitFor();
		await expectSaved(page);
		const types = (await stored(id)).body.content.map(({ type }) => type);
		expect(types.slice(0, 4)).toEqual(['paragraph', 'factBox', 'paragraph', 'embed']);
		expect(types).toContain('gallery');
		await expectNoAxeViolations(page);
	});

	it('the length is planned, and measured in lines of the slot once the story is placed', async () => {
		const { rows } = await database.query(`SELECT p."articleId" AS id FROM "Placement" p
			JOIN "Page" g ON g.id = p."pageId" JOIN "Edition" e ON e.id = g."editionId"
			JOIN "Article" a ON a.id = p."articleId" WHERE e."publishedAt" IS NULL AND a.state = 'placed' LIMIT 1`);
		const { id } = rows[0];
		await page.goto(`/desk/article/${id}`);
		await text(page).waitFor();
		const line = page.locator('p', { hasText: /\d+ (?:\/ \d+ )?字/ }).first();
		// The page is made up first.
		await expect.poll(() => line.innerText(), { timeout: 60_000 }).toMatch(/第\d+版 正好/);
		await page.getByLabel('计划字数').fill('9000');
		await page.keyboard.press('Enter');
		await eventually(() => line.innerText()).toMatch(/^\d+ \/ 9000 字 · 欠 \d+/);
		await page.getByLabel(/^微信标题/).fill('字'.repeat(32));
		await page.getByText('32/32').waitFor();
		await write(
			page,
			'湖面上来了第一批红嘴鸥，护鸟员数了三遍，比去年同一天多出一百二十只，他把数字记在一个用了九年的本子上。',
		);
		// The page is made up again, which a busy machine takes its time for.
		await expect.poll(() => line.innerText(), { timeout: 60_000 }).toMatch(/第\d+版 超 \d+ 行/);
		await page.getByText(/版位 \d+ 行，现在要 \d+ 行/).waitFor();
		await expectSaved(page);
		expect(await stored(id)).toMatchObject({ plannedWords: 9000, wechatTitle: '字'.repeat(32) });
	});
});
