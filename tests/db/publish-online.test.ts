import { beforeAll, describe, expect, it } from 'vitest';
import { saveArticle } from '@/lib/article/write';
import { db, publishedDb } from '@/lib/db';
import { correctArticle, withdrawArticle } from '@/lib/edition/amend';
import { publishEdition } from '@/lib/edition/publish';
import { publishOnline, timeArticle } from '@/lib/edition/publish-online';
import { getEdition } from '@/lib/edition/read';
import { createEdition, placeArticle, timeEdition, unplaceArticle } from '@/lib/edition/write';
import { publishDueArticle, publishDueEdition } from '@/lib/job/due';
import { scheduleArticle } from '@/lib/workflow/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { signThrice } from '@/prisma/seed/write-story';
import { at, content, draft, laidOut, locked, signed } from '../factories';

const amendment = {
	kind: 'update' as const,
	wrong: '',
	right: '',
	foundBy: '',
	cause: 'other' as const,
	note: '补充了地点。',
};
let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});

const article = (id: string) => db.article.findUniqueOrThrow({ where: { id } });
const published = (id: string) => publishedDb.publishedArticle.findUnique({ where: { id } });
const soon = (milliseconds: number) => new Date(Date.now() + milliseconds);
/** Makes what is timed due, as time would. */
const letPass = (table: 'article' | 'edition', id: string) =>
	table === 'article'
		? db.article.update({ where: { id }, data: { publishAt: soon(-1000), publishTriedAt: null } })
		: db.edition.update({ where: { id }, data: { publishAt: soon(-1000), publishTriedAt: null } });

describe('online before print', () => {
	it('gives readers a signed story at once, with trace and outbox, and no page', async () => {
		const story = await signed(newsroom);
		await publishOnline(newsroom.actors.chief_on_duty, at(story));
		expect(await published(story.id)).toMatchObject({ pageNo: 0, pageName: '网络版', headline: '湖边的路修好了' });
		expect((await article(story.id)).state).toBe('published');
		expect(await db.trace.count({ where: { subjectId: story.id, act: 'article.publishOnline' } })).toBe(1);
		const outbox = await db.outbox.findFirstOrThrow({ where: { subject: story.id, event: 'article.publishOnline' } });
		expect(outbox.touched).toEqual(expect.arrayContaining([`article:${story.id}`, 'latest']));
	});

	it('is for chiefs, for what is signed, and not before an embargo has passed', async () => {
		const { chief_on_duty, desk_editor, page_editor } = newsroom.actors;
		const story = await signed(newsroom);
		await expect(publishOnline(page_editor, at(story))).rejects.toMatchObject({ code: 'forbidden' });
		const unsigned = await draft(newsroom.actors.reporter);
		await expect(publishOnline(chief_on_duty, at(unsigned))).rejects.toMatchObject({ code: 'wrong-state' });
		await scheduleArticle(desk_editor, { id: story.id, embargoUntil: soon(60_000) });
		await expect(publishOnline(chief_on_duty, at(story))).rejects.toThrow(/禁发/);
		await scheduleArticle(desk_editor, { id: story.id, embargoUntil: soon(-60_000) });
		await publishOnline(chief_on_duty, at(story));
		await expect(publishOnline(chief_on_duty, { id: story.id, revision: 1 })).rejects.toThrow(/已经?看得到|上网/);
	});

	it('gets its page when the edition appears, in its words of then, and keeps its first moment', async () => {
		const { chief_on_duty, page_editor, desk_editor } = newsroom.actors;
		const story = await signed(newsroom);
		await publishOnline(chief_on_duty, at(story));
		const first = await published(story.id);
		const { id: editionId } = await createEdition(page_editor, { date: '2026-05-01', pages: ['要闻'] });
		const [page] = (await getEdition(page_editor, '2026-05-01')).pages;
		const place = { articleId: story.id, pageId: page?.id ?? '' };
		await placeArticle(page_editor, { ...place, priority: 1 });
		expect((await article(story.id)).state).toBe('placed');
		await unplaceArticle(page_editor, place);
		expect((await article(story.id)).state).toBe('published');
		await placeArticle(page_editor, { ...place, priority: 1 });
		const change = { id: story.id, baseRevision: 1, requestId: crypto.randomUUID() };
		await saveArticle(desk_editor, { ...change, content: content({ headline: '见报时的标题' }) });
		await signThrice(newsroom, { id: story.id, revision: 2 });
		expect(await published(story.id)).toMatchObject({ headline: '湖边的路修好了', pageNo: 0 });
		await locked(newsroom, editionId);
		await publishEdition(chief_on_duty, { id: editionId });
		expect(await published(story.id)).toMatchObject({
			headline: '见报时的标题',
			pageNo: 1,
			publishedAt: first?.publishedAt,
		});
		expect((await article(story.id)).state).toBe('published');
	});

	it('is corrected and withdrawn like any other', async () => {
		const { chief_on_duty, desk_editor } = newsroom.actors;
		const story = await signed(newsroom);
		await publishOnline(chief_on_duty, at(story));
		const change = { id: story.id, baseRevision: 1, requestId: crypto.randomUUID() };
		const saved = await saveArticle(desk_editor, {
			...change,
			content: content({ headline: '改对了的标题', amendment }),
		});
		await db.article.update({ where: { id: story.id }, data: { state: 'submitted' } });
		await signThrice(newsroom, at(saved));
		await correctArticle(chief_on_duty, at(saved));
		expect(await published(story.id)).toMatchObject({ headline: '改对了的标题' });
		await withdrawArticle(chief_on_duty, { id: story.id, note: '撤回。' });
		expect(await published(story.id)).toBeNull();
	});
});

