import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '@/lib/time';
import { expectNoAxeViolations, launchBrowser } from '../setup/browser';
import { eventually, overflowOf, signIn, watchErrors } from '../setup/desk';
import { endWriting, startServer, type TestServer, writeInto } from '../setup/server';

/** The demo's edition that is only planned: four pages. */
const date = addDays(dayOf(new Date()), 2);
const pages = [1, 2, 3, 4];

let server: TestServer;
let browser: Browser;
const people = new Map<string, Page>();
const at = (login: string): Page => {
	const page = people.get(login);
	if (!page) throw new Error(`${login} has not signed in`);
	return page;
};

beforeAll(async () => {
	server = await startServer();
	writeInto(server);
	await fillPages();
	browser = await launchBrowser();
	for (const login of ['banmian', 'jiaodui', 'zebian', 'zhuren', 'zongbian']) {
		people.set(login, await signIn(browser, server, login));
	}
});

afterAll(async () => {
	await browser?.close();
	await server?.stop();
	await endWriting();
});

/** One mistake is marked; the other is changed without anybody having asked for it. */
const wrong = '湖水清的见底，从北桥走到柳浦要两个小时。';
const right = '湖水清得见底，从北桥走到柳浦约两个小时。';

/** The people of the demo, as its seed has them. */
async function newsroom() {
	const { db } = await import('@/lib/db');
	const users = await db.user.findMany({ where: { disabledAt: null }, orderBy: { login: 'asc' } });
	const actor = (role: string) => {
		const user = users.find(({ roles }) => roles.includes(role as never));
		if (!user) throw new Error(`No ${role}`);
		return { ...user, userId: user.id, ip: '' };
	};
	const roles = ['reporter', 'desk_editor', 'department_head', 'chief_on_duty', 'page_editor', 'proofreader'];
	return { actors: Object.fromEntries(roles.map((role) => [role, actor(role)])) } as never;
}

/** A signed story with a mistake on every page; the first has one of the demo's too. */
async function fillPages(): Promise<void> {
	const { db } = await import('@/lib/db');
	const { signed } = await import('../factories');
	const { p } = await import('@/prisma/seed/story');
	const { placeArticle } = await import('@/lib/edition/write');
	const room = (await newsroom()) as Parameters<typeof signed>[0];
	const rows = await db.page.findMany({ where: { edition: { date: new Date(date) } }, orderBy: { no: 'asc' } });
	for (const { id, no } of rows) {
		const body = { type: 'doc' as const, content: [p(`第${no}版说，${wrong}`)] };
		const article = await signed(room, { headline: `第${no}版的湖`, body });
		await placeArticle(room.actors.page_editor, { articleId: article.id, pageId: id, priority: 2 });
	}
}

/** Rewrites a page's story and has it signed again. */
async function mend(no: number): Promise<void> {
	const { db } = await import('@/lib/db');
	const { saveArticle } = await import('@/lib/article/write');
	const { content } = await import('../factories');
	const { signThrice } = await import('@/prisma/seed/write-story');
	const { signSecond, signOffArticle } = await import('@/lib/workflow/write');
	const { p } = await import('@/prisma/seed/story');
	const room = (await newsroom()) as Parameters<typeof signThrice>[0];
	const { id, revision } = await db.article.findFirstOrThrow({ where: { current: { headline: `第${no}版的湖` } } });
	const body = { type: 'doc' as const, content: [p(`第${no}版说，${right}`)] };
	const change = { id, baseRevision: revision, requestId: crypto.randomUUID() };
	await saveArticle(room.actors.desk_editor, { ...change, content: content({ headline: `第${no}版的湖`, body }) });
	const seen = { id, revision: revision + 1 };
	const { state } = await db.article.findUniqueOrThrow({ where: { id } });
	if (state === 'submitted' || state === 'first_review') return signThrice(room, seen);
	if (state === 'second_review') await signSecond(room.actors.department_head, seen);
	if (state !== 'placed') await signOffArticle(room.actors.chief_on_duty, seen);
}

const proofPath = (no: number) => `/desk/edition/${date}/${no}/proof`;
const open = async (page: Page, no: number) => {
	await page.goto(server.url + proofPath(no), { waitUntil: 'networkidle' });
	await page.getByRole('heading', { level: 1, name: /校样$/ }).waitFor();
};
const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();
const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** 出样 and the signature of one reader. */
async function pull(no: number, name: RegExp): Promise<void> {
	await open(at('banmian'), no);
	await press(at('banmian'), name);
	await said(at('banmian'), /^已出第 \d+ 次样/);
}

