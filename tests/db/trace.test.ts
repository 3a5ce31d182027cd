import { beforeAll, describe, expect, it } from 'vitest';
import { saveArticle } from '@/lib/article/write';
import { db } from '@/lib/db';
import { createEdition, updateEdition } from '@/lib/edition/write';
import { dayOf } from '@/lib/time';
import { listTrace, listTraceActors, tracePageSize } from '@/lib/trace/read';
import { submitArticle } from '@/lib/workflow/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { at, content, draft } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});

const list = (filters: Parameters<typeof listTrace>[1] = {}) => listTrace(newsroom.actors.chief_on_duty, filters);
const actsOf = async (filters: Parameters<typeof listTrace>[1]) => (await list(filters)).rows.map((row) => row.act);

describe('listTrace', () => {
	it('tells who did what to what, newest first, with the hashes of the content', async () => {
		const { reporter } = newsroom.actors;
		const article = await draft(reporter, { headline: '留痕之一' });
		const request = { id: article.id, baseRevision: 1, requestId: crypto.randomUUID() };
		const saved = await saveArticle(reporter, { ...request, content: content({ headline: '留痕之一改' }) });
		await submitArticle(reporter, at(saved));
		const { rows } = await list({ q: '留痕之一' });
		expect(rows.map(({ act, actorName, subject }) => [act, actorName, subject])).toEqual([
			['article.submit', reporter.name, '留痕之一改'],
			['article.save', reporter.name, '留痕之一改'],
			['article.create', reporter.name, '留痕之一'],
		]);
		expect(rows[1]).toMatchObject({ before: article.hash, after: saved.hash, detail: { revision: 2 } });
	});

	it('narrows by act, person, subject and day', async () => {
		const { reporter, admin } = newsroom.actors;
		const today = dayOf(new Date());
		expect(new Set(await actsOf({ act: 'article.submit' }))).toEqual(new Set(['article.submit']));
		expect(await actsOf({ actorId: reporter.userId, subjectType: 'column' })).toEqual([]);
		expect(new Set(await actsOf({ actorId: admin.userId }))).toEqual(
			new Set(['column.create', 'series.create', 'tag.create']),
		);
		expect((await list({ from: today, to: today })).rows.length).toBeGreaterThan(0);
		expect((await list({ to: '2001-01-01' })).rows).toEqual([]);
		expect((await list({ from: '2101-01-01' })).rows).toEqual([]);
		expect((await list({ q: '%' })).rows).toEqual([]);
	});

	it('names an edition by the day it has now', async () => {
		const { page_editor } = newsroom.actors;
		const { id } = await createEdition(page_editor, { date: '2026-04-01', pages: ['要闻'] });
		await updateEdition(page_editor, { id, date: '2026-04-02', issueNo: 7 });
		const { rows } = await list({ subjectType: 'edition' });
		expect(rows.map(({ subject, editionDate }) => [subject, editionDate])).toEqual([
			['2026-04-02', '2026-04-02'],
			['2026-04-01', '2026-04-02'],
		]);
	});

	it('goes on where a page ended, without gap or repeat, while new acts are added', async () => {
		const { reporter } = newsroom.actors;
		const filters = { subjectType: 'try' };
		const entry = { paperId: reporter.paperId, actorId: reporter.userId, actorName: reporter.name, ip: '' };
		const acts = Array.from({ length: tracePageSize + 3 }, (_, no) => `try.${no}`);
		for (const act of acts) {
			await db.trace.create({ data: { ...entry, act, subjectType: 'try', subjectId: 'x', subject: '试' } });
		}
		const first = await list(filters);
		await db.trace.create({ data: { ...entry, act: 'try.late', subjectType: 'try', subjectId: 'x', subject: '试' } });
		const second = await list({ ...filters, before: first.older ?? '' });
		expect([...first.rows, ...second.rows].map((row) => row.act)).toEqual(acts.toReversed());
		expect(second.older).toBeNull();
	});

	it('is for chiefs and administrators, of their own paper', async () => {
		const { reporter, desk_editor, admin } = newsroom.actors;
		for (const actor of [reporter, desk_editor]) {
			await expect(listTrace(actor, {})).rejects.toMatchObject({ code: 'forbidden' });
			await expect(listTraceActors(actor)).rejects.toMatchObject({ code: 'forbidden' });
		}
		const other = await createNewsroom({ withPasswords: false, paperId: 'linxian' });
		const ids = new Set((await listTraceActors(other.actors.admin)).map(({ id }) => id));
		expect(ids.has(admin.userId)).toBe(false);
		expect((await listTrace(other.actors.admin, { subjectType: 'article' })).rows).toEqual([]);
	});
});
