import { setTimeout as sleep } from 'node:timers/promises';
import { formatTable } from '../../bench/table.mjs';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { throwaway } from '../../scripts/lib/postgres.mjs';
import { step } from '../../scripts/lib/step.mjs';
import { onGround } from '../ground.mjs';

const sizes = { quick: { cuts: 20, control: 4 }, full: { cuts: 200, control: 20 } };
const aimMilliseconds = 5000;
const patienceMilliseconds = 60_000;
const cutsAnArticle = 10;
const delayMilliseconds = 2000;

/** Each on the line between the editor and the site, and on the one between the site and its database. */
const faults = {
	// Who types without a pause is saved every 5 s: so long may pass before anybody knows.
	cut: { name: '断开', begin: (line) => line.cut(), seconds: 6, isSilence: true },
	// A save without an answer is called so after 3 s more.
	stall: { name: '半开', begin: (line) => line.stall(), seconds: 8.5, isSilence: true },
	delay: { name: '延迟 2 秒', begin: (line) => line.delay(delayMilliseconds), seconds: 4.5, isSilence: false },
};

/** The network fails between a real editor and the site, and between the site and Postgres, while somebody types. */
export function proveNetCut({ quick, size }) {
	const { control, ...all } = quick ? sizes.quick : sizes.full;
	return onGround({ name: 'net-cut', overrides: throwaway }, async (ground) => {
		const { openProxy } = await import('../fault-proxy.ts');
		const database = await openProxy(ground.url);
		const site = await ground.serve({ DATABASE_URL: database.url });
		const lines = { site: await openProxy(site.url), database };
		const browser = await launchBrowser(ground.data, ground.signal);
		try {
			const desk = await openDesk(browser, lines.site.url, ground.newsroom.actors.reporter);
			const found = await failOften(ground, desk, lines, size ?? all.cuts);
			const lost = await typeCarelessly(ground, desk, lines.site, control);
			return judge(found, { control, lost });
		} finally {
			await browser.close();
			await Promise.all([lines.site.close(), database.close()]);
		}
	});
}

