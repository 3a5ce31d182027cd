import pg from 'pg';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, plainText } from '@/lib/article/body';
import { expectNoAxeViolations, launchBrowser } from '../setup/browser';
import { focusOf } from '../setup/desk';
import { startServer, type TestServer } from '../setup/server';
import { expectSaved, headline, newDeskPage, openDesk, startArticle, text } from './editor-desk';

let server: TestServer;
let browser: Browser;
let database: pg.Client;
let first: Page;

beforeAll(async () => {
	server = await startServer({ database: 'demo' });
	browser = await launchBrowser();
	database = new pg.Client({ connectionString: server.databaseUrl });
	await database.connect();
	first = await openDesk(browser, server, 'jizhe');
});

afterAll(async () => {
	await database?.end();
	await browser?.close();
	await server?.stop();
});

async function storedBody(id: string): Promise<Body> {
	const { rows } = await database.query(
		`SELECT r.body FROM "Article" a JOIN "ArticleRevision" r ON r."articleId" = a.id AND r.number = a.revision WHERE a.id = $1`,
		[id],
	);
	return rows[0].body;
}

/** The blocks on the screen: `kind:words`. */
const blocks = (page: Page) =>
	text(page).evaluate((element) =>
		[...element.children]
			.map((block) => `${(block as HTMLElement).dataset.block ?? block.tagName.toLowerCase()}:${block.textContent}`)
			// The empty paragraph that gives the cursor room.
			.filter((block, at, all) => at < all.length - 1 || block !== 'p:'),
	);

async function press(page: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) await page.keyboard.press(key);
}

/** An input method at work on a page. */
class InputMethod {
	readonly #session: CDPSession;
	private constructor(session: CDPSession) {
		this.#session = session;
	}
	static async on(page: Page): Promise<InputMethod> {
		return new InputMethod(await page.context().newCDPSession(page));
	}
	/** Letters appear one after the other, or `step` at a time, and become words. */
	async write(letters: string, words: string, step = 1): Promise<void> {
		await this.compose(letters, step);
		await this.#session.send('Input.insertText', { text: words });
	}
	async compose(letters: string, step = 1): Promise<void> {
		for (let end = step; end < letters.length + step; end += step) {
			const shown = letters.slice(0, end);
			await this.#session.send('Input.imeSetComposition', {
				text: shown,
				selectionStart: shown.length,
				selectionEnd: shown.length,
			});
		}
	}
}

/** Words as an input method offers them, with their letters. */
const phrases: [string, string][] = [
	["hu'bian", '湖边'],
	["bu'dao", '步道'],
	["quan'xian", '全线'],
	["guan'tong", '贯通'],
	['le', '了'],
	[',', '，'],
	["cong'bei'qiao", '从北桥'],
	["dao'liu'pu", '到柳浦'],
	["zou'yi'quan", '走一圈'],
	["liang'xiao'shi", '两小时'],
	['.', '。'],
];

