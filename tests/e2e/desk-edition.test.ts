import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleContent } from '@/lib/article/schema';
import type { Newsroom } from '@/prisma/seed/newsroom';
import { expectNoAxeViolations, launchBrowser } from '../setup/browser';
import { eventually, focusOf, signIn, watchErrors } from '../setup/desk';
import { endWriting, startServer, type TestServer, writeInto } from '../setup/server';

const date = '2031-05-06';
const stories = ['春汛过境', '新桥合龙', '夜校开课', '湖鲜上市', '旧厂新用'];

let newsroom: Newsroom;
let server: TestServer;
let browser: Browser;
let editor: Page;
let chief: Page;

beforeAll(async () => {
	server = await startServer({ database: 'empty' });
	writeInto(server);
	await writeStories();
	browser = await launchBrowser();
	editor = await signIn(browser, server, 'banmian');
	chief = await signIn(browser, server, 'zongbian');
});

afterAll(async () => {
	await browser?.close();
	await server?.stop();
	await endWriting();
});

/** A newsroom with signed stories in the pool. */
async function writeStories(): Promise<void> {
	const { createNewsroom } = await import('@/prisma/seed/newsroom');
	const { signed } = await import('../factories');
	newsroom = await createNewsroom();
	for (const headline of stories) await signed(newsroom, { headline } satisfies Partial<ArticleContent>);
}

/** 三校 and 付印 of all pages. */
async function lockAll(): Promise<void> {
	const { db } = await import('@/lib/db');
	const { locked } = await import('../factories');
	const { id } = await db.edition.findFirstOrThrow({ where: { date: new Date(date) } });
	await locked(newsroom, id);
}

const open = (page: Page, path: string) => page.goto(server.url + path, { waitUntil: 'networkidle' });
const pageOf = (page: Page, no: number) => page.getByRole('region', { name: new RegExp(`^${no}版`) });
const pool = (page: Page) => page.getByRole('region', { name: /^待上版/ });
const storiesOn = (page: Page, no: number) =>
	pageOf(page, no).getByRole('listitem').getByRole('link').allTextContents();
const place = (page: Page, headline: string) =>
	pool(page).getByRole('button', { name: new RegExp(`^上版：《${headline}》`) });

/** Opens a menu by its button and takes an item of it. */
async function take(
	page: Page,
	menu: RegExp | string,
	item: RegExp | string,
	within = page.locator('main'),
): Promise<void> {
	await within.getByRole('button', { name: menu }).click();
	await page.getByRole('menuitem', { name: item }).click();
}

/** Takes back what a message at the foot of the screen tells. */
async function undo(page: Page, message: string): Promise<void> {
	await page.getByRole('article').filter({ hasText: message }).getByRole('button', { name: '撤销' }).click();
}

describe('planning', () => {
	it('teaches, then makes an edition with its pages', async () => {
		await open(editor, '/desk/edition');
		await editor.getByText('还没有期次', { exact: true }).waitFor();
		await editor.keyboard.press('c');
		const dialog = editor.getByRole('dialog', { name: '建期' });
		await eventually(() => dialog.getByLabel('日期').evaluate((input) => input === document.activeElement)).toBe(true);
		expect(
			await dialog
				.getByRole('textbox', { name: /的版名$/ })
				.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
		).toEqual(['要闻', '综合', '经济', '副刊']);
		await dialog.getByLabel('日期').fill(date);
		await dialog.getByRole('button', { name: '去掉第4版' }).click();
		await dialog.getByLabel('第3版的版名').fill('');
		await dialog.getByRole('button', { name: '建期', exact: true }).click();
		await dialog.getByRole('alert').filter({ hasText: '请填写版名' }).first().waitFor();
		expect(await dialog.getByLabel('日期').inputValue()).toBe(date);
		await dialog.getByLabel('第3版的版名').fill('经济');
		await dialog.getByRole('button', { name: '建期', exact: true }).click();
		await editor.waitForURL(`**/desk/edition/${date}`);
		await editor.getByText('出版之前还差 3 件事').waitFor();
	});

	it('refuses a day that is taken and keeps what was filled in', async () => {
		await open(editor, '/desk/edition');
		await editor.keyboard.press('c');
		const dialog = editor.getByRole('dialog', { name: '建期' });
		await dialog.getByLabel('日期').fill(date);
		await dialog.getByRole('button', { name: '建期', exact: true }).click();
		await dialog.getByText('这一天或这个期号已经有期次').waitFor();
		expect(await dialog.getByLabel('日期').inputValue()).toBe(date);
	});

	it('names, adds, moves and removes pages', async () => {
		await open(editor, `/desk/edition/${date}`);
		await editor.getByPlaceholder('第4版的版名').fill('科教');
		await editor.keyboard.press('Enter');
		await pageOf(editor, 4).waitFor();
		await take(editor, '版面设置', '前移一版', pageOf(editor, 4));
		await pageOf(editor, 3).getByRole('heading', { name: '3版 科教' }).waitFor();
		await take(editor, '版面设置', '版名、付印时间和责任人', pageOf(editor, 3));
		const dialog = editor.getByRole('dialog', { name: '3版 科教' });
		await dialog.getByLabel('版名').fill('教育');
		await dialog.getByLabel('责任编辑').fill('林述');
		await dialog.getByRole('button', { name: '保存' }).click();
		await pageOf(editor, 3).getByRole('heading', { name: '3版 教育' }).waitFor();
		await pageOf(editor, 3).getByText('责任编辑 林述').waitFor();
		await take(editor, '版面设置', '撤版', pageOf(editor, 3));
		await pageOf(editor, 3).getByRole('heading', { name: '3版 经济' }).waitFor();
		await eventually(() => pageOf(editor, 4).count()).toBe(0);
	});

	it('changes the day and the number, retires and restores', async () => {
		await open(editor, `/desk/edition/${date}`);
		await take(editor, '期次设置', '日期和期号');
		await editor.getByRole('dialog').getByLabel('日期').fill('2031-05-08');
		await editor.getByRole('dialog').getByLabel('总期号').fill('99');
		await editor.getByRole('dialog').getByRole('button', { name: '保存' }).click();
		await editor.waitForURL('**/desk/edition/2031-05-08');
		await editor.getByText('第 99 期').first().waitFor();
		await take(editor, '期次设置', /^停用这一期/);
		await editor.getByRole('alertdialog').getByRole('button', { name: '停用' }).click();
		await editor.getByText('这一期已停用').waitFor();
		await editor.getByRole('button', { name: '恢复这一期' }).click();
		await take(editor, '期次设置', '日期和期号');
		await editor.getByRole('dialog').getByLabel('日期').fill(date);
		await editor.getByRole('dialog').getByRole('button', { name: '保存' }).click();
		await editor.waitForURL(`**/desk/edition/${date}`);
	});
});

