import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Body } from '@/lib/article/body';
import { plainText } from '@/lib/article/body';
import { openProxy } from '@/proof/fault-proxy';
import { docxOf, para, wordStyles } from '../docx-file';
import { expectNoAxeViolations, launchBrowser } from '../setup/browser';
import { startServer, type TestServer } from '../setup/server';
import {
	dropOnWindow,
	expectSaved,
	expectState,
	giveFiles,
	headline,
	newDeskPage,
	openDesk,
	pasteHtml,
	pictureBytes,
	startArticle,
	text,
	write,
} from './editor-desk';

let server: TestServer;
let browser: Browser;
let database: pg.Client;
let desk: BrowserContext;
/** A fresh page of the reporter's for each test. */
let writer: Page;

beforeAll(async () => {
	server = await startServer({ database: 'demo' });
	browser = await launchBrowser();
	database = new pg.Client({ connectionString: server.databaseUrl });
	await database.connect();
	desk = (await openDesk(browser, server, 'jizhe')).context();
});

beforeEach(async () => {
	writer = await newDeskPage(desk);
});

afterEach(async () => {
	await writer.close();
});

afterAll(async () => {
	await database?.end();
	await browser?.close();
	await server?.stop();
});

interface Stored {
	revision: number;
	state: string;
	headline: string;
	body: Body;
	requests: number;
}

/** The article as it stands in the database. */
async function stored(id: string): Promise<Stored> {
	const { rows } = await database.query(
		`SELECT a.revision, a.state, r.headline, r.body,
			(SELECT count(DISTINCT "requestId")::int FROM "ArticleRevision" WHERE "articleId" = a.id) AS requests
		FROM "Article" a JOIN "ArticleRevision" r ON r."articleId" = a.id AND r.number = a.revision WHERE a.id = $1`,
		[id],
	);
	return rows[0];
}

const storedText = async (id: string) => plainText((await stored(id)).body);

/** The desk editor takes the article over, writes at its end, and leaves. */
async function somebodyElseWrites(id: string, words: string): Promise<void> {
	const editor = await openDesk(browser, server, 'zebian');
	await editor.goto(`/desk/article/${id}`);
	await editor.getByRole('button', { name: '强行接手' }).click();
	await editor.getByRole('alertdialog').getByRole('button', { name: '强行接手' }).click();
	await text(editor).waitFor();
	await write(editor, words);
	await expectSaved(editor);
	await editor.goto('/desk/article');
	// Who comes back before he has left is told that it was taken from him.
	const written = () => database.query('SELECT 1 FROM "ArticleLock" WHERE "articleId" = $1', [id]);
	await expect.poll(() => written().then(({ rowCount }) => rowCount)).toBe(0);
	await editor.context().close();
}

/** Kills the page's process. */
async function crash(page: Page): Promise<void> {
	const crashed = page.waitForEvent('crash');
	const session = await page.context().newCDPSession(page);
	// The dead give no answer.
	void session.send('Page.crash').catch(() => {});
	await crashed;
}

