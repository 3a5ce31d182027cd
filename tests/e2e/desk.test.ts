import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoAxeViolations, launchBrowser } from '../setup/browser';
import { eventually, focusOf, overflowOf, signIn, watchErrors } from '../setup/desk';
import { startServer, type TestServer } from '../setup/server';

let server: TestServer;
let browser: Browser;
let chief: Page;

beforeAll(async () => {
	server = await startServer({ database: 'demo' });
	browser = await launchBrowser();
	chief = await signIn(browser, server, 'zongbian');
});

afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

const open = (page: Page, path: string) => page.goto(server.url + path, { waitUntil: 'networkidle' });
const rooms = (page: Page) => page.getByRole('navigation', { name: '采编' }).getByRole('link').allTextContents();
const headlines = (page: Page) => page.locator('[data-row-link]').allTextContents();

describe('the shell', () => {
	it('shows each person the rooms that are open to him', async () => {
		const reporter = await signIn(browser, server, 'jizhe');
		const admin = await signIn(browser, server, 'admin');
		expect(await rooms(reporter)).toEqual(['稿件', '审稿', '版面', '栏目', '记者']);
		expect(await rooms(admin)).toEqual(['稿件', '审稿', '版面', '栏目', '记者', '检查规则', '账号', '留痕', '设置']);
		expect(await admin.getByRole('button', { name: '新建稿件' }).count()).toBe(0);
		expect((await open(reporter, '/desk/log'))?.status()).toBe(404);
		await reporter.getByText('没有查看它的权限').waitFor();
		expect((await open(admin, '/desk/log'))?.status()).toBe(200);
		await reporter.context().close();
		await admin.context().close();
	});

	it('answers an unknown address with its own 404', async () => {
		expect((await open(chief, '/desk/nothing/here'))?.status()).toBe(404);
		await chief.getByRole('link', { name: '回到稿件' }).click();
		await chief.waitForURL('**/desk/article');
	});

	it('goes to rooms and lists its keys by keyboard, until single keys are turned off', async () => {
		await open(chief, '/desk/article');
		await chief.keyboard.press('g');
		await chief.keyboard.press('c');
		await chief.waitForURL('**/desk/column');
		await chief.getByRole('button', { name: '新建栏目' }).waitFor();
		await chief.keyboard.press('?');
		const sheet = chief.getByRole('dialog', { name: '快捷键' });
		expect(await sheet.locator('dt').allTextContents()).toEqual(
			expect.arrayContaining(['稿件', '新建栏目', '新建稿件']),
		);
		await sheet.getByRole('checkbox').uncheck();
		await chief.keyboard.press('Escape');
		await sheet.waitFor({ state: 'hidden' });
		await chief.keyboard.press('c');
		await chief.keyboard.press('?');
		expect(await chief.getByRole('dialog').count()).toBe(0);
		await chief.getByRole('button', { name: '快捷键' }).click();
		await chief.getByRole('checkbox').check();
		await chief.keyboard.press('Escape');
	});

	it('takes no letter for a key while somebody types', async () => {
		await open(chief, '/desk/article');
		await chief.keyboard.press('/');
		await chief.keyboard.type('ge?');
		expect(await chief.getByRole('searchbox').inputValue()).toBe('ge?');
		expect(chief.url()).toMatch(/\/desk\/article$/);
	});

	it('lets the keyboard skip the rail', async () => {
		await open(chief, '/desk/article');
		await chief.keyboard.press('Tab');
		expect(await focusOf(chief)).toBe('跳到正文');
		await chief.keyboard.press('Enter');
		expect(await chief.evaluate(() => document.activeElement?.id)).toBe('main');
	});
});