describe('at a set time', () => {
	it('a story goes online once, by the order of who set it, however many look', async () => {
		const { chief_on_duty } = newsroom.actors;
		const story = await signed(newsroom);
		await expect(timeArticle(chief_on_duty, { id: story.id, publishAt: soon(-1000) })).rejects.toMatchObject({
			code: 'invalid',
		});
		await timeArticle(chief_on_duty, { id: story.id, publishAt: soon(3_600_000) });
		expect(await publishDueArticle()).toBe(false);
		await letPass('article', story.id);
		const found = await Promise.all([publishDueArticle(), publishDueArticle(), publishDueArticle()]);
		expect(found.filter(Boolean)).toHaveLength(1);
		expect(await published(story.id)).toMatchObject({ revision: 1 });
		const traces = await db.trace.findMany({ where: { subjectId: story.id, act: 'article.publishOnline' } });
		expect(traces).toMatchObject([{ actorId: chief_on_duty.userId }]);
		expect(await article(story.id)).toMatchObject({ publishAt: null, publishTrouble: '' });
	});

	it('what is not ready waits, says why, and is tried again', async () => {
		const { chief_on_duty, reporter } = newsroom.actors;
		const story = await draft(reporter);
		await timeArticle(chief_on_duty, { id: story.id, publishAt: soon(3_600_000) });
		await letPass('article', story.id);
		expect(await publishDueArticle()).toBe(true);
		expect(await article(story.id)).toMatchObject({ publishTrouble: expect.stringContaining('签发之后才能上网') });
		expect(await publishDueArticle()).toBe(false);
		await db.user.update({ where: { id: chief_on_duty.userId }, data: { disabledAt: new Date() } });
		await letPass('article', story.id);
		expect(await publishDueArticle()).toBe(true);
		expect(await article(story.id)).toMatchObject({ publishTrouble: expect.stringContaining('账号已停用') });
		await db.user.update({ where: { id: chief_on_duty.userId }, data: { disabledAt: null } });
		await timeArticle(chief_on_duty, { id: story.id, publishAt: null });
		expect(await publishDueArticle()).toBe(false);
	});

	it('an edition appears whole and once', async () => {
		const { chief_on_duty } = newsroom.actors;
		const { id, articles } = await laidOut(newsroom, '2026-05-02', [[{}], [{ headline: '第二版头条' }]]);
		await locked(newsroom, id);
		await timeEdition(chief_on_duty, { id, publishAt: soon(3_600_000) });
		expect(await publishDueEdition()).toBe(false);
		await letPass('edition', id);
		await Promise.all([publishDueEdition(), publishDueEdition()]);
		expect(await db.trace.count({ where: { subjectId: id, act: 'edition.publish' } })).toBe(1);
		for (const story of articles) expect(await published(story.id)).not.toBeNull();
	});
});
