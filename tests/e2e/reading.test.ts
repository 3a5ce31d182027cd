import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoAxeViolations, openPage } from '../setup/browser';
import type { TestServer } from '../setup/server';
import { desktop, isTaken, openReadingRoom, phone } from './reading-room';

let server: TestServer;
let browser: Browser;
let paper: string;
let interview: string;
let close: () => Promise<void> = async () => {};

beforeAll(async () => {
	({ server, browser, paper, interview, close } = await openReadingRoom());
}, 180_000);
afterAll(() => close());

describe('a page of the paper', () => {
	it('is turned by keys, into other papers and over days without one; says where it ends', async () => {
		const page = await openPage(browser, desktop);
		await page.goto(server.url + paper);
		await page.keyboard.press('ArrowRight');
		await page.waitForURL(`**${paper.replace(/1$/, '2')}`);
		await page.keyboard.press('ArrowLeft');
		await page.waitForURL(`**${paper}`);
		await page.keyboard.press('Shift+ArrowRight');
		await page.getByText('这是最新一期。').waitFor();
		const openLast = async () => {
			const last = page.locator('.pages a').last();
			const path = await last.getAttribute('href');
			await last.click();
			await page.waitForURL(`**${path}`);
		};
		const before = await page.getByRole('link', { name: '上一期' }).getAttribute('href');
		await page.keyboard.press('ArrowLeft');
		await page.waitForURL(`**${before}`);
		await page.getByText('已翻到上一期。').waitFor();
		await page.keyboard.press('Shift+ArrowRight');
		await page.waitForURL(`**${paper}`);
		await page.keyboard.press('Shift+ArrowLeft');
		await page.waitForURL(`**${before}`);
		await openLast();
		await page.keyboard.press('ArrowRight');
		await page.waitForURL(`**${paper}`);
		await page.getByText('已翻到下一期。').waitFor();
		await openLast();
		await page.keyboard.press('ArrowRight');
		await page.getByText('这是最后一版。').waitFor();
		await page.context().close();
	});

	it('leaves the arrows to who selects text', async () => {
		const page = await openPage(browser, desktop);
		await page.goto(server.url + paper);
		expect(await isTaken(page, 'Shift+ArrowRight')).toBe(true);
		await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('h1') as Element));
		expect(await isTaken(page, 'Shift+ArrowRight')).toBe(false);
		await page.context().close();
	});

	it('shows a story in its place, and cannot be scrolled within its frame', async () => {
		const page = await openPage(browser, desktop);
		await page.goto(server.url + paper);
		const id = await page.locator('.page-stage .story').last().getAttribute('id');
		await page.goto(`${server.url}${paper}#${id}`);
		const scrolled = await page.locator('.page-frame').evaluate((frame) => {
			const byLink = frame.scrollTop;
			frame.scrollTop = 50;
			return [byLink, frame.scrollTop];
		});
		expect(scrolled).toEqual([0, 0]);
		await page.context().close();
	});

	it('and the list of its titles show each other; Tab goes by rank', async () => {
		const page = await openPage(browser, desktop);
		await page.goto(server.url + paper);
		const line = (selector: string, property: string) =>
			page.locator(selector).evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
		const [title, story] = ['.titles .of-b1', '.page-stage .b1'];
		expect(await line(story, '--story-line')).toBe('');
		await page.locator(`${title} a`).hover();
		expect(await line(story, '--story-line')).not.toBe('');
		await page.locator(`${story} .headline a`).focus();
		expect(await line(title, '--title-line')).not.toBe('');
		const titles = await page
			.locator('.titles a')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
		await page.locator('.page-pane').focus();
		const walked: (string | null)[] = [];
		for (const _ of titles) {
			await page.keyboard.press('Tab');
			walked.push(await page.evaluate(() => document.activeElement?.getAttribute('href') ?? null));
		}
		expect(walked).toEqual(titles);
		await page.context().close();
	});

	it('on a phone is swiped, is made larger, and stands as text below', async () => {
		const page = await openPage(browser, phone);
		await page.goto(server.url + paper);
		const swipe = async (from: number, to: number) => {
			const session = await page.context().newCDPSession(page);
			const point = (x: number) => [{ x, y: 420 }];
			await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: point(from) });
			await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point((from + to) / 2) });
			await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point(to) });
			await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
		};
		await swipe(320, 80);
		await page.waitForURL(`**${paper.replace(/1$/, '2')}`);
		await swipe(80, 320);
		await page.waitForURL(`**${paper}`);
		await swipe(80, 320);
		await page.getByText('已翻到上一期。').waitFor();
		expect(new URL(page.url()).pathname < paper).toBe(true);
		await page.goto(server.url + paper);
		const small = (await page.locator('.page-frame').boundingBox())?.width ?? 0;
		await page.getByLabel('放大版面').check();
		const large = (await page.locator('.page-frame').boundingBox())?.width ?? 0;
		expect(large).toBeGreaterThan(2 * small);
		expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
		const printed = await page.locator('.page-stage .story h2').allInnerTexts();
		const flowing = await page.locator('.page-text h3').allInnerTexts();
		const plain = (texts: string[]) => texts.map((text) => text.replace(/\s/g, ''));
		expect(plain(flowing)).toEqual(plain(printed));
		await page.context().close();
	});
});

