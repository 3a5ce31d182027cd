import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/auth/roles';
import { expectNoAxeViolations, launchBrowser } from '../setup/browser';
import { eventually, focusOf, overflowOf, signIn, watchErrors } from '../setup/desk';
import { endWriting, startServer, type TestServer, writeInto } from '../setup/server';

const model = '2031-05-06';
const date = '2031-05-07';
const stories = ['春汛过境', '新桥合龙', '夜校开课', '湖鲜上市', '旧厂新用', '渡口复航', '灯塔重修', '茶市开秤'];

let server: TestServer;
let browser: Browser;
let editor: Page;
let colleague: Actor;

beforeAll(async () => {
	server = await startServer({ database: 'empty' });
	writeInto(server);
	await writeYesterday();
	browser = await launchBrowser();
	editor = await signIn(browser, server, 'banmian');
});

afterAll(async () => {
	await browser?.close();
	await server?.stop();
	await endWriting();
});

/** Yesterday's edition as it was planned, two slots a page, and a pool of signed stories with one that is in review. */
async function writeYesterday(): Promise<void> {
	const { createNewsroom } = await import('@/prisma/seed/newsroom');
	const { signed, submitted } = await import('../factories');
	const { createEdition } = await import('@/lib/edition/write');
	const { getEdition } = await import('@/lib/edition/read');
	const { createSlot, setDeadlines } = await import('@/lib/edition/plan/write');
	const newsroom = await createNewsroom();
	const { page_editor } = newsroom.actors;
	colleague = page_editor;
	const { id } = await createEdition(page_editor, { date: model, pages: ['要闻', '综合', '经济', '副刊'] });
	await setDeadlines(page_editor, { id, deadline: new Date('2031-05-05T22:00:00+08:00') });
	for (const page of (await getEdition(page_editor, model)).pages) {
		const slot = { pageId: page.id, columnId: null };
		await createSlot(page_editor, { ...slot, label: `${page.name}头条`, plannedWords: 900, priority: 1 });
		await createSlot(page_editor, { ...slot, label: `${page.name}消息`, plannedWords: 30, priority: 3 });
	}
	for (const headline of stories) await signed(newsroom, { headline });
	await submitted(newsroom, { headline: '还在审的稿' });
}

const open = (page: Page, path: string) => page.goto(server.url + path, { waitUntil: 'networkidle' });
const pageOf = (no: number) => editor.getByRole('region', { name: new RegExp(`^${no}版`) });
const pool = () => editor.getByRole('region', { name: /^待上版/ });
const poolRow = (headline: string) => pool().getByRole('listitem').filter({ hasText: headline });
const slotRow = (label: string) => editor.getByRole('listitem').filter({ hasText: `空稿位 ${label}` });
/** Headlines with the slot that each stands in. */
const linesOn = (no: number) =>
	pageOf(no)
		.getByRole('listitem')
		.evaluateAll((rows) =>
			rows.map((row) => {
				const slot = /稿位：(\S+)/.exec(row.textContent ?? '')?.[1];
				return [row.querySelector('a')?.textContent ?? '空', slot].filter(Boolean).join(' ');
			}),
		);

async function take(menu: RegExp | string, item: RegExp | string): Promise<void> {
	// By keyboard: messages at the foot of the screen may lie over what is there.
	await editor.getByRole('button', { name: menu }).press('Enter');
	await editor.getByRole('menuitem', { name: item }).press('Enter');
}

async function undo(message: string): Promise<void> {
	await editor.getByRole('article').filter({ hasText: message }).getByRole('button', { name: '撤销' }).click();
}

/** What a colleague does meanwhile. */
async function addSlot(label: string): Promise<void> {
	const { createSlot } = await import('@/lib/edition/plan/write');
	const { getEdition } = await import('@/lib/edition/read');
	const [page] = (await getEdition(colleague, date)).pages;
	await createSlot(colleague, { pageId: page?.id ?? '', columnId: null, label, plannedWords: 200, priority: 4 });
}

