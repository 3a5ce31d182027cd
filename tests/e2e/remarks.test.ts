import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptedBody, type Body, openSuggestions, plainText } from '@/lib/article/body';
import { expectNoAxeViolations, launchBrowser } from '../setup/browser';
import { eventually, overflowOf } from '../setup/desk';
import { startServer, type TestServer } from '../setup/server';
import { expectSaved, headline, openDesk, startArticle, text, write } from './editor-desk';

let browser: Browser;
let server: TestServer;
let database: pg.Client;
let reporter: Page;
let proofreader: Page;
let editor: Page;
let id: string;

beforeAll(async () => {
	server = await startServer({ database: 'demo' });
	browser = await launchBrowser();
	database = new pg.Client({ connectionString: server.databaseUrl });
	await database.connect();
	reporter = await openDesk(browser, server, 'jizhe');
	proofreader = await openDesk(browser, server, 'jiaodui');
	editor = await openDesk(browser, server, 'zebian');
});

afterAll(async () => {
	await database?.end();
	await browser?.close();
	await server?.stop();
});

const paragraphs = [
	'环湖步道昨天全线贯通，从北桥到柳浦走一圈要二个小时。',
	'家住柳浦的周师付说，现在能绕着湖走一圈了，很方便很方便。',
	'据介绍，下一步将完善夜间照明。',
];
/** The article as it stands in the database. */
async function stored(): Promise<{ state: string; body: Body }> {
	const { rows } = await database.query(
		`SELECT a.state, r.body FROM "Article" a JOIN "ArticleRevision" r ON r."articleId" = a.id AND r.number = a.revision
		WHERE a.id = $1`,
		[id],
	);
	return rows[0];
}
const stateNow = async () => (await stored()).state;
const bodyNow = async () => (await stored()).body;
const stands = async () => plainText(await bodyNow());
const wouldStand = async () => plainText(acceptedBody(await bodyNow()));
const panel = (page: Page) => page.getByRole('complementary', { name: '批注' });
const rows = (page: Page) => panel(page).getByRole('article');

/** Selects words of the text, as a pointer would. */
async function select(page: Page, words: string): Promise<void> {
	await text(page)
		.or(page.getByRole('document', { name: '正文' }))
		.evaluate((root, words) => {
			const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
			const nodes: Text[] = [];
			while (walker.nextNode()) nodes.push(walker.currentNode as Text);
			// Marks of the checks may stand in the midst of the words.
			const from = nodes
				.map(({ data }) => data)
				.join('')
				.indexOf(words);
			if (from < 0) throw new Error(`No ${words}`);
			const placeOf = (offset: number, isEnd: boolean): [Text, number] => {
				let left = offset;
				for (const node of nodes) {
					if (left < node.length || (isEnd && left === node.length)) return [node, left];
					left -= node.length;
				}
				throw new Error(`No place ${offset}`);
			};
			const range = document.createRange();
			range.setStart(...placeOf(from, false));
			range.setEnd(...placeOf(from + words.length, true));
			(root as HTMLElement).focus();
			getSelection()?.removeAllRanges();
			getSelection()?.addRange(range);
		}, words);
	// The surface hears of a selection with the next event of the browser.
	await page.waitForTimeout(100);
}

/** Commits Chinese through an input method, over what is selected. */
async function compose(page: Page, latin: string, han: string): Promise<void> {
	const session = await (page.context() as BrowserContext).newCDPSession(page);
	for (let length = 1; length <= latin.length; length++) {
		const typed = latin.slice(0, length);
		await session.send('Input.imeSetComposition', { text: typed, selectionStart: length, selectionEnd: length });
	}
	await session.send('Input.insertText', { text: han });
	await session.detach();
}