describe('reading settings', () => {
	it('hold on every page: size, colours, 大字版', async () => {
		const page = await openPage(browser, desktop);
		await page.goto(server.url + interview);
		const size = () => page.locator('.body').evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize));
		const usual = await size();
		await page.getByRole('button', { name: '字号' }).click();
		await page.getByLabel('特大').check();
		await page.getByLabel('深色').check();
		await expectNoAxeViolations(page);
		await page.keyboard.press('Escape');
		await page.reload();
		expect(await size()).toBeGreaterThan(1.3 * usual);
		expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe('dark');
		await page.getByRole('button', { name: '大字版' }).click();
		await page.goto(server.url);
		expect(await page.getByRole('button', { name: '大字版' }).getAttribute('aria-pressed')).toBe('true');
		await page.context().close();
	});
});

describe('without script', () => {
	it('everything is read, made larger, shared; nothing is offered that would do nothing', async () => {
		const page = await openPage(browser, { ...phone, javaScriptEnabled: false });
		await page.goto(server.url + paper);
		await page.getByText('放大版面').click();
		expect((await page.locator('.page-frame').boundingBox())?.width).toBeGreaterThan(780);
		await page.goto(server.url + interview);
		for (const words of ['朗读', '字号', '打印', '大字版', '阅读设置'])
			expect([words, await page.getByRole('button', { name: words }).count()]).toEqual([words, 0]);
		await page.getByRole('button', { name: '分享' }).click();
		await page.getByRole('img', { name: '本文的二维码' }).waitFor();
		await page.context().close();
	});
});

describe('by keyboard alone', () => {
	it('every tool of a story is reached, opened, used and left', async () => {
		const page = await openPage(browser, desktop);
		await page.goto(server.url + interview);
		const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
		const tabTo = async (words: string) => {
			for (let presses = 0; presses < 60; presses++) {
				if ((await focused()) === words) return;
				await page.keyboard.press('Tab');
			}
			throw new Error(`Tab does not reach ${words}`);
		};
		await tabTo('大字版');
		await page.keyboard.press('Space');
		expect(await page.evaluate(() => 'large' in document.documentElement.dataset)).toBe(true);
		await page.keyboard.press('Space');
		for (const words of ['朗读', '字号', '打印', '分享']) await tabTo(words);
		await page.keyboard.press('Enter');
		const share = page.getByRole('dialog', { name: '分享' });
		await share.waitFor();
		await expectNoAxeViolations(page);
		await tabTo('复制链接');
		await page.keyboard.press('Enter');
		await page.getByRole('status').filter({ hasText: /复制/ }).waitFor();
		await page.keyboard.press('Escape');
		await share.waitFor({ state: 'hidden' });
		expect(await focused()).toBe('分享');
		await tabTo('原版面');
		await page.keyboard.press('Enter');
		await page.waitForURL(`**${paper}#story-*`);
		expect(await page.locator(':target').count()).toBe(1);
		await page.context().close();
	});
});