describe('saving', () => {
	it('saves by itself what is typed, and says when', async () => {
		const id = await startArticle(writer);
		await headline(writer).fill('湖边的路修好了');
		await headline(writer).press('End');
		await headline(writer).press('Enter');
		await writer.keyboard.type('走一圈两小时');
		await write(writer, '环湖步道昨天全线贯通。');
		await expectSaved(writer);
		expect(await stored(id)).toMatchObject({ headline: '湖边的路修好了\n走一圈两小时', state: 'draft' });
		expect(await storedText(id)).toBe('环湖步道昨天全线贯通。');
		await expectNoAxeViolations(writer);
	});

	it('loses nothing to a reload in the middle of typing', async () => {
		const id = await startArticle(writer);
		await write(writer, '第一句已经存了。');
		await expectSaved(writer);
		await write(writer, '第二句还没有存，');
		await writer.reload();
		await text(writer).waitFor();
		expect(await text(writer).innerText()).toBe('第一句已经存了。第二句还没有存，');
		await expectSaved(writer);
		expect(await storedText(id)).toBe('第一句已经存了。第二句还没有存，');
	});

	it('loses nothing to a page that is left for another before it was saved', async () => {
		const id = await startArticle(writer);
		await write(writer, '写完就走。');
		await writer.getByRole('navigation', { name: '采编' }).getByRole('link', { name: '稿件', exact: true }).click();
		await writer.waitForURL(/\/desk\/article$/);
		await expect.poll(() => storedText(id)).toBe('写完就走。');
		await writer.goto(`/desk/article/${id}`);
		expect(await text(writer).innerText()).toBe('写完就走。');
		await expectSaved(writer);
	});

	it('goes on without a database, keeps the text here, and saves it when it is back', async () => {
		const id = await startArticle(writer);
		await write(writer, '先写一句。');
		await expectSaved(writer);
		await server.cutDatabase();
		await write(writer, '数据库停了还在写。');
		await expectState(writer, /^未保存：.*已存在本机$/, 20_000);
		await writer.waitForTimeout(3000);
		await write(writer, '再写一句。');
		await server.mendDatabase();
		await expectSaved(writer);
		expect(await storedText(id)).toBe('先写一句。数据库停了还在写。再写一句。');
		expect(await stored(id)).toMatchObject({ requests: (await stored(id)).revision });
	});

	it('survives the death of the page while nothing gets through', async () => {
		const doomed = await openDesk(browser, server, 'jizhe');
		const id = await startArticle(doomed);
		await write(doomed, '存过的。');
		await expectSaved(doomed);
		await doomed.route('**/api/article/**', (route) => route.abort());
		await write(doomed, '没有存上的。');
		await expectState(doomed, /^未保存：.*已存在本机$/);
		// Not closed: a page that is closed in order makes a last attempt to save.
		await crash(doomed);
		const page = await newDeskPage(doomed.context());
		await page.goto(`/desk/article/${id}`);
		await text(page).waitFor();
		expect(await text(page).innerText()).toBe('存过的。没有存上的。');
		await page.getByText('已恢复本机在').waitFor();
		await expectSaved(page);
		expect(await storedText(id)).toBe('存过的。没有存上的。');
		await page.getByRole('button', { name: '撤销' }).click();
		expect(await text(page).innerText()).toBe('存过的。');
	});

	it('says that it is offline, and saves by itself when it is back', async () => {
		await startArticle(writer);
		await desk.setOffline(true);
		await write(writer, '断网时写的。');
		await expectState(writer, /^未保存：离线，已存在本机$/);
		await desk.setOffline(false);
		await expectSaved(writer);
	});

	it('keeps a request’s id when its answer was lost: one revision, no conflict with itself', async () => {
		const id = await startArticle(writer);
		let lose = true;
		await writer.route('**/api/article/**', async (route) => {
			const response = await route.fetch();
			if (lose) await route.abort();
			else await route.fulfill({ response });
		});
		await write(writer, '答复丢了。');
		await expectState(writer, /^未保存/);
		await write(writer, '接着写。');
		lose = false;
		await expectSaved(writer);
		await writer.unroute('**/api/article/**');
		expect(await storedText(id)).toBe('答复丢了。接着写。');
		const { revision, requests } = await stored(id);
		expect(requests).toBe(revision);
	});

	it('asks to sign in again in another tab, and goes on from there', async () => {
		await startArticle(writer);
		await writer.route('**/api/article/**', (route) =>
			route.fulfill({ status: 401, json: { code: 'signed-out', message: '' } }),
		);
		await write(writer, '登录过期。');
		await expectState(writer, /^未保存：登录已失效，已存在本机$/);
		await expect(writer.getByRole('link', { name: '在新标签页登录' }).getAttribute('href')).resolves.toMatch(
			/^\/login/,
		);
		await writer.unroute('**/api/article/**');
		await writer.getByRole('button', { name: '已登录，继续保存' }).click();
		await expectSaved(writer);
	});

	it('lays two versions of one paragraph side by side, and merges as chosen', async () => {
		const line = await openProxy(server.url);
		const writer = await openDesk(browser, { ...server, url: line.url }, 'jizhe');
		const id = await startArticle(writer);
		await write(writer, '共同的一段。');
		await writer.keyboard.press('Enter');
		await writer.keyboard.type('原来的第二段。');
		await expectSaved(writer);
		await line.cut();
		await headline(writer).fill('我的标题');
		await write(writer, '记者加的。');
		await somebodyElseWrites(id, '编辑加的。');
		await line.mend();
		await expectState(writer, /^有冲突：林述/);
		const dialog = writer.getByRole('dialog', { name: '这篇稿件有两个版本' });
		await dialog.waitFor();
		await expectNoAxeViolations(writer);
		await dialog.getByRole('radio', { name: '两段都要' }).check();
		await dialog.getByRole('button', { name: '按所选合并保存' }).click();
		await expectSaved(writer);
		expect(await storedText(id)).toBe('共同的一段。\n原来的第二段。记者加的。\n原来的第二段。编辑加的。');
		expect(await stored(id)).toMatchObject({ headline: '我的标题' });
		await writer.context().close();
		await line.close();
	});

	it('lets the writer put a conflict off and loses neither side', async () => {
		const line = await openProxy(server.url);
		const writer = await openDesk(browser, { ...server, url: line.url }, 'jizhe');
		const id = await startArticle(writer);
		await write(writer, '一。');
		await expectSaved(writer);
		await line.cut();
		await write(writer, '我的。');
		await somebodyElseWrites(id, '编辑的。');
		await line.mend();
		await writer.getByRole('button', { name: '先不处理，继续写' }).click();
		await write(writer, '还在写。');
		await writer.waitForTimeout(1500);
		await writer.reload();
		await writer.getByRole('button', { name: '全用对方的' }).click();
		await expectSaved(writer);
		expect(await text(writer).innerText()).toBe('一。编辑的。');
		expect(await storedText(id)).toBe('一。编辑的。');
		await writer.context().close();
		await line.close();
	});
});