describe('suggestions', () => {
	it('a proofreader’s typing, striking, parting and composing change nothing that stands', async () => {
		id = await startArticle(reporter);
		await headline(reporter).fill('湖边得路修好了');
		for (const [index, paragraph] of paragraphs.entries()) {
			if (index > 0) await reporter.keyboard.press('Enter');
			await write(reporter, paragraph);
		}
		await expectSaved(reporter);
		await reporter.keyboard.press('Control+Shift+Enter');
		await eventually(stateNow).toBe('submitted');
		await reporter.goto('/desk/article');

		await proofreader.goto(`/desk/article/${id}`);
		await text(proofreader).waitFor();
		await select(proofreader, '二个');
		await proofreader.keyboard.type('两个');
		await select(proofreader, '付');
		await compose(proofreader, 'fu', '傅');
		await select(proofreader, '很方便很方便');
		await proofreader.keyboard.press('ArrowRight');
		for (let times = 0; times < 3; times++) await proofreader.keyboard.press('Backspace');
		await select(proofreader, '现在能');
		await proofreader.keyboard.press('ArrowLeft');
		// Two keys in one millisecond are no hand's.
		await eventually(() => proofreader.evaluate(() => getSelection()?.isCollapsed)).toBe(true);
		await proofreader.waitForTimeout(100);
		await proofreader.keyboard.press('Enter');
		await expectSaved(proofreader);

		await eventually(async () => openSuggestions(await bodyNow()).length).toBe(4);
		expect(await stands()).toBe(paragraphs.join('\n'));
		expect(await wouldStand()).toBe(
			[
				'环湖步道昨天全线贯通，从北桥到柳浦走一圈要两个小时。',
				'家住柳浦的周师傅说，\n现在能绕着湖走一圈了，很方便。',
				paragraphs[2],
			].join('\n'),
		);
		await proofreader.keyboard.press('Control+z');
		await expectSaved(proofreader);
		await eventually(async () => openSuggestions(await bodyNow()).length).toBe(3);
		await proofreader.keyboard.press('Control+Shift+z');
		await expectSaved(proofreader);
		await eventually(async () => openSuggestions(await bodyNow()).length).toBe(4);
	});

	it('a head is proposed for, since it is not written in suggestion mode', async () => {
		await proofreader.getByRole('group', { name: '批注、建议改' }).getByRole('button', { name: /主题/ }).click();
		await panel(proofreader).getByLabel('建议改为').fill('湖边的路修好了');
		await panel(proofreader).getByRole('textbox', { name: '批注', exact: true }).fill('“的”字');
		await panel(proofreader)
			.getByRole('button', { name: /提出建议/ })
			.click();
		await rows(proofreader).filter({ hasText: '建议改为' }).waitFor();
		await expectNoAxeViolations(proofreader);
		await proofreader.goto('/desk/article');
	});

	it('an editor takes one by a key, refuses one, then takes the rest at once and can take that back', async () => {
		await editor.goto(`/desk/article/${id}`);
		await text(editor).waitFor();
		await editor.keyboard.press('Control+Alt+7');
		await rows(editor).filter({ hasText: '湖边的路修好了' }).waitFor();
		expect(await rows(editor).allInnerTexts()).toEqual([
			expect.stringContaining('湖边的路修好了'),
			expect.stringContaining('“二个”改为“两个”'),
			expect.stringContaining('“付”改为“傅”'),
			expect.stringContaining('分段'),
			expect.stringContaining('删“很方便”'),
		]);
		await expectNoAxeViolations(editor);
		await rows(editor).nth(1).focus();
		await editor.keyboard.press('y');
		await eventually(stands).toContain('两个小时');
		await rows(editor).filter({ hasText: '删“很方便”' }).focus();
		await editor.keyboard.press('n');
		await eventually(async () => openSuggestions(await bodyNow()).length).toBe(2);
		expect(await stands()).toContain('很方便很方便');

		await panel(editor).getByRole('button', { name: '全部处理…' }).click();
		await editor.getByRole('menuitem', { name: /全部采纳/ }).click();
		await eventually(async () => openSuggestions(await bodyNow()).length).toBe(0);
		expect(await stands()).toContain('周师傅说，\n现在能');
		await editor.getByRole('button', { name: '撤销', exact: true }).last().click();
		await eventually(async () => openSuggestions(await bodyNow()).length).toBe(2);
		await text(editor).focus();
		await editor.keyboard.press('Control+Shift+z');
		await eventually(async () => openSuggestions(await bodyNow()).length).toBe(0);
		await expectSaved(editor);

		await rows(editor).filter({ hasText: '建议改为' }).getByRole('button', { name: '采纳', exact: true }).click();
		await eventually(() => headline(editor).inputValue()).toBe('湖边的路修好了');
		await eventually(() => rows(editor).count()).toBe(0);
		const { rows: marks } = await database.query(
			`SELECT concat(place, ' ', wrong, '→', "right") AS mark FROM "ProofMark" WHERE "articleId" = $1`,
			[id],
		);
		expect(marks.map(({ mark }) => mark)).toEqual(expect.arrayContaining(['body 二→两', 'body 付→傅', 'head 得→的']));
	});
});

