import { launchBrowser } from '../scripts/lib/browser.mjs';
import { count, mark, percentile } from './table.mjs';

const characters = 20_000;
/** In milliseconds, at the 95th percentile. */
const aims = { open: 1000, keystroke: 30, save: 100 };

/**
 * How fast the editor is with a story of 20,000 字, subheads, lists, a table and pictures in it: from asking for its
 * page to the text that can be written in; from a key to the picture with its character; from a change sent to the
 * server's acknowledgement. On this machine, browser and server together.
 */
export async function measureEditor({ url, password, folder, signal }, { quick, note }) {
	const browser = await launchBrowser(folder, signal);
	try {
		const page = await signIn(browser, url, password);
		note('写一篇两万字的稿件');
		const words = await writeStory(page);
		const address = page.url();
		// The first time compiles what later ones have.
		await openStory(page, address, words);
		note('打开');
		const open = await repeat(quick ? 5 : 20, () => openStory(page, address, words));
		note('按键');
		const keystroke = await typeInTheMiddle(page, quick ? 100 : 400);
		note('保存');
		const save = await repeat(quick ? 20 : 100, () => saveOnce(page));
		return { characters: words, aims, open: spread(open), keystroke: spread(keystroke), save: spread(save) };
	} finally {
		await browser.close();
	}
}

async function signIn(browser, url, password) {
	const context = await browser.newContext({
		viewport: { width: 1440, height: 900 },
		locale: 'zh-CN',
		timezoneId: 'Asia/Shanghai',
		baseURL: url,
	});
	const page = await context.newPage();
	await page.goto('/login');
	await page.getByLabel('账号').fill('jizhe');
	await page.getByLabel('密码', { exact: true }).fill(password);
	await page.getByRole('button', { name: '登录' }).click();
	await page.waitForURL('**/desk/**');
	return page;
}

const text = (page) => page.getByRole('textbox', { name: '正文' });
const saved = (page) => page.locator('[data-save-state="saved"]').waitFor({ timeout: 60_000 });

/** A story as long as they come, pasted into a new one; resolves to its 字. */
async function writeStory(page) {
	await page.goto('/desk/article');
	await page.getByRole('button', { name: '新建稿件' }).click();
	await page.waitForURL(/\/desk\/article\/[0-9a-z]{12}$/);
	await text(page).click();
	await text(page).evaluate((element, html) => {
		const data = new DataTransfer();
		data.setData('text/html', html);
		element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
	}, longStory());
	await givePictures(page, 4);
	await page.keyboard.press('Control+s');
	await saved(page);
	return text(page).evaluate((element) => element.textContent.length);
}

/** 120 paragraphs under subheads, every tenth a list, and a table: 20,000 characters. */
function longStory() {
	const sentence = (at) => `湖边的第${at}户人家说，今年修好了路，通了车，客人比去年多了三成，春天还要再添几间房。`;
	const blocks = [];
	let length = 0;
	for (let at = 1; length < characters; at++) {
		const words = Array.from({ length: 4 }, (_, part) => sentence(at * 4 + part)).join('');
		length += words.length;
		if (at % 8 === 1) blocks.push(`<h2>第${at}节 路通到门前</h2>`);
		blocks.push(at % 10 === 0 ? `<ul><li>${words}</li><li>再添一条</li></ul>` : `<p>${words}</p>`);
	}
	blocks.push(`<table>${'<tr><td>路段</td><td>公里</td></tr>'.repeat(6)}</table><p>完。</p>`);
	return blocks.join('');
}

async function givePictures(page, pictures) {
	await text(page).evaluate(async (element, pictures) => {
		const data = new DataTransfer();
		for (let at = 0; at < pictures; at++) {
			const canvas = Object.assign(document.createElement('canvas'), { width: 400 + at, height: 300 });
			canvas.getContext('2d').fillRect(0, 0, 200, 300);
			const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg'));
			data.items.add(new File([blob], `${at}.jpg`, { type: 'image/jpeg' }));
		}
		element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
	}, pictures);
	await page
		.locator('figure img')
		.nth(pictures - 1)
		.waitFor({ timeout: 60_000 });
}

/** From asking for the page to its text on the screen, ready to be written in. */
async function openStory(page, address, words) {
	await page.goto('about:blank');
	await page.goto(address, { waitUntil: 'commit' });
	return page.evaluate(
		(words) =>
			new Promise((resolve) => {
				const look = () => {
					const written = document.querySelector('[role="textbox"][aria-label="正文"]');
					if (written?.isContentEditable && written.textContent.length >= words) {
						// Behind the frame that shows it.
						requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
					} else requestAnimationFrame(look);
				};
				look();
			}),
		words,
	);
}

/** From the press of each key to behind the frame that shows its character, while saves go on beside it. */
async function typeInTheMiddle(page, keys) {
	await page.locator('.ProseMirror > p').nth(60).click();
	await page.evaluate(() => {
		globalThis.keystrokes = [];
		document.addEventListener(
			'keydown',
			({ timeStamp }) =>
				requestAnimationFrame(() => setTimeout(() => globalThis.keystrokes.push(performance.now() - timeStamp))),
			true,
		);
	});
	for (let at = 0; at < keys; at++) await page.keyboard.press('abcdefg'[at % 7], { delay: 60 });
	await saved(page);
	return page.evaluate(() => globalThis.keystrokes);
}

/** From the moment a change is sent to the word on the screen that it is saved. */
async function saveOnce(page) {
	await page.evaluate(() => {
		const state = document.querySelector('[data-save-state]');
		let begun;
		globalThis.saving = new Promise((resolve) => {
			new MutationObserver((_changes, observer) => {
				if (state.dataset.saveState === 'saving') begun = performance.now();
				if (state.dataset.saveState !== 'saved' || begun === undefined) return;
				observer.disconnect();
				resolve(performance.now() - begun);
			}).observe(state, { attributes: true, attributeFilter: ['data-save-state'] });
		});
	});
	await page.keyboard.press('x');
	await page.keyboard.press('Control+s');
	return page.evaluate(() => globalThis.saving);
}

async function repeat(times, measure) {
	const figures = [];
	for (let at = 0; at < times; at++) figures.push(await measure());
	return figures;
}

const spread = (figures) => ({
	runs: figures.length,
	p50: Math.round(percentile(figures, 50)),
	p95: Math.round(percentile(figures, 95)),
	max: Math.round(Math.max(...figures)),
});

const names = { open: '打开', keystroke: '按键到上屏', save: '保存得到确认' };

export function editorTable(figures) {
	const row = (name) => {
		const { runs, p50, p95, max } = figures[name];
		return [names[name], count(runs), `${p50} ms`, `${p95} ms ${mark(p95 <= figures.aims[name])}`, `${max} ms`];
	};
	return [['', '次数', 'p50', 'p95', '最慢'], ...Object.keys(names).map(row)];
}

export function editorNote({ characters, aims }) {
	return `稿件 ${count(characters)} 字；p95 的目标：打开 ${aims.open} ms，按键 ${aims.keystroke} ms，保存 ${aims.save} ms。`;
}
