import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endWatches, watchArticle } from '@/lib/article/live/hub';
import type { LiveStatus } from '@/lib/article/live/live';
import type { LockAct } from '@/lib/article/lock/lock';
import { changeLock } from '@/lib/article/lock/write';
import { saveArticle } from '@/lib/article/write';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { content, draft, submitted } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});
afterAll(endWatches);

const tabOf = (actor: Actor) => `tab-of-${actor.userId}`;
const act = (actor: Actor, id: string, name: LockAct, tab = tabOf(actor)) => changeLock(actor, { id, tab, act: name });
/** The writer falls silent. */
const silence = (id: string, seconds: number) =>
	db.$executeRaw`UPDATE "ArticleLock" SET "seenAt" = clock_timestamp() - make_interval(secs => ${seconds}) WHERE "articleId" = ${id}`;
const lockOf = (articleId: string) => db.articleLock.findUnique({ where: { articleId } });
const traceOf = async (subjectId: string) => {
	const rows = await db.trace.findMany({ where: { subjectId }, orderBy: { id: 'asc' } });
	return rows.filter(({ act }) => !['article.create', 'article.save'].includes(act));
};
const save = (actor: Actor, id: string, baseRevision: number, headline: string, tab?: string) =>
	saveArticle(actor, { id, baseRevision, requestId: crypto.randomUUID(), content: content({ headline }), tab });

describe('changeLock', () => {
	it('gives a free article to who takes it first, and says to others who writes', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const { id } = await draft(reporter);
		expect((await act(reporter, id, 'take')).writer).toMatchObject({ name: reporter.name, isHere: true });
		expect((await act(desk_editor, id, 'take')).writer).toMatchObject({ name: reporter.name, isMe: false, tab: null });
		expect((await act(reporter, id, 'take', 'another-tab')).writer).toMatchObject({ isMe: true, isHere: false });
		expect(await lockOf(id)).toMatchObject({ userId: reporter.userId, tab: tabOf(reporter) });
	});

	it('lets one of sixteen have it who come at once', async () => {
		const { desk_editor } = newsroom.actors;
		const { id } = await draft(desk_editor);
		const tabs = Array.from({ length: 16 }, (_, tab) => `simultaneous-${tab}`);
		const views = await Promise.all(tabs.map((tab) => act(desk_editor, id, 'take', tab)));
		expect(views.filter(({ writer }) => writer?.isHere)).toHaveLength(1);
	});

	it('is for those who may write this article, as it stands', async () => {
		const { reporter, proofreader, desk_editor } = newsroom.actors;
		const { id } = await draft(desk_editor);
		await expect(act(proofreader, id, 'take')).rejects.toMatchObject({ code: 'forbidden' });
		await expect(act(reporter, id, 'take')).rejects.toMatchObject({ code: 'forbidden' });
		await db.article.update({ where: { id }, data: { state: 'spiked' } });
		await expect(act(desk_editor, id, 'take')).rejects.toMatchObject({ code: 'wrong-state' });
		await expect(act(desk_editor, 'no-such-article', 'take')).rejects.toMatchObject({ code: 'not-found' });
		expect(await lockOf(id)).toBeNull();
	});

	it('hands over to who asks, with a trace of both', async () => {
		const { reporter, desk_editor, department_head } = newsroom.actors;
		const { id } = await draft(reporter);
		await act(reporter, id, 'take');
		expect((await act(desk_editor, id, 'ask')).ask).toMatchObject({ name: desk_editor.name, isHere: true });
		await expect(act(department_head, id, 'ask')).rejects.toMatchObject({ code: 'taken' });
		const given = await act(reporter, id, 'give');
		expect(given).toMatchObject({ writer: { name: desk_editor.name, isMe: false }, ask: null });
		expect((await act(desk_editor, id, 'take')).writer?.isHere).toBe(true);
		expect(await traceOf(id)).toMatchObject([
			{ act: 'article.askLock', actorId: desk_editor.userId, detail: { writer: reporter.name } },
			{ act: 'article.giveLock', actorId: reporter.userId, detail: { asker: desk_editor.name } },
		]);
	});

	it('keeps it with a writer who asks to wait, and gives it when he leaves', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const { id } = await draft(reporter);
		await act(reporter, id, 'take');
		await act(desk_editor, id, 'ask');
		expect(await act(reporter, id, 'refuse')).toMatchObject({ writer: { isHere: true }, ask: null });
		await act(desk_editor, id, 'ask');
		await act(reporter, id, 'leave');
		expect(await lockOf(id)).toMatchObject({ userId: desk_editor.userId, tab: tabOf(desk_editor), askedTab: '' });
		await act(desk_editor, id, 'leave');
		expect(await lockOf(id)).toBeNull();
		expect((await traceOf(id)).map(({ act }) => act)).toEqual([
			'article.askLock',
			'article.keepLock',
			'article.askLock',
			'article.giveLock',
		]);
	});

	it('lets a desk editor overrule a reporter, and not the other way round', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const { id } = await draft(reporter);
		await act(reporter, id, 'take');
		expect((await act(desk_editor, id, 'force')).writer).toMatchObject({ name: desk_editor.name, isHere: true });
		await expect(act(reporter, id, 'force')).rejects.toMatchObject({ code: 'forbidden' });
		expect(await traceOf(id)).toMatchObject([
			{ act: 'article.takeOver', actorId: desk_editor.userId, detail: { writer: reporter.name, why: 'forced' } },
		]);
	});

	it('is anybody’s 30 seconds after the writer’s last sign of life', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const { id } = await draft(reporter);
		await act(reporter, id, 'take');
		await silence(id, 28);
		expect((await act(desk_editor, id, 'take')).writer?.isMe).toBe(false);
		await silence(id, 31);
		expect((await act(desk_editor, id, 'take')).writer?.isHere).toBe(true);
		// Who slept is told; what he then does to the lock does nothing.
		expect((await act(reporter, id, 'take')).writer).toMatchObject({ name: desk_editor.name, isMe: false });
		await act(reporter, id, 'leave');
		expect(await lockOf(id)).toMatchObject({ userId: desk_editor.userId });
		expect(await traceOf(id)).toMatchObject([{ act: 'article.takeOver', detail: { why: 'expired' } }]);
	});
});