describe('an input method', () => {
	it('is never saved in the middle of a word, and its words arrive whole', async () => {
		const id = await startArticle(writer);
		const session = await desk.newCDPSession(writer);
		const sent: string[] = [];
		writer.on('request', (request) => {
			if (request.method() === 'PUT') sent.push(plainText(JSON.parse(request.postData() ?? '').content.body));
		});
		await write(writer, '开头');
		for (const letters of ['h', 'hu', 'hub', 'hubu', 'hubud', 'hubudao']) {
			await session.send('Input.imeSetComposition', { text: letters, selectionStart: 7, selectionEnd: 7 });
			await writer.waitForTimeout(100);
		}
		await writer.waitForTimeout(6000);
		expect(sent.filter((content) => /[a-z]/.test(content))).toEqual([]);
		await session.send('Input.insertText', { text: '湖步道' });
		await expectSaved(writer);
		expect(await storedText(id)).toBe('开头湖步道');
		expect(sent.filter((content) => /[a-z]/.test(content))).toEqual([]);
	});
});

describe('pictures', () => {
	it('come by button, drop and paste, in order, with their words', async () => {
		const id = await startArticle(writer);
		await write(writer, '第一段。');
		const chooser = writer.waitForEvent('filechooser');
		await writer.getByRole('button', { name: '图片', exact: true }).click();
		const files = await Promise.all([1, 2, 3].map((n) => pictureBytes(writer, 600 + n, 400)));
		await (await chooser).setFiles(
			files.map((buffer, index) => ({ name: `${index + 1}.jpg`, mimeType: 'image/jpeg', buffer })),
		);
		await expect.poll(() => writer.locator('figure img').count(), { timeout: 20_000 }).toBe(3);
		await giveFiles(writer, 'drop', [
			{ name: '拖.jpg', type: 'image/jpeg', bytes: await pictureBytes(writer, 700, 300) },
		]);
		await expect.poll(() => writer.locator('figure img').count(), { timeout: 20_000 }).toBe(4);
		await write(writer, '最后一段。');
		await giveFiles(writer, 'paste', [
			{ name: 'image.png', type: 'image/png', bytes: await pictureBytes(writer, 300, 300) },
		]);
		await expect.poll(() => writer.locator('figure img').count(), { timeout: 20_000 }).toBe(5);
		await writer.getByLabel('图说').last().fill('贴进来的图');
		await writer.getByLabel('替代文字').last().fill('一张黑白图');
		await expectSaved(writer);
		const { content } = (await stored(id)).body;
		const widths = await Promise.all(
			content.flatMap((block) =>
				block.type === 'figure'
					? database.query('SELECT width FROM "MediaAsset" WHERE id = $1', [block.attrs.media])
					: [],
			),
		);
		expect(widths.map(({ rows }) => rows[0].width)).toEqual([700, 601, 602, 603, 300]);
		expect(content.at(-1)).toMatchObject({ attrs: { caption: '贴进来的图', alt: '一张黑白图' } });
		await writer.reload();
		await text(writer).waitFor();
		await expect
			.poll(() =>
				writer.locator('figure img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth > 0)),
			)
			.toEqual([true, true, true, true, true]);
		await expectNoAxeViolations(writer);
	});

	it('that cannot be taken say why, and leave the text alone', async () => {
		const id = await startArticle(writer);
		await write(writer, '文字不受影响。');
		await giveFiles(writer, 'drop', [
			{ name: '假.jpg', type: 'image/jpeg', bytes: Buffer.from('不是图片') },
			{ name: '大.jpg', type: 'image/jpeg', bytes: await pictureBytes(writer, 90, 60, 20 * 1024 * 1024) },
		]);
		await writer.getByText('这不是图片文件').waitFor();
		await writer.getByText('图片最大 20 MB').waitFor();
		await write(writer, '接着写。');
		await expectSaved(writer);
		expect(await storedText(id)).toBe('文字不受影响。接着写。');
		await writer.getByRole('button', { name: '知道了' }).first().click();
		await writer.getByRole('button', { name: '知道了' }).click();
		expect(await writer.locator('[data-upload-slot]').count()).toBe(0);
	});

	it('may be as large as the limit says', async () => {
		await startArticle(writer);
		const bytes = await pictureBytes(writer, 91, 60, 12 * 1024 * 1024);
		await giveFiles(writer, 'drop', [{ name: '12MB.jpg', type: 'image/jpeg', bytes }]);
		await writer.locator('figure img').waitFor({ timeout: 20_000 });
	});
});

describe('pasting', () => {
	it('keeps the words and the trade’s blocks, and nothing else', async () => {
		const id = await startArticle(writer);
		await text(writer).click();
		await pasteHtml(
			writer,
			`<h1 style="color:red">题</h1><p class="MsoNormal" style="color:red"><span style="font-weight:bold">粗</span><i>斜</i>
			<a href="javascript:alert(1)">坏</a><a href="https://example.org/">好</a></p>
			<blockquote><p>引一</p><p>引二</p></blockquote><img src="https://elsewhere.example/a.png"><script>alert(1)</script>
			<b style="font-weight:normal"><p>不粗</p></b><table><tr><th width="9">头</th></tr><tr><td style="width:1px">格</td></tr></table>`,
		);
		await writer
			.getByRole('list', { name: '图片上传' })
			.getByText(/连不上图片所在的网站|秒内没有取到/)
			.waitFor();
		await writer.getByText('没有带过来：a.png').waitFor();
		await writer.getByRole('button', { name: '知道了' }).click();
		await expectSaved(writer);
		const { content } = (await stored(id)).body;
		expect(content.map((block) => block.type)).toEqual([
			'subhead',
			'paragraph',
			'pullQuote',
			'pullQuote',
			'paragraph',
			'table',
		]);
		expect(content[1]).toEqual({
			type: 'paragraph',
			content: [
				{ type: 'text', text: '粗', marks: [{ type: 'bold' }] },
				{ type: 'text', text: '斜坏' },
				{ type: 'text', text: '好', marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }] },
			],
		});
	});

	it('brings a Word text with its picture, offers wide marks and takes them back; a document dropped is a draft', async () => {
		const id = await startArticle(writer);
		await text(writer).click();
		const file = 'file:///C:/Temp/msohtmlclip1/01/clip_image002.jpg';
		const hex = (await pictureBytes(writer, 320, 200)).toString('hex');
		await pasteHtml(
			writer,
			`<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
			<p class=MsoNormal style='text-indent:21.0pt'>水位涨了,路通了.<span lang=EN-US><o:p></o:p></span></p>
			<p class=MsoNormal><![if !vml]><img src="${file}" alt="码头"><![endif]></p>
			<p class=MsoCaption>图：清晨的码头。（程野 摄）</p><p class=MsoNormal>全长10.8公里,见https://a.b/c,d</p><!--EndFragment--></body></html>`,
			`{\\rtf1{\\*\\shppict{\\pict\\jpegblip{\\*\\blipuid 0123456789abcdef0123456789abcdef}${hex}}}}`,
		);
		await writer.getByText('检测到半角标点 3 处。').waitFor();
		await writer.locator('figure img').waitFor({ timeout: 20_000 });
		await expectNoAxeViolations(writer);
		await writer.getByRole('button', { name: '转为全角' }).click();
		await expectSaved(writer);
		expect(await storedText(id)).toBe('水位涨了，路通了。\n清晨的码头。\n程野 摄\n全长10.8公里，见https://a.b/c,d');
		await writer.getByRole('button', { name: '撤销' }).click();
		await expect.poll(() => storedText(id)).toContain('水位涨了,路通了.');

		await writer.goto('/desk/article');
		await writer.getByRole('button', { name: '导入…' }).waitFor();
		const heading = para('湖边的路修好了', { look: '<w:pStyle w:val="a3"/>' });
		const document = docxOf({
			styles: wordStyles,
			body: heading + para('本报讯（记者 沈知远）环湖步道昨天全线贯通。'),
		});
		await dropOnWindow(writer, '步道.docx', document);
		const dialog = writer.getByRole('dialog', { name: '导入文件' });
		await dialog.getByText('导入了 1 篇草稿').waitFor({ timeout: 20_000 });
		await expectNoAxeViolations(writer);
		await dialog.getByRole('link', { name: '《湖边的路修好了》' }).click();
		await text(writer).waitFor();
		expect(await headline(writer).inputValue()).toBe('湖边的路修好了');
		expect(await text(writer).innerText()).toBe('环湖步道昨天全线贯通。');
	});
});