async function openDesk(browser, url, actor) {
	const { signIn } = await import('../writing/person.ts');
	const person = await signIn({ url }, actor);
	const context = await browser.newContext({ baseURL: url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
	await context.addCookies([{ ...person.cookie, url, httpOnly: true, sameSite: 'Lax' }]);
	return { page: await context.newPage(), person };
}

async function failOften({ signal }, { page, person }, lines, cuts) {
	const kinds = Object.keys(faults).flatMap((fault) => Object.keys(lines).map((line) => ({ fault, line })));
	const found = [];
	await step('断网', async (note) => {
		let story;
		for (let cut = 0; cut < cuts; cut++) {
			signal.throwIfAborted();
			if (cut % cutsAnArticle === 0) story = await openStory(page, person.actor);
			const kind = kinds[cut % kinds.length];
			found.push({ ...kind, ...(await failOnce(page, story, faults[kind.fault], lines[kind.line])) });
			note(`${cut + 1}/${cuts}`);
		}
	});
	return found;
}

/** A new story in the editor. `typed` is what has been typed into it. */
async function openStory(page, author) {
	const { createArticle } = await import('../../lib/article/write.ts');
	const { contentOf } = await import('../writing/words.ts');
	const { id } = await createArticle(author, { requestId: crypto.randomUUID(), content: contentOf(['']) });
	await page.goto(`/desk/article/${id}`, { timeout: patienceMilliseconds });
	const text = page.getByRole('textbox', { name: '正文' });
	await text.waitFor({ timeout: patienceMilliseconds });
	await text.click();
	return { id, typed: '' };
}

async function failOnce(page, story, fault, line) {
	await type(page, story, 2);
	await fault.begin(line);
	const ends = performance.now() + (fault.seconds + Math.random() * 2) * 1000;
	while (performance.now() < ends) await type(page, story, 1);
	const said = await page.locator('[data-save-state]').innerText();
	await line.mend();
	const mended = performance.now();
	while ((await storedText(story.id)) !== story.typed) {
		if (performance.now() - mended > patienceMilliseconds) break;
		await sleep(20);
	}
	const milliseconds = Math.round(performance.now() - mended);
	const { lost, doubled } = compare(story.typed, await storedText(story.id));
	const isUnsaid = fault.isSilence && !said.startsWith('未保存');
	await page.locator('[data-save-state=saved]').waitFor({ timeout: patienceMilliseconds });
	return { milliseconds, lost, doubled, isUnsaid };
}

async function type(page, story, words) {
	const { newWord } = await import('../writing/words.ts');
	for (let word = 0; word < words; word++) {
		const typed = newWord();
		story.typed += typed;
		await page.keyboard.type(typed, { delay: 20 });
	}
}

/** By a line of the harness's own, which never fails. */
async function storedText(id) {
	const { db } = await import('../../lib/db.ts');
	const { current } = await db.article.findUniqueOrThrow({
		where: { id },
		select: { current: { select: { text: true } } },
	});
	return current.text;
}

/** Characters that are missing or are there twice. */
function compare(typed, stored) {
	if (typed === stored) return { lost: 0, doubled: 0 };
	const words = typed.match(/词\d+·/g) ?? [];
	const lost = words.filter((word) => !stored.includes(word)).join('').length;
	return {
		lost: lost || Math.max(0, typed.length - stored.length),
		doubled: Math.max(0, stored.length - typed.length),
	};
}

/** The control: the same cuts under an editor that sends what was typed and thinks no more of it. Answers the characters lost. */
async function typeCarelessly({ signal }, { page, person }, line, cuts) {
	let lost = 0;
	await step('对照', async () => {
		for (let cut = 0; cut < cuts; cut++) {
			signal.throwIfAborted();
			const story = await openStory(page, person.actor);
			await page.goto('/desk/user/me');
			await page.evaluate(startCarelessEditor, story.id);
			await type(page, story, 2);
			await sleep(1000);
			await line.cut();
			for (let word = 0; word < 6; word++) await type(page, story, 1);
			await sleep(1000);
			await line.mend();
			await sleep(aimMilliseconds);
			lost += compare(story.typed, await storedText(story.id)).lost;
		}
	});
	return lost;
}

/** Runs in the page: saves 0.8 s after the last key, once. */
function startCarelessEditor(id) {
	let baseRevision = 1;
	let timer;
	const field = document.body.appendChild(document.createElement('textarea'));
	field.focus();
	const save = async () => {
		const content = {
			body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: field.value }] }] },
		};
		const body = JSON.stringify({ requestId: crypto.randomUUID(), baseRevision, content });
		const response = await fetch(`/api/article/${id}`, { method: 'PUT', body });
		baseRevision = (await response.json()).revision ?? baseRevision;
	};
	field.addEventListener('input', () => {
		clearTimeout(timer);
		timer = setTimeout(() => save().catch(() => {}), 800);
	});
}

function judge(found, control) {
	const most = (list) => Math.max(0, ...list.map(({ milliseconds }) => milliseconds));
	const count = (list, value) => list.reduce((total, one) => total + Number(value(one)), 0);
	const groups = Object.keys(faults).flatMap((fault) =>
		['site', 'database'].map((line) => ({
			name: `${line === 'site' ? '编辑器与服务' : '服务与数据库'} ${faults[fault].name}`,
			list: found.filter((one) => one.fault === fault && one.line === line),
		})),
	);
	const columns = [
		(list) => list.length,
		(list) => count(list, ({ lost, doubled }) => lost + doubled),
		(list) => `${(most(list) / 1000).toFixed(1)} 秒`,
		(list) => count(list, ({ milliseconds }) => milliseconds > aimMilliseconds),
		(list) => count(list, ({ isUnsaid }) => isUnsaid),
	];
	const table = [
		['', '次', '丢失或重复的字', '恢复后存上，最慢', '超过 5 秒', '没有说“未保存”'],
		...groups.map(({ name, list }) => [name, ...columns.map((column) => String(column(list)))]),
	];
	const figures = {
		cuts: found.length,
		lostCharacters: count(found, ({ lost }) => lost),
		doubledCharacters: count(found, ({ doubled }) => doubled),
		slowestMilliseconds: most(found),
		late: count(found, ({ milliseconds }) => milliseconds > aimMilliseconds),
		unsaid: count(found, ({ isUnsaid }) => isUnsaid),
		control: { cuts: control.control, lostCharacters: control.lost },
	};
	const bad = figures.lostCharacters + figures.doubledCharacters + figures.late + figures.unsaid;
	const text = `${formatTable(table)}\n\n  对照（存一次就不管的编辑器）：断 ${control.control} 次，丢 ${control.lost} 字`;
	return { text, figures, holds: bad === 0 && control.lost > 0 };
}
