import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { publishEdition } from '@/lib/edition/publish';
import { getEdition, proposeEdition } from '@/lib/edition/read';
import { createEdition, movePlacement } from '@/lib/edition/write';
import { addDays, dayOf } from '@/lib/time';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { laidOut, locked } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});

const headlinesOf = async (date: string) =>
	(await getEdition(newsroom.actors.page_editor, date)).pages.map((page) =>
		page.stories.map(({ headline, priority }) => `${priority} ${headline}`),
	);

describe('movePlacement', () => {
	it('takes a story with its rank to the end of another page and says so in the record', async () => {
		const { page_editor } = newsroom.actors;
		const date = '2026-05-01';
		const { pageIds, articles } = await laidOut(newsroom, date, [
			[{ headline: '甲' }, { headline: '乙' }],
			[{ headline: '丙' }, { headline: '丁' }],
		]);
		const moved = { articleId: articles[1]?.id ?? '', pageId: pageIds[0] ?? '', toPageId: pageIds[1] ?? '' };
		await movePlacement(page_editor, moved);
		expect(await headlinesOf(date)).toEqual([['1 甲'], ['1 丙', '3 丁', '3 乙']]);
		const trace = await db.trace.findFirstOrThrow({ orderBy: { id: 'desc' } });
		expect(trace).toMatchObject({ act: 'article.movePlacement', subject: '乙', detail: { date, from: 1, no: 2 } });
		await expect(movePlacement(page_editor, moved)).rejects.toMatchObject({ code: 'not-found' });
	});

	it('neither leaves nor enters a published page, and is not for reporters', async () => {
		const { page_editor, chief_on_duty, reporter } = newsroom.actors;
		const out = await laidOut(newsroom, '2026-05-02', [[{ headline: '已出' }]]);
		await locked(newsroom, out.id);
		await publishEdition(chief_on_duty, { id: out.id });
		const open = await laidOut(newsroom, '2026-05-03', [[{ headline: '未出' }]]);
		const [outPage = '', openPage = ''] = [out.pageIds[0], open.pageIds[0]];
		const enter = { articleId: open.articles[0]?.id ?? '', pageId: openPage, toPageId: outPage };
		const leave = { articleId: out.articles[0]?.id ?? '', pageId: outPage, toPageId: openPage };
		await expect(movePlacement(page_editor, enter)).rejects.toMatchObject({ code: 'wrong-state' });
		await expect(movePlacement(page_editor, leave)).rejects.toMatchObject({ code: 'wrong-state' });
		await expect(movePlacement(reporter, enter)).rejects.toMatchObject({ code: 'forbidden' });
		expect(await headlinesOf('2026-05-03')).toEqual([['1 未出']]);
	});
});

describe('getEdition', () => {
	it('knows what each page holds: the first less its nameplate', async () => {
		const { page_editor } = newsroom.actors;
		await createEdition(page_editor, { date: '2026-05-04', pages: ['要闻', '综合'] });
		const { pages } = await getEdition(page_editor, '2026-05-04');
		expect(pages.map((page) => page.capacity)).toEqual([6 * 11 * 75, 6 * 11 * 86]);
	});
});

describe('proposeEdition', () => {
	it('proposes the first free day from tomorrow on, and the next number', async () => {
		const { page_editor } = newsroom.actors;
		const tomorrow = addDays(dayOf(new Date()), 1);
		expect((await proposeEdition(page_editor)).date).toBe(tomorrow);
		await createEdition(page_editor, { date: tomorrow, issueNo: 500, pages: ['要闻'] });
		await createEdition(page_editor, { date: addDays(tomorrow, 2), issueNo: 400, pages: ['要闻'] });
		expect(await proposeEdition(page_editor)).toEqual({ date: addDays(tomorrow, 1), issueNo: 501 });
	});
});