describe('keys alone', () => {
	it('write an article with blocks, byline and dateline', async () => {
		const id = await startArticle(writer);
		await headline(writer).focus();
		await writer.keyboard.type('一条步道');
		await writer.keyboard.press('Tab');
		await writer.keyboard.press('Tab');
		await writer.keyboard.press('Enter');
		await writer.getByLabel('第 1 人的姓名').focus();
		await writer.keyboard.type('shen');
		await writer.getByRole('option', { name: /沈知远/ }).waitFor();
		await writer.keyboard.press('ArrowDown');
		await writer.keyboard.press('Enter');
		await writer.getByText('已关联记者').waitFor();
		await writer.getByRole('button', { name: /^填入/ }).focus();
		await writer.keyboard.press('Enter');
		await text(writer).focus();
		await writer.keyboard.type('开头。');
		await writer.keyboard.press('Enter');
		await writer.keyboard.press('Control+Alt+1');
		await writer.keyboard.type('小标题');
		await writer.keyboard.press('Enter');
		await writer.keyboard.press('Control+Alt+2');
		await writer.keyboard.type('多长？');
		await writer.keyboard.press('Enter');
		await writer.keyboard.type('十公里。');
		await writer.keyboard.press('Alt+F10');
		await writer.keyboard.press('ArrowRight');
		expect(await writer.evaluate(() => document.activeElement?.textContent)).toMatch(/^小标题/);
		await writer.keyboard.press('Escape');
		await writer.keyboard.press('Control+s');
		await expectSaved(writer);
		const { body } = await stored(id);
		expect(body.content.map((block) => block.type)).toEqual(['paragraph', 'subhead', 'question', 'answer']);
		const { rows } = await database.query(
			`SELECT r.dateline, b.name, b."reporterId" FROM "ArticleRevision" r JOIN "Byline" b ON b."revisionId" = r.id
			WHERE r."articleId" = $1 ORDER BY r.number DESC LIMIT 1`,
			[id],
		);
		expect(rows[0]).toMatchObject({
			dateline: '本报讯（记者 沈知远）',
			name: '沈知远',
			reporterId: expect.any(String),
		});
	});
});