describe('comments', () => {
	it('one that must be settled holds the signature; a person is called, answers, settles it', async () => {
		await select(editor, '夜间照明');
		await editor.keyboard.press('Control+Alt+m');
		const box = panel(editor).getByRole('textbox', { name: '批注', exact: true });
		await box.fill('完工时间请核实 ');
		await box.pressSequentially('@bailu');
		await panel(editor).getByRole('option', { name: /白露/ }).waitFor();
		await editor.keyboard.press('Enter');
		await expect.poll(() => box.inputValue()).toBe('完工时间请核实 @白露 ');
		await panel(editor).getByLabel('须处理，否则不能签').check();
		await box.press('Control+Enter');
		await rows(editor).filter({ hasText: '完工时间请核实' }).waitFor();
		expect(await text(editor).locator('[data-comment]').innerText()).toBe('夜间照明');

		// The words move, and the comment with them.
		await select(editor, '据介绍');
		await editor.keyboard.type('据市政部门介绍');
		await expectSaved(editor);
		expect(await text(editor).locator('[data-comment]').innerText()).toBe('夜间照明');
		await editor.getByRole('button', { name: /初审通过/ }).click();
		await editor
			.getByText(/须处理.*没有解决/)
			.first()
			.waitFor();
		await editor.goto('/desk/review');

		await proofreader.goto('/desk/review');
		await proofreader
			.getByRole('region', { name: /提到我的批注/ })
			.getByRole('link')
			.first()
			.click();
		await text(proofreader).waitFor();
		await proofreader.keyboard.press('Control+Alt+7');
		const thread = rows(proofreader).filter({ hasText: '完工时间请核实' });
		await thread.focus();
		await proofreader.keyboard.press('r');
		const answer = thread.getByRole('textbox');
		await expect.poll(() => answer.evaluate((field) => field === document.activeElement)).toBe(true);
		await answer.pressSequentially('市政部门确认，年底前。');
		await expect.poll(() => answer.inputValue()).toBe('市政部门确认，年底前。');
		await answer.press('Control+Enter');
		await thread.getByText('市政部门确认').waitFor();
		await proofreader.goto('/desk/article');

		await editor.goto(`/desk/article/${id}`);
		await text(editor).waitFor();
		const settled = rows(editor).filter({ hasText: '市政部门确认' });
		await settled.waitFor();
		expect(await text(editor).locator('[data-comment]').innerText()).toBe('夜间照明');
		await settled.focus();
		await editor.keyboard.press('e');
		await eventually(() => rows(editor).count()).toBe(0);

		// The words go while one answers what was said of them: the answer stays under one's hands.
		await select(editor, '家住柳浦');
		await editor.keyboard.press('Control+Alt+m');
		await box.fill('住在哪里？');
		await box.press('Control+Enter');
		const asked = rows(editor).filter({ hasText: '住在哪里' });
		const lost = panel(editor).getByRole('heading', { name: '原文已改动' });
		await asked.waitFor();
		await eventually(() => lost.count()).toBe(0);
		await asked.focus();
		await editor.keyboard.press('r');
		const reply = asked.getByRole('textbox');
		await reply.pressSequentially('柳浦');
		await select(editor, '家住柳浦');
		await editor.keyboard.press('Delete');
		await lost.waitFor();
		expect(await reply.inputValue()).toBe('柳浦');
		await reply.press('Escape');
		await asked.focus();
		await editor.keyboard.press('e');
		await eventually(() => rows(editor).count()).toBe(0);

		// The comma at which the suggestion parted the sentence is an error, which holds the signature as well.
		const sign = editor.getByRole('button', { name: /初审通过/ });
		await sign.click();
		await editor
			.getByText(/检查发现 1 处错误还没有处理/)
			.first()
			.waitFor();
		await select(editor, '现在能绕');
		await editor.keyboard.press('ArrowLeft');
		// Of the caret's new place the surface hears like of a selection.
		await editor.waitForTimeout(100);
		await editor.keyboard.press('Backspace');
		await eventually(stands).toContain('说，现在能绕');
		await expectSaved(editor);
		await sign.click();
		await eventually(stateNow).toBe('second_review');
	});

	it('are legible in the dark and on a phone', async () => {
		// Who writes last gives the text up.
		await editor.goto('/desk/article');
		await proofreader.emulateMedia({ colorScheme: 'dark' });
		await proofreader.goto(`/desk/article/${id}`);
		await text(proofreader).waitFor();
		await select(proofreader, '全线');
		await proofreader.keyboard.type('全部');
		await proofreader.keyboard.press('Control+Alt+7');
		await rows(proofreader).first().waitFor();
		await expectNoAxeViolations(proofreader);
		await proofreader.setViewportSize({ width: 390, height: 844 });
		expect(await overflowOf(proofreader)).toBe(0);
	});
});