describe('placing', () => {
	it('places by keyboard, one after the other, and keeps the focus in the pool', async () => {
		await open(editor, `/desk/edition/${date}`);
		await editor.keyboard.press('/');
		await editor.keyboard.type('春汛');
		await editor.keyboard.press('Tab');
		await editor.keyboard.press('Tab');
		expect(await focusOf(editor)).toBe('上版：《春汛过境》放到 1版');
		await editor.keyboard.press('Enter');
		await eventually(() => storiesOn(editor, 1)).toEqual(['春汛过境']);
		await eventually(() => focusOf(editor)).toBe('在待上版里查找');
		await editor.getByRole('searchbox').fill('');
		await place(editor, '新桥合龙').focus();
		await editor.keyboard.press('Enter');
		await eventually(() => storiesOn(editor, 1)).toEqual(['春汛过境', '新桥合龙']);
		await eventually(() => focusOf(editor)).toMatch(/^上版：《夜校开课》/);
	});

	it('ranks and orders stories of a page', async () => {
		await pageOf(editor, 1).getByLabel('《新桥合龙》的级别').selectOption('头条');
		await eventually(() => storiesOn(editor, 1)).toEqual(['新桥合龙', '春汛过境']);
		await pageOf(editor, 1).getByLabel('《新桥合龙》的级别').selectOption('一般');
		await eventually(() => storiesOn(editor, 1)).toEqual(['春汛过境', '新桥合龙']);
		const up = editor.getByRole('button', { name: '上移《春汛过境》' });
		expect(await up.getAttribute('aria-disabled')).toBe('true');
		await editor.getByRole('button', { name: '下移《春汛过境》' }).click();
		await eventually(() => storiesOn(editor, 1)).toEqual(['新桥合龙', '春汛过境']);
		await up.focus();
		await editor.keyboard.press('Enter');
		await eventually(() => storiesOn(editor, 1)).toEqual(['春汛过境', '新桥合龙']);
		expect(await focusOf(editor)).toBe('上移《春汛过境》');
	});

	it('moves a story to another page, takes one off, and takes both back', async () => {
		await take(editor, '移动或撤下《新桥合龙》', '移到 2版 综合');
		await eventually(() => storiesOn(editor, 2)).toEqual(['新桥合龙']);
		await undo(editor, '《新桥合龙》已移到 2版');
		await eventually(() => storiesOn(editor, 1)).toEqual(['春汛过境', '新桥合龙']);
		await take(editor, '移动或撤下《新桥合龙》', '从版面撤下');
		await place(editor, '新桥合龙').waitFor();
		await eventually(() => focusOf(editor)).toBe('春汛过境');
		await undo(editor, '《新桥合龙》已从 1版 撤下');
		await eventually(() => storiesOn(editor, 1)).toContain('新桥合龙');
	});

	it('takes a story by drag, from the pool and from page to page', async () => {
		await open(editor, `/desk/edition/${date}`);
		await pool(editor).getByRole('listitem').filter({ hasText: '湖鲜上市' }).dragTo(pageOf(editor, 2));
		await eventually(() => storiesOn(editor, 2)).toEqual(['湖鲜上市']);
		await pageOf(editor, 2).getByRole('listitem').dragTo(pageOf(editor, 3));
		await eventually(() => storiesOn(editor, 3)).toEqual(['湖鲜上市']);
		await pageOf(editor, 3).getByRole('listitem').dragTo(pool(editor));
		await place(editor, '湖鲜上市').waitFor();
	});

	it('shows the page as it will be, and says whether it fits', async () => {
		const errors = watchErrors(editor);
		await pageOf(editor, 1).getByRole('link', { name: '看版样' }).click();
		await editor.waitForURL(`**/desk/edition/${date}/1`);
		await editor.getByText(/^全部排下/).waitFor();
		expect(await editor.locator('.sheet article').count()).toBe(2);
		const block = await editor.locator('.sheet article').first().boundingBox();
		expect(block?.width).toBeGreaterThan(100);
		await expectNoAxeViolations(editor);
		expect(errors).toEqual([]);
	});

	it('shows what the engine sees to whoever may see the page, and to nobody else', async () => {
		await open(editor, `/desk/edition/${date}/1`);
		await editor.getByRole('link', { name: '组版分析' }).click();
		const panel = editor.getByRole('complementary', { name: '组版分析' });
		await panel.getByRole('row', { name: /^合计 \d/ }).waitFor();
		expect(await editor.locator('.sheet-debug .debug-column').count()).toBeGreaterThan(0);
		expect(await editor.locator('.sheet-debug .debug-head').count()).toBe(
			await editor.locator('.sheet .story').count(),
		);
		await expectNoAxeViolations(editor);
		await editor.getByRole('link', { name: '收起分析' }).click();
		await panel.waitFor({ state: 'detached' });
		const stranger = await browser.newPage();
		await open(stranger, `/desk/edition/${date}/1?debug`);
		expect(new URL(stranger.url()).pathname).toBe('/login');
		await stranger.close();
	});
});