/** The head of the calendar. */
const month = (name: string) => editor.getByRole('region', { name: '期次日历' }).getByRole('heading', { name });

let began = 0;

describe('the calendar', () => {
	it('shows the month and walks by keys', async () => {
		await open(editor, '/desk/edition?month=2031-05');
		await month('2031年5月').waitFor();
		await editor.getByRole('link', { name: /5月\s*6\s*日，组版中，/ }).focus();
		await editor.keyboard.press('ArrowRight');
		expect(await focusOf(editor)).toBe('2031年5月7日，还没有期次');
		await editor.keyboard.press('ArrowDown');
		expect(await focusOf(editor)).toBe('2031年5月14日，还没有期次');
		await editor.keyboard.press(']');
		await month('2031年6月').waitFor();
		await editor.keyboard.press('[');
		await month('2031年5月').waitFor();
		await expectNoAxeViolations(editor);
	});

	it('plans a free day like yesterday, with one press', async () => {
		began = performance.now();
		await editor.getByRole('button', { name: /5月\s*7\s*日，还没有期次/ }).click();
		const dialog = editor.getByRole('dialog', { name: '建期' });
		expect(await dialog.getByLabel('日期').inputValue()).toBe(date);
		expect(await dialog.getByLabel('照哪一期').inputValue()).toBe(model);
		await dialog.getByText('2 个稿位 · 2031-05-06 22:00 付印').first().waitFor();
		await expectNoAxeViolations(editor);
		await dialog.getByRole('button', { name: '建期', exact: true }).click();
		await editor.waitForURL(`**/desk/edition/${date}`);
		await eventually(() => linesOn(1)).toEqual(['空', '空']);
		await editor.getByText('计划 8 篇 3,720 字').waitFor();
	});
});

describe('filling the plan', () => {
	it('takes story after story by keyboard, each into the next free slot', async () => {
		await editor.getByLabel('放到', { exact: true }).waitFor();
		await poolRow('春汛过境').getByRole('button').focus();
		expect(await focusOf(editor)).toBe('上版：《春汛过境》放到 1版稿位“要闻头条”');
		await editor.keyboard.press('Enter');
		await eventually(() => linesOn(1)).toEqual(['春汛过境 要闻头条', '空']);
		await eventually(() => focusOf(editor)).toBe('上版：《新桥合龙》放到 1版稿位“要闻消息”');
		await editor.keyboard.press('Enter');
		await eventually(() => linesOn(1)).toEqual(['春汛过境 要闻头条', '新桥合龙 要闻消息']);
		await eventually(() => focusOf(editor)).toBe('上版：《夜校开课》放到 2版稿位“综合头条”');
		await editor.keyboard.press('Enter');
		await eventually(() => linesOn(2)).toEqual(['夜校开课 综合头条', '空']);
	});

	it('takes a story by drag into a slot, between slots and pages, and takes it back', async () => {
		await poolRow('湖鲜上市').dragTo(slotRow('经济头条'));
		await eventually(() => linesOn(3)).toEqual(['湖鲜上市 经济头条', '空']);
		await pageOf(3).getByRole('listitem').first().dragTo(slotRow('副刊消息'));
		await eventually(() => linesOn(4)).toEqual(['空', '湖鲜上市 副刊消息']);
		await undo('《湖鲜上市》已移到 4版稿位“副刊消息”');
		await eventually(() => linesOn(3)).toEqual(['湖鲜上市 经济头条', '空']);
		await pageOf(3).getByRole('listitem').first().dragTo(pageOf(4).getByRole('heading'));
		await eventually(() => linesOn(4)).toEqual(['空', '湖鲜上市', '空']);
		await take('移动或撤下《湖鲜上市》', /^3版稿位：经济头条/);
		await eventually(() => linesOn(3)).toEqual(['湖鲜上市 经济头条', '空']);
	});

	it('offers for a slot the stories that suit it', async () => {
		await take('选稿放进稿位“综合消息”', /^旧厂新用/);
		await eventually(() => linesOn(2)).toEqual(['夜校开课 综合头条', '旧厂新用 综合消息']);
		await take('选稿放进稿位“经济消息”', /^渡口复航/);
		await take('选稿放进稿位“副刊头条”', /^灯塔重修/);
		await take('选稿放进稿位“副刊消息”', /^茶市开秤/);
		await eventually(() => linesOn(4)).toEqual(['灯塔重修 副刊头条', '茶市开秤 副刊消息']);
		await eventually(() => editor.getByText('还没有稿件').count()).toBe(0);
		const seconds = (performance.now() - began) / 1000;
		console.log(`四个版照前一天建期、八篇上版：${seconds.toFixed(1)} 秒`);
		expect(seconds).toBeLessThan(300);
	});

	it('shows planned against actual, and what in the pool still waits for whom', async () => {
		await pageOf(1).getByText('计划 930 字，少').waitFor();
		await pageOf(1)
			.getByText(/稿位：要闻头条 · 计划 900 字，少 \d+ 字/)
			.waitFor();
		await pool().getByText('签发之后才能上版').waitFor();
		expect(await poolRow('还在审的稿').getByRole('button').count()).toBe(0);
		await expectNoAxeViolations(editor);
	});

	it('keeps the filters of the pool in the address', async () => {
		await take('移动或撤下《茶市开秤》', '从版面撤下');
		await poolRow('茶市开秤').waitFor();
		await pool().getByLabel('状态').selectOption('待初审');
		await eventually(() => poolRow('茶市开秤').count()).toBe(0);
		await editor.reload({ waitUntil: 'networkidle' });
		expect(await pool().getByRole('listitem').count()).toBe(1);
		await pool().getByRole('button', { name: '清除筛选' }).click();
		await pool().getByLabel('最少字数').fill('9000');
		await pool().getByText('没有符合的稿件').waitFor();
		await pool().getByLabel('最少字数').fill('');
		await poolRow('茶市开秤').getByRole('button').click();
		await eventually(() => linesOn(4)).toEqual(['灯塔重修 副刊头条', '茶市开秤 副刊消息']);
	});
});