describe('tables and links', () => {
	it('are made with the tools, and saved as the body knows them', async () => {
		const id = await startArticle(writer);
		await text(writer).click();
		const tools = writer.getByRole('toolbar', { name: '正文格式' });
		await tools.getByRole('button', { name: '表格' }).click();
		await writer.keyboard.type('路段');
		await writer.keyboard.press('Tab');
		await writer.keyboard.type('公里');
		await tools.getByRole('button', { name: '下方插行' }).click();
		await writer.keyboard.press('Tab');
		await tools.getByRole('button', { name: '删列' }).click();
		await text(writer).locator('> p').last().click();
		await writer.keyboard.type('看地图');
		await writer.keyboard.press('Shift+Home');
		await writer.keyboard.press('Control+Shift+K');
		await writer.getByLabel('地址').fill('javascript:alert(1)');
		await writer.keyboard.press('Enter');
		await writer.getByText('链接要以').waitFor();
		await writer.getByLabel('地址').fill('example.org/ditu');
		await writer.keyboard.press('Enter');
		await expectSaved(writer);
		const { content } = (await stored(id)).body;
		const table = content.find((block) => block.type === 'table');
		expect(table?.content.map((row) => row.content.map((cell) => cell.type))).toEqual([
			['tableHeader', 'tableHeader'],
			['tableCell', 'tableCell'],
			['tableCell', 'tableCell'],
			['tableCell', 'tableCell'],
		]);
		expect(plainText({ content: table ? [table] : [] }).trim()).toBe('路段\n公里'.trim());
		expect(content.at(-1)).toEqual({
			type: 'paragraph',
			content: [
				{ type: 'text', text: '看地图', marks: [{ type: 'link', attrs: { href: 'https://example.org/ditu' } }] },
			],
		});
	});
});

