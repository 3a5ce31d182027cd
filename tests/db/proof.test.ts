import { beforeAll, describe, expect, it } from 'vitest';
import { saveArticle } from '@/lib/article/write';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { lockPage, unlockPage } from '@/lib/edition/proof/lock';
import { createMark, removeMark, settleMark } from '@/lib/edition/proof/mark-write';
import { CreateMarkInput } from '@/lib/edition/proof/schema';
import { pullProof, signProof } from '@/lib/edition/proof/write';
import { getEdition } from '@/lib/edition/read';
import { movePage, placeArticle, removePage, unplaceArticle, updateEdition, updatePage } from '@/lib/edition/write';
import { addDays, dayOf } from '@/lib/time';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { p } from '@/prisma/seed/story';
import { lockEdition, signThrice } from '@/prisma/seed/write-story';
import { content, laidOut, locked, signed } from '../factories';

let newsroom: Newsroom;
let days = 0;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});

/** A page with one story, and short words for what is done with it. */
async function onPage(contents: Parameters<typeof laidOut>[2][number] = [{}]) {
	const date = addDays(dayOf(new Date()), ++days);
	const { id: editionId, pageIds, articles } = await laidOut(newsroom, date, [contents]);
	const [id = ''] = pageIds;
	const { page_editor, chief_on_duty } = newsroom.actors;
	const latest = () => db.pageVersion.findFirst({ where: { pageId: id }, orderBy: { number: 'desc' } });
	return {
		id,
		date,
		editionId,
		articles,
		articleId: articles[0]?.id ?? '',
		latest,
		page: () => db.page.findUniqueOrThrow({ where: { id } }),
		pull: async (actor = page_editor) => pullProof(actor, { id, latest: (await latest())?.number ?? 0 }),
		sign: async (actor: Actor, flag?: string) => {
			const version = await latest();
			return signProof(actor, { id, number: version?.number ?? 1, hash: version?.hash ?? '', flag });
		},
		mark: async (actor: Actor, mark: Partial<CreateMarkInput>) =>
			createMark(
				actor,
				CreateMarkInput.parse({ id, number: (await latest())?.number ?? 1, place: 'body', block: 0, ...mark }),
			),
		lock: async (whyHoles = '测试') => lockPage(chief_on_duty, { id, number: (await latest())?.number ?? 1, whyHoles }),
	};
}

const lastTrace = () => db.trace.findFirstOrThrow({ orderBy: { id: 'desc' } });
const lastOutbox = () => db.outbox.findFirstOrThrow({ orderBy: { id: 'desc' } });
const stateOf = async (id: string) => (await db.article.findUniqueOrThrow({ where: { id } })).state;

/** Rewrites a story that was written once. */
const rewrite = (id: string, change: Parameters<typeof content>[0]) =>
	saveArticle(newsroom.actors.desk_editor, {
		id,
		baseRevision: 1,
		requestId: crypto.randomUUID(),
		content: content(change),
	});

describe('pullProof', () => {
	it('freezes the page as its first proof, with a trace, and again only once something was changed', async () => {
		const desk = await onPage();
		expect(await desk.pull()).toEqual({ number: 1, done: 0 });
		const version = await desk.latest();
		expect(version).toMatchObject({
			number: 1,
			stage: 'first_proof',
			published: null,
			actorId: newsroom.actors.page_editor.userId,
			articles: [{ id: desk.articleId, revision: 1 }],
		});
		expect(await desk.page()).toMatchObject({ stage: 'first_proof' });
		expect(await lastTrace()).toMatchObject({
			act: 'page.pull',
			subjectId: desk.id,
			after: version?.hash,
			detail: { proof: 'first_proof', version: 1 },
		});
		await expect(desk.pull()).rejects.toThrow(/一样，不用重新出样/);
		await expect(pullProof(newsroom.actors.page_editor, { id: desk.id, latest: 0 })).rejects.toMatchObject({
			code: 'stale',
		});
		await expect(desk.pull(newsroom.actors.proofreader)).rejects.toMatchObject({ code: 'forbidden' });
		await updatePage(newsroom.actors.page_editor, {
			id: desk.id,
			name: '改名',
			credits: { editor: '', layout: '', proof: '' },
		});
		expect(await desk.pull()).toMatchObject({ number: 2 });
		expect(await desk.page()).toMatchObject({ stage: 'first_proof' });
	});

	it('needs stories', async () => {
		const desk = await onPage([]);
		await expect(desk.pull()).rejects.toThrow(/还没有稿件/);
	});
});

