import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoAxeViolations, launchBrowser } from '../setup/browser';
import { eventually, focusOf, signIn } from '../setup/desk';
import { startServer, type TestServer } from '../setup/server';

let server: TestServer;
let browser: Browser;
let admin: Page;

beforeAll(async () => {
	server = await startServer({ database: 'demo' });
	browser = await launchBrowser();
	admin = await signIn(browser, server, 'admin');
});

afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

const open = (page: Page, path: string) => page.goto(server.url + path, { waitUntil: 'networkidle' });
const names = (page: Page, table = '栏目') =>
	page.getByRole('table', { name: table, exact: true }).locator('tbody tr td:first-child').allTextContents();

describe('columns', () => {
	it('are created with an address from their pinyin', async () => {
		await open(admin, '/desk/column');
		await admin.keyboard.press('c');
		const dialog = admin.getByRole('dialog', { name: '新建栏目' });
		await dialog.getByLabel('名称').fill('湖畔夜读');
		await admin.keyboard.press('Tab');
		await eventually(() => dialog.getByLabel('网址名').inputValue()).toBe('hu-pan-ye-du');
		await expectNoAxeViolations(admin);
		await dialog.getByLabel('种类').selectOption('专栏');
		await dialog.getByRole('button', { name: '新建', exact: true }).click();
		await eventually(async () => (await names(admin)).at(-1)).toBe('湖畔夜读');
		await eventually(async () => (await fetch(`${server.url}/column/hu-pan-ye-du`)).status).toBe(200);
	});

	it('are renamed in place; a name that is taken is refused and stays in the field', async () => {
		await admin.getByRole('button', { name: '改：湖畔夜读' }).click();
		expect(await admin.getByLabel('名称').evaluate((input) => input === document.activeElement)).toBe(true);
		await admin.getByLabel('名称').fill('民生');
		await admin.keyboard.press('Enter');
		await admin.getByText('已有同名或同网址名的栏目').waitFor();
		expect(await admin.getByLabel('名称').inputValue()).toBe('民生');
		await expectNoAxeViolations(admin);
		await admin.getByLabel('名称').fill('湖畔夜话');
		await admin.getByLabel('简介').fill('睡前读一篇。');
		await admin.keyboard.press('Enter');
		await eventually(() => names(admin)).toContain('湖畔夜话');
		expect(await admin.getByRole('link', { name: '/column/hu-pan-ye-du' }).count()).toBe(1);
	});

	it('are ordered by buttons that keep the focus', async () => {
		const before = await names(admin);
		await admin.getByRole('button', { name: '上移：湖畔夜话' }).focus();
		await admin.keyboard.press('Enter');
		await eventually(async () => (await names(admin)).at(-2)).toBe('湖畔夜话');
		expect(await focusOf(admin)).toBe('上移：湖畔夜话');
		await admin.getByRole('button', { name: '下移：湖畔夜话' }).click();
		await eventually(() => names(admin)).toEqual(before);
	});

	it('are retired after a question and come back', async () => {
		await admin.getByRole('button', { name: '停用：湖畔夜话' }).click();
		const dialog = admin.getByRole('alertdialog', { name: '停用栏目“湖畔夜话”？' });
		await dialog.getByText('旧链接照常能打开').waitFor();
		await dialog.getByRole('button', { name: '停用' }).click();
		await eventually(() => names(admin, '已停用的栏目')).toEqual(['湖畔夜话']);
		expect((await fetch(`${server.url}/column/hu-pan-ye-du`)).status).toBe(200);
		await admin.getByRole('button', { name: '恢复：湖畔夜话' }).click();
		await eventually(() => names(admin)).toContain('湖畔夜话');
	});

	it('have series and tags beside them', async () => {
		await admin.getByRole('link', { name: '标签' }).click();
		await admin.waitForURL('**/desk/column?kind=tag');
		await eventually(() => names(admin, '标签')).toContain('新质生产力');
		await admin.getByRole('link', { name: '主题横幅' }).click();
		await admin.waitForURL('**/desk/column?kind=series');
		await eventually(() => names(admin, '主题横幅')).toEqual(['奋进新征程 实干开新局']);
	});

	it('can be looked at by everyone and changed by few', async () => {
		const reporter = await signIn(browser, server, 'jizhe');
		await open(reporter, '/desk/column');
		expect((await names(reporter)).length).toBeGreaterThan(10);
		expect(await reporter.locator('main').getByRole('button').count()).toBe(0);
		await reporter.context().close();
	});
});

describe('the record', () => {
	const rows = (page: Page) => page.locator('tbody tr').allTextContents();

	it('tells what was done, in words, newest first', async () => {
		await open(admin, '/desk/log');
		const [latest, before] = await rows(admin);
		expect(latest).toMatch(/管理员恢复栏目 湖畔夜话/);
		expect(before).toMatch(/管理员停用栏目 湖畔夜话/);
		expect((await rows(admin)).join('\n')).toMatch(/修改栏目 湖畔夜话原名“湖畔夜读”/);
		expect(latest).toContain('127.0.0.1');
	});

	it('is filtered by person, act, subject and day, in the address', async () => {
		await admin.getByLabel('动作').selectOption({ label: '退稿' });
		await admin.waitForURL(/act=article.return/);
		await eventually(() => rows(admin)).toEqual([expect.stringContaining('芦塘镇冬修水利开工')]);
		expect((await rows(admin))[0]).toMatch(/待初审→退稿.*第 1 稿.*事实待核.*附言：/);
		await admin.getByLabel('谁做的').selectOption('沈知远');
		await admin.getByText('没有符合条件的记录').waitFor();
		await open(admin, '/desk/log?subjectType=edition&to=2001-01-01');
		await admin.getByText('没有符合条件的记录').waitFor();
		await open(admin, `/desk/log?subjectType=edition&q=${new Date().getFullYear()}`);
		expect((await rows(admin)).length).toBeGreaterThan(3);
	});

	it('leads to its subjects and to what is older', async () => {
		await open(admin, '/desk/log');
		const latest = await rows(admin);
		await admin.getByRole('link', { name: '更早的' }).click();
		await admin.waitForURL(/before=\d+/);
		await eventually(() => rows(admin)).not.toEqual(latest);
		await admin.getByRole('link', { name: '回到最新' }).click();
		await eventually(() => rows(admin)).toEqual(latest);
		await open(admin, '/desk/log?act=article.signOff');
		await admin.locator('tbody a').first().click();
		await admin.waitForURL(/\/desk\/article\/[0-9a-z]{12}$/);
	});
});