describe('acts', () => {
	it('carry what is on the screen, and go round: submit, return with a note, submit, sign off', async () => {
		const id = await startArticle(writer);
		const name = '审稿走一圈';
		await headline(writer).fill(name);
		await write(writer, '送审前的最后一句。');
		const act = async (page: Page, verb: string) => {
			await page.getByRole('button', { name: verb, exact: false }).first().click();
			await page.getByText(`已${verb}《${name}》`).first().waitFor();
		};
		// Who had the place before may be on his way out still.
		const takesPlace = async (page: Page) => {
			const free = page.getByRole('button', { name: '我来写' });
			await text(page).or(free).first().waitFor();
			if (await free.isVisible()) await free.click();
			await text(page).waitFor();
		};
		await act(writer, '送审');
		expect(await stored(id)).toMatchObject({ state: 'submitted' });
		expect(await storedText(id)).toBe('送审前的最后一句。');

		const desk = await openDesk(browser, server, 'zebian');
		await desk.goto(`/desk/article/${id}`);
		await text(desk).waitFor();
		await desk.getByRole('button', { name: '退稿' }).click();
		await expectNoAxeViolations(desk);
		await desk.getByLabel('退稿原因').selectOption('事实待核');
		await desk.getByLabel('意见').fill('请补上长度。');
		await desk.getByRole('dialog').getByRole('button', { name: '退稿' }).click();
		await desk.getByText(`已退稿《${name}》`).first().waitFor();
		// He has left the writer's place.
		await desk.getByText('只读').waitFor();

		await writer.reload();
		await writer.getByText(/林述 .* 退稿（事实待核）：请补上长度。/).waitFor();
		await takesPlace(writer);
		await write(writer, '全长十公里。');
		await act(writer, '送审');
		await desk.reload();
		await act(desk, '初审通过');
		const head = await openDesk(browser, server, 'zhuren');
		await head.goto(`/desk/article/${id}`);
		await text(head).waitFor();
		await act(head, '复审通过');
		const chief = await openDesk(browser, server, 'zongbian');
		await chief.goto(`/desk/article/${id}`);
		await text(chief).waitFor();
		await act(chief, '签发');
		expect(await stored(id)).toMatchObject({ state: 'signed_off' });
		expect(await storedText(id)).toBe('送审前的最后一句。全长十公里。');

		const proofreader = await openDesk(browser, server, 'jiaodui');
		await proofreader.goto(`/desk/article/${id}`);
		// A proofreader suggests and changes nothing.
		await proofreader.getByText('您的改动都是建议，由编辑采纳').waitFor();
		await proofreader.getByText('全长十公里').waitFor();
		await expectNoAxeViolations(proofreader);
		// Who leaves the page leaves the writer's place.
		await proofreader.goto('/desk/article');
		for (const page of [proofreader, head, chief]) await page.context().close();

		await writer.reload();
		await writer.getByText('只读').waitFor();
		await desk.reload();
		await takesPlace(desk);
		await desk.getByText('改动一个字，就要重新签发').waitFor();
		await write(desk, '又改了。');
		await expectSaved(desk);
		await desk.getByText('待复审', { exact: true }).first().waitFor();
		expect(await stored(id)).toMatchObject({ state: 'second_review' });
		await desk.context().close();
	});

	it('do not happen while words are unsaved', async () => {
		const id = await startArticle(writer);
		await headline(writer).fill('没有存上');
		await write(writer, '一。');
		await expectSaved(writer);
		await writer.route('**/api/article/**', (route) => route.abort());
		await write(writer, '二。');
		await writer.keyboard.press('Control+Shift+Enter');
		await writer.getByText('还有文字没有保存到服务器').first().waitFor();
		expect(await stored(id)).toMatchObject({ state: 'draft' });
		await writer.unroute('**/api/article/**');
		await expectSaved(writer);
	});
});

