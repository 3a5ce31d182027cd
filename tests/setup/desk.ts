import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoPassword } from '@/prisma/seed/newsroom';
import { openPage } from './browser';
import type { TestServer } from './server';

/** A page of somebody who is signed in, at the list of stories. */
export async function signIn(
	browser: Browser,
	server: TestServer,
	login: string,
	options: BrowserContextOptions = {},
): Promise<Page> {
	const page = await openPage(browser, { viewport: { width: 1440, height: 900 }, ...options });
	await logIn(page, server, login);
	return page;
}

/** Signs in on a page that is there. */
export async function logIn(page: Page, server: TestServer, login: string): Promise<void> {
	await page.goto(`${server.url}/login`);
	await page.getByLabel('账号').fill(login);
	await page.getByLabel('密码', { exact: true }).fill(demoPassword);
	await page.getByRole('button', { name: '登录' }).click();
	await page.waitForURL('**/desk/**');
	await page.getByRole('heading', { name: '稿件', level: 1 }).waitFor();
}

/** What the page complains of from now on: exceptions, and errors in the console such as a policy's. */
export function watchErrors(page: Page): string[] {
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	page.on('console', (message) => {
		if (message.type() === 'error') errors.push(message.text());
	});
	return errors;
}

/** By how much the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
	return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

/** What has the focus, as a screen reader names it. */
export function focusOf(page: Page): Promise<string> {
	return page.evaluate(() => {
		const element = document.activeElement;
		return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
	});
}

/** Expects of what the screen shows after an answer of the server, which may take its time on a busy machine. */
export function eventually<Value>(read: () => Promise<Value>) {
	return expect.poll(read, { timeout: 15_000 });
}
