import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { planLines, withPlans } from '@/lib/edition/plan/plan';
import { listEditionModels, listPagePlans } from '@/lib/edition/plan/read';
import {
	copyEdition,
	createSlot,
	moveSlot,
	removeSlot,
	setDeadlines,
	setHolder,
	updateSlot,
} from '@/lib/edition/plan/write';
import { getEdition } from '@/lib/edition/read';
import {
	changePlacement,
	createEdition,
	movePage,
	movePlacement,
	placeArticle,
	removePage,
	unplaceArticle,
	updateEdition,
	updatePage,
} from '@/lib/edition/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { laidOut, signed } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});

const credits = { editor: '', layout: '', proof: '' };
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const wanted = { label: '头条', plannedWords: 800, priority: 1 as const, columnId: null };
const editor = () => newsroom.actors.page_editor;
const lastTrace = () => db.trace.findFirstOrThrow({ orderBy: { id: 'desc' } });
const lock = (id: string) => db.page.update({ where: { id }, data: { stage: 'locked' } });

async function planned(date: string, pages = ['要闻', '综合']) {
	const { id } = await createEdition(editor(), { date, pages });
	const edition = await planOf(date);
	return { id, pageIds: edition.pages.map((page) => page.id) };
}

async function planOf(date: string) {
	const edition = await getEdition(editor(), date);
	return withPlans(edition, await listPagePlans(editor(), edition.id));
}

/** `1 [头条] 湖边的路` a line, page by page. */
const linesOf = async (date: string) =>
	(await planOf(date)).pages.map((page) =>
		planLines(page).map(({ slot, story }) =>
			[story?.priority ?? slot?.priority, slot && `[${slot.label}]`, story?.headline].filter(Boolean).join(' '),
		),
	);

describe('copyEdition', () => {
	it('takes names, sections, deadlines at the same clock time and slots, and no story', async () => {
		const { pageIds } = await planned('2026-06-01');
		const [front = '', second = ''] = pageIds;
		await updatePage(editor(), {
			...{ id: front, name: '要闻', credits },
			section: '新闻',
			deadline: at('2026-05-31 22:30'),
		});
		await createSlot(editor(), { pageId: front, ...wanted });
		await createSlot(editor(), { pageId: second, ...wanted, label: '消息', priority: 3 });
		const article = await signed(newsroom);
		await placeArticle(editor(), { articleId: article.id, pageId: front, priority: 3 });

		const copied = await copyEdition(editor(), { date: '2026-06-05', from: '2026-06-01' });
		const { pages } = await planOf('2026-06-05');
		expect(
			pages.map(({ no, name, section, deadline, slots, stories }) => [
				...[no, name, section, deadline?.toISOString(), stories.length],
				slots.map(({ label, plannedWords, priority }) => `${priority} ${label} ${plannedWords}`),
			]),
		).toEqual([
			[1, '要闻', '新闻', at('2026-06-04 22:30').toISOString(), 0, ['1 头条 800']],
			[2, '综合', '', undefined, 0, ['3 消息 800']],
		]);
		expect(await lastTrace()).toMatchObject({
			act: 'edition.create',
			subjectId: copied.id,
			detail: { pages: ['要闻', '综合'], copied: '2026-06-01' },
		});
		const models = await listEditionModels(editor());
		expect(models.find(({ date }) => date === '2026-06-05')?.pages.map(({ slots }) => slots)).toEqual([1, 1]);
	});

	it('refuses a day that is taken, a model that is not there, and who may not plan', async () => {
		await planned('2026-06-06');
		const copy = (date: string, from: string) => copyEdition(editor(), { date, from });
		await expect(copy('2026-06-06', '2026-06-01')).rejects.toMatchObject({ code: 'taken' });
		await expect(copy('2026-06-07', '2019-06-01')).rejects.toMatchObject({ code: 'not-found' });
		expect(await db.edition.count({ where: { date: new Date('2026-06-07') } })).toBe(0);
		await expect(
			copyEdition(newsroom.actors.reporter, { date: '2026-06-07', from: '2026-06-01' }),
		).rejects.toMatchObject({ code: 'forbidden' });
	});
});

