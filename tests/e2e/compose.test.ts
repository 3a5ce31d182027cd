import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleContent } from '@/lib/article/schema';
import { expectNoAxeViolations, launchBrowser } from '../setup/browser';
import { eventually, focusOf, overflowOf, signIn, watchErrors } from '../setup/desk';
import { endWriting, startServer, type TestServer, writeInto } from '../setup/server';

const date = '2031-06-07';
const address = `/desk/edition/${date}/2`;
const stories = [
	{ headline: '一湖清水养一城人', length: 1000 },
	{ headline: '跨湖大桥昨日合龙', length: 720 },
	{ headline: '老街留下三百棵树', length: 560 },
	{ headline: '社区食堂开到家门口', length: 470 },
	{ headline: '夜校开课报名排长队', length: 380 },
];

let server: TestServer;
let browser: Browser;
let editor: Page;
let chief: Page;

beforeAll(async () => {
	server = await startServer({ database: 'empty' });
	writeInto(server);
	await layOut();
	browser = await launchBrowser();
	editor = await signIn(browser, server, 'banmian');
	chief = await signIn(browser, server, 'zongbian');
});

afterAll(async () => {
	await browser?.close();
	await server?.stop();
	await endWriting();
});

/** An edition whose second page has five stories, one with a picture. */
async function layOut(): Promise<void> {
	const { createNewsroom } = await import('@/prisma/seed/newsroom');
	const { addDemoPictures } = await import('@/prisma/seed/pictures');
	const { pictureKeys } = await import('@/prisma/seed/picture/picture');
	const { laidOut, signed } = await import('../factories');
	const { copyOf } = await import('@/lib/makeup/fixture');
	const newsroom = await createNewsroom();
	const pictures = await addDemoPictures(newsroom.actors.desk_editor, pictureKeys.slice(0, 1));
	const [media] = [...pictures.values()];
	const contents = stories.map(({ headline, length }, i): Partial<ArticleContent> => {
		const text = copyOf(length, i + 1).map((block) => ({
			type: 'paragraph' as const,
			content: [{ type: 'text' as const, text: block.text }],
		}));
		const figure = { type: 'figure' as const, attrs: { media: media!, caption: '', credit: '', alt: '湖' } };
		return { headline, body: { type: 'doc', content: i === 0 ? [figure, ...text] : text } as ArticleContent['body'] };
	});
	await laidOut(newsroom, date, [[{ headline: '头版' }], contents]);
	await signed(newsroom, { headline: '湖心亭修好了' });
}

const open = (page: Page) => page.goto(server.url + address, { waitUntil: 'networkidle' });
const rowOf = (page: Page, headline: string) =>
	page.getByRole('region', { name: '版上稿件' }).getByRole('button', { name: headline }).first();
const status = (page: Page) => page.getByRole('region', { name: '版面情况' }).getByRole('status');
const steps = (page: Page) => page.getByText(/^第 \d+ 步，共 \d+ 步$/);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** Heads by story, as they stand on the page. */
const heads = (page: Page) =>
	page.locator('.sheet .story').evaluateAll((all) =>
		Object.fromEntries(
			all.map((story) => {
				const { x, y } = story.getBoundingClientRect();
				return [story.querySelector('h2')?.textContent ?? '', `${Math.round(x)},${Math.round(y + scrollY)}`];
			}),
		),
	);

/** Chooses a story in the list, by key. */
async function choose(page: Page, headline: string): Promise<void> {
	const row = rowOf(page, headline);
	await row.focus();
	if ((await row.getAttribute('aria-expanded')) !== 'true') await page.keyboard.press('Enter');
	await eventually(() => row.getAttribute('aria-expanded')).toBe('true');
}

/** Waits until the page stands at that step. */
const atStep = (page: Page, step: number) =>
	eventually(() => steps(page).innerText()).toMatch(new RegExp(`^第 ${step} 步`));

async function drag(page: Page, edge: 'foot' | 'right', by: { x: number; y: number }): Promise<void> {
	const handle = page.locator(`[data-edge=${edge}]`);
	await handle.scrollIntoViewIfNeeded();
	const box = (await handle.boundingBox())!;
	const at = { x: box.x + Math.min(box.width / 2, 60), y: box.y + Math.min(box.height / 2, 60) };
	await page.mouse.move(at.x, at.y);
	await page.mouse.down();
	await page.mouse.move(at.x + by.x / 2, at.y + by.y / 2);
	await page.mouse.move(at.x + by.x, at.y + by.y);
	await page.mouse.up();
}