describe('signProof', () => {
	it('is for three persons, at the newest version and its hash', async () => {
		const { proofreader, desk_editor, department_head, page_editor, reporter } = newsroom.actors;
		const desk = await onPage();
		await expect(desk.sign(proofreader)).rejects.toMatchObject({ code: 'wrong-state' });
		await desk.pull();
		await expect(desk.sign(page_editor)).rejects.toMatchObject({ code: 'forbidden' });
		await expect(desk.sign(reporter)).rejects.toMatchObject({ code: 'forbidden' });
		const wrong = { id: desk.id, number: 1, hash: '0'.repeat(64) };
		await expect(signProof(proofreader, wrong)).rejects.toMatchObject({ code: 'stale' });
		expect(await desk.sign(proofreader)).toEqual({ stage: 'first_proof' });
		const version = await desk.latest();
		expect(await db.proofSignature.findFirstOrThrow({ where: { versionId: version?.id } })).toMatchObject({
			stage: 'first_proof',
			hash: version?.hash,
			actorId: proofreader.userId,
			note: '',
		});
		expect(await lastTrace()).toMatchObject({ act: 'page.sign', after: version?.hash });
		await expect(desk.sign(desk_editor)).rejects.toMatchObject({ code: 'wrong-state' });
		await desk.pull();
		await expect(desk.sign(proofreader)).rejects.toThrow(/已经签过这个版的一校/);
		await desk.sign(desk_editor);
		await desk.pull();
		await desk.sign(department_head);
		await desk.pull();
		expect(await desk.page()).toMatchObject({ stage: 'clean_proof' });
		await expect(desk.sign(newsroom.actors.chief_on_duty)).rejects.toMatchObject({ code: 'wrong-state' });
	});

	it('is not for who pulled the proof, but for a stated reason where the paper allows that', async () => {
		const { chief_on_duty } = newsroom.actors;
		const desk = await onPage();
		await desk.pull(chief_on_duty);
		await expect(desk.sign(chief_on_duty, '夜班只有我')).rejects.toThrow(/是您出的/);
		await db.paper.update({ where: { id: newsroom.paperId }, data: { reviewMode: 'flagged' } });
		await expect(desk.sign(chief_on_duty)).rejects.toMatchObject({ code: 'invalid' });
		await desk.sign(chief_on_duty, '夜班只有我');
		await db.paper.update({ where: { id: newsroom.paperId }, data: { reviewMode: 'strict' } });
		expect(await lastTrace()).toMatchObject({ act: 'page.sign', detail: { flag: '夜班只有我' } });
	});
});

