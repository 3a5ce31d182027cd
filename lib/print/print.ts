import path from 'node:path';
import type { Browser } from 'playwright-core';
import { env } from '@/lib/env';
import { Refusal } from '@/lib/errors';
import { type Chromium, findChromium } from './chromium';

/** After which a print is given up. */
const patienceMilliseconds = 15_000;
/** How long a browser waits for the next print before it goes. */
const idleMilliseconds = 60_000;
/** Prints that may wait for each other. */
const mostWaiting = 20;

interface Printer {
	chromium?: Promise<Chromium | undefined>;
	browser?: Promise<Browser>;
	idle?: NodeJS.Timeout;
	/** The print that is under way and those behind it, one after the other. */
	queue: Promise<unknown>;
	waiting: number;
}

/** One printer for the server's and Next's copy of this module. */
const shared = globalThis as typeof globalThis & { shangbanPrinter?: Printer };

/**
 * Prints a document that stands alone: its styles, faces and pictures are in it, nothing is fetched, no script runs.
 * Tagged, in the language and with the title that it states. Refuses, in a sentence, where there is no browser to print
 * with or it takes too long.
 */
export async function printPdf(html: string): Promise<Uint8Array> {
	shared.shangbanPrinter ??= { queue: Promise.resolve(), waiting: 0 };
	const printer = shared.shangbanPrinter;
	if (printer.waiting >= mostWaiting) throw new Refusal('unavailable', '正在打印的太多，请过一会儿再试。');
	clearTimeout(printer.idle);
	printer.waiting++;
	const printed = printer.queue.then(() => printInTime(printer, html));
	printer.queue = printed.catch(() => {});
	try {
		return await printed;
	} finally {
		printer.waiting--;
		if (printer.waiting === 0) {
			printer.idle = setTimeout(() => void closeBrowser(printer).catch(console.error), idleMilliseconds);
			printer.idle.unref();
		}
	}
}

/** Ends the browser, so that its memory goes and nothing outlives the server. */
export async function stopPrinter(): Promise<void> {
	const printer = shared.shangbanPrinter;
	if (!printer) return;
	clearTimeout(printer.idle);
	await closeBrowser(printer);
}

async function closeBrowser(printer: Printer): Promise<void> {
	const { browser } = printer;
	printer.browser = undefined;
	await (await browser?.catch(() => undefined))?.close();
}

/** A browser that does not answer in time is ended: the next print gets a new one. */
async function printInTime(printer: Printer, html: string): Promise<Uint8Array> {
	// The first time it may have to be unpacked, which is not the print's time.
	const chromium = await chromiumOf(printer);
	let late: NodeJS.Timeout | undefined;
	const tooLate = new Promise<never>((_resolve, reject) => {
		late = setTimeout(() => {
			void closeBrowser(printer).catch(console.error);
			const sentence = `${patienceMilliseconds / 1000} 秒内没有打印完，请稍后再试，或在浏览器里打印。`;
			reject(new Refusal('unavailable', sentence));
		}, patienceMilliseconds);
	});
	try {
		return await Promise.race([browserOf(printer, chromium).then((browser) => print(browser, html)), tooLate]);
	} finally {
		clearTimeout(late);
	}
}

async function chromiumOf(printer: Printer): Promise<Chromium> {
	const { CHROMIUM_PATH: own, CHROMIUM_LIBRARIES: ownLibraries, PATH: searchPath, DATA_DIR } = env();
	printer.chromium ??= findChromium({ own, ownLibraries, searchPath, folder: path.join(DATA_DIR, 'chromium') });
	const found = await printer.chromium;
	if (found) return found;
	// Somebody may install one.
	printer.chromium = undefined;
	throw noBrowser();
}

async function print(browser: Browser, html: string): Promise<Uint8Array> {
	const context = await browser.newContext({ javaScriptEnabled: false, offline: true, locale: 'zh-CN' });
	try {
		await context.route('**', (route) => route.abort());
		const page = await context.newPage();
		await page.setContent(html, { waitUntil: 'load' });
		return await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true });
	} finally {
		await context.close().catch(() => {});
	}
}

async function browserOf(printer: Printer, chromium: Chromium): Promise<Browser> {
	const open = await printer.browser?.catch(() => undefined);
	if (open?.isConnected()) return open;
	printer.browser = launch(chromium);
	return printer.browser;
}

async function launch({ executable: executablePath, libraries }: Chromium): Promise<Browser> {
	// Imported here: most servers print rarely.
	const { chromium } = await import('playwright-core');
	const options = {
		executablePath,
		env: { PATH: env().PATH, ...(libraries && { LD_LIBRARY_PATH: libraries }) },
		args: ['--disable-gpu', '--no-first-run', '--font-render-hinting=none'],
		timeout: patienceMilliseconds,
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
	};
	try {
		return await chromium.launch({ ...options, chromiumSandbox: process.getuid?.() !== 0 });
	} catch {
		// Root, and many containers, have no sandbox to give. What is printed is our own document, without script or network.
		return chromium.launch({ ...options, chromiumSandbox: false }).catch((error: unknown) => {
			console.error(error);
			throw noBrowser();
		});
	}
}

function noBrowser(): Refusal {
	return new Refusal(
		'unavailable',
		'服务器上没有可用的 Chromium，生成不了 PDF。请在浏览器里打印（Ctrl+P），目标选“另存为 PDF”。',
	);
}
