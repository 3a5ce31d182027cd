import { beforeAll, describe, expect, it } from 'vitest';
import { sideOf } from '@/lib/article/history/difference';
import { compareRevisions, listRevisions } from '@/lib/article/history/read';
import { nameRevision, restoreRevision, unnameRevision } from '@/lib/article/history/write';
import { changeLock } from '@/lib/article/lock/write';
import { getArticleForEdit } from '@/lib/article/read';
import { type SavedArticle, saveArticle } from '@/lib/article/write';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { publishEdition } from '@/lib/edition/publish';
import { returnArticle, submitArticle } from '@/lib/workflow/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { p } from '@/prisma/seed/story';
import { at, content, draft, laidOut, locked, signed, submitted } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});

const body = (...paragraphs: string[]) => ({
	body: { type: 'doc' as const, content: paragraphs.map((text) => p(text)) },
});

const save = (
	actor: Actor,
	article: { id: string; revision: number },
	...paragraphs: string[]
): Promise<SavedArticle> =>
	saveArticle(actor, {
		id: article.id,
		baseRevision: article.revision,
		requestId: crypto.randomUUID(),
		content: content(body(...paragraphs)),
	});

const restore = (actor: Actor, id: string, number: number, baseRevision: number) =>
	restoreRevision(actor, { id, number, baseRevision, requestId: crypto.randomUUID() });

const namesOf = async (articleId: string) => {
	const rows = await db.revisionName.findMany({
		where: { articleId },
		orderBy: [{ number: 'asc' }, { createdAt: 'asc' }],
	});
	return rows.map(({ number, name, actorName }) => `${number} ${name} ${actorName}`);
};
const lastTrace = (subjectId: string) =>
	db.trace.findFirstOrThrow({
		where: { subjectId },
		orderBy: { id: 'desc' },
		select: { act: true, detail: true, before: true, after: true },
	});

describe('names', () => {
	it('come from being sent for review, signed and published, each once', async () => {
		const { reporter, desk_editor, department_head, chief_on_duty } = newsroom.actors;
		const { id: edition, articles } = await laidOut(newsroom, '2026-12-01', [[{ headline: '名字' }]]);
		const [article] = articles as [SavedArticle];
		await locked(newsroom, edition);
		await publishEdition(chief_on_duty, { id: edition });
		expect(await namesOf(article.id)).toEqual([
			`1 送审稿 ${reporter.name}`,
			`1 初审稿 ${desk_editor.name}`,
			`1 复审稿 ${department_head.name}`,
			`1 终审稿 ${chief_on_duty.name}`,
			`1 刊发稿 ${chief_on_duty.name}`,
		]);
		const again = await submitted(newsroom);
		await returnArticle(desk_editor, { ...at(again), returnTo: null, reason: 'wording', note: '再写写' });
		await submitArticle(reporter, at(again));
		expect(await namesOf(again.id)).toEqual([`1 送审稿 ${reporter.name}`]);
	});

	it('are given and taken away by whoever may edit, with a trace', async () => {
		const { reporter, desk_editor, proofreader, admin } = newsroom.actors;
		const { id } = await draft(reporter);
		await nameRevision(desk_editor, { id, number: 1, name: '给老唐看的' });
		expect(await namesOf(id)).toEqual([`1 给老唐看的 ${desk_editor.name}`]);
		expect(await lastTrace(id)).toMatchObject({ act: 'article.name', detail: { revision: 1, called: '给老唐看的' } });
		const refused = (actor: Actor, number: number, name: string) => nameRevision(actor, { id, number, name });
		await expect(refused(reporter, 1, '给老唐看的')).rejects.toMatchObject({ code: 'taken' });
		await expect(refused(reporter, 2, '没有的')).rejects.toMatchObject({ code: 'not-found' });
		await expect(refused(proofreader, 1, '校对的')).rejects.toMatchObject({ code: 'forbidden' });
		await expect(refused(admin, 1, '管理的')).rejects.toMatchObject({ code: 'forbidden' });
		await unnameRevision(reporter, { id, number: 1, name: '给老唐看的' });
		expect(await namesOf(id)).toEqual([]);
		expect(await lastTrace(id)).toMatchObject({ act: 'article.unname', detail: { revision: 1, called: '给老唐看的' } });
		await expect(unnameRevision(reporter, { id, number: 1, name: '给老唐看的' })).rejects.toMatchObject({
			code: 'not-found',
		});
	});
});

