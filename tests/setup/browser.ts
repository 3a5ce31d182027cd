import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { prepared } from './cluster';

/** As a reader or writer in this country has it. */
const atHome = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };

/** Chromium as scripts/test.mjs found or unpacked it. */
function launchOptions() {
	const libraries = process.env.TEST_CHROMIUM_LIBRARIES;
	return {
		executablePath: prepared('TEST_CHROMIUM'),
		env: libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env,
		args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--font-render-hinting=none'],
	};
}

export const launchBrowser = (): Promise<Browser> => chromium.launch(launchOptions());

/** A browser whose profile stands in a folder: closed and opened again, it has what it had. */
export function launchProfile(folder: string, options: BrowserContextOptions = {}): Promise<BrowserContext> {
	return chromium.launchPersistentContext(folder, { ...launchOptions(), ...atHome, ...options });
}

/** A page of its own profile. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
	return (await browser.newContext({ ...atHome, ...options })).newPage();
}

/**
 * Checks the page as it stands against WCAG 2.2 A and AA and axe's best practices. A document in a frame is checked by
 * itself: together axe would find two of each landmark.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
	const found = violations.map(({ id, help, nodes }) => ({
		id,
		help,
		at: nodes.map(({ target }) => target.join(' ')),
	}));
	expect(found).toEqual([]);
}