async function sign(login: string, no: number, proof: string): Promise<void> {
	const page = at(login);
	await open(page, no);
	await page.keyboard.press('s');
	const dialog = page.getByRole('dialog', { name: new RegExp(`签 ${no}版 .* ${proof}`) });
	await dialog.getByRole('button', { name: `签${proof}` }).click();
	await said(page, `已签 ${no}版 ${proof}`);
}

/** Draws a mark by the form alone, as a keyboard does. */
async function mark(no: number, { kind, exact, becomes }: { kind: string; exact: string; becomes?: string }) {
	const page = at('jiaodui');
	const form = page.getByRole('form', { name: '画校对符号' });
	await form.getByLabel('符号').selectOption(kind);
	await form.getByLabel('稿件').selectOption(`第${no}版的湖`);
	const body = form.getByLabel('位置').locator('option', { hasText: '正文' }).first();
	await form.getByLabel('位置').selectOption((await body.getAttribute('value')) ?? '');
	await form.getByLabel('错处').fill(exact);
	if (becomes) await form.getByLabel('改成').fill(becomes);
	await form.getByRole('button', { name: '画上' }).click();
}

describe('four pages, from the first proof to readers', () => {
	it('teaches before anything was pulled, and freezes the first proof', async () => {
		const errors = watchErrors(at('banmian'));
		await open(at('banmian'), 1);
		await said(at('banmian'), '还没有出过样');
		await expectNoAxeViolations(at('banmian'));
		await at('banmian').keyboard.press('o');
		await said(at('banmian'), '已出第 1 次样');
		await at('banmian').locator('.sheet article').first().waitFor();
		for (const no of pages.slice(1)) await pull(no, /^出一校样/);
		expect(errors).toEqual([]);
	});

	it('takes a frame for a layout mark, drawn on the sheet or in numbers', async () => {
		const page = at('zhuren');
		await open(page, 2);
		const form = page.getByRole('form');
		await form.getByLabel('符号').selectOption('版式');
		await form.getByLabel('稿件').selectOption('整版、报头报眉');
		const area = page.locator('[data-drawing]');
		await area.scrollIntoViewIfNeeded();
		const { x, y, width, height } = (await area.boundingBox())!;
		// Over running text too.
		await page.mouse.move(x + width * 0.4, y + height * 0.25);
		await page.mouse.down();
		await page.mouse.move(x + width * 0.6, y + height * 0.3);
		await page.mouse.up();
		await form.getByRole('group', { name: '框出的地方' }).waitFor();
		expect(await form.getByLabel('从第几栏').inputValue()).toBe('3');
		await form.getByLabel('几栏宽').fill('3');
		await expectNoAxeViolations(page);
		await form.getByLabel('说明').fill('这里太空');
		await form.getByRole('button', { name: '画上' }).click();
		await said(page, /已画 ① 版式/);
		await form.getByRole('group', { name: '整个版' }).waitFor();
		await page.getByRole('button', { name: '撤销' }).click();
		await eventually(() => page.locator('#mark-1').count()).toBe(0);
	});

	it('is marked from the keyboard and by selecting words, and signed as it was read', async () => {
		const page = at('jiaodui');
		for (const no of pages) {
			await open(page, no);
			await mark(no, { kind: '改正', exact: '清的', becomes: '清得' });
			await said(page, '已画 ① 改正');
			await mark(no, { kind: '质疑', exact: '北桥' });
			await page.getByRole('alert').filter({ hasText: '请写明要问什么' }).first().waitFor();
			await page.getByRole('form').getByLabel('说明').fill('核实');
			await page.getByRole('form').getByRole('button', { name: '画上' }).click();
			await said(page, '已画 ② 质疑');
			await said(page, /差错率/);
			await sign('jiaodui', no, '一校');
		}
		await expectNoAxeViolations(page);
	});

	it('fills the form in from words that are selected on the sheet', async () => {
		const page = at('zhuren');
		await open(page, 2);
		const line = page.locator('.sheet .story', { hasText: '第2版的湖' }).locator('.ln').first();
		await line.evaluate((element) => {
			getSelection()?.setBaseAndExtent(element, 0, element, 2);
			document.dispatchEvent(new PointerEvent('pointerup'));
		});
		await eventually(() => page.getByRole('form').getByLabel('错处').inputValue()).toBe('第2');
	});

	it('sees what was mended in the next proof, and shows red what nobody asked for', async () => {
		for (const no of pages) {
			await mend(no);
			await pull(no, /^出二校样/);
			await said(at('banmian'), '已出第 2 次样，核红 1 处');
		}
		const page = at('zebian');
		await page.goto(`${server.url}${proofPath(2)}?v=2&against=1`, { waitUntil: 'networkidle' });
		await said(page, /其中 1 处无依据改动/);
		await said(page, '✓ 据 ①');
		expect(await page.locator('.sheet').count()).toBe(2);
		await expectNoAxeViolations(page);
		await page.keyboard.press('j');
		await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('change-1');
		await page.getByLabel('摆法').selectOption('叠看');
		await page.waitForURL('**view=over');
		await expectNoAxeViolations(page);
		await page.getByLabel('对红', { exact: true }).selectOption('不对红');
	});

	it('is not signed while a mark is neither done nor refused', async () => {
		for (const no of pages) {
			const page = at('zebian');
			await open(page, no);
			expect(await page.getByRole('button', { name: /^签二校/ }).count()).toBe(0);
			await press(page, /^② 不改/);
			const dialog = page.getByRole('dialog', { name: '② 不改' });
			await dialog.getByRole('button', { name: '不改', exact: true }).click();
			await dialog.getByText('请写明为什么不改').first().waitFor();
			await dialog.getByLabel('为什么不改').fill('记者走过，属实');
			await dialog.getByRole('button', { name: '不改', exact: true }).click();
			await said(page, /× 不改/);
			await sign('zebian', no, '二校');
		}
	});

	it('takes the third proof by a third person, the clean proof, and the lock with everything checked', async () => {
		for (const no of pages) {
			await pull(no, /^出三校样/);
			await sign('zhuren', no, '三校');
			await pull(no, /^出清样/);
			const chief = at('zongbian');
			await open(chief, no);
			await chief.keyboard.press('y');
			const dialog = chief.getByRole('dialog', { name: new RegExp(`付印 ${no}版`) });
			await dialog.getByText(/都已签发，与清样一字不差/).waitFor();
			await dialog.getByText(/责任行：责任编辑 .*校对 白露 林述 唐越/).waitFor();
			await dialog.getByLabel('留白的理由').fill('示例');
			if (no === 1) await expectNoAxeViolations(chief);
			await dialog.getByRole('button', { name: '付印', exact: true }).click();
			await said(chief, `${no}版已付印`);
		}
		await at('banmian').goto(`${server.url}/desk/edition/${date}`, { waitUntil: 'networkidle' });
		const heads = at('banmian').locator('section header');
		expect(await heads.getByText('已付印', { exact: true }).count()).toBe(4);
	});

	it('reaches readers as it was locked, all pages at once', async () => {
		const chief = at('zongbian');
		await chief.goto(`${server.url}/desk/edition/${date}`, { waitUntil: 'networkidle' });
		await chief.keyboard.press('p');
		const dialog = chief.getByRole('alertdialog');
		await dialog.getByRole('button', { name: '出版', exact: true }).click();
		await said(chief, /的报纸已出版/);
		for (const no of pages) {
			await eventually(async () => (await fetch(`${server.url}/paper/${date}/${no}`)).status).toBe(200);
			expect(await (await fetch(`${server.url}/paper/${date}/${no}`)).text()).toContain(`第${no}版的湖`);
		}
		const { db } = await import('@/lib/db');
		const versions = await db.pageVersion.groupBy({
			by: ['pageId'],
			where: { page: { edition: { date: new Date(date) } } },
			_count: { stage: true, published: true },
		});
		expect(versions.map(({ _count }) => [_count.stage, _count.published])).toEqual(pages.map(() => [4, 1]));
	});

	it.each([390, 820, 1440])('fits a window %d wide', async (width) => {
		const page = at('zebian');
		await page.setViewportSize({ width, height: 900 });
		await page.goto(`${server.url}${proofPath(1)}?v=2&against=1`, { waitUntil: 'networkidle' });
		expect(await overflowOf(page)).toBe(0);
	});
});