describe('saveArticle and the writer', () => {
	it('takes a free article, renews it, and refuses who is not its writer', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const { id } = await draft(reporter);
		await save(reporter, id, 1, '记者写的', tabOf(reporter));
		expect(await lockOf(id)).toMatchObject({ userId: reporter.userId, tab: tabOf(reporter) });
		await silence(id, 20);
		await save(reporter, id, 2, '记者又写', tabOf(reporter));
		await expect(save(desk_editor, id, 3, '编辑写的', tabOf(desk_editor))).rejects.toMatchObject({
			code: 'taken',
			message: expect.stringContaining(reporter.name),
		});
		await expect(save(reporter, id, 3, '另一个标签页', 'another-tab')).rejects.toMatchObject({ code: 'taken' });
		expect(await db.articleRevision.count({ where: { articleId: id } })).toBe(3);
	});

	it('takes it from who is silent, but only with a save that stands', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const { id } = await draft(reporter);
		await save(reporter, id, 1, '记者写的', tabOf(reporter));
		await silence(id, 31);
		await expect(save(desk_editor, id, 1, '看旧了', tabOf(desk_editor))).rejects.toMatchObject({ code: 'stale' });
		expect(await lockOf(id)).toMatchObject({ userId: reporter.userId });
		await save(desk_editor, id, 2, '编辑写的', tabOf(desk_editor));
		expect(await lockOf(id)).toMatchObject({ userId: desk_editor.userId });
		await expect(save(reporter, id, 3, '醒来再存', tabOf(reporter))).rejects.toMatchObject({ code: 'taken' });
	});

	it('answers a retry of what was saved before the article was taken', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const { id } = await draft(reporter);
		const tab = tabOf(reporter);
		const request = { id, baseRevision: 1, requestId: crypto.randomUUID(), content: content({ headline: '一' }), tab };
		const first = await saveArticle(reporter, request);
		await act(desk_editor, id, 'force');
		expect(await saveArticle(reporter, request)).toMatchObject({ revision: first.revision });
	});

	it('without a tab needs nobody’s leave but a writer’s who is there', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const { id } = await draft(reporter);
		await save(desk_editor, id, 1, '没有人在写');
		expect(await lockOf(id)).toBeNull();
		await act(reporter, id, 'take');
		await save(reporter, id, 2, '自己的另一处');
		await expect(save(desk_editor, id, 3, '有人在写')).rejects.toMatchObject({ code: 'taken' });
		await silence(id, 31);
		await save(desk_editor, id, 3, '那人走了');
	});
});