describe('the door that saves', () => {
	it('opens to our own pages and people only, and says what is wrong', async () => {
		const id = await startArticle(writer);
		const put = (headers: Record<string, string>, body: string) =>
			fetch(`${server.url}/api/article/${id}`, { method: 'PUT', headers, body });
		const { cookies } = await desk.storageState();
		const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
		const origin = server.url;
		expect((await put({ origin }, '{}')).status).toBe(401);
		expect((await put({ cookie }, '{}')).status).toBe(403);
		expect((await put({ cookie, origin: 'https://evil.example' }, '{}')).status).toBe(403);
		expect((await put({ cookie, 'sec-fetch-site': 'cross-site', origin }, '{}')).status).toBe(403);
		expect((await put({ cookie, origin }, '{}')).status).toBe(422);
		expect((await put({ cookie, origin }, 'no json')).status).toBe(422);
		expect((await put({ cookie, origin }, ' '.repeat(1_000_001))).status).toBe(413);
		const content = { body: { type: 'doc', content: [{ type: 'paragraph' }] }, headline: '从门里进' };
		const save = (requestId: string, baseRevision: number) =>
			put({ cookie, origin }, JSON.stringify({ requestId, baseRevision, content }));
		const requestId = crypto.randomUUID();
		expect(await (await save(requestId, 1)).json()).toMatchObject({ revision: 2, words: 0, state: 'draft' });
		expect(await (await save(requestId, 1)).json()).toMatchObject({ revision: 2 });
		const stale = await save(crypto.randomUUID(), 1);
		expect(stale.status).toBe(409);
		expect(await stale.json()).toMatchObject({
			code: 'stale',
			theirs: { revision: 2, actorName: '沈知远', content: { headline: '从门里进' } },
		});
	});

	it('shows pictures to the newsroom only', async () => {
		const { rows } = await database.query('SELECT id FROM "MediaAsset" LIMIT 1');
		const path = `${server.url}/api/media/${rows[0].id}/480`;
		expect((await fetch(path)).status).toBe(401);
		const { cookies } = await desk.storageState();
		const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
		const answer = await fetch(path, { headers: { cookie } });
		expect(answer.headers.get('cache-control')).toMatch(/^private/);
		expect(answer.headers.get('content-type')).toBe('image/webp');
		const again = await fetch(path, { headers: { cookie, 'if-none-match': answer.headers.get('etag') ?? '' } });
		expect(again.status).toBe(304);
	});
});