describe('an input method', () => {
	it('brings 1,000 characters into the text, whatever aid listens: none lost, none doubled', async () => {
		const page = await newDeskPage(first.context());
		const id = await startArticle(page);
		const method = await InputMethod.on(page);
		const lines = [''];
		const write = async (letters: string, words: string, step = 1) => {
			await method.write(letters, words, step);
			lines.push(lines.pop() + words);
		};
		const writeSome = async (from: number, many: number, step = 1) => {
			for (let at = from; at < from + many; at++) {
				const [letters, words] = phrases[at % phrases.length] as [string, string];
				await write(letters, words, step);
			}
		};
		const newLine = async () => {
			await press(page, 'Enter');
			lines.push('');
		};
		const menu = page.getByRole('listbox', { name: '插入' });

		await text(page).click();
		await writeSome(0, 40);
		// A slash in the flow of words opens nothing, one at the beginning a menu, which composing neither opens nor closes.
		await page.keyboard.type('/');
		lines.push(`${lines.pop()}/`);
		await writeSome(0, 3);
		expect(await menu.count()).toBe(0);
		await newLine();
		await method.compose('tu');
		expect(await menu.count()).toBe(0);
		await method.write("tu'pian", '图片');
		lines.push(`${lines.pop()}图片`);
		await newLine();
		await page.keyboard.type('/');
		await menu.waitFor();
		await method.compose("tu'p");
		await expect.poll(() => menu.getByRole('option').allTextContents()).toEqual(['图片']);
		await method.write('hu', '湖');
		await press(page, 'Escape');
		lines.push(`${lines.pop()}/湖`);
		await newLine();
		// The same menu from the mark that the key writes in Chinese; chosen by a name that was composed.
		await method.write(',', '、');
		await menu.waitFor();
		await method.write("yin'yu", '引语');
		await menu.getByRole('option', { name: '引语' }).waitFor();
		await press(page, 'Enter');
		await writeSome(0, 12);
		await newLine();
		// Markdown's marks around and before composed words.
		await page.keyboard.type('## ');
		await writeSome(2, 4);
		await newLine();
		await writeSome(0, 2);
		await page.keyboard.type('**');
		await writeSome(2, 1);
		await page.keyboard.type('**');
		await writeSome(3, 20);
		// A search is open and marks what is written.
		await press(page, 'Control+f');
		await page.getByRole('textbox', { name: '查找' }).fill('湖边');
		await page
			.getByRole('search')
			.getByText(/^\d+\/\d+$/)
			.waitFor();
		// Back where the cursor was.
		await text(page).focus();
		await writeSome(0, 33);
		// A selection, with its toolbar, is composed over.
		await press(page, 'Shift+ArrowLeft', 'Shift+ArrowLeft');
		await page.getByRole('toolbar', { name: '所选文字' }).waitFor();
		lines.push((lines.pop() ?? '').slice(0, -2));
		await method.compose('h');
		await expect.poll(() => page.getByRole('toolbar', { name: '所选文字' }).count()).toBe(0);
		await write("hu'an", '湖岸');
		while (lines.join('').length < 1000) {
			// As a fast hand has them.
			await writeSome(0, 22, 3);
			// Saves fall between words and into them.
			await page.waitForTimeout(300);
			await newLine();
		}
		await writeSome(0, 11);
		await expectSaved(page);
		const expected = lines.join('\n');
		expect(expected.replaceAll('\n', '').length).toBeGreaterThanOrEqual(1000);
		const body = await storedBody(id);
		expect(plainText(body)).toBe(expected);
		expect(body.content.slice(2, 6).map(({ type }) => type)).toEqual([
			'paragraph',
			'pullQuote',
			'subhead',
			'paragraph',
		]);
		await page.close();
	});
});

