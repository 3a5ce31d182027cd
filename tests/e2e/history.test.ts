import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoAxeViolations, launchBrowser } from '../setup/browser';
import { startServer, type TestServer } from '../setup/server';
import { expectSaved, headline, openDesk, startArticle, text, write } from './editor-desk';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
	server = await startServer({ database: 'demo' });
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

/** In light and in dark. */
async function expectAccessible(page: Page): Promise<void> {
	for (const colorScheme of ['dark', 'light'] as const) {
		await page.emulateMedia({ colorScheme });
		await expectNoAxeViolations(page);
	}
}

const changes = (page: Page) => page.getByRole('status').filter({ hasText: /处/ });
const bodyOf = async (page: Page, id: string): Promise<string> => {
	await page.goto(`/desk/article/${id}`);
	await text(page).waitFor();
	return text(page).innerText();
};

describe('history', () => {
	it('tells two people’s changes apart, leads from one to the next, and brings an old content back and away again', async () => {
		const writer = await openDesk(browser, server, 'jizhe');
		const id = await startArticle(writer);
		await headline(writer).fill('湖边的路修好了');
		await write(writer, '环湖步道昨天全线贯通。');
		await expectSaved(writer);
		await writer.goto(`/desk/article/${id}/history?from=1&to=1`);
		await writer.getByRole('heading', { level: 1, name: '第 1 稿' }).waitFor();
		await writer.context().close();

		const editor = await openDesk(browser, server, 'zebian');
		await editor.goto(`/desk/article/${id}`);
		await text(editor).waitFor();
		await headline(editor).fill('湖边的路全线修好了');
		await write(editor, '走一圈要两个小时。');
		await expectSaved(editor);

		// The panel, by its key: who, how much, and a name.
		await editor.keyboard.press('Control+Alt+8');
		const panel = editor.getByRole('complementary', { name: '历史' });
		await panel.getByText('沈知远').first().waitFor();
		await panel
			.getByRole('button', { name: /^命名第/ })
			.first()
			.click();
		await panel.getByRole('textbox', { name: /的名字/ }).fill('给老唐看的');
		await editor.keyboard.press('Enter');
		await panel.getByRole('button', { name: /去掉第 .* 稿的名字“给老唐看的”/ }).waitFor();
		await expectAccessible(editor);

		// Both hands in one text, each with a sign and a style of its own.
		await panel.getByRole('link', { name: '任选两稿对照' }).click();
		await editor.getByRole('heading', { level: 1, name: /的改动$/ }).waitFor();
		await editor.goto(`/desk/article/${id}/history?from=1`);
		await editor.getByRole('insertion').filter({ hasText: '昨天' }).waitFor();
		const handOf = (words: string) =>
			editor.getByRole('insertion').filter({ hasText: words }).getAttribute('data-hand');
		expect(await handOf('走一圈')).not.toBe(await handOf('昨天'));
		expect(await editor.getByRole('insertion').filter({ hasText: '走一圈' }).getAttribute('title')).toMatch(/^林述/);
		await expectAccessible(editor);
		await editor.keyboard.press('j');
		await expect.poll(() => changes(editor).innerText()).toMatch(/^第 1 处，共 \d+ 处/);
		await editor.keyboard.press('k');
		await expect.poll(() => changes(editor).innerText()).toMatch(/^第 (\d+) 处，共 \1 处/);
		await editor.keyboard.press('v');
		await editor.waitForURL(/view=side/);
		await expectAccessible(editor);
		await editor.setViewportSize({ width: 390, height: 844 });
		expect(await editor.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		await editor.setViewportSize({ width: 1440, height: 900 });

		// Back, and away again.
		await editor.getByRole('button', { name: '恢复第 1 稿' }).click();
		const confirm = editor.getByRole('alertdialog', { name: '恢复第 1 稿？' });
		await confirm.getByRole('button', { name: '恢复' }).click();
		await editor.getByText(/已恢复第 1 稿，记作第 \d+ 稿/).waitFor();
		await editor.getByRole('button', { name: '撤销' }).click();
		await editor.getByText('已撤销恢复').waitFor();
		expect(await bodyOf(editor, id)).toBe('环湖步道昨天全线贯通。走一圈要两个小时。');
	});
});
