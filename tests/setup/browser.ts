import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { prepared } from './cluster';

/** Chromium as scripts/test.mjs found or unpacked it. */
export function launchBrowser(): Promise<Browser> {
	const libraries = process.env.TEST_CHROMIUM_LIBRARIES;
	return chromium.launch({
		executablePath: prepared('TEST_CHROMIUM'),
		env: libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env,
		args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--font-render-hinting=none'],
	});
}

/** A page of its own profile, as a reader or writer in this country has it; every error of the page fails the test. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
	return context.newPage();
}

/** Checks the page as it stands against WCAG 2.2 A and AA and axe's best practices. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const found = violations.map(({ id, help, nodes }) => ({
		id,
		help,
		at: nodes.map(({ target }) => target.join(' ')),
	}));
	expect(found).toEqual([]);
}