describe('slots', () => {
	it('are added, changed, moved and removed, each with its trace', async () => {
		const date = '2026-06-10';
		const { pageIds } = await planned(date);
		const pageId = pageIds[0] ?? '';
		const head = await createSlot(editor(), { pageId, ...wanted });
		const one = await createSlot(editor(), { pageId, ...wanted, label: '一', priority: 3 });
		const two = await createSlot(editor(), { pageId, ...wanted, label: '二', priority: 3 });
		expect((await linesOf(date))[0]).toEqual(['1 [头条]', '3 [一]', '3 [二]']);
		await moveSlot(editor(), { id: two.id, to: 'up' });
		expect((await linesOf(date))[0]).toEqual(['1 [头条]', '3 [二]', '3 [一]']);
		expect(await lastTrace()).toMatchObject({ act: 'edition.moveSlot', detail: { no: 1, slot: '二', to: 'up' } });
		const seen = { label: '一', plannedWords: 800, priority: 3 as const };
		await updateSlot(editor(), { ...wanted, id: one.id, label: '侧记', plannedWords: 600, priority: 2, seen });
		expect((await linesOf(date))[0]).toEqual(['1 [头条]', '2 [侧记]', '3 [二]']);
		await expect(updateSlot(editor(), { ...wanted, id: one.id, seen })).rejects.toMatchObject({ code: 'stale' });
		await removeSlot(editor(), { id: head.id });
		expect(await lastTrace()).toMatchObject({
			act: 'edition.removeSlot',
			detail: { no: 1, slot: '头条', plannedWords: 800, priority: 1 },
		});
		expect((await linesOf(date))[0]).toEqual(['2 [侧记]', '3 [二]']);
		await expect(removeSlot(editor(), { id: head.id })).rejects.toMatchObject({ code: 'not-found' });
		await expect(createSlot(editor(), { pageId, ...wanted, columnId: 'none' })).rejects.toMatchObject({
			code: 'invalid',
		});
		await expect(createSlot(newsroom.actors.proofreader, { pageId, ...wanted })).rejects.toMatchObject({
			code: 'forbidden',
		});
	});

	it('give a story their rank and their length, are full then, and free when it goes', async () => {
		const date = '2026-06-11';
		const { pageIds } = await planned(date);
		const [pageId = '', other = ''] = pageIds;
		const slot = await createSlot(editor(), { pageId, ...wanted });
		const [first, second] = [await signed(newsroom, { headline: '甲' }), await signed(newsroom, { headline: '乙' })];
		await placeArticle(editor(), { articleId: first.id, pageId, slotId: slot.id, priority: 4 });
		expect((await linesOf(date))[0]).toEqual(['1 [头条] 甲']);
		expect(await db.article.findUnique({ where: { id: first.id }, select: { plannedWords: true } })).toEqual({
			plannedWords: 800,
		});
		expect(await lastTrace()).toMatchObject({
			act: 'article.place',
			detail: { date, no: 1, priority: 1, slot: '头条', plannedWords: { before: null, after: 800 } },
		});
		const crowd = placeArticle(editor(), { articleId: second.id, pageId, slotId: slot.id, priority: 3 });
		await expect(crowd).rejects.toMatchObject({ code: 'taken', message: expect.stringContaining('《甲》') });
		expect(await db.article.findUnique({ where: { id: second.id }, select: { state: true } })).toEqual({
			state: 'signed_off',
		});
		const elsewhere = placeArticle(editor(), { articleId: second.id, pageId: other, slotId: slot.id, priority: 3 });
		await expect(elsewhere).rejects.toMatchObject({ code: 'not-found' });
		await unplaceArticle(editor(), { articleId: first.id, pageId });
		expect((await linesOf(date))[0]).toEqual(['1 [头条]']);
		await placeArticle(editor(), { articleId: second.id, pageId, slotId: slot.id, priority: 3 });
		expect((await linesOf(date))[0]).toEqual(['1 [头条] 乙']);
	});

	it('a length that was asked for before stays', async () => {
		const { pageIds } = await planned('2026-06-12');
		const pageId = pageIds[0] ?? '';
		const slot = await createSlot(editor(), { pageId, ...wanted });
		const article = await signed(newsroom);
		await db.article.update({ where: { id: article.id }, data: { plannedWords: 300 } });
		await placeArticle(editor(), { articleId: article.id, pageId, slotId: slot.id, priority: 3 });
		const { plannedWords } = await db.article.findUniqueOrThrow({ where: { id: article.id } });
		expect(plannedWords).toBe(300);
	});

	it('take stories from page to page and within a page, and order them as the page prints', async () => {
		const date = '2026-06-13';
		const { pageIds, articles } = await laidOut(newsroom, date, [
			[{ headline: '甲' }, { headline: '乙' }],
			[{ headline: '丙' }],
		]);
		const [one = '', two = ''] = pageIds;
		const [a = '', b = ''] = articles.map(({ id }) => id);
		const left = await createSlot(editor(), { pageId: two, ...wanted, label: '左', priority: 3 });
		const right = await createSlot(editor(), { pageId: two, ...wanted, label: '右', priority: 3 });
		await movePlacement(editor(), { articleId: b, pageId: one, toPageId: two, toSlotId: right.id });
		await movePlacement(editor(), { articleId: a, pageId: one, toPageId: two, toSlotId: left.id });
		expect(await linesOf(date)).toEqual([[], ['1 丙', '3 [左] 甲', '3 [右] 乙']]);
		expect(await lastTrace()).toMatchObject({ act: 'article.movePlacement', detail: { from: 1, no: 2, slot: '左' } });
		// One step of the story is one of its slot, and the page prints it so.
		await changePlacement(editor(), { articleId: a, pageId: two, to: 'down' });
		expect((await linesOf(date))[1]).toEqual(['1 丙', '3 [右] 乙', '3 [左] 甲']);
		const printed = (await getEdition(editor(), date)).pages[1]?.stories.map(({ headline }) => headline);
		expect(printed).toEqual(['丙', '乙', '甲']);
		// Ranked anew, its slot goes with it; out of its slot it keeps the rank.
		await changePlacement(editor(), { articleId: a, pageId: two, priority: 2 });
		expect((await linesOf(date))[1]).toEqual(['1 丙', '2 [左] 甲', '3 [右] 乙']);
		await movePlacement(editor(), { articleId: a, pageId: two, toPageId: two });
		expect((await linesOf(date))[1]).toEqual(['1 丙', '2 [左]', '2 甲', '3 [右] 乙']);
		expect(await lastTrace()).toMatchObject({ act: 'article.changePlacement', subject: '甲' });
		await movePlacement(editor(), { articleId: a, pageId: two, toPageId: one, priority: 4 });
		expect((await linesOf(date))[0]).toEqual(['4 甲']);
	});

	it('removed, leave their story on the page, and come back with it where they were', async () => {
		const date = '2026-06-14';
		const { pageIds, articles } = await laidOut(newsroom, date, [[{ headline: '甲' }, { headline: '乙' }]]);
		const [pageId = ''] = pageIds;
		const slot = await createSlot(editor(), { pageId, ...wanted, priority: 3 });
		await createSlot(editor(), { pageId, ...wanted, label: '后', priority: 3 });
		const articleId = articles[1]?.id ?? '';
		await movePlacement(editor(), { articleId, pageId, toPageId: pageId, toSlotId: slot.id });
		await removeSlot(editor(), { id: slot.id });
		expect((await linesOf(date))[0]).toEqual(['1 甲', '3 [后]', '3 乙']);
		await createSlot(editor(), { pageId, ...wanted, priority: 3, order: 1, articleId });
		expect((await linesOf(date))[0]).toEqual(['1 甲', '3 [头条] 乙', '3 [后]']);
	});
});

