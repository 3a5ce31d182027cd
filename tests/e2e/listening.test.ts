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