describe('restoreRevision', () => {
	it('makes the old content the next revision, with a trace, and is undone the same way', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const first = await draft(reporter, body('湖边的路修好了。'));
		const second = await save(desk_editor, first, '全部改写过的一段。');
		const restored = await restore(reporter, first.id, 1, 2);
		expect(restored).toMatchObject({ revision: 3, hash: first.hash });
		expect(await lastTrace(first.id)).toMatchObject({
			act: 'article.restore',
			before: second.hash,
			after: first.hash,
			detail: { revision: 3, restored: 1 },
		});
		expect(await db.articleRevision.count({ where: { articleId: first.id } })).toBe(3);
		expect(await restore(reporter, first.id, 2, 3)).toMatchObject({ revision: 4, hash: second.hash });
		expect((await getArticleForEdit(reporter, first.id)).content.body.content).toEqual([p('全部改写过的一段。')]);
	});

	it('answers a repeated request once', async () => {
		const { reporter } = newsroom.actors;
		const first = await draft(reporter, body('一。'));
		await save(reporter, first, '二。');
		const request = { id: first.id, number: 1, baseRevision: 2, requestId: crypto.randomUUID() };
		await restoreRevision(reporter, request);
		expect(await restoreRevision(reporter, request)).toMatchObject({ revision: 3 });
	});

	it('obeys the rules of every save', async () => {
		const { reporter, desk_editor, proofreader } = newsroom.actors;
		const first = await draft(reporter, body('一。'));
		await save(desk_editor, first, '二。');
		await expect(restore(reporter, first.id, 1, 1)).rejects.toMatchObject({ code: 'stale' });
		await expect(restore(reporter, first.id, 2, 2)).rejects.toMatchObject({ code: 'invalid' });
		await expect(restore(reporter, first.id, 9, 2)).rejects.toMatchObject({ code: 'not-found' });
		await expect(restore(proofreader, first.id, 1, 2)).rejects.toMatchObject({ code: 'forbidden' });
		await changeLock(desk_editor, { id: first.id, tab: 'desk-editors-tab', act: 'take' });
		const taken = restore(reporter, first.id, 1, 2);
		await expect(taken).rejects.toMatchObject({
			code: 'taken',
			message: expect.stringContaining(`${desk_editor.name}正在写`),
		});
		expect(await db.articleRevision.count({ where: { articleId: first.id } })).toBe(2);
	});

	it('voids signatures and finds them again by what the content is', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const article = await signed(newsroom, body('湖边的路修好了，长十公里。'));
		expect(await save(desk_editor, article, '湖边的路修好了，长八公里。')).toMatchObject({ state: 'submitted' });
		const [edited] = (await listRevisions(reporter, article.id, {})).entries;
		expect(edited).toMatchObject({ kind: 'sitting', notes: ['初审、复审、终审签名作废'] });
		expect(await restore(desk_editor, article.id, 1, 2)).toMatchObject({ state: 'signed_off', hash: article.hash });
		const [restored] = (await listRevisions(reporter, article.id, {})).entries;
		expect(restored).toMatchObject({ kind: 'sitting', last: 3, restoredFrom: 1 });
	});
});

