import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../setup/browser';
import { startServer, type TestServer } from '../setup/server';

/** The demo paper with a browser in front of it. */
export interface ReadingRoom {
	server: TestServer;
	browser: Browser;
	/** The latest paper's first page. */
	paper: string;
	/** A story of it. */
	interview: string;
	close: () => Promise<void>;
}

export async function openReadingRoom(): Promise<ReadingRoom> {
	const server = await startServer({ database: 'demo' });
	const browser = await launchBrowser();
	const paper = new URL((await fetch(`${server.url}/paper`)).url).pathname;
	const html = await (await fetch(server.url + paper)).text();
	const interview = /href="(\/article\/\w+)"/.exec(html)?.[1] ?? '';
	const close = async () => {
		await browser.close();
		await server.stop();
	};
	return { server, browser, paper, interview, close };
}

export const desktop = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' as const };
export const phone = {
	viewport: { width: 390, height: 844 },
	isMobile: true,
	hasTouch: true,
	reducedMotion: 'reduce' as const,
};

/** Whether the page does something of its own at a key. */
export async function isTaken(page: Page, key: string): Promise<boolean> {
	await page.evaluate(() =>
		addEventListener('keydown', (event) => {
			if (event.key !== 'Shift') Object.assign(window, { taken: event.defaultPrevented });
		}),
	);
	await page.keyboard.press(key);
	return page.evaluate(() => (window as unknown as { taken: boolean }).taken);
}
