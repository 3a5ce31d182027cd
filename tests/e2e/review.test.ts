import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoAxeViolations, launchBrowser } from '../setup/browser';
import { eventually, overflowOf } from '../setup/desk';
import { startServer, type TestServer } from '../setup/server';
import { expectSaved, giveFiles, headline, openDesk, pictureBytes, startArticle, text, write } from './editor-desk';

let server: TestServer;
let browser: Browser;
const people = new Map<string, Page>();
const at = (login: string): Page => {
	const page = people.get(login);
	if (!page) throw new Error(`Nobody signed in as ${login}`);
	return page;
};

beforeAll(async () => {
	server = await startServer({ database: 'demo' });
	browser = await launchBrowser();
	for (const login of ['jizhe', 'zebian', 'zhuren', 'zongbian', 'admin']) {
		people.set(login, await openDesk(browser, server, login));
	}
}, 120_000);
afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

const story =
	'今天上午九点，第一缕阳光照进修缮一新的北桥老码头，等候多时的居民沿着新铺的石阶走到水边。这座停用了十一年的码头，从此有了步道、长椅和一间临水的书屋。' +
	'据北桥街道介绍，修缮保留了原来的石阶和系船桩，拆除了后来搭建的铁皮棚，岸线向公众敞开。书屋由附近三个社区轮流值守，每天开到晚上九点。' +
	'住在码头边的老船工说，他年轻时从这里把稻谷运到县城，如今孙女在这里写作业。街道表示，下一步还要把码头同环湖步道连起来，让人从北桥一直走到柳浦。' +
	'负责施工的工匠介绍，石阶一共换了四十二级，能用的旧石都留了下来，按原来的次序编号、清洗、归位；新石取自同一座山，颜色过两三年就会相近。夜里的灯只照台阶，不照水面。';