describe('watchArticle', () => {
	async function watch(actor: Actor, articleId: string) {
		const sessionId = crypto.randomUUID();
		const expiresAt = new Date(Date.now() + 60_000);
		await db.session.create({ data: { id: sessionId, userId: actor.userId, expiresAt } });
		const seen: LiveStatus[] = [];
		let isClosed = false;
		const stop = watchArticle({
			articleId,
			sessionId,
			userId: actor.userId,
			name: actor.name,
			tab: tabOf(actor),
			send: (status) => seen.push(status),
			close: () => {
				isClosed = true;
			},
		});
		const sees = (expected: object) =>
			expect.poll(() => seen.at(-1), { timeout: 2000, interval: 20 }).toMatchObject(expected);
		return { seen, sees, stop, isClosed: () => isClosed };
	}

	it('tells at once who writes, each save, each change of state, who asks and who looks on', async () => {
		const { reporter, desk_editor, chief_on_duty } = newsroom.actors;
		const { id } = await submitted(newsroom);
		const chief = await watch(chief_on_duty, id);
		await chief.sees({ revision: 1, state: 'submitted', writer: null, others: [] });
		await act(reporter, id, 'take');
		await chief.sees({ writer: { name: reporter.name, isMe: false } });
		await save(reporter, id, 1, '改了', tabOf(reporter));
		await chief.sees({ revision: 2 });
		const editor = await watch(desk_editor, id);
		await chief.sees({ others: [{ name: desk_editor.name, isMe: false }] });
		await act(desk_editor, id, 'ask');
		await chief.sees({ ask: { name: desk_editor.name, isMe: false } });
		await editor.sees({ ask: { isHere: true }, others: [{ name: chief_on_duty.name }] });
		editor.stop();
		await chief.sees({ others: [] });
		await db.article.update({ where: { id }, data: { state: 'returned' } });
		await chief.sees({ state: 'returned' });
		// A sign of life is no news.
		const told = chief.seen.length;
		await act(reporter, id, 'take');
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(chief.seen).toHaveLength(told);
		chief.stop();
	});

	it('notices by itself that a writer has fallen silent, and cuts off an account that is disabled', async () => {
		const { reporter, proofreader } = newsroom.actors;
		const { id } = await draft(reporter);
		await act(reporter, id, 'take');
		const looker = await watch(proofreader, id);
		const writer = await watch(reporter, id);
		await looker.sees({ writer: { name: reporter.name } });
		await silence(id, 31);
		await db.user.update({ where: { id: reporter.userId }, data: { disabledAt: new Date() } });
		await expect.poll(writer.isClosed, { timeout: 10_000 }).toBe(true);
		await looker.sees({ writer: null, others: [] });
		expect(looker.isClosed()).toBe(false);
		await db.user.update({ where: { id: reporter.userId }, data: { disabledAt: null } });
		looker.stop();
	});
});
