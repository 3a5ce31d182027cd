import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoAxeViolations, launchBrowser, openPage } from '../setup/browser';
import { startServer, type TestServer } from '../setup/server';

const widths = [360, 820, 1024, 1474, 3840];
/** A face that has none of the features, and Han as wide as the machine gives. */
const foreign = '.sheet, .sheet * { font-family: "DejaVu Sans", sans-serif !important; }';

let server: TestServer;
let browser: Browser;
/** The addresses of the latest edition's pages. */
let addresses: string[];

beforeAll(async () => {
	server = await startServer();
	browser = await launchBrowser();
	const page = await openPage(browser);
	await page.goto(`${server.url}/paper`);
	const links = await page
		.locator('.pages a')
		.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
	addresses = [...new Set(links.map((href) => href.split('#')[0]!))];
	await page.context().close();
}, 120_000);

afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

describe.each(['our faces', 'the reader’s own faces', 'a face without Chinese features'])('pages in %s', (faces) => {
	let page: Page;
	beforeAll(async () => {
		page = await openPage(browser, { bypassCSP: faces.startsWith('a face') });
		if (faces !== 'our faces') await page.route('**/assets/font/**', (route) => route.abort());
	});
	afterAll(() => page.context().close());

	it.each(widths)('%i px: every line on its row and inside its measure', async (width) => {
		await page.setViewportSize({ width, height: 1000 });
		for (const address of addresses) {
			await page.goto(address);
			if (faces.startsWith('a face')) await page.addStyleTag({ content: foreign });
			await page.evaluate(() => document.fonts.ready);
			const { lines, faults } = await page.evaluate(findFaults);
			expect(lines, address).toBeGreaterThan(50);
			expect(faults, address).toEqual([]);
		}
	});
});

describe('a page view', () => {
	it('loads the faces that it declares, and nothing moves when they come', async () => {
		const page = await openPage(browser, { viewport: { width: 1440, height: 1000 } });
		await page.addInitScript(() => {
			const shifts: number[] = [];
			Object.assign(window, { shifts });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
			}).observe({ type: 'layout-shift', buffered: true });
		});
		await page.route('**/assets/font/**', async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 300));
			await route.continue();
		});
		await page.goto(addresses[0]!, { waitUntil: 'networkidle' });
		const loaded = await page.evaluate(async () => {
			await document.fonts.ready;
			return [...document.fonts]
				.filter(({ status }) => status === 'loaded')
				.map(({ family }) => family.replaceAll('"', ''));
		});
		for (const face of ['Song', 'Head', 'Hei', 'Kai']) expect(loaded).toContain(`Shangban ${face}`);
		const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
		expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.02);
		await page.context().close();
	});

	it.each([360, 1440])('has no axe violations at %i px', async (width) => {
		const page = await openPage(browser, { viewport: { width, height: 1000 } });
		for (const address of addresses) {
			await page.goto(address);
			await expectNoAxeViolations(page);
		}
		await page.context().close();
	});

	it('leads from every point of a story to it, and from no neighbour’s', async () => {
		const page = await openPage(browser, { viewport: { width: 1440, height: 1000 } });
		await page.goto(addresses[0]!);
		const wrong = await page.evaluate(() =>
			[...document.querySelectorAll<HTMLElement>('.sheet .frame p')].flatMap((p) => {
				p.scrollIntoView({ block: 'center' });
				const box = p.getBoundingClientRect();
				const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
				return hit?.closest('article') === p.closest('article') ? [] : [p.textContent ?? ''];
			}),
		);
		expect(wrong).toEqual([]);
		await page.context().close();
	});
});

/** Runs in the page: the lines of all frames, and what is off the page's grid, off its row, or wider than its measure. */
function findFaults(): { lines: number; faults: string[] } {
	const faults: string[] = [];
	let lines = 0;
	const area = document.querySelector<HTMLElement>('.sheet-area')!;
	const origin = area.getBoundingClientRect();
	const em = Number.parseFloat(getComputedStyle(area).fontSize);
	const pitch = 1.25 * em;
	const slack = 0.05 * em + 0.5;
	const isOff = (distance: number, unit: number) => Math.abs(distance - Math.round(distance / unit) * unit) > slack;
	for (const frame of document.querySelectorAll<HTMLElement>('.sheet .frame')) {
		const box = frame.getBoundingClientRect();
		const first = frame.textContent?.slice(0, 12);
		if (Math.abs(Number.parseFloat(getComputedStyle(frame).fontSize) / em - 1) > 0.001) faults.push(`size: ${first}`);
		if (isOff(box.left - origin.left, em / 2) || isOff(box.top - origin.top, pitch)) faults.push(`grid: ${first}`);
		if (box.right > origin.right + slack || box.bottom > origin.bottom + slack) faults.push(`outside: ${first}`);
		for (const [row, line] of [...frame.querySelectorAll<HTMLElement>('.ln')].entries()) {
			lines++;
			const at = line.getBoundingClientRect();
			const say = (what: string) => faults.push(`${what}: ${line.textContent}`);
			if (Math.abs(at.top - box.top - row * pitch) > slack) say(`row ${row}`);
			if (at.left < box.left - slack || at.right > box.right + slack) say('box');
			// A box holds its mark: the empty half that a face cannot leave out may hang over it.
			const ends = [...line.childNodes].map((node) => {
				const range = document.createRange();
				range.selectNode(node);
				return (node instanceof Element ? node : range).getBoundingClientRect().right;
			});
			if (Math.max(at.left, ...ends) > at.right + slack) say('overflow');
		}
	}
	for (const head of document.querySelectorAll<HTMLElement>('.sheet .head')) {
		const box = head.getBoundingClientRect();
		for (const row of head.querySelectorAll<HTMLElement>('.row')) {
			const at = row.getBoundingClientRect();
			if (at.top < box.top - slack || at.bottom > box.bottom + slack) faults.push(`head: ${row.textContent}`);
		}
	}
	return { lines, faults };
}