describe('a page', () => {
	it('gets slots by its menu: added, refused in words, changed, removed and brought back', async () => {
		await pageOf(2).getByRole('button', { name: '版面设置' }).click();
		await editor.getByRole('menuitem', { name: '加稿位' }).click();
		const dialog = editor.getByRole('dialog', { name: '2版 加稿位' });
		await dialog.getByRole('button', { name: '加稿位' }).click();
		await dialog.getByText('请写明这个稿位要什么稿').waitFor();
		await dialog.getByLabel('要什么稿').fill('天气');
		await dialog.getByLabel('计划字数').fill('120');
		await dialog.getByLabel('级别').selectOption('简讯');
		await expectNoAxeViolations(editor);
		await dialog.getByRole('button', { name: '加稿位' }).click();
		await slotRow('天气').waitFor();
		await take('稿位“天气”的设置', '改稿位');
		await editor.getByRole('dialog').getByLabel('要什么稿').fill('天气和潮汐');
		await editor.getByRole('dialog').getByRole('button', { name: '保存' }).click();
		await slotRow('天气和潮汐').waitFor();
		await take('稿位“天气和潮汐”的设置', '去掉稿位');
		await eventually(() => slotRow('天气和潮汐').count()).toBe(0);
		await undo('已去掉 2版稿位“天气和潮汐”');
		await slotRow('天气和潮汐').waitFor();
	});

	it('has a section, a deadline of its own and somebody who has it in hand', async () => {
		await pageOf(1).getByRole('button', { name: '版面设置' }).click();
		await editor.getByRole('menuitem', { name: '版名、付印时间和责任人' }).click();
		const dialog = editor.getByRole('dialog', { name: '1版 要闻' });
		await dialog.getByLabel('版组').fill('新闻');
		await dialog.getByLabel('付印时间').fill('2062-05-06T23:30');
		await dialog.getByRole('button', { name: '保存' }).click();
		await dialog.getByText('付印时间应在出版日之前 14 天到出版日当天之间').first().waitFor();
		await dialog.getByLabel('付印时间').fill('2031-05-06T23:30');
		await dialog.getByRole('button', { name: '保存' }).click();
		await pageOf(1).getByText('05-06 23:30 付印').waitFor();
		await pageOf(1).getByText('新闻', { exact: true }).waitFor();
		await pageOf(1).getByRole('button', { name: '接手这一版：1版' }).click();
		await pageOf(1).getByText(/负责$/).waitFor();
		await eventually(() => pageOf(1).getByRole('button', { name: '交出：1版' }).count()).toBe(1);
	});
});