describe('组版', () => {
	it('shows the page with its stories, fits, and is clean for axe', async () => {
		const errors = watchErrors(editor);
		await open(editor);
		await eventually(() => editor.locator('.sheet .story').count()).toBe(5);
		expect(await status(editor).innerText()).toMatch(/全部排下|溢文|余空/);
		expect(await steps(editor).innerText()).toBe('第 0 步，共 0 步');
		await expectNoAxeViolations(editor);
		expect(errors).toEqual([]);
	});

	it('chooses a story by a click on the page and by key in the list', async () => {
		await editor
			.locator('svg [data-story]')
			.first()
			.click({ position: { x: 20, y: 20 } });
		await eventually(() => editor.getByRole('group', { name: '位置' }).count()).toBe(1);
		await editor.keyboard.press('Escape');
		await eventually(() => editor.getByRole('group', { name: '位置' }).count()).toBe(0);
		await editor.keyboard.press('j');
		await eventually(() => rowOf(editor, '一湖清水').getAttribute('aria-expanded')).toBe('true');
		await expectNoAxeViolations(editor);
	});

	it('makes the page up while one watches, as one step', async () => {
		await editor.keyboard.press('m');
		await atStep(editor, 1);
		await eventually(() => status(editor).innerText()).toContain('组版完成');
		await button(editor, '组版').click();
		await atStep(editor, 2);
	});

	it('locks, boxes, sets a head upright, another size, other rows, each as a step', async () => {
		await choose(editor, '老街留下');
		await editor.keyboard.press('l');
		await atStep(editor, 3);
		await rowOf(editor, '老街留下').getByText('已锁定').waitFor();
		await button(editor, '解锁').click();
		await atStep(editor, 4);
		await editor.getByRole('checkbox', { name: '加框' }).click();
		await atStep(editor, 5);
		await eventually(() => editor.locator('.sheet .story.boxed').count()).toBe(1);
		await editor.getByLabel('题位').selectOption('竖题');
		await atStep(editor, 6);
		await editor.getByLabel('题位').selectOption('');
		await atStep(editor, 7);
		await editor.getByLabel('字号').selectOption('18 点');
		await atStep(editor, 8);
		await button(editor, '分行…').click();
		const dialog = editor.getByRole('dialog', { name: '主题分行' });
		await dialog.getByLabel('主题').fill('老街拆了\n三百棵树');
		await dialog.getByRole('button', { name: '分行', exact: true }).click();
		await editor.getByText('这里只能改分行，不能改字').waitFor();
		await button(editor, '分行…').click();
		await dialog.getByLabel('主题').fill('老街留下\n三百棵树');
		await dialog.getByRole('button', { name: '分行', exact: true }).click();
		await atStep(editor, 9);
	});

	it('moves an edge by hand and by arrow key, swaps by menu', async () => {
		await choose(editor, '跨湖大桥');
		const before = await heads(editor);
		const done = () =>
			steps(editor)
				.innerText()
				.then((text) => Number(text.match(/\d+/)?.[0]));
		const start = await done();
		await drag(editor, 'foot', { x: 0, y: 60 });
		await atStep(editor, start + 1);
		const height = editor.getByLabel('高（行）');
		await height.focus();
		await editor.keyboard.press('ArrowDown');
		await editor.keyboard.press('ArrowDown');
		await eventually(async () => (await done()) > start + 1 || (await editor.getByText('版面没有动').count()) > 0).toBe(
			true,
		);
		const sizes = editor.getByLabel('能排满的尺寸');
		await eventually(() => sizes.locator('option').count()).toBeGreaterThan(1);
		const size = (await sizes.locator('option').nth(1).innerText()).match(/\d+/g)!;
		const asked = await done();
		await sizes.selectOption({ index: 1 });
		await atStep(editor, asked + 1);
		expect(await height.inputValue()).toBe(size[1]);
		expect(await status(editor).innerText()).toContain('全部排下，没有余空');
		const there = Number((await steps(editor).innerText()).match(/\d+/)?.[0]);
		await button(editor, '对调…').focus();
		await editor.keyboard.press('Enter');
		await editor.getByRole('menuitem', { name: '和《夜校开课报名排长队》对调' }).click();
		await atStep(editor, there + 1);
		expect(await heads(editor)).not.toEqual(before);
	});

	it('takes a story from the pool and gives it back', async () => {
		await editor.keyboard.press('Escape');
		await editor.keyboard.press('a');
		const dialog = editor.getByRole('dialog', { name: '上稿' });
		await dialog.getByLabel('找标题或栏目').fill('湖心亭');
		await expectNoAxeViolations(editor);
		await dialog.getByLabel('级别').selectOption('简讯');
		await dialog.getByRole('button', { name: '《湖心亭修好了》上版' }).click();
		await rowOf(editor, '湖心亭修好了').waitFor();
		await choose(editor, '湖心亭修好了');
		await button(editor, '撤下版面').click();
		await eventually(() => rowOf(editor, '湖心亭修好了').count()).toBe(0);
		await editor.keyboard.press('Control+z');
		await rowOf(editor, '湖心亭修好了').waitFor();
		await choose(editor, '湖心亭修好了');
		await button(editor, '撤下版面').click();
		await eventually(() => rowOf(editor, '湖心亭修好了').count()).toBe(0);
	});

	it('takes a picture off and back, and moves what its crop keeps in view', async () => {
		await choose(editor, '一湖清水');
		const start = Number((await steps(editor).innerText()).match(/\d+/)?.[0]);
		await editor.getByRole('button', { name: '撤下第 1 张图片' }).click();
		await atStep(editor, start + 1);
		await eventually(() => editor.locator('.sheet figure').count()).toBe(0);
		await editor.getByRole('button', { name: '恢复第 1 张图片' }).click();
		await atStep(editor, start + 2);
		const point = editor.getByRole('button', { name: /^第 1 张图片的取景点/ });
		await point.focus();
		await editor.keyboard.press('ArrowRight');
		await editor.keyboard.press('ArrowDown');
		await atStep(editor, start + 3);
		expect(await focusOf(editor)).toContain('横 55%，竖 45%');
		await point.click({ position: { x: 10, y: 10 } });
		await atStep(editor, start + 4);
	});

	it('adds an advertisement and a filler, moves and removes them', async () => {
		const start = Number((await steps(editor).innerText()).match(/\d+/)?.[0]);
		await button(editor, '加广告').click();
		const ads = editor.getByRole('dialog', { name: '广告' });
		await ads.getByLabel('刊登什么').fill('湖滨书市');
		await expectNoAxeViolations(editor);
		await ads.getByRole('button', { name: '加广告' }).click();
		await atStep(editor, start + 1);
		await editor.locator('.sheet-anchor').getByText('湖滨书市').waitFor();
		await button(editor, '广告（1）').click();
		await ads.getByRole('button', { name: '湖滨书市左移' }).click();
		await atStep(editor, start + 2);
		await ads.getByRole('button', { name: '撤下湖滨书市' }).click();
		await atStep(editor, start + 3);
		await editor.keyboard.press('Escape');
		await button(editor, '加补白').click();
		const fillers = editor.getByRole('dialog', { name: '补白' });
		await fillers.getByLabel('标题').fill('征稿启事');
		await fillers.getByLabel('正文').fill('本报副刊征集湖区老照片，来稿请寄编辑部，注明拍摄年月。');
		await fillers.getByRole('button', { name: '加补白' }).click();
		await atStep(editor, start + 4);
		await rowOf(editor, '征稿启事').waitFor();
	});

	it('offers alternatives to choose from', async () => {
		const start = Number((await steps(editor).innerText()).match(/\d+/)?.[0]);
		await editor.keyboard.press('b');
		const dialog = editor.getByRole('dialog', { name: '备选版面' });
		await dialog.getByRole('button', { name: /^备选 1/ }).waitFor();
		await expectNoAxeViolations(editor);
		await dialog.getByRole('button', { name: /^备选 1/ }).click();
		await atStep(editor, start + 1);
		await button(editor, '版式模板').click();
		await editor.getByText('出过报就有模板可用').waitFor();
		await editor.keyboard.press('Escape');
	});

	it('undoes and redoes to the ends, and keeps everything over a new start', async () => {
		const last = Number((await steps(editor).innerText()).match(/\d+/)?.[0]);
		const end = await heads(editor);
		for (let step = last - 1; step >= 0; step--) {
			await editor.keyboard.press('Control+z');
			await atStep(editor, step);
		}
		expect(await button(editor, '撤销').getAttribute('aria-disabled')).toBe('true');
		for (let step = 1; step <= last; step++) {
			await button(editor, '重做').click();
			await atStep(editor, step);
		}
		await eventually(() => heads(editor)).toEqual(end);
		await open(editor);
		expect(await steps(editor).innerText()).toBe(`第 ${last} 步，共 ${last} 步`);
		expect(await heads(editor)).toEqual(end);
	});

	it('refuses in words who acts on a page that has moved on, and shows him the page', async () => {
		await open(chief);
		await choose(editor, '社区食堂');
		await choose(chief, '社区食堂');
		const start = Number((await steps(chief).innerText()).match(/\d+/)?.[0]);
		await editor.keyboard.press('l');
		await atStep(editor, start + 1);
		await chief.keyboard.press('l');
		await chief.getByText(/刚改过这个版，您的这一步没有执行/).waitFor();
		await atStep(chief, start + 1);
		await rowOf(chief, '社区食堂').getByText('已锁定').waitFor();
	});

	it('has no overflow on any screen', async () => {
		for (const width of [390, 820, 1440]) {
			await editor.setViewportSize({ width, height: 900 });
			expect(await overflowOf(editor)).toBe(0);
		}
		await expectNoAxeViolations(editor);
	});
});
