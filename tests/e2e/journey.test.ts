import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '@/prisma/seed/newsroom';
import { expectNoAxeViolations, launchBrowser, openPage } from '../setup/browser';
import { startServer, type TestServer } from '../setup/server';

/**
 * The whole way of a story, from the first word to the reader and back for a typo, each person at an own keyboard and
 * nobody with a mouse.
 */
describe('write → submit → sign off → place → publish → read → correct → read again', () => {
	/** The first free day, as the desk proposes it. */
	let date = '';
	let server: TestServer;
	let browser: Browser;
	const people = new Map<string, Page>();
	let articlePath = '';

	beforeAll(async () => {
		server = await startServer({ database: 'demo' });
		browser = await launchBrowser();
		for (const login of ['jizhe', 'zebian', 'zhuren', 'zongbian', 'banmian', 'jiaodui'])
			people.set(login, await signIn(login));
	}, 120_000);

	afterAll(async () => {
		await browser?.close();
		await server?.stop();
	});

	const at = (login: string): Page => {
		const page = people.get(login);
		if (!page) throw new Error(`Nobody signed in as ${login}`);
		return page;
	};

	async function signIn(login: string): Promise<Page> {
		const page = await openPage(browser, { viewport: { width: 1440, height: 900 } });
		await page.goto(`${server.url}/desk/article`);
		await tabTo(page, page.getByLabel('账号'));
		await page.keyboard.type(login);
		await tabTo(page, page.getByLabel('密码', { exact: true }));
		await page.keyboard.type(demoPassword);
		await page.keyboard.press('Enter');
		await page.waitForURL('**/desk/article');
		await page.getByRole('heading', { name: '稿件', level: 1 }).waitFor();
		return page;
	}

	it('a reporter writes it and sends it for review', async () => {
		const page = at('jizhe');
		await page.keyboard.press('n');
		await page.waitForURL(/\/desk\/article\/[0-9a-z]{12}$/);
		articlePath = new URL(page.url()).pathname;
		await tabTo(page, page.getByRole('textbox', { name: '主题', exact: true }));
		await page.keyboard.type('渔港的灯');
		await page.keyboard.press('Enter');
		await page.keyboard.type('亮到天明');
		await tabTo(page, page.getByRole('textbox', { name: '正文' }));
		await page.keyboard.type('昨夜十一点，芦塘渔港的最后一戋灯还亮着。');
		await page.keyboard.press('Enter');
		await page.keyboard.type('守灯人老许说，灯在，船就找得到家。');
		await page.getByText(/^已保存/).waitFor();
		await expectNoAxeViolations(page);
		await doMainAct(page, '送审');
		await page.getByText('待初审', { exact: true }).first().waitFor();
	});

	it('three people find it in the list, each in his stage, and sign it', async () => {
		const signers = [
			['zebian', 'submitted', '初审通过', '待复审'],
			['zhuren', 'second_review', '复审通过', '待终审'],
			['zongbian', 'final_review', '签发', '已签发'],
		] as const;
		for (const [login, state, verb, after] of signers) {
			const page = at(login);
			await page.goto(`${server.url}/desk/article?state=${state}`);
			const story = page.getByRole('link', { name: '渔港的灯 亮到天明' });
			await tabTo(page, story);
			await page.keyboard.press('Enter');
			await page.waitForURL(`**${articlePath}`);
			await doMainAct(page, verb);
			await page.getByText(after, { exact: true }).first().waitFor();
		}
	});

	it('the page editor plans an edition and places it', async () => {
		const page = at('banmian');
		await page.goto(`${server.url}/desk/edition`);
		await page.getByRole('button', { name: /建期/ }).waitFor();
		await page.keyboard.press('c');
		const dialog = page.getByRole('dialog');
		date = await dialog.getByLabel('日期').inputValue();
		// 不照哪一期: the first of the choices.
		await tabTo(page, dialog.getByLabel('照哪一期'));
		await page.keyboard.press('Home');
		for (let left = 3; left > 0; left--) {
			await tabTo(page, dialog.getByRole('button', { name: /^去掉第/ }).last());
			await page.keyboard.press('Enter');
		}
		await tabTo(page, dialog.getByRole('button', { name: '建期', exact: true }));
		await page.keyboard.press('Enter');
		await page.waitForURL(`**/desk/edition/${date}`);
		await tabTo(page, page.getByRole('button', { name: '上版：《渔港的灯 亮到天明》放到 1版' }));
		await page.keyboard.press('Enter');
		await page.getByRole('link', { name: '渔港的灯 亮到天明' }).waitFor();
		await expectNoAxeViolations(page);
	});

	it('three persons read its page, each another proof, and the chief sends it to print', async () => {
		const readers = [
			['jiaodui', '一校'],
			['zebian', '二校'],
			['zhuren', '三校'],
			['zongbian', ''],
		] as const;
		for (const [login, proof] of readers) {
			await openProof(at('banmian'));
			await at('banmian').keyboard.press('o');
			await at('banmian')
				.getByText(/^已出第 \d 次样/)
				.first()
				.waitFor();
			const page = at(login);
			await openProof(page);
			await page.keyboard.press(proof ? 's' : 'y');
			const dialog = page.getByRole('dialog');
			if (!proof) {
				await tabTo(page, dialog.getByLabel('留白的理由'));
				await page.keyboard.type('头一期试排');
			}
			await tabTo(page, dialog.getByRole('button', { name: proof ? `签${proof}` : '付印', exact: true }));
			await page.keyboard.press('Enter');
			await page
				.getByText(proof ? `已签 1版 ${proof}` : '1版已付印')
				.first()
				.waitFor();
		}
	});

	async function openProof(page: Page): Promise<void> {
		await page.goto(`${server.url}/desk/edition/${date}/1/proof`, { waitUntil: 'networkidle' });
		await page.getByRole('heading', { level: 1, name: /校样$/ }).waitFor();
	}

	it('readers see nothing of it before it is published', async () => {
		const id = articlePath.split('/').at(-1);
		for (const path of [`/article/${id}`, `/paper/${date}/1`]) {
			expect((await fetch(server.url + path)).status).toBe(404);
		}
		expect(await (await fetch(`${server.url}/search?q=${encodeURIComponent('渔港的灯')}`)).text()).not.toContain(
			String(id),
		);
	});

	it('the chief publishes the edition, and a reader opens the page, the article and goes back', async () => {
		const page = at('zongbian');
		await page.goto(`${server.url}/desk/edition/${date}`);
		await page.getByRole('button', { name: /^出版/ }).waitFor();
		await page.keyboard.press('p');
		const dialog = await openedDialog(page, '出版');
		await tabTo(page, dialog.getByRole('button', { name: '出版', exact: true }));
		await page.keyboard.press('Enter');
		await page
			.getByText(/的报纸已出版/)
			.first()
			.waitFor();

		const reader = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
		people.set('reader', reader);
		expect((await untilAnswers(reader, `/paper/${date}/1`))?.status()).toBe(200);
		await tabTo(reader, reader.locator('.sheet h2 a'));
		await reader.keyboard.press('Enter');
		await reader.waitForURL(/\/article\//);
		expect(await reader.locator('h1').innerText()).toBe('渔港的灯\n亮到天明');
		expect(await reader.locator('.article .body').innerText()).toContain('最后一戋灯');
		await tabTo(reader, reader.getByRole('link', { name: '原版面', exact: true }));
		await reader.keyboard.press('Enter');
		await reader.waitForURL(`**/paper/${date}/1#story-*`);
	});

	it('the desk corrects the typo; until it is signed and published readers keep what they had', async () => {
		// Its writer has it open no longer: one writes at a time.
		await at('jizhe').goto(`${server.url}/desk/article`);
		const desk = at('zebian');
		await desk.goto(server.url + articlePath);
		const text = desk.getByRole('textbox', { name: '正文' });
		await tabTo(desk, text);
		await desk.keyboard.press('Control+Home');
		for (let step = 0; step < '昨夜十一点，芦塘渔港的最后一戋'.length; step++) await desk.keyboard.press('ArrowRight');
		await desk.keyboard.press('Backspace');
		// Two keys in one millisecond are no hand's.
		await expect.poll(() => text.innerText()).not.toContain('戋');
		await desk.keyboard.type('盏');
		await desk.getByText(/^已保存/).waitFor();
		await tabTo(desk, desk.getByLabel('错在何处'), 'Shift+Tab');
		await desk.keyboard.type('首段“最后一戋灯”');
		await tabTo(desk, desk.getByLabel('正确的是'));
		await desk.keyboard.type('“最后一盏灯”');
		await tabTo(desk, desk.getByLabel('谁发现的'));
		await desk.keyboard.type('读者许先生');
		await tabTo(desk, desk.getByLabel('给读者看的说明'));
		await desk.keyboard.type('首段“最后一戋灯”应为“最后一盏灯”。');
		await desk.getByText('保存中…').waitFor({ state: 'hidden' });
		await expectNoAxeViolations(desk);
		await doMainAct(desk, '送审');
		await desk.getByText('待初审', { exact: true }).first().waitFor();
		for (const [login, verb, after] of [
			['zebian', '初审通过', '待复审'],
			['zhuren', '复审通过', '待终审'],
			['zongbian', '签发', '已签发'],
		] as const) {
			const page = at(login);
			await page.goto(server.url + articlePath);
			await doMainAct(page, verb);
			await page.getByText(after, { exact: true }).first().waitFor();
		}
		const reader = at('reader');
		await reader.goto(`${server.url}/article/${articlePath.split('/').at(-1)}`);
		expect(await reader.locator('.article .body').innerText()).toContain('最后一戋灯');
	});

	it('the correction shows everywhere at once, with its note', async () => {
		const chief = at('zongbian');
		await confirmMainAct(chief, '发布更正');
		await chief.getByText('已更正', { exact: true }).first().waitFor();
		const reader = at('reader');
		const article = `${server.url}/article/${articlePath.split('/').at(-1)}`;
		await expect
			.poll(async () => (await reader.goto(article)) && reader.locator('.article .body').innerText())
			.toContain('最后一盏灯');
		expect(await reader.locator('.correction').innerText()).toContain('应为“最后一盏灯”');
		await reader.goto(`${server.url}/paper/${date}/1`);
		expect((await reader.locator('.sheet article').innerText()).replace(/\s/g, '')).toContain('最后一盏灯');
		expect(await reader.locator('main').innerText()).toMatch(/本版于.*更新/);
	});

	async function untilAnswers(page: Page, path: string) {
		let response = await page.goto(server.url + path);
		for (let wait = 0; wait < 50 && response?.status() === 404; wait++) {
			await page.waitForTimeout(100);
			response = await page.goto(server.url + path);
		}
		return response;
	}
});

/** Presses Tab until the element has the focus: whoever cannot be reached so is lost to the keyboard. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
	await target.waitFor();
	for (let presses = 0; presses < 150; presses++) {
		if (await target.evaluate((node) => node === document.activeElement)) return;
		await page.keyboard.press(key);
	}
	throw new Error(`Tab never reaches ${target}`);
}

/** The main act by its key alone: what can be taken back is not asked for. */
async function doMainAct(page: Page, verb: string): Promise<void> {
	await page
		.getByRole('button', { name: new RegExp(`^${verb}`) })
		.first()
		.waitFor();
	await page.keyboard.press('Control+Shift+Enter');
}

/** The main act by its key, confirmed by Enter on the dialog's button. */
async function confirmMainAct(page: Page, verb: string): Promise<void> {
	await page
		.getByRole('button', { name: new RegExp(`^${verb}`) })
		.first()
		.waitFor();
	await page.keyboard.press('Control+Shift+Enter');
	const dialog = await openedDialog(page, verb);
	await tabTo(page, dialog.getByRole('button', { name: verb, exact: true }));
	await page.keyboard.press('Enter');
	await dialog.waitFor({ state: 'hidden' });
}

/** The question that names what will happen; messages are dialogs too, without its button. */
async function openedDialog(page: Page, verb: string): Promise<Locator> {
	const button = page.getByRole('button', { name: verb, exact: true });
	const dialog = page.locator('[role=dialog], [role=alertdialog]').filter({ has: button });
	await dialog.waitFor();
	return dialog;
}