describe('between pages', () => {
	it('the head of a story grows from its place; what is pointed at is fetched before', async () => {
		const page = await openPage(browser, { ...desktop, reducedMotion: 'no-preference' });
		await page.addInitScript(() =>
			addEventListener('pagereveal', (event) => {
				const { viewTransition } = event as Event & { viewTransition: { ready: Promise<void> } | null };
				void viewTransition?.ready.then(() => {
					Object.assign(window, { grown: document.querySelector('h1')?.style.viewTransitionName });
				});
			}),
		);
		const devtools = await page.context().newCDPSession(page);
		const fetched: string[] = [];
		devtools.on('Preload.prefetchStatusUpdated', ({ prefetchUrl, status }) => {
			if (status === 'Ready') fetched.push(new URL(prefetchUrl).pathname);
		});
		await devtools.send('Preload.enable');
		await page.goto(server.url + paper);
		await page.locator('.titles a').nth(1).hover();
		const second = await page.locator('.titles a').nth(1).getAttribute('href');
		await expect.poll(() => fetched).toContain(second);
		await page.locator('.page-stage .story h2 .row').first().click();
		await page.waitForURL(`**${interview}`);
		await expect.poll(() => page.evaluate(() => (window as unknown as { grown?: string }).grown)).toBe('story');
		await page.context().close();
	});
});

describe('weight', () => {
	/** Bytes over the wire of a first visit, by what the browser takes them for. */
	async function weigh(path: string): Promise<Record<string, number>> {
		const page = await openPage(browser, { ...desktop, serviceWorkers: 'block' });
		const devtools = await page.context().newCDPSession(page);
		const kinds = new Map<string, string>();
		const bytes: Record<string, number> = { all: 0, Image: 0, Script: 0 };
		devtools.on('Network.requestWillBeSent', ({ requestId, type }) => kinds.set(requestId, type ?? 'Other'));
		devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
			const kind = kinds.get(requestId) ?? 'Other';
			bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
			bytes.all = (bytes.all ?? 0) + encodedDataLength;
		});
		await devtools.send('Network.enable');
		await page.goto(server.url + path, { waitUntil: 'networkidle' });
		await page.context().close();
		return bytes;
	}

	it('of a story is 100 kB at most without its pictures, of a page of the paper 300 kB with everything', async () => {
		// Once for the stored form, which is what readers are sent.
		for (const path of [interview, paper]) await weigh(path);
		const story = await weigh(interview);
		expect((story.all ?? 0) - (story.Image ?? 0)).toBeLessThanOrEqual(100_000);
		expect(story.Script).toBeLessThanOrEqual(15_000);
		expect((await weigh(paper)).all).toBeLessThanOrEqual(300_000);
	});
});

it('prints as a clipping: its source, the address as a code, no tools', async () => {
	const page = await openPage(browser, desktop);
	await page.goto(server.url + interview);
	await page.emulateMedia({ media: 'print' });
	expect(await page.locator('.qr').isVisible()).toBe(true);
	expect(await page.locator('.source').isVisible()).toBe(true);
	for (const hidden of ['.tools > ul', '.top-nav', '.onward', '.foot-nav'])
		expect([hidden, await page.locator(hidden).isVisible()]).toEqual([hidden, false]);
	await page.context().close();
});

it('prints in black on white, a page once, whatever was chosen for the screen', async () => {
	const page = await openPage(browser, desktop);
	await page.addInitScript(() => localStorage.setItem('shangban-reading', '{"theme":"dark","large":true}'));
	for (const path of [interview, paper]) {
		await page.goto(server.url + path);
		await page.emulateMedia({ media: 'screen' });
		expect(await inkOf(page)).not.toBe('rgb(0, 0, 0)');
		await page.emulateMedia({ media: 'print' });
		expect(await inkOf(page)).toBe('rgb(0, 0, 0)');
	}
	expect(await page.locator('.page-text').isVisible()).toBe(false);
	await page.context().close();
});

const inkOf = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).color);

it('leaves no panel open where nothing can open over the page', async () => {
	const page = await openPage(browser, { ...desktop, serviceWorkers: 'block' });
	// As a browser without the Popover API takes the same rules and the same attributes.
	await page.route('**/assets/reader.*.css', async (route) => {
		const answer = await route.fetch();
		await route.fulfill({
			response: answer,
			body: (await answer.text()).replace('@supports not selector', '@supports selector'),
		});
	});
	await page.goto(server.url + interview);
	await page.evaluate(() => {
		for (const panel of document.querySelectorAll('[popover]')) panel.removeAttribute('popover');
	});
	for (const part of ['.panel', '[popovertarget]'])
		for (const found of await page.locator(part).all()) expect([part, await found.isVisible()]).toEqual([part, false]);
	await page.context().close();
});