describe('the list of stories', () => {
	it('filters by what is chosen, in the address, and follows the way back', async () => {
		await open(chief, '/desk/article');
		const all = await headlines(chief);
		await chief.getByLabel('栏目').selectOption('民生');
		await chief.waitForURL('**/desk/article?column=min-sheng');
		await eventually(() => headlines(chief)).not.toEqual(all);
		await chief
			.getByRole('link', { name: /^待初审/ })
			.last()
			.click();
		await chief.waitForURL(/state=submitted/);
		await eventually(() => headlines(chief)).toEqual(['雨夜积水，九分钟到场']);
		await chief.goBack();
		await chief.goBack();
		await eventually(() => headlines(chief)).toEqual(all);
		expect(await chief.getByLabel('栏目').inputValue()).toBe('');
	});

	it('finds by headline, text, reporter, edition and what is one’s own', async () => {
		await open(chief, '/desk/article');
		await chief.getByRole('searchbox').fill('错时市集');
		await chief.keyboard.press('Enter');
		await eventually(() => headlines(chief)).toEqual(['湖滨街道试行“错时市集”']);
		// By what stands in its text, in traditional characters.
		await chief.getByRole('searchbox').fill('望湖路西段 四十二個攤位');
		await chief.keyboard.press('Enter');
		await chief.waitForURL(/q=%E6%9C%9B/);
		await eventually(() => headlines(chief)).toEqual(['湖滨街道试行“错时市集”']);
		await chief.getByRole('link', { name: '清除条件' }).click();
		await chief.waitForURL(/\/desk\/article$/);
		await chief.getByLabel('记者', { exact: true }).selectOption('沈知远');
		await chief.getByLabel('期', { exact: true }).selectOption({ index: 1 });
		await chief.waitForURL(/reporter=.+edition=|edition=.+reporter=/);
		expect(await chief.getByText('没有符合条件的稿件').count()).toBe(1);
		await open(chief, '/desk/article?mine=1');
		expect(await chief.getByText('没有符合条件的稿件').count()).toBe(1);
	});

	it('takes % for itself and drops what is no filter', async () => {
		await open(chief, `/desk/article?q=${encodeURIComponent('%')}`);
		expect(await headlines(chief)).toEqual([]);
		await open(chief, '/desk/article?state=nonsense&sort=nonsense&page=-1&column=');
		expect((await headlines(chief)).length).toBe(50);
	});

	it('sorts by a column and back, and says so', async () => {
		await open(chief, '/desk/article');
		const words = async () =>
			(await chief.locator('tbody tr td:nth-child(5)').allTextContents()).map((text) => Number(text.replace(',', '')));
		await chief.getByRole('columnheader', { name: '字数' }).getByRole('link').click();
		await chief.waitForURL(/sort=words&order=desc/);
		await eventually(words).toEqual((await words()).toSorted((a, b) => b - a));
		await chief.getByRole('columnheader', { name: '字数' }).getByRole('link').click();
		await chief.waitForURL(/sort=words&order=asc/);
		expect(await chief.locator('th[aria-sort="ascending"]').textContent()).toContain('字数');
	});

	it('turns pages', async () => {
		await open(chief, '/desk/article');
		const first = await headlines(chief);
		await chief.getByRole('link', { name: '下一页' }).click();
		await chief.waitForURL(/page=2/);
		await eventually(async () => (await headlines(chief)).length).toBeLessThan(50);
		expect(first).not.toEqual(expect.arrayContaining(await headlines(chief)));
	});

	it('is walked with j and k and opened with Enter', async () => {
		await open(chief, '/desk/article');
		const [first, second] = await headlines(chief);
		await chief.keyboard.press('j');
		await chief.keyboard.press('j');
		expect(await focusOf(chief)).toBe(second);
		await chief.keyboard.press('k');
		expect(await focusOf(chief)).toBe(first);
		await chief.keyboard.press('Enter');
		await chief.waitForURL(/\/desk\/article\/[0-9a-z]{12}$/);
	});

	it('shows a reporter his own stories only', async () => {
		const reporter = await signIn(browser, server, 'jizhe');
		expect((await headlines(reporter)).length).toBeGreaterThan(2);
		const authors = await reporter.locator('tbody tr td:nth-child(7)').allTextContents();
		expect(new Set(authors)).toEqual(new Set(['沈知远']));
		expect(await reporter.getByLabel('只看我的').count()).toBe(0);
		await reporter.context().close();
	});

	it('works without script', async () => {
		const storageState = await chief.context().storageState();
		const context = await browser.newContext({ javaScriptEnabled: false, storageState });
		const page = await context.newPage();
		await page.goto(`${server.url}/desk/article?sort=words&order=asc`);
		await page.getByLabel('栏目').selectOption('文化');
		await page.getByRole('button', { name: '查找' }).click();
		expect(new URL(page.url()).searchParams.get('column')).toBe('wen-hua');
		expect(new URL(page.url()).searchParams.get('sort')).toBe('words');
		const columns = await page.locator('tbody tr td:nth-child(3)').allTextContents();
		expect(new Set(columns)).toEqual(new Set(['文化']));
		await context.close();
	});
});

describe('without the database', () => {
	it('says so, and opens again when it is back', async () => {
		await open(chief, '/desk/article');
		await server.cutDatabase();
		expect((await chief.goto(`${server.url}/desk/edition`))?.status()).toBe(500);
		await chief.getByText('已经保存的内容都在').waitFor();
		await expectNoAxeViolations(chief);
		await server.mendDatabase();
		await chief.getByRole('button', { name: '再试一次' }).click();
		await chief.getByRole('heading', { name: '版面', level: 1 }).waitFor();
	});
});

describe('every screen', () => {
	const lists = [
		'/desk/article',
		'/desk/article?q=没有',
		'/desk/edition',
		'/desk/column',
		'/desk/column?kind=tag',
		'/desk/log?act=article.signOff',
		'/desk/none',
	];

	it.each([
		{ width: 1440, height: 900, colorScheme: 'light', judged: 9 },
		// What flips with the dark and the width is the same on all screens: the busiest ones stand for them.
		{ width: 820, height: 1100, colorScheme: 'dark', judged: 2 },
		{ width: 390, height: 844, colorScheme: 'light', judged: 2 },
	] as const)('holds at $width px, $colorScheme', async ({ width, height, colorScheme, judged }) => {
		const storageState = await chief.context().storageState();
		const context = await browser.newContext({ viewport: { width, height }, colorScheme, storageState });
		const page = await context.newPage();
		const errors = watchErrors(page);
		const [, open, published] = await editionPaths(page);
		const paths = [open, ...lists, published, `${published}/1`];
		for (const [index, path] of paths.entries()) {
			await page.goto(server.url + path);
			await page.getByRole('heading', { level: 1 }).waitFor();
			if (index < judged) await expectNoAxeViolations(page);
			expect([path, await overflowOf(page)]).toEqual([path, 0]);
		}
		// The 404 that was asked for is the only complaint.
		expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
		await context.close();
	});

	/** The latest editions: one that is only planned, the one that is being made, and those that are out. */
	async function editionPaths(page: Page): Promise<string[]> {
		await page.goto(`${server.url}/desk/edition`);
		const links = await page
			.locator('[data-row-link]')
			.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
		return links.flatMap((link) => link ?? []);
	}
});
