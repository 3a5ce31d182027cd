import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
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
 * with or it takes too long; a document of many pages has `pages` times the patience of one.
 */
export function printPdf(html: string, pages = 1): Promise<Uint8Array> {
	return queued({ html, patience: pages * patienceMilliseconds, work: toPdf });
}

/** A print, and what was made of a picture of its first page: one document, opened once. */
export interface Printed<Made> {
	pdf: Uint8Array;
	made: Made;
}

/**
 * The same with a picture (PNG) of what is printed, `width` × `height` CSS pixels of its first page; `develop` is given it
 * while the browser goes on to print.
 */
export function printWithPicture<Made>(
	html: string,
	size: { width: number; height: number },
	develop: (png: Uint8Array) => Promise<Made>,
): Promise<Printed<Made>> {
	const work = async (page: Page): Promise<Printed<Made>> => {
		await page.setViewportSize(size);
		await page.emulateMedia({ media: 'print', colorScheme: 'light' });
		const png = await page.screenshot({ clip: { x: 0, y: 0, ...size }, type: 'png' });
		const [made, pdf] = await Promise.all([develop(png), toPdf(page)]);
		return { pdf, made };
	};
	return queued({ html, patience: 2 * patienceMilliseconds, work });
}

/** Opens the browser for a print that is to come soon; whether there is one says the print. */
export function warmPrinter(): void {
	const printer = printerOf();
	if (printer.waiting > 0) return;
	chromiumOf(printer)
		.then((chromium) => browserOf(printer, chromium))
		.then(() => closeWhenIdle(printer))
		.catch(() => {});
}

function toPdf(page: Page): Promise<Uint8Array> {
	return page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true });
}

interface Job<Made> {
	html: string;
	/** Milliseconds. */
	patience: number;
	work: (page: Page) => Promise<Made>;
}

async function queued<Made>(job: Job<Made>): Promise<Made> {
	const printer = printerOf();
	if (printer.waiting >= mostWaiting) throw new Refusal('unavailable', '正在打印的太多，请过一会儿再试。');
	clearTimeout(printer.idle);
	printer.waiting++;
	const printed = printer.queue.then(() => inTime(printer, job));
	printer.queue = printed.catch(() => {});
	try {
		return await printed;
	} finally {
		printer.waiting--;
		closeWhenIdle(printer);
	}
}

function printerOf(): Printer {
	shared.shangbanPrinter ??= { queue: Promise.resolve(), waiting: 0 };
	return shared.shangbanPrinter;
}

function closeWhenIdle(printer: Printer): void {
	if (printer.waiting > 0) return;
	clearTimeout(printer.idle);
	printer.idle = setTimeout(() => void closeBrowser(printer).catch(console.error), idleMilliseconds);
	printer.idle.unref();
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
async function inTime<Made>(printer: Printer, { html, patience, work }: Job<Made>): Promise<Made> {
	// The first time it may have to be unpacked, which is not the print's time.
	const chromium = await chromiumOf(printer);
	let late: NodeJS.Timeout | undefined;
	const tooLate = new Promise<never>((_resolve, reject) => {
		late = setTimeout(() => {
			void closeBrowser(printer).catch(console.error);
			const sentence = `${Math.round(patience / 1000)} 秒内没有打印完，请稍后再试，或在浏览器里打印。`;
			reject(new Refusal('unavailable', sentence));
		}, patience);
	});
	try {
		return await Promise.race([browserOf(printer, chromium).then((browser) => onPage(browser, html, work)), tooLate]);
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

async function onPage<Made>(browser: Browser, html: string, work: (page: Page) => Promise<Made>): Promise<Made> {
	const context = await browser.newContext({ javaScriptEnabled: false, offline: true, locale: 'zh-CN' });
	try {
		await context.route('**', (route) => route.abort());
		const page = await context.newPage();
		await page.setContent(html, { waitUntil: 'load' });
		return await work(page);
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