describe('a story that cannot wait', () => {
	it('of 300 字 with a photo is published within 60 seconds and 12 interactions, by keyboard', async () => {
		const reporter = at('jizhe');
		const id = await startArticle(reporter);
		await expect.poll(() => headline(reporter).evaluate((node) => node === document.activeElement)).toBe(true);
		const picture = await pictureBytes(reporter, 1600, 1000);
		for (const login of ['zebian', 'zhuren', 'zongbian']) await at(login).goto('/desk/review');
		let interactions = 0;
		const by = async (act: Promise<void>) => {
			interactions++;
			await act;
		};
		const began = Date.now();

		await by(reporter.keyboard.insertText('北桥老码头今天重新开放'));
		await by(reporter.keyboard.press('Control+Enter'));
		await by(reporter.keyboard.insertText(story));
		await by(giveFiles(reporter, 'paste', [{ name: '码头.jpg', type: 'image/jpeg', bytes: picture }]));
		await text(reporter).locator('figure img').waitFor();
		await by(reporter.keyboard.press('Control+Shift+Enter'));

		const review = async (login: string, keys: string) => {
			const page = at(login);
			// The board tells what waits; the new story may stand behind others, so that it is opened by its name.
			const link = page.getByRole('link', { name: '北桥老码头今天重新开放' });
			await link.waitFor();
			await link.focus();
			await by(page.keyboard.press('o'));
			await page.waitForURL(`**/desk/article/${id}`);
			await page
				.getByRole('button', { name: /初审通过|复审通过|^签发/ })
				.first()
				.waitFor();
			await by(page.keyboard.press(keys));
		};
		await review('zebian', 'Control+Shift+Enter');
		await review('zhuren', 'Control+Shift+Enter');
		await review('zongbian', 'Control+Alt+Enter');
		await at('zongbian').getByRole('alertdialog').waitFor();
		await by(at('zongbian').keyboard.press('Enter'));
		await expect.poll(() => fetch(`${server.url}/article/${id}`).then((answer) => answer.status)).toBe(200);
		const seconds = (Date.now() - began) / 1000;
		const page = await fetch(`${server.url}/article/${id}`).then((answer) => answer.text());
		expect(page).toContain('等候多时的居民');
		expect(page).toMatch(/<img[^>]+src="\/media\//);
		const front = await fetch(server.url).then((answer) => answer.text());
		expect(front).toContain('网络首发');
		console.log(`${story.length} 字、一张照片：${seconds.toFixed(1)} 秒，${interactions} 次操作`);
		expect(interactions).toBeLessThanOrEqual(12);
		expect(seconds).toBeLessThan(60);
	});

	it('lets a signer take his signature back at once', async () => {
		const reporter = at('jizhe');
		const id = await startArticle(reporter);
		await headline(reporter).fill('撤签的稿件');
		await write(reporter, '桥上的灯亮了。');
		await reporter.keyboard.press('Control+Shift+Enter');
		await reporter.getByText('待初审', { exact: true }).first().waitFor();
		const desk = at('zebian');
		await desk.goto(`/desk/article/${id}`);
		await desk.getByRole('button', { name: '初审通过' }).waitFor();
		await desk.keyboard.press('Control+Shift+Enter');
		await desk.getByText('已初审通过《撤签的稿件》').first().waitFor();
		await desk.getByRole('button', { name: '撤销' }).click();
		await desk.getByText('已撤签《撤签的稿件》').first().waitFor();
		await desk.getByText('待初审', { exact: true }).first().waitFor();
	});
});

describe('the boards', () => {
	it('tell each person what waits, and what was changed after his signature', async () => {
		const reporter = at('jizhe');
		const id = await startArticle(reporter);
		await headline(reporter).fill('签后有改的稿件');
		await write(reporter, '湖边的灯亮了。');
		await reporter.keyboard.press('Control+Shift+Enter');
		await reporter.getByText('待初审', { exact: true }).first().waitFor();
		const [desk, head] = [at('zebian'), at('zhuren')];
		await desk.goto(`/desk/article/${id}`);
		await desk.getByRole('button', { name: '时限' }).click();
		await desk.getByLabel(/急稿/).check();
		await desk.getByRole('dialog').getByRole('button', { name: '保存' }).click();
		await desk.getByRole('button', { name: /^急/ }).waitFor();
		await desk.getByRole('button', { name: '初审通过' }).first().click();
		await desk.getByText('待复审', { exact: true }).first().waitFor();

		await head.goto('/desk/review');
		const waiting = head.getByRole('region', { name: /^等我审/ });
		// What is urgent stands first.
		await expect.poll(() => waiting.getByRole('listitem').first().innerText()).toMatch(/急[\s\S]*签后有改的稿件/);
		await expectNoAxeViolations(head);
		await head.goto(`/desk/article/${id}`);
		await write(head, '船也回来了。');
		await expectSaved(head);
		await desk.goto('/desk/review');
		const changed = desk.getByRole('region', { name: /^我签之后又有改动/ });
		const row = changed.getByRole('listitem').filter({ hasText: '签后有改的稿件' });
		await row.getByText(/您在第 \d+ 稿签了初审，签名延续/).waitFor();
		await changed.getByRole('link', { name: '签后有改的稿件' }).click();
		await desk.waitForURL(`**/desk/article/${id}/history?from=*`);
	});

	it('come to show what waits over a line on which every answer takes longer than the next question', async () => {
		const desk = at('zebian');
		await desk.goto('/desk/review');
		await desk.route(/_rsc=/, async (route) => {
			const answer = await route.fetch();
			await new Promise((resolve) => setTimeout(resolve, 6500));
			await route.fulfill({ response: answer }).catch(() => {});
		});
		const reporter = at('jizhe');
		await startArticle(reporter);
		await headline(reporter).fill('慢线路上的稿件');
		await write(reporter, '信号时断时续。');
		await reporter.keyboard.press('Control+Shift+Enter');
		await reporter.getByText('待初审', { exact: true }).first().waitFor();
		await desk.getByRole('link', { name: '慢线路上的稿件' }).waitFor({ timeout: 20_000 });
		await desk.unrouteAll({ behavior: 'ignoreErrors' });
	});

	it('show the desk by stage and the pages to come, at every width', async () => {
		const chief = at('zongbian');
		for (const path of ['/desk/review', '/desk/review/stage', '/desk/review/edition']) {
			await chief.goto(path);
			await chief.getByRole('navigation', { name: '审稿' }).waitFor();
			for (const width of [1440, 820, 390]) {
				await chief.setViewportSize({ width, height: 900 });
				expect(await overflowOf(chief), `${path} ${width}`).toBe(0);
			}
			await chief.setViewportSize({ width: 1440, height: 900 });
			await expectNoAxeViolations(chief);
		}
		await chief.goto('/desk/review/stage');
		await chief
			.getByRole('region', { name: /^待复审/ })
			.getByRole('link', { name: '签后有改的稿件' })
			.waitFor();
		await chief.goto('/desk/review/edition');
		await chief.getByText('跨湖公交快线明天首发').waitFor();
	});
});

it('a small newsroom lets one sign what he wrote, for a reason that stays in red', async () => {
	const admin = at('admin');
	await admin.goto('/desk/setting');
	await expectNoAxeViolations(admin);
	await admin.getByRole('radio', { name: '留痕放行' }).check();
	await admin.locator('form').filter({ hasText: '审者分离' }).getByRole('button', { name: '保存' }).click();
	await admin.getByText('已改审者分离').first().waitFor();
	const desk = at('zebian');
	const id = await startArticle(desk);
	await headline(desk).fill('自己写自己审');
	await write(desk, '夜里没有别人。');
	await desk.keyboard.press('Control+Shift+Enter');
	await desk.getByText('待初审', { exact: true }).first().waitFor();
	await desk.reload();
	// A button answers once its page is alive.
	await desk.getByRole('textbox', { name: '正文' }).waitFor();
	await desk.getByRole('button', { name: '初审通过' }).click();
	await desk.getByLabel('由您签的理由（记录里标红）').fill('夜班只有一人');
	await desk.getByRole('dialog').getByRole('button', { name: '初审通过' }).click();
	await desk.getByText('待复审', { exact: true }).first().waitFor();
	await desk.goto(`/desk/article/${id}`);
	await eventually(() => desk.getByText('违反审者分离，理由：夜班只有一人').count()).toBe(1);
});