describe('the deadline board', () => {
	it('tells where every page is, from a key', async () => {
		const errors = watchErrors(editor);
		await open(editor, `/desk/edition/${date}`);
		await editor.keyboard.press('b');
		await editor.waitForURL(`**/desk/edition/${date}/board`);
		const row = (no: number) => editor.getByRole('row', { name: new RegExp(`^${no} `) });
		await row(1).getByText('组版中').waitFor();
		await row(1)
			.getByText(/^还有 \d+ 天$/)
			.waitFor();
		await row(2).getByText('空着 1 个稿位').waitFor();
		await row(3).getByText('2 篇签完').waitFor();
		await row(4).getByText('没有人').waitFor();
		// Made up in the meantime, it comes by itself.
		await eventually(() =>
			row(4)
				.getByText(/^(空 \d+ 行|排满)$/)
				.count(),
		).toBe(1);
		await expectNoAxeViolations(editor);
		await editor.keyboard.press('f');
		await editor.getByRole('button', { name: '退出大屏' }).waitFor();
		expect(await editor.getByRole('navigation').first().isVisible()).toBe(false);
		await editor.keyboard.press('f');
		await editor.keyboard.press('Escape');
		await editor.waitForURL(`**/desk/edition/${date}`);
		expect(errors).toEqual([]);
	});

	it('shows by itself what somebody else has changed, but changes nothing under an open dialog', async () => {
		await open(editor, `/desk/edition/${date}`);
		await addSlot('别人加的一个稿位');
		await slotRow('别人加的一个稿位').waitFor();
		await take('期次设置', '统一付印时间');
		await editor.getByRole('dialog').waitFor();
		await addSlot('别人加的又一个稿位');
		await editor.waitForTimeout(6000);
		expect(await editor.getByText('别人加的又一个稿位').count()).toBe(0);
		await editor.keyboard.press('Escape');
		await slotRow('别人加的又一个稿位').waitFor();
	});

	it('says how to set deadlines where there are none', async () => {
		await take('期次设置', '统一付印时间');
		await editor.getByRole('dialog').getByLabel('付印时间').fill('');
		await editor.getByRole('dialog').getByRole('button', { name: '保存' }).click();
		await editor.getByText('各版不再有付印时间').first().waitFor();
		await open(editor, `/desk/edition/${date}/board`);
		await editor.getByText('这一期还没有付印时间').waitFor();
	});
});

it.each([
	{ width: 1440, height: 900, colorScheme: 'dark' },
	{ width: 820, height: 1100, colorScheme: 'light' },
	{ width: 390, height: 844, colorScheme: 'dark' },
] as const)('every screen holds at $width px, $colorScheme', async ({ width, height, colorScheme }) => {
	const storageState = await editor.context().storageState();
	const context = await browser.newContext({ viewport: { width, height }, colorScheme, storageState });
	const page = await context.newPage();
	for (const path of ['/desk/edition?month=2031-05', `/desk/edition/${date}`, `/desk/edition/${date}/board`]) {
		await open(page, path);
		await expectNoAxeViolations(page);
		expect([path, await overflowOf(page)]).toEqual([path, 0]);
	}
	await context.close();
});
