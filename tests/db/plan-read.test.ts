import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { fitWord } from '@/lib/edition/board/board';
import { getDeadlineBoard } from '@/lib/edition/board/read';
import { listMonth, listStoryPool } from '@/lib/edition/plan/read';
import { createSlot, setDeadlines, setHolder } from '@/lib/edition/plan/write';
import { createEdition } from '@/lib/edition/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { draft, laidOut, signed, submitted } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});

const editor = () => newsroom.actors.page_editor;

describe('reads', () => {
	it('the pool has the signed first, then those on their way, and no draft', async () => {
		const [way, ready, raw] = [
			await submitted(newsroom, { headline: '在审' }),
			await signed(newsroom, { headline: '签了' }),
			await draft(newsroom.actors.reporter, { headline: '草稿' }),
		];
		const pool = await listStoryPool(editor());
		const index = (id: string) => pool.findIndex((story) => story.articleId === id);
		expect(pool[index(way.id)]).toMatchObject({ state: 'submitted', headline: '在审' });
		expect(index(ready.id)).toBeGreaterThanOrEqual(0);
		expect(index(ready.id)).toBeLessThan(index(way.id));
		expect(index(raw.id)).toBe(-1);
	});

	it('the calendar knows the days that its weeks touch', async () => {
		await laidOut(newsroom, '2026-08-31', [[{}, {}]]);
		for (const date of ['2026-10-04', '2026-10-05']) await createEdition(editor(), { date, pages: ['要闻', '综合'] });
		const days = await listMonth(editor(), '2026-09');
		expect(days).toEqual([
			{ date: '2026-08-31', state: 'open', pages: 1, stories: 2 },
			{ date: '2026-10-04', state: 'open', pages: 2, stories: 0 },
		]);
	});

	it('the board tells where every page is', async () => {
		const date = '2026-09-15';
		const long = '环湖步道昨天全线贯通，从北桥到柳浦走一圈要两个小时。'.repeat(400);
		const body = {
			type: 'doc' as const,
			content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: long }] }],
		};
		const { id, pageIds, articles } = await laidOut(newsroom, date, [[{}], [{ body }], []]);
		const [one = '', two = '', three = ''] = pageIds;
		await createSlot(editor(), { pageId: three, label: '头条', plannedWords: 800, priority: 1, columnId: null });
		const deadline = new Date('2026-09-14T22:00:00+08:00');
		await setDeadlines(editor(), { id, deadline });
		await setHolder(editor(), { id: two, holderId: editor().userId, seen: null });
		await db.article.update({ where: { id: articles[0]?.id ?? '' }, data: { state: 'submitted' } });
		await openMark(one);
		const eventually = { timeout: 20_000, interval: 200 };
		await expect
			.poll(async () => (await getDeadlineBoard(editor(), date)).pages.map(({ fit }) => fit), eventually)
			.not.toContain('composing');
		const { pages } = await getDeadlineBoard(editor(), date);
		expect(
			pages.map(({ no, holder, openMarks, stories, unsigned, freeSlots }) => ({
				no,
				holder,
				openMarks,
				stories,
				unsigned,
				freeSlots,
			})),
		).toEqual([
			{ no: 1, holder: null, openMarks: 1, stories: 1, unsigned: 1, freeSlots: 0 },
			{ no: 2, holder: editor().name, openMarks: 0, stories: 1, unsigned: 0, freeSlots: 0 },
			{ no: 3, holder: null, openMarks: 0, stories: 0, unsigned: 0, freeSlots: 1 },
		]);
		expect(pages[0]?.fit).toMatchObject({ oversetLines: 0, holes: expect.any(Number) });
		expect(pages[1] && fitWord(pages[1].fit)).toMatchObject({
			words: expect.stringMatching(/^溢 [1-9]/),
			isAlarm: true,
		});
		expect(pages[2]?.fit).toBe('empty');
		expect(pages[0]?.deadline).toEqual(deadline);
		await expect(getDeadlineBoard(editor(), '2019-01-01')).rejects.toMatchObject({ code: 'not-found' });
	});

	it('the board of a published edition still stands', async () => {
		const { id } = await laidOut(newsroom, '2026-09-16', [[{}]]);
		await db.edition.update({ where: { id }, data: { publishedAt: new Date() } });
		const { publishedAt, pages } = await getDeadlineBoard(editor(), '2026-09-16');
		expect(publishedAt).not.toBeNull();
		expect(pages[0]?.unsigned).toBe(0);
	});
});

/** One open mark and one that is done, on a proof of the page. */
async function openMark(pageId: string): Promise<void> {
	const { paperId, userId: actorId, name: actorName } = newsroom.actors.proofreader;
	const version = { id: crypto.randomUUID(), paperId, pageId, number: 1 };
	await db.pageVersion.create({ data: { ...version, stage: 'first_proof', brief: {}, sheet: {} } });
	const mark = { paperId, pageId, versionId: version.id, kind: 'query' as const, place: 'page', actorId, actorName };
	await db.pageMark.createMany({
		data: [
			{ ...mark, id: crypto.randomUUID(), number: 1 },
			{ ...mark, id: crypto.randomUUID(), number: 2, state: 'done' },
		],
	});
}