describe('marks', () => {
	it('are anchored in the proof, numbered on the page, and done when their change is in the next one', async () => {
		const { proofreader, desk_editor } = newsroom.actors;
		const desk = await onPage([{ body: { type: 'doc', content: [p('湖水清的见底，步道修得很长。')] } }]);
		await desk.pull();
		const at = { articleId: desk.articleId, kind: 'replace' as const };
		const first = await desk.mark(proofreader, { ...at, position: 3, exact: '的', right: '得' });
		const second = await desk.mark(proofreader, { ...at, kind: 'delete', position: 11, exact: '很' });
		expect([first.number, second.number]).toEqual([1, 2]);
		expect(await db.pageMark.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({
			exact: '的',
			prefix: '湖水清',
			suffix: '见底，步道修得很长。',
			state: 'open',
			box: { h: 1 },
		});
		await expect(desk.mark(proofreader, { ...at, position: 4, exact: '的', right: '得' })).rejects.toMatchObject({
			code: 'invalid',
		});
		await expect(desk.mark(proofreader, { ...at, position: 3, exact: '的', right: '' })).rejects.toMatchObject({
			fields: { right: '请写明改成什么' },
		});
		await expect(
			desk.mark(proofreader, { ...at, kind: 'transpose', position: 0, exact: '湖水', right: '水面' }),
		).rejects.toMatchObject({ code: 'invalid' });
		await desk.sign(proofreader);
		await rewrite(desk.articleId, { body: { type: 'doc', content: [p('湖水清得见底，步道修得很长。')] } });
		expect(await desk.pull()).toEqual({ number: 2, done: 1 });
		expect(await db.pageMark.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({
			state: 'done',
			doneVersion: 2,
		});
		expect(await db.pageMark.findUniqueOrThrow({ where: { id: second.id } })).toMatchObject({ state: 'open' });
		await expect(desk.sign(desk_editor)).rejects.toThrow(/1 处校对符号没有改/);
		await expect(settleMark(proofreader, { id: second.id, state: 'done', reason: '' })).rejects.toMatchObject({
			code: 'forbidden',
		});
		await settleMark(desk_editor, { id: second.id, state: 'refused', reason: '作者原意' });
		expect(await lastTrace()).toMatchObject({ act: 'page.settle', detail: { mark: 2, note: '作者原意' } });
		expect(await db.pageMark.findUniqueOrThrow({ where: { id: second.id } })).toMatchObject({
			state: 'refused',
			reason: '作者原意',
			settledBy: desk_editor.name,
		});
		await desk.sign(desk_editor);
	});

	it('about layout are drawn on a story, its head, or in a frame within the page', async () => {
		const { proofreader } = newsroom.actors;
		const desk = await onPage();
		await desk.pull();
		const onWhole = { kind: 'layout' as const, articleId: null, place: 'page' as const, block: null, note: '左边空' };
		const box = { x: 24, y: 10, w: 46, h: 12 };
		const { id } = await desk.mark(proofreader, { ...onWhole, box });
		expect(await db.pageMark.findUniqueOrThrow({ where: { id } })).toMatchObject({ articleId: null, box });
		const onHead = { ...onWhole, articleId: desk.articleId, place: 'headline' as const };
		const head = await desk.mark(proofreader, onHead);
		const { box: ofHead } = await db.pageMark.findUniqueOrThrow({ where: { id: head.id } });
		expect(ofHead).toMatchObject({ x: 0 });
		await expect(desk.mark(proofreader, { ...onWhole, box: { ...box, w: 400 } })).rejects.toThrow(/画在版心里面/);
		await expect(desk.mark(proofreader, { ...onHead, box })).rejects.toThrow(/画在版心里面/);
	});

	it('can be taken back by who drew them until the proof is signed', async () => {
		const { proofreader, desk_editor } = newsroom.actors;
		const desk = await onPage();
		await desk.pull();
		const layout = { kind: 'layout' as const, place: 'page' as const, block: null };
		const { id } = await desk.mark(proofreader, { ...layout, note: '字距松' });
		const kept = await desk.mark(proofreader, { ...layout, note: '左边空' });
		await expect(removeMark(desk_editor, { id })).rejects.toMatchObject({ code: 'forbidden' });
		await removeMark(proofreader, { id });
		expect(await lastTrace()).toMatchObject({ act: 'page.unmark' });
		expect(await db.pageMark.count({ where: { pageId: desk.id } })).toBe(1);
		await desk.sign(proofreader);
		await expect(removeMark(proofreader, { id: kept.id })).rejects.toMatchObject({ code: 'wrong-state' });
		await expect(settleMark(desk_editor, { id: kept.id, state: 'done', reason: '' })).rejects.toThrow(/先出新样/);
	});
});

describe('lockPage', () => {
	it('locks the page with its stories, fills the credits, and lets nothing move any more', async () => {
		const { page_editor, chief_on_duty, desk_editor, proofreader, department_head } = newsroom.actors;
		const desk = await onPage([{}, { headline: '第二篇' }]);
		await locked(newsroom, desk.editionId);
		const page = await desk.page();
		expect(page).toMatchObject({ stage: 'locked', lockedVersion: 4, lockedBy: chief_on_duty.name });
		expect(page.credits).toEqual({
			editor: page_editor.name,
			layout: page_editor.name,
			proof: `${proofreader.name} ${desk_editor.name} ${department_head.name}`,
		});
		expect(await stateOf(desk.articleId)).toBe('locked');
		expect(await lastTrace()).toMatchObject({ act: 'page.lock', subjectId: desk.id, detail: { version: 4 } });
		expect(await lastOutbox()).toMatchObject({ event: 'page.lock', subject: desk.id });
		expect(await db.trace.count({ where: { act: 'article.lock', subjectId: desk.articleId } })).toBe(1);
		expect((await getEdition(page_editor, desk.date)).blockers).toEqual([]);
		const other = await signed(newsroom);
		const place = { articleId: other.id, pageId: desk.id, priority: 3 as const };
		await expect(placeArticle(page_editor, place)).rejects.toThrow(/1版已经付印/);
		await expect(unplaceArticle(page_editor, { articleId: desk.articleId, pageId: desk.id })).rejects.toMatchObject({
			code: 'wrong-state',
		});
		const credits = { editor: '', layout: '', proof: '' };
		await expect(updatePage(page_editor, { id: desk.id, name: '改', credits })).rejects.toThrow(/已经付印/);
		await expect(updateEdition(page_editor, { id: desk.editionId, date: desk.date, issueNo: 9999 })).rejects.toThrow(
			/已经付印/,
		);
		await expect(desk.pull()).rejects.toThrow(/已经付印/);
		const change = { id: desk.articleId, baseRevision: 1, requestId: crypto.randomUUID(), content: content() };
		await expect(saveArticle(desk_editor, change)).rejects.toThrow(/已经付印，不能再改/);
	});

	it('does not lock what lacks a signature, was changed, or is not signed off', async () => {
		const { proofreader, desk_editor, department_head, page_editor } = newsroom.actors;
		const desk = await onPage();
		await desk.pull();
		await expect(desk.lock()).rejects.toThrow(/三校都签过/);
		for (const reader of [proofreader, desk_editor, department_head]) {
			await desk.sign(reader);
			await desk.pull();
		}
		await expect(desk.lock('')).rejects.toThrow(/余空 \d+ 行.*写明留白的理由/);
		await expect(lockPage(page_editor, { id: desk.id, number: 4, whyHoles: '' })).rejects.toMatchObject({
			code: 'forbidden',
		});
		await rewrite(desk.articleId, { headline: '清样之后改的' });
		await expect(desk.lock()).rejects.toThrow(/清样出过之后版面又改了.*《清样之后改的》修改后还没有签发/);
		await signThrice(newsroom, { id: desk.articleId, revision: 2 });
		await expect(desk.lock()).rejects.toThrow(/《清样之后改的》在清样之后改过/);
		const { number } = await desk.pull();
		const mark = await desk.mark(proofreader, { kind: 'query', place: 'page', block: null, note: '日期对吗' });
		await expect(desk.lock()).rejects.toThrow(/1 处校对符号没有处理/);
		await settleMark(desk_editor, { id: mark.id, state: 'refused', reason: '核过' });
		await desk.lock();
		expect(await desk.page()).toMatchObject({ stage: 'locked', lockedVersion: number });
	});

	it('does not lock furniture with a gap in the 总期号', async () => {
		const desk = await onPage();
		const { issueNo } = await db.edition.findUniqueOrThrow({ where: { id: desk.editionId } });
		await updateEdition(newsroom.actors.page_editor, { id: desk.editionId, date: desk.date, issueNo: issueNo + 5 });
		await expect(lockEdition(newsroom, desk.editionId)).rejects.toThrow(/总期号第 \d+ 期不连续/);
		await updateEdition(newsroom.actors.page_editor, { id: desk.editionId, date: desk.date, issueNo });
		await desk.lock();
	});

	it('is taken back with a reason: to the clean proof, or to a new first proof by the same persons', async () => {
		const { chief_on_duty, desk_editor, proofreader, page_editor } = newsroom.actors;
		const desk = await onPage();
		await locked(newsroom, desk.editionId);
		const unlock = { id: desk.id, reason: '头条要换' };
		await expect(unlockPage(page_editor, { ...unlock, to: 'making_up' })).rejects.toMatchObject({ code: 'forbidden' });
		await unlockPage(chief_on_duty, { ...unlock, to: 'clean_proof' });
		expect(await desk.page()).toMatchObject({
			stage: 'clean_proof',
			lockedVersion: null,
			lockedAt: null,
			lockedBy: '',
		});
		expect(await stateOf(desk.articleId)).toBe('placed');
		expect(await lastTrace()).toMatchObject({ act: 'page.unlock', detail: { note: '头条要换' } });
		await desk.lock();
		await unlockPage(chief_on_duty, { ...unlock, to: 'making_up' });
		await expect(desk.lock()).rejects.toMatchObject({ code: 'wrong-state' });
		await desk.pull();
		expect(await desk.page()).toMatchObject({ stage: 'first_proof' });
		await desk.sign(proofreader);
		await desk.pull();
		await desk.sign(desk_editor);
	});

	it('locks a story of two pages with the first, and sets it free with the last', async () => {
		const { page_editor, chief_on_duty } = newsroom.actors;
		const date = addDays(dayOf(new Date()), ++days);
		const { id: editionId, pageIds, articles } = await laidOut(newsroom, date, [[{}], [{ headline: '另一篇' }]]);
		const [first = '', second = ''] = pageIds;
		const shared = articles[0]?.id ?? '';
		await placeArticle(page_editor, { articleId: shared, pageId: second, priority: 3 });
		await locked(newsroom, editionId);
		expect(await stateOf(shared)).toBe('locked');
		expect(await db.trace.count({ where: { act: 'article.lock', subjectId: shared } })).toBe(1);
		await unlockPage(chief_on_duty, { id: first, to: 'clean_proof', reason: '换图' });
		expect(await stateOf(shared)).toBe('locked');
		await expect(movePage(page_editor, { id: first, to: 'down' })).rejects.toThrow(/2版已经付印/);
		await unlockPage(chief_on_duty, { id: second, to: 'clean_proof', reason: '换图' });
		expect(await stateOf(shared)).toBe('placed');
		for (const { id } of articles) {
			if (id !== shared) await unplaceArticle(page_editor, { articleId: id, pageId: second });
		}
		await unplaceArticle(page_editor, { articleId: shared, pageId: second });
		await expect(removePage(page_editor, { id: second })).rejects.toThrow(/已经出过/);
	});

	it('sets a story free when both its pages are unlocked at the same time', async () => {
		const { page_editor, chief_on_duty, chief_editor } = newsroom.actors;
		const date = addDays(dayOf(new Date()), ++days);
		const { id: editionId, pageIds, articles } = await laidOut(newsroom, date, [[{}], [{ headline: '另一篇' }]]);
		const [first = '', second = ''] = pageIds;
		const shared = articles[0]?.id ?? '';
		await placeArticle(page_editor, { articleId: shared, pageId: second, priority: 3 });
		await locked(newsroom, editionId);
		const how = { to: 'clean_proof' as const, reason: '换图' };
		await Promise.all([
			unlockPage(chief_on_duty, { id: first, ...how }),
			unlockPage(chief_editor, { id: second, ...how }),
		]);
		expect(await stateOf(shared)).toBe('placed');
	});

	it('is done once when two chiefs press at the same time', async () => {
		const { chief_on_duty, chief_editor, proofreader, desk_editor, department_head } = newsroom.actors;
		const desk = await onPage();
		await desk.pull();
		for (const reader of [proofreader, desk_editor, department_head]) {
			await desk.sign(reader);
			await desk.pull();
		}
		const input = { id: desk.id, number: 4, whyHoles: '测试' };
		const both = await Promise.allSettled([lockPage(chief_on_duty, input), lockPage(chief_editor, input)]);
		expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(await db.trace.count({ where: { act: 'page.lock', subjectId: desk.id } })).toBe(1);
	});
});
