import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { signIn } from '../setup/desk';
import type { TestServer } from '../setup/server';

/** Opens the desk, in a profile of its own, as one of the demo's people. */
export async function openDesk(browser: Browser, server: TestServer, login: string): Promise<Page> {
	return watch(await signIn(browser, server, login, { baseURL: server.url }));
}

/** Another page of someone who has signed in. */
export async function newDeskPage(desk: BrowserContext): Promise<Page> {
	return watch(await desk.newPage());
}

/** An error of the page, or what its content policy blocks, fails the test. */
function watch(page: Page): Page {
	page.on('console', (message) => {
		if (/Content Security Policy|hydrat/i.test(message.text())) throw new Error(message.text());
	});
	page.on('pageerror', (error) => {
		throw error;
	});
	return page;
}

/** Starts an article with the button and answers its id. */
export async function startArticle(page: Page): Promise<string> {
	await page.goto('/desk/article');
	await page.getByRole('button', { name: '新建稿件' }).click();
	await page.waitForURL(/\/desk\/article\/[0-9a-z]{12}$/);
	await text(page).waitFor();
	return page.url().split('/').at(-1) ?? '';
}

export const text = (page: Page) => page.getByRole('textbox', { name: '正文' });
export const headline = (page: Page) => page.getByRole('textbox', { name: '主题', exact: true });
export const saveState = (page: Page) => page.locator('[data-save-state]');

/** Types at the end of the body, key by key. */
export async function write(page: Page, words: string): Promise<void> {
	// The last paragraph, not the middle of the surface, where a picture may be.
	await text(page).locator('> p').last().click();
	await page.keyboard.press('Control+End');
	await page.keyboard.type(words);
}

/** Waits until the screen says so; the timeout is the promise's. */
export async function expectState(page: Page, words: RegExp, timeout = 15_000): Promise<void> {
	await expect.poll(() => saveState(page).innerText(), { timeout }).toMatch(words);
}

export const expectSaved = (page: Page, timeout?: number) => expectState(page, /^已保存 \d\d:\d\d$/, timeout);

/** A picture made in the page, as a file. */
export async function pictureBytes(page: Page, width: number, height: number, pad = 0): Promise<Buffer> {
	const base64 = await page.evaluate(
		async ([width, height]) => {
			const canvas = Object.assign(document.createElement('canvas'), { width, height });
			const context = canvas.getContext('2d');
			context?.fillRect(0, 0, width / 2, height);
			return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
		},
		[width, height] as const,
	);
	return Buffer.concat([Buffer.from(base64, 'base64'), Buffer.alloc(pad)]);
}

/** Drops or pastes files onto an element, as a browser does. */
export async function giveFiles(
	page: Page,
	way: 'drop' | 'paste',
	files: { name: string; type: string; bytes: Buffer }[],
): Promise<void> {
	const plain = files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }));
	await text(page).evaluate(
		(element, { way, plain }) => {
			const data = new DataTransfer();
			for (const { name, type, base64 } of plain) {
				const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
				data.items.add(new File([bytes], name, { type }));
			}
			const { left, top } = element.getBoundingClientRect();
			const shared = { bubbles: true, cancelable: true };
			element.dispatchEvent(
				way === 'drop'
					? new DragEvent('drop', { ...shared, dataTransfer: data, clientX: left + 40, clientY: top + 10 })
					: new ClipboardEvent('paste', { ...shared, clipboardData: data }),
			);
		},
		{ way, plain },
	);
}

/** Pastes HTML as another program offers it, with the same as rich text where there is some. */
export async function pasteHtml(page: Page, html: string, rtf = ''): Promise<void> {
	await text(page).evaluate(
		(element, { html, rtf }) => {
			const data = new DataTransfer();
			data.setData('text/html', html);
			if (rtf) data.setData('text/rtf', rtf);
			element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
		},
		{ html, rtf },
	);
}

/** Drops a file on the window, away from any text. */
export async function dropOnWindow(page: Page, name: string, bytes: Buffer): Promise<void> {
	await page.evaluate(
		({ name, base64 }) => {
			const data = new DataTransfer();
			data.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name));
			window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
		},
		{ name, base64: bytes.toString('base64') },
	);
}
