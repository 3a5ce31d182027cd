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

/** Whether the page does something of its own at a key. */
async function isTaken(page: Page, key: string): Promise<boolean> {
	await page.evaluate(() =>
		addEventListener('keydown', (event) => {
			if (event.key !== 'Shift') Object.assign(window, { taken: event.defaultPrevented });
		}),
	);
	await page.keyboard.press(key);
	return page.evaluate(() => (window as unknown as { taken: boolean }).taken);
}

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

const plainVoice = { lang: 'zh-CN', localService: true, isMute: false, milliseconds: 250 };

/** Chromium without a desktop has no voice: one that takes a moment for each sentence stands in, or one that never ends. */
async function giveVoice(page: Page, options: Partial<typeof plainVoice> = {}): Promise<void> {
	await page.addInitScript(
		({ lang, localService, isMute, milliseconds }) => {
			const heard: string[] = [];
			let speaking: SpeechSynthesisUtterance | undefined;
			const voice = { lang, name: '普通话', localService, default: true, voiceURI: 'zh' };
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
					Object.assign(window, { spokenLang: utterance.lang });
					if (isMute) return;
					setTimeout(() => speaking === utterance && (utterance as unknown as Utterance).onend?.(), milliseconds);
				},
				cancel() {
					const stopped = speaking as unknown as Utterance | undefined;
					speaking = undefined;
					setTimeout(() => stopped?.onerror?.({ error: 'canceled' }));
				},
			});
			Object.defineProperty(window, 'speechSynthesis', { value: speech });
			Object.assign(window, { SpeechSynthesisUtterance: Utterance, heard });
		},
		{ ...plainVoice, ...options },
	);
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
		await page.evaluate(() => scrollTo(0, 600));
		await page.keyboard.press('Escape');
		expect(await player.count()).toBe(0);
		expect(await page.evaluate(() => [document.activeElement?.textContent, scrollY])).toEqual(['朗读', 600]);
		await page.context().close();
	});

	it('leaves who reads on elsewhere where he is when it ends', async () => {
		const page = await openPage(browser, desktop);
		await giveVoice(page, { milliseconds: 5 });
		await page.goto(server.url + interview);
		await page.getByRole('button', { name: '朗读' }).click();
		await page.locator('#top-search').focus();
		await page.getByText('听完了。').waitFor();
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('top-search');
		await page.context().close();
	});

	it('takes Android’s voice; goes on where a voice of the web says nothing any more, in short sentences', async () => {
		const page = await openPage(browser, desktop);
		await giveVoice(page, { lang: 'zh_CN', localService: false, isMute: true });
		await page.clock.install();
		await page.goto(server.url + interview);
		await page.getByRole('button', { name: '朗读' }).click();
		for (const sentences of [1, 2, 3, 4, 5, 6]) {
			await expect.poll(async () => (await heard(page)).length).toBe(sentences);
			await page.clock.fastForward(25_000);
		}
		expect(await page.evaluate(() => (window as unknown as { spokenLang: string }).spokenLang)).toBe('zh-CN');
		expect((await heard(page)).every((sentence) => sentence.length <= 40)).toBe(true);
		await page.context().close();
	});

	it('reads 小标题 of the flowing page on a phone too', async () => {
		const page = await openPage(browser, phone);
		await giveVoice(page, { milliseconds: 5 });
		await page.goto(server.url + paper);
		const subheads = await page.locator('.page-text h4').allInnerTexts();
		expect(subheads.length).toBeGreaterThan(0);
		await page.getByRole('button', { name: '听整版' }).click();
		await expect.poll(() => heard(page)).toEqual(expect.arrayContaining([subheads[0]]));
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
		await player.getByRole('button', { name: '下一篇' }).focus();
		expect(await isTaken(page, 'ArrowRight')).toBe(false);
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

/** What is kept on the device, in one cache or in all. */
function keptPaths(page: Page, only?: string): Promise<string[]> {
	return page.evaluate(async (chosen) => {
		const names = chosen ? [chosen] : await caches.keys();
		const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return all.flat().map(({ url }) => new URL(url).pathname);
	}, only);
}

describe('offline', () => {
	it('the edition that was kept is read without a network; the desk is never kept', async () => {
		const page = await openPage(browser, desktop);
		await page.goto(`${server.url}/login`);
		await page.goto(server.url + paper);
		await page.waitForFunction(() => navigator.serviceWorker.ready);
		const button = page.getByRole('button', { name: '存本期离线看' });
		await button.click();
		const kept = page.getByRole('button', { name: '本期已存' });
		await kept.waitFor({ timeout: 60_000 });
		expect(await kept.evaluate((focused) => focused === document.activeElement)).toBe(true);
		// The desk, which the worker leaves alone, is not fetched twice.
		const preload = await page.evaluate(async () => {
			const { navigationPreload } = await navigator.serviceWorker.ready;
			return navigationPreload.getState();
		});
		expect(preload.enabled).toBe(false);
		await page.goto(`${server.url}/login`);
		await page.context().setOffline(true);
		for (const path of ['/paper', paper.replace(/\/1$/, '')]) {
			await page.goto(server.url + path);
			expect(new URL(page.url()).pathname).toBe(paper);
			await page.locator('.page-stage .story').first().waitFor();
		}
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
		const paths = await keptPaths(page);
		expect(paths.filter((path) => /^\/(desk|login|api|preview|invite)/.test(path))).toEqual([]);
		await expect(page.goto(`${server.url}/login`)).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
		await page.context().close();
	});

	it('what is gone leaves the kept edition; what it shares with an older one stays', async () => {
		const page = await openPage(browser, desktop);
		await page.goto(server.url + paper);
		await page.waitForFunction(() => navigator.serviceWorker.ready);
		await page.getByRole('button', { name: '存本期离线看' }).click();
		await page.getByRole('button', { name: '本期已存' }).waitFor({ timeout: 60_000 });
		const date = paper.split('/')[2] ?? '';
		const style = await page.evaluate(async (day) => {
			const cache = await caches.open(`edition-${day}`);
			for (const gone of ['/article/withdrawn', '/assets/old.js']) await cache.put(gone, new Response('old'));
			const path =
				(await cache.keys()).map(({ url }) => new URL(url).pathname).find((key) => key.endsWith('.css')) ?? '';
			const older = await caches.open('edition-2000-01-01');
			await older.put(path, (await cache.match(path)) as Response);
			await cache.delete(path);
			return path;
		}, date);
		await page.getByRole('button', { name: '本期已存' }).click();
		await expect.poll(() => page.evaluate(() => caches.has('edition-2000-01-01'))).toBe(false);
		const paths = await keptPaths(page, `edition-${date}`);
		expect(paths).toContain(style);
		expect(paths).not.toContain('/article/withdrawn');
		expect(paths).not.toContain('/assets/old.js');
		await page.evaluate(async (day) => {
			await (await caches.open(`edition-${day}`)).put('/article/nothing-here', new Response('old'));
		}, date);
		expect((await page.goto(`${server.url}/article/nothing-here`))?.status()).toBe(404);
		await expect.poll(() => keptPaths(page)).not.toContain('/article/nothing-here');
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

	it('a newer paper is announced over a story that was left open, and pushes nothing', async () => {
		const page = await openPage(browser, { ...desktop, serviceWorkers: 'block' });
		let date = '2999-01-01';
		let asked = 0;
		await page.route('**/paper/latest.json', (route) => {
			asked++;
			return route.fulfill({ json: { date, name: date, version: '1', paths: [] } });
		});
		await page.clock.install();
		await page.goto(server.url + interview);
		await expect.poll(() => asked).toBe(1);
		const top = () => page.locator('h1').evaluate((head) => head.getBoundingClientRect().top);
		const before = await top();
		date = '2999-01-02';
		await page.clock.fastForward('11:00');
		const link = page.getByRole('status').getByRole('link', { name: '2999-01-02出版了' });
		await link.waitFor();
		expect(await top()).toBe(before);
		const box = await link.boundingBox();
		expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(desktop.viewport.height);
		await expectNoAxeViolations(page);
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

it.each([
	['at 400 % zoom', { width: 320, height: 256 }],
	['on a phone', { width: 390, height: 844 }],
])('what has the focus is never hidden by the bars at the foot, %s', async (_where, viewport) => {
	const page = await openPage(browser, { ...desktop, viewport });
	await giveVoice(page, { isMute: true });
	await page.goto(server.url + paper);
	for (const isHeard of [false, true]) {
		if (isHeard) await page.getByRole('button', { name: '听整版' }).click();
		await page.locator('.top-name').focus();
		const hidden: string[] = [];
		let isAtEnd = false;
		for (let presses = 0; presses < 200 && !isAtEnd; presses++) {
			const { name, isHidden, isLast } = await page.evaluate(focusAndBars);
			if (isHidden) hidden.push(name);
			isAtEnd = isLast;
			await page.keyboard.press('Tab');
		}
		expect([isAtEnd, hidden]).toEqual([true, []]);
		const free = await page.evaluate(() => {
			scrollTo(0, document.documentElement.scrollHeight);
			const bars = [...document.querySelectorAll('.page-turn, .player')].filter(
				(bar) => getComputedStyle(bar).position === 'fixed',
			);
			const edge = Math.min(innerHeight, ...bars.map((bar) => bar.getBoundingClientRect().top));
			return edge - (document.querySelector('.foot')?.getBoundingClientRect().bottom ?? 0);
		});
		expect(free).toBeGreaterThanOrEqual(-1);
	}
	await page.context().close();
});

/** What has the focus, whether a fixed bar covers all of it, whether it is the last of the page. */
function focusAndBars(): { name: string; isHidden: boolean; isLast: boolean } {
	const focused = document.activeElement as HTMLElement;
	const { top } = focused.getBoundingClientRect();
	const bars = [...document.querySelectorAll('.page-turn, .player')].filter(
		(bar) => getComputedStyle(bar).position === 'fixed',
	);
	const isHidden = bars.some((bar) => !bar.contains(focused) && bar.getBoundingClientRect().top <= top);
	const isLast =
		focused === [...document.querySelectorAll('.foot a, .foot button')].filter((last) => last.checkVisibility()).at(-1);
	return { name: `${focused.tagName} ${focused.textContent}`, isHidden, isLast };
}
