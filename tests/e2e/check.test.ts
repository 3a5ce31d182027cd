import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoAxeViolations, launchBrowser } from '../setup/browser';
import { eventually, overflowOf } from '../setup/desk';
import { startServer, type TestServer } from '../setup/server';
import { expectSaved, headline, openDesk, startArticle, text, write } from './editor-desk';

let server: TestServer;
let browser: Browser;
let database: pg.Client;

beforeAll(async () => {
	server = await startServer({ database: 'demo' });
	browser = await launchBrowser();
	database = new pg.Client({ connectionString: server.databaseUrl });
	await database.connect();
});

afterAll(async () => {
	await database?.end();
	await browser?.close();
	await server?.stop();
});

const panel = (page: Page) => page.getByRole('complementary', { name: '检查' });
const group = (page: Page, name: string) => panel(page).getByRole('region', { name, exact: true });
const hits = (page: Page, name: string) => group(page, name).getByRole('article');

describe('checks while writing', () => {
	it('mark, explain, take a suggestion at a key, and let stand with a reason', async () => {
		const page = await openDesk(browser, server, 'jizhe');
		const id = await startArticle(page);
		await page.keyboard.press('Control+Alt+6');
		await panel(page).waitFor();
		await eventually(() => panel(page).innerText()).toContain('没有发现问题');
		await headline(page).fill('渡口的的改造');
		await write(page, '区里作出布署，渡口一如继往地开船。');

		await eventually(() => hits(page, '差错').allInnerTexts()).toHaveLength(2);
		const [first = '', second = ''] = await hits(page, '差错').allInnerTexts();
		expect(first).toMatch(/主题.*的的/);
		expect(second).toMatch(/布署 → 部署[\s\S]*现代汉语词典/);
		expect(await hits(page, '疑似').count()).toBe(1);
		await eventually(() => page.getByRole('button', { name: /^检查/ }).innerText()).toContain('3');
		// The line under a mark tells how sure it is, not its colour alone.
		const lines = await text(page)
			.locator('[data-check]')
			.evaluateAll((marks) => marks.map((mark) => [mark.textContent, getComputedStyle(mark).textDecorationStyle]));
		expect(lines).toEqual([
			['布署', 'wavy'],
			['一如继往', 'dashed'],
		]);
		await expectNoAxeViolations(page);

		// From the end of the text the next one is the first of all: in the head.
		await page.keyboard.press('F8');
		await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')).toBe('主题');
		await page.keyboard.press('F9');
		await eventually(() => headline(page).inputValue()).toBe('渡口的改造');
		await eventually(() => hits(page, '差错').count()).toBe(1);
		await text(page).click();
		await page.keyboard.press('F8');
		await page.keyboard.press('F9');
		await eventually(() => text(page).innerText()).toContain('作出部署');
		await eventually(() => group(page, '差错').count()).toBe(0);
		await page.keyboard.press('F8');
		await page.keyboard.press('Shift+F9');
		const reason = panel(page).getByLabel('忽略的理由');
		await reason.waitFor();
		await page.keyboard.press('Enter');
		await eventually(() => panel(page).innerText()).toContain('请写明为什么不算错');
		await page.keyboard.type('引语原文如此');
		await page.keyboard.press('Enter');
		await eventually(() => panel(page).innerText()).toContain('已忽略 1 处');
		expect(await text(page).locator('[data-check]').count()).toBe(0);
		await expectSaved(page);
		const { rows } = await database.query('SELECT rule, text, reason FROM "CheckIgnore" WHERE "articleId" = $1', [id]);
		expect(rows).toEqual([{ rule: 'idiom', text: '一如继往', reason: '引语原文如此' }]);

		await panel(page).getByText('已忽略 1 处').click();
		await panel(page).getByRole('button', { name: '恢复检查' }).click();
		await eventually(() => hits(page, '疑似').count()).toBe(1);
		await expectNoAxeViolations(page);
		await page.context().close();
	});

	it('wait while an input method composes', async () => {
		const page = await openDesk(browser, server, 'jizhe');
		await startArticle(page);
		await write(page, '区里作出');
		const session = await page.context().newCDPSession(page);
		await session.send('Input.imeSetComposition', { text: '布署', selectionStart: 2, selectionEnd: 2 });
		await page.waitForTimeout(1500);
		expect(await text(page).locator('[data-check]').count()).toBe(0);
		await session.send('Input.insertText', { text: '布署' });
		await eventually(() => text(page).locator('[data-check]').allInnerTexts()).toEqual(['布署']);
		expect(await text(page).innerText()).toBe('区里作出布署');
		await page.context().close();
	});
});

describe('the newsroom’s own', () => {
	it('words are put down, pasted, used while writing; rules are switched off', async () => {
		const page = await openDesk(browser, server, 'zebian');
		await page.goto('/desk/check');
		await page.keyboard.press('c');
		await page.getByLabel('不这样写').fill('镇江渡');
		await page.getByLabel('应写作').fill('澄江渡');
		await page.keyboard.press('Enter');
		await page.getByRole('cell', { name: '澄江渡' }).waitFor();
		await page.getByRole('button', { name: '粘贴导入' }).click();
		await page.getByRole('textbox', { name: '词表' }).fill('老渡口 → 北桥渡口\n的 得');
		await page.getByRole('button', { name: '导入', exact: true }).click();
		await eventually(() => page.getByRole('dialog').innerText()).toContain('已加入 1 个');
		expect(await page.getByRole('textbox', { name: '词表' }).inputValue()).toBe('的 得');
		await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
		await expectNoAxeViolations(page);
		await page.getByRole('link', { name: '自带规则' }).click();
		await page.getByRole('checkbox', { name: '成语、固定词语' }).uncheck();
		await eventually(() => page.getByRole('checkbox', { name: '成语、固定词语' }).isChecked()).toBe(false);
		await expectNoAxeViolations(page);

		await startArticle(page);
		await page.keyboard.press('Control+Alt+6');
		await write(page, '镇江渡在老渡口边上，一如继往。他来布署。');
		await eventually(() =>
			hits(page, '疑似')
				.allInnerTexts()
				.then((all) => all.length),
		).toBe(2);
		await hits(page, '差错').getByRole('button', { name: '加入词典' }).click();
		await eventually(() => group(page, '差错').count()).toBe(0);
		await page.setViewportSize({ width: 390, height: 800 });
		expect(await overflowOf(page)).toBe(0);
		await page.context().close();
	});

	it('ledger of people is fed by the paper and answered at keys', async () => {
		const page = await openDesk(browser, server, 'zebian');
		await page.goto('/desk/reporter/ledger');
		const waiting = page.getByRole('listitem').filter({ hasText: '待确认' });
		await eventually(() => page.reload().then(() => waiting.count())).toBeGreaterThan(3);
		await expectNoAxeViolations(page);
		const first = (await page.locator('[data-title][aria-current="true"]').innerText()).split('\n')[0];
		await page.keyboard.press('y');
		await eventually(() => page.getByLabel('消息').innerText()).toContain(`已确认“${first}`);
		await page.keyboard.press('x');
		await eventually(() => page.getByLabel('消息').innerText()).toContain('已否定');
		await page.keyboard.press('e');
		await page.getByLabel('起任日').fill('2024-03-01');
		await page.getByRole('button', { name: '确认', exact: true }).last().click();
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		await page.goto('/desk/reporter/ledger?tab=used');
		await eventually(() => page.getByRole('main').innerText()).toContain('2024-03-01 至 今');
		await expectNoAxeViolations(page);
		await page.context().close();
	});
});
