import type { Browser } from 'playwright-core';

/**
 * Prints a page in its true size, as its own `@page` says: tagged, with an outline of its headlines, its faces embedded as
 * subsets. `html` stands alone; nothing is fetched.
 */
export async function renderPagePdf(browser: Browser, html: string): Promise<Buffer> {
	const page = await browser.newPage();
	try {
		await page.setContent(html, { waitUntil: 'load' });
		await page.evaluate(() => document.fonts.ready);
		return await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true });
	} finally {
		await page.close();
	}
}