describe('publishing', () => {
	it('is not offered to the page editor, and not possible before every page is filled', async () => {
		await open(editor, `/desk/edition/${date}`);
		expect(await editor.getByRole('button', { name: /^出版/ }).count()).toBe(0);
		await open(chief, `/desk/edition/${date}`);
		expect(await chief.getByRole('button', { name: /^出版/ }).getAttribute('aria-disabled')).toBe('true');
		await chief.keyboard.press('p');
		expect(await chief.getByRole('alertdialog').count()).toBe(0);
		await chief.getByText('第2版 综合还没有稿件').waitFor();
	});

	it('names what will happen, publishes all pages at once, and closes the board', async () => {
		await chief.getByLabel('放到', { exact: true }).selectOption('2版 综合');
		await place(chief, '夜校开课').click();
		await eventually(() => storiesOn(chief, 2)).toEqual(['夜校开课']);
		await chief.getByLabel('放到', { exact: true }).selectOption('3版 经济');
		await place(chief, '旧厂新用').click();
		await chief.getByText('第3版还没有付印（组版中）').waitFor();
		await lockAll();
		await open(chief, `/desk/edition/${date}`);
		expect(await chief.getByText('出版之前还差').count()).toBe(0);
		await eventually(() => chief.getByRole('button', { name: /^出版/ }).getAttribute('aria-disabled')).toBe(null);
		await chief.keyboard.press('p');
		const dialog = chief.getByRole('alertdialog', { name: /出版 2031年5月6日/ });
		await dialog.getByText('3 版，4 篇。全部版面同时出版，读者立刻可见').waitFor();
		await expectNoAxeViolations(chief);
		await chief.keyboard.press('Tab');
		await chief.keyboard.press('Enter');
		await chief.getByText('2031年5月6日的报纸已出版，共 4 篇').first().waitFor();
		// By the door that the button knocks at: its pages came with it.
		const { db } = await import('@/lib/db');
		const { createdAt } = await db.outbox.findFirstOrThrow({ where: { event: 'edition.publish', purged: true } });
		const paths = [1, 2, 3].map((no) => `/paper/${date}/${no}`);
		const staged = { path: { in: [...paths, '/'] }, renderedAt: { lt: createdAt } };
		expect(await db.storedPage.count({ where: staged })).toBe(4);
		await chief.getByText('版面不能再改').waitFor();
		expect(await pool(chief).count()).toBe(0);
		expect(await chief.getByRole('button', { name: '版面设置' }).count()).toBe(0);
		await eventually(async () => (await fetch(`${server.url}/paper/${date}/3`)).status).toBe(200);
		expect(await (await fetch(`${server.url}/paper/${date}/3`)).text()).toContain('旧厂新用');
	});
});