describe('deadlines', () => {
	it('are one for all pages that have not gone to print, and move with the day', async () => {
		const { id, pageIds } = await planned('2026-06-20');
		await setDeadlines(editor(), { id, deadline: at('2026-06-19 21:00') });
		expect(await lastTrace()).toMatchObject({
			act: 'edition.setDeadlines',
			detail: { pages: 2, deadline: at('2026-06-19 21:00').toISOString() },
		});
		await updateEdition(editor(), { id, date: '2026-06-22', issueNo: 900_001 });
		expect((await planOf('2026-06-22')).pages.map((page) => page.deadline)).toEqual([
			at('2026-06-21 21:00'),
			at('2026-06-21 21:00'),
		]);
		await lock(pageIds[0] ?? '');
		await setDeadlines(editor(), { id, deadline: null });
		expect((await planOf('2026-06-22')).pages.map((page) => page.deadline)).toEqual([at('2026-06-21 21:00'), null]);
	});

	it('of another year are refused in words', async () => {
		const { id, pageIds } = await planned('2026-06-23');
		const deadline = at('2062-06-22 22:00');
		await expect(setDeadlines(editor(), { id, deadline })).rejects.toMatchObject({ code: 'invalid' });
		const page = { id: pageIds[0] ?? '', name: '要闻', credits, deadline };
		await expect(updatePage(editor(), page)).rejects.toMatchObject({ fields: { deadline: expect.any(String) } });
	});

	it('are not written over what somebody has changed since', async () => {
		const { pageIds } = await planned('2026-06-24');
		const page = { id: pageIds[0] ?? '', name: '要闻', credits, section: '新闻', deadline: at('2026-06-23 22:00') };
		const seen = { name: '要闻', section: '', deadline: null };
		await updatePage(editor(), { ...page, seen });
		expect(await lastTrace()).toMatchObject({
			act: 'edition.updatePage',
			detail: { section: { before: '', after: '新闻' }, deadline: page.deadline.toISOString() },
		});
		await expect(updatePage(editor(), { ...page, section: '副刊', seen })).rejects.toMatchObject({ code: 'stale' });
		expect((await planOf('2026-06-24')).pages[0]?.section).toBe('新闻');
	});
});