describe('the writing surface', () => {
	it('is worked by keys: menu, marks, moves, search, outline, 专注', async () => {
		const page = await newDeskPage(first.context());
		await startArticle(page);
		await text(page).click();
		await page.keyboard.type('2026/11/26 湖边 a/b');
		expect(await page.getByRole('listbox').count()).toBe(0);
		await press(page, 'Enter');
		await page.keyboard.type('/xbt');
		await page.getByRole('option', { name: '小标题' }).waitFor();
		await expectNoAxeViolations(page);
		await press(page, 'Enter');
		await page.keyboard.type('甲');
		await press(page, 'Enter');
		await page.keyboard.type('甲下湖边');
		await press(page, 'Enter');
		await page.keyboard.type('## 乙');
		expect((await blocks(page)).at(-1)).toBe('subhead:乙');
		await press(page, 'Control+z', 'Control+z');
		expect((await blocks(page)).at(-1)).toBe('p:## ');
		await press(page, 'Control+Shift+z', 'Control+Shift+z', 'Enter');
		await page.keyboard.type('乙下');

		await press(page, 'Alt+Shift+ArrowUp');
		expect((await blocks(page)).slice(3)).toEqual(['p:乙下', 'subhead:乙']);
		await press(page, 'Control+z', 'Alt+Enter');
		await page.getByRole('menuitem', { name: '复制' }).waitFor();
		await expect.poll(() => focusOf(page)).toMatch(/^上移/);
		await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
		await expect
			.poll(() => blocks(page))
			.toEqual(['p:2026/11/26 湖边 a/b', 'subhead:甲', 'p:甲下湖边', 'subhead:乙', 'p:乙下', 'p:乙下']);
		await press(page, 'Control+z');

		await headline(page).fill('湖边');
		await press(page, 'Control+h');
		await page.getByRole('textbox', { name: '查找' }).fill('湖边');
		await page.getByRole('search').getByText(/\/3$/).waitFor();
		await page.getByRole('textbox', { name: '替换为' }).fill('江岸');
		await expectNoAxeViolations(page);
		await page.getByRole('button', { name: '全部替换' }).click();
		await expect.poll(() => headline(page).inputValue()).toBe('江岸');
		expect((await blocks(page)).slice(0, 3)).toEqual(['p:2026/11/26 江岸 a/b', 'subhead:甲', 'p:甲下江岸']);
		await page.getByRole('button', { name: '撤销' }).click();
		await expect.poll(() => headline(page).inputValue()).toBe('湖边');
		expect((await blocks(page))[2]).toBe('p:甲下湖边');
		// Closing goes to the hit, which may be in the head.
		await page.getByRole('textbox', { name: '查找' }).press('Escape');
		await page.getByRole('search').waitFor({ state: 'detached' });
		await text(page).locator('p').first().click();

		await press(page, 'Control+Alt+9', 'End', 'Alt+Shift+ArrowUp');
		await expect
			.poll(() => blocks(page))
			.toEqual(['p:2026/11/26 湖边 a/b', 'subhead:乙', 'p:乙下', 'subhead:甲', 'p:甲下湖边']);
		await expect.poll(() => focusOf(page)).toBe('乙');
		await expectNoAxeViolations(page);
		await press(page, 'Escape');
		expect(await focusOf(page)).toBe('正文');
		await press(page, 'Control+Alt+f');
		await expect.poll(() => page.getByRole('navigation', { name: '采编' }).isVisible()).toBe(false);
		await expectNoAxeViolations(page);
		await press(page, 'Escape');
		await expect.poll(() => page.getByRole('navigation', { name: '采编' }).isVisible()).toBe(true);
		await expectSaved(page);
		await page.close();
	});

	it('remembers its panel, one at a time, and lays it over the text of a phone', async () => {
		const page = await newDeskPage(first.context());
		await startArticle(page);
		await press(page, 'Control+Alt+9');
		await page.getByRole('complementary', { name: '大纲' }).waitFor();
		expect(await page.getByRole('complementary').count()).toBe(1);
		await page.reload();
		await page.getByRole('complementary', { name: '大纲' }).waitFor();
		await page.setViewportSize({ width: 390, height: 844 });
		expect(await page.getByRole('complementary').count()).toBe(0);
		await page.getByRole('group', { name: '面板' }).getByRole('button', { name: '资料' }).click();
		await page.getByRole('complementary', { name: '资料' }).waitFor();
		await expectNoAxeViolations(page);
		await page.getByRole('button', { name: '收起资料' }).click();
		expect(await page.getByRole('complementary').count()).toBe(0);
		await page.close();
	});
});

describe('Ctrl+K', () => {
	it('finds pages and persons, does what the screen can, and offers what was open', async () => {
		const page = await newDeskPage(first.context());
		await startArticle(page);
		await headline(page).fill('冬修水利看芦塘');
		await expectSaved(page);
		await text(page).click();
		await page.keyboard.type('一段');
		const field = page.getByRole('combobox', { name: /^搜索/ });
		const ask = async (query: string) => {
			await press(page, 'Control+k');
			await field.fill(query);
		};
		await ask('xbt');
		await press(page, 'Enter');
		await expect.poll(() => blocks(page)).toEqual(['subhead:一段']);
		await ask('要闻');
		await page
			.getByRole('option', { name: /第01版 要闻/ })
			.first()
			.waitFor();
		await expectNoAxeViolations(page);
		await field.fill('szy');
		await page
			.getByRole('option', { name: /沈知远/ })
			.first()
			.waitFor();
		await field.fill('没有这回事');
		await page.getByText('没有找到“没有这回事”').waitFor();
		await field.fill('qy');
		await page.getByRole('option', { name: /^弃用/ }).waitFor();
		await press(page, 'Enter');
		await page.getByRole('alertdialog', { name: '弃用《冬修水利看芦塘》？' }).waitFor();
		await press(page, 'Escape');
		await page.goto('/desk/column');
		await press(page, 'Control+k');
		await page.getByRole('option', { name: /冬修水利看芦塘/ }).click();
		await text(page).waitFor();
		await page.close();
	});
});