describe('listRevisions', () => {
	it('tells sittings, names and acts in order, with what each added', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const first = await draft(reporter, body('湖边。'));
		const second = await save(reporter, first, '湖边的路。');
		const third = await save(reporter, second, '湖边的路修好了。');
		await submitArticle(reporter, at(third));
		const fourth = await save(desk_editor, third, '湖边的路昨天修好了。');
		await returnArticle(desk_editor, { ...at(fourth), returnTo: null, reason: 'facts', note: '日期再核' });
		const { entries, older, revision, may } = await listRevisions(reporter, first.id, {});
		expect(older).toBeNull();
		expect({ revision, may }).toEqual({ revision: 4, may: { name: true, restore: true } });
		expect(entries).toMatchObject([
			{ kind: 'act', act: 'article.return', actorName: desk_editor.name, note: '日期再核' },
			{ kind: 'sitting', first: 4, last: 4, actorName: desk_editor.name, words: 10, wordsAdded: 2 },
			{ kind: 'act', act: 'article.submit', actorName: reporter.name, revision: 3 },
			{ kind: 'sitting', first: 1, last: 3, actorName: reporter.name, words: 8, wordsAdded: 8 },
		]);
		expect(entries[3]).toMatchObject({
			revisions: [{ number: 3, names: [{ name: '送审稿', isOfAct: true }] }, { number: 2 }, { number: 1 }],
		});
	});

	it('is for those who may read the article', async () => {
		const { reporter, desk_editor, proofreader } = newsroom.actors;
		const { id } = await draft(desk_editor);
		expect((await listRevisions(proofreader, id, {})).may).toEqual({ name: false, restore: false });
		await expect(listRevisions(reporter, id, {})).rejects.toMatchObject({ code: 'forbidden' });
		await expect(compareRevisions(reporter, id, {})).rejects.toMatchObject({ code: 'forbidden' });
		await expect(listRevisions(desk_editor, 'no-such-article', {})).rejects.toMatchObject({ code: 'not-found' });
	});

	it('gives a thousand revisions page by page, each once, without their contents', async () => {
		const { reporter } = newsroom.actors;
		const { id } = await draft(reporter);
		// As an afternoon of two people leaves them: a revision a minute, the other one every fifty.
		await db.$executeRaw`
			INSERT INTO "ArticleRevision" ("id", "paperId", "articleId", "number", "body", "text", "words", "hash", "actorId", "requestId", "createdAt")
			SELECT ${id} || '-' || n, r."paperId", r."articleId", n, r."body", r."text", n, r."hash",
				CASE WHEN (n / 50) % 2 = 0 THEN r."actorId" ELSE ${newsroom.actors.desk_editor.userId} END,
				gen_random_uuid()::text, r."createdAt" + make_interval(mins => n)
			FROM "ArticleRevision" r, generate_series(2, 1000) n WHERE r."articleId" = ${id} AND r."number" = 1`;
		await db.article.update({ where: { id }, data: { revision: 1000 } });
		const numbers: number[] = [];
		let before: number | null | undefined;
		let pages = 0;
		while (before !== null) {
			const page = await listRevisions(reporter, id, { before });
			numbers.push(
				...page.entries.flatMap((entry) =>
					entry.kind === 'sitting' ? entry.revisions.map(({ number }) => number) : [],
				),
			);
			before = page.older;
			pages++;
		}
		expect(numbers).toEqual(Array.from({ length: 1000 }, (_, index) => 1000 - index));
		expect(pages).toBe(4);
	});
});

describe('compareRevisions', () => {
	it('lays any two against each other, with the hand of each change', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const first = await draft(reporter, body('湖边的路修好了。', '走一圈要两小时。'));
		const second = await save(desk_editor, first, '湖边的新路修好了。', '走一圈要两小时。');
		const third = await save(reporter, second, '湖边的新路修好了。', '走一圈要三小时。');
		const { difference, steps, from, to, may } = await compareRevisions(reporter, first.id, { from: 1, to: 3 });
		expect([from.number, to.number]).toEqual([1, 3]);
		expect(steps.map(({ number, actorName }) => [number, actorName])).toEqual([
			[2, desk_editor.name],
			[3, reporter.name],
		]);
		expect(may.restore).toBe(true);
		expect(sideOf(difference, 'before').body.content).toEqual([p('湖边的路修好了。'), p('走一圈要两小时。')]);
		expect(sideOf(difference, 'after')).toEqual((await getArticleForEdit(reporter, first.id)).content);
		const credited = JSON.stringify(difference);
		expect(credited).toContain('"text":"新"}],"by":1');
		expect(credited).toContain('"text":"三"}],"by":2');
		expect(third.revision).toBe(3);
	});

	it('shows the last sitting where nothing is asked for, and turns what is asked the wrong way round', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const first = await draft(reporter, body('一。'));
		const second = await save(reporter, first, '二。');
		const third = await save(desk_editor, second, '三。');
		await save(desk_editor, third, '四。');
		const bare = await compareRevisions(reporter, first.id, {});
		expect([bare.from.number, bare.to.number]).toEqual([2, 4]);
		const since = await compareRevisions(reporter, first.id, { from: 3 });
		expect([since.from.number, since.to.number]).toEqual([3, 4]);
		const turned = await compareRevisions(reporter, first.id, { from: 3, to: 1 });
		expect([turned.from.number, turned.to.number]).toEqual([1, 3]);
		const one = await compareRevisions(reporter, first.id, { from: 2, to: 2 });
		expect(one.difference.kind).toBe('same');
		await expect(compareRevisions(reporter, first.id, { from: 1, to: 9 })).rejects.toMatchObject({ code: 'not-found' });
	});

	it('has nothing to lay against a single revision', async () => {
		const { reporter } = newsroom.actors;
		const { id } = await draft(reporter);
		const { difference, from, to } = await compareRevisions(reporter, id, {});
		expect([difference.kind, from.number, to.number]).toEqual(['same', 1, 1]);
	});
});