describe('setHolder', () => {
	it('takes a page and gives it back, and sees who was quicker', async () => {
		const { chief_on_duty, reporter } = newsroom.actors;
		const { pageIds } = await planned('2026-06-25');
		const id = pageIds[0] ?? '';
		const mine = editor().userId;
		await setHolder(editor(), { id, holderId: mine, seen: null });
		expect((await planOf('2026-06-25')).pages[0]?.holder).toEqual({ id: mine, name: editor().name });
		expect(await lastTrace()).toMatchObject({
			act: 'edition.takePage',
			detail: { no: 1, holder: { before: '', after: editor().name } },
		});
		const late = setHolder(chief_on_duty, { id, holderId: chief_on_duty.userId, seen: null });
		await expect(late).rejects.toMatchObject({ code: 'stale', message: expect.stringContaining(editor().name) });
		await setHolder(editor(), { id, holderId: null, seen: mine });
		expect(await lastTrace()).toMatchObject({ act: 'edition.givePage' });
		await expect(setHolder(reporter, { id, holderId: reporter.userId, seen: null })).rejects.toMatchObject({
			code: 'forbidden',
		});
		await expect(setHolder(editor(), { id, holderId: 'nobody', seen: null })).rejects.toMatchObject({
			code: 'not-found',
		});
	});
});

describe('a page that has gone to print', () => {
	it('stays as it is', async () => {
		const date = '2026-07-01';
		const { id, pageIds, articles } = await laidOut(newsroom, date, [[{ headline: '甲' }], [{ headline: '乙' }], []]);
		const [locked = '', open = '', last = ''] = pageIds;
		const [a = '', b = ''] = articles.map((article) => article.id);
		const slot = await createSlot(editor(), { pageId: locked, ...wanted });
		await lock(locked);
		const before = await linesOf(date);
		const { columnId: _columnId, ...seen } = wanted;
		const pooled = await signed(newsroom);
		const acts = [
			() => placeArticle(editor(), { articleId: pooled.id, pageId: locked, priority: 3 }),
			() => unplaceArticle(editor(), { articleId: a, pageId: locked }),
			() => changePlacement(editor(), { articleId: a, pageId: locked, priority: 2 }),
			() => movePlacement(editor(), { articleId: a, pageId: locked, toPageId: open }),
			() => movePlacement(editor(), { articleId: b, pageId: open, toPageId: locked }),
			() => createSlot(editor(), { pageId: locked, ...wanted }),
			() => removeSlot(editor(), { id: slot.id }),
			() => moveSlot(editor(), { id: slot.id, to: 'up' }),
			() => updateSlot(editor(), { ...wanted, id: slot.id, seen }),
			() => updatePage(editor(), { id: locked, name: '改名', credits }),
			() => movePage(editor(), { id: locked, to: 'down' }),
			() => movePage(editor(), { id: open, to: 'up' }),
			() => updateEdition(editor(), { id, date: '2026-07-02', issueNo: 900_100 }),
			() => setHolder(editor(), { id: locked, holderId: editor().userId, seen: null }),
		];
		for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'wrong-state' });
		expect(await linesOf(date)).toEqual(before);
		// The nameplate of the locked first page says how many there are.
		await expect(removePage(editor(), { id: last })).rejects.toMatchObject({ code: 'wrong-state' });
	});

	it('is not moved by removing one before it', async () => {
		const { pageIds } = await laidOut(newsroom, '2026-07-03', [[], [{}]]);
		await lock(pageIds[1] ?? '');
		await expect(removePage(editor(), { id: pageIds[0] ?? '' })).rejects.toMatchObject({ code: 'wrong-state' });
	});
});

describe('removePage', () => {
	it('takes the slots of an empty page along, and refuses one that was pulled as a proof', async () => {
		const { pageIds } = await planned('2026-07-05', ['一', '二', '三']);
		const [one = '', two = ''] = pageIds;
		await createSlot(editor(), { pageId: one, ...wanted });
		await removePage(editor(), { id: one });
		expect(await db.slot.count({ where: { pageId: one } })).toBe(0);
		const version = { id: crypto.randomUUID(), paperId: editor().paperId, pageId: two, number: 1 };
		await db.pageVersion.create({ data: { ...version, stage: 'first_proof', brief: {}, sheet: {} } });
		const refused = removePage(editor(), { id: two });
		await expect(refused).rejects.toMatchObject({
			code: 'wrong-state',
			message: expect.stringContaining('出过 1 次样'),
		});
		expect((await planOf('2026-07-05')).pages.map(({ no, name }) => `${no}${name}`)).toEqual(['1二', '2三']);
	});
});
