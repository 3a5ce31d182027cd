import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

/**
 * Chromium for screenshots and measurements, closed when `signal` aborts; `folder` takes what must be unpacked.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser(folder, signal) {
	const { executable, libraries } = await findChromium(folder);
	const browser = await chromium.launch({
		executablePath: executable,
		env: libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env,
		args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--font-render-hinting=none', '--lang=zh-CN'],
		// Ctrl-C is answered by us: the site goes down in order.
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
	});
	signal.addEventListener('abort', () => browser.close(), { once: true });
	return browser;
}
