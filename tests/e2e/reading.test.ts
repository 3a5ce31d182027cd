import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoAxeViolations, launchBrowser, openPage } from '../setup/browser';
import { startServer, type TestServer } from '../setup/server';

let server: TestServer;
let browser: Browser;
/** The latest paper's first page, and the day before it. */
let paper: string;
let interview: string;

beforeAll(async () => {
	server = await startServer({ database: 'demo' });
	browser = await launchBrowser();
	paper = new URL((await fetch(`${server.url}/paper`)).url).pathname;
	const html = await (await fetch(server.url + paper)).text();
	interview = /href="(\/article\/\w+)"/.exec(html)?.[1] ?? '';
}, 180_000);

afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

const desktop = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' as const };
const phone = {
	viewport: { width: 390, height: 844 },
	isMobile: true,
	hasTouch: true,
	reducedMotion: 'reduce' as const,
};

describe('a page of the paper', () => {
	it('is turned by keys, over days without a paper; says where it ends', async () => {
		const page = await openPage(browser, desktop);
		await page.goto(server.url + paper);
		await page.keyboard.press('ArrowRight');
		await page.waitForURL(`**${paper.replace(/1$/, '2')}`);
		await page.keyboard.press('ArrowLeft');
		await page.waitForURL(`**${paper}`);
		await page.keyboard.press('ArrowLeft');
		await page.getByText('这是第一版。').waitFor();
		await page.keyboard.press('Shift+ArrowRight');
		await page.getByText('这是最新一期。').waitFor();
		const before = await page.getByRole('link', { name: '上一期' }).getAttribute('href');
		await page.keyboard.press('Shift+ArrowLeft');
		await page.waitForURL(`**${before}`);
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

/** Chromium without a desktop has no voice: one that takes a moment for each sentence stands in. */
async function giveVoice(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const heard: string[] = [];
		let speaking: SpeechSynthesisUtterance | undefined;
		const voice = { lang: 'zh-CN', name: '普通话', localService: true, default: true, voiceURI: 'zh' };
		class Utterance {
			onend?: () => void;
			onerror?: (event: { error: string }) => void;
			constructor(readonly text: string) {}
		}
		const speech = Object.assign(new EventTarget(), {
			getVoices: () => [voice],
			speak(utterance: SpeechSynthesisUtterance) {
				speaking = utterance;
				heard.push(utterance.text);
				setTimeout(() => speaking === utterance && (utterance as unknown as Utterance).onend?.(), 250);
			},
			cancel() {
				const stopped = speaking as unknown as Utterance | undefined;
				speaking = undefined;
				setTimeout(() => stopped?.onerror?.({ error: 'canceled' }));
			},
		});
		Object.defineProperty(window, 'speechSynthesis', { value: speech });
		Object.assign(window, { SpeechSynthesisUtterance: Utterance, heard });
	});
}

const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
const spoken = (page: Page) => page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map(String).join(''));

describe('朗读', () => {
	it('reads a story sentence by sentence, marks each where it stands, pauses, goes on, ends by Esc', async () => {
		const page = await openPage(browser, desktop);
		await giveVoice(page);
		await page.goto(server.url + interview);
		await page.getByRole('button', { name: '朗读' }).click();
		const player = page.getByRole('region', { name: '朗读' });
		await expect.poll(async () => (await heard(page)).length).toBeGreaterThan(2);
		await player.getByRole('button', { name: '暂停' }).click();
		await expectNoAxeViolations(page);
		const said = await heard(page);
		expect(said[0]?.replace(/\s/g, '')).toBe((await page.locator('h1').innerText()).replace(/\s/g, ''));
		expect((await spoken(page)).trim()).toBe(said.at(-1));
		await player.getByRole('button', { name: '上一句' }).click();
		expect((await heard(page)).at(-1)).toBe(said.at(-2));
		await page.keyboard.press('Escape');
		expect(await player.count()).toBe(0);
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('朗读');
		await page.context().close();
	});

	it('plays a whole page, story after story, each marked on the page', async () => {
		const page = await openPage(browser, desktop);
		await giveVoice(page);
		await page.goto(server.url + paper);
		await page.getByRole('button', { name: '听整版' }).click();
		const player = page.getByRole('region', { name: '朗读' });
		await player.getByText(/^第 1 篇，共 \d+ 篇/).waitFor();
		await player.getByRole('button', { name: '下一篇' }).click();
		await player.getByText(/^第 2 篇/).waitFor();
		const second = await page.locator('.page-stage .story h2').nth(1).innerText();
		expect(await page.locator('.story.heard h2').innerText()).toBe(second);
		await page.context().close();
	});

	it('says what is missing where there is no voice', async () => {
		const page = await openPage(browser, desktop);
		await page.goto(server.url + interview);
		await page.getByRole('button', { name: '朗读' }).click();
		await page.getByText('这台设备没有中文语音').waitFor();
		await page.context().close();
	});
});

describe('offline', () => {
	it('the edition that was kept is read without a network; the desk is never kept', async () => {
		const page = await openPage(browser, desktop);
		await page.goto(`${server.url}/login`);
		await page.goto(server.url + paper);
		await page.waitForFunction(() => navigator.serviceWorker.ready);
		const button = page.getByRole('button', { name: '存本期离线看' });
		await button.click();
		await page.getByRole('button', { name: '本期已存' }).waitFor({ timeout: 60_000 });
		await page.goto(`${server.url}/login`);
		await page.context().setOffline(true);
		await page.goto(server.url);
		await page.locator('.front-titles .titles a').nth(2).click();
		await page.waitForURL('**/article/*');
		const style = await page.locator('h1').evaluate((head) => getComputedStyle(head).fontWeight);
		expect(style).toBe('900');
		for (const image of await page.locator('.body img').all()) {
			await image.scrollIntoViewIfNeeded();
			await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
		}
		await page.goto(`${server.url}/column/min-sheng`);
		await page.getByRole('heading', { name: '没有网络' }).waitFor();
		expect(await page.locator('[data-saved] a').getAttribute('href')).toBe(paper);
		const kept = await page.evaluate(async () => {
			const names = await caches.keys();
			const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
			return all.flat().map(({ url }) => new URL(url).pathname);
		});
		expect(kept.filter((path) => /^\/(desk|login|api|preview|invite)/.test(path))).toEqual([]);
		await expect(page.goto(`${server.url}/login`)).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
		await page.context().close();
	});

	it('a newer paper is announced, with the way there', async () => {
		const page = await openPage(browser, { ...desktop, serviceWorkers: 'block' });
		const latest = { date: '2999-01-01', name: '2999年1月1日《澄湖日报》', version: '1', paths: [] };
		await page.route('**/paper/latest.json', (route) => route.fulfill({ json: latest }));
		await page.goto(server.url);
		const link = page.getByRole('link', { name: '2999年1月1日《澄湖日报》出版了，看新的一期' });
		await link.waitFor();
		expect(await link.getAttribute('href')).toBe('/paper/2999-01-01/1');
		await page.context().close();
	});

	it('is what a home screen asks for', async () => {
		const manifest = await (await fetch(`${server.url}/manifest.webmanifest`)).json();
		expect(manifest).toMatchObject({ name: '澄湖日报', start_url: '/', display: 'standalone', lang: 'zh-CN' });
		for (const { src, sizes } of manifest.icons) {
			const png = Buffer.from(await (await fetch(server.url + src)).arrayBuffer());
			expect([src, `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`]).toEqual([src, sizes]);
		}
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
