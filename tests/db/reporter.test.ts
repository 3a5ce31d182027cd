import { beforeAll, describe, expect, it } from 'vitest';
import { roles } from '@/lib/auth/roles';
import { db, publishedDb } from '@/lib/db';
import { withdrawArticle } from '@/lib/edition/amend';
import { publishEdition } from '@/lib/edition/publish';
import { newId } from '@/lib/id';
import { getReporter, listDepartments, listReporters, reporterChoices, reporterOutput } from '@/lib/reporter/read';
import type { CreateReporterInput } from '@/lib/reporter/schema';
import { createReporter, restoreReporter, retireReporter, updateReporter } from '@/lib/reporter/write';
import { siteTags } from '@/lib/site/tags';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { at, laidOut, locked } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false, paperId: newId() });
});

function reporter(overrides: Partial<CreateReporterInput> = {}): CreateReporterInput {
	return {
		name: '单晓川',
		pinyin: '',
		portraitId: null,
		pressCard: newId().toUpperCase(),
		department: '夜班部',
		beats: ['夜班', '交通'],
		email: 'shan@example.org',
		phone: '000-1234',
		public: true,
		userId: null,
		...overrides,
	};
}

async function recordOf(id: string) {
	const trace = await db.trace.findMany({ where: { subjectType: 'reporter', subjectId: id }, orderBy: { id: 'asc' } });
	const outbox = await db.outbox.findMany({ where: { subject: id }, orderBy: { id: 'asc' } });
	return { acts: trace.map((row) => row.act), details: trace.map((row) => row.detail), outbox };
}

const all = { q: '', department: '', show: 'all' } as const;

describe('createReporter', () => {
	it('writes the row with its pinyin, the trace, and what readers are owed', async () => {
		const input = reporter();
		const { id } = await createReporter(newsroom.actors.admin, input);
		expect(await db.reporter.findUniqueOrThrow({ where: { id } })).toMatchObject({
			...input,
			pinyin: 'shan xiao chuan',
			paperId: newsroom.paperId,
			retiredAt: null,
		});
		const { acts, outbox } = await recordOf(id);
		expect(acts).toEqual(['reporter.create']);
		expect(outbox).toMatchObject([{ event: 'reporter.create', touched: [siteTags.reporter(id)] }]);
		expect(await publishedDb.publishedReporter.count({ where: { id } })).toBe(1);
	});

	it('refuses a second of the same name and card, and leaves nothing behind', async () => {
		const { admin } = newsroom.actors;
		const input = reporter();
		await createReporter(admin, input);
		const before = await db.trace.count();
		const refused = { code: 'taken', fields: { pressCard: expect.any(String) } };
		await expect(createReporter(admin, input)).rejects.toMatchObject(refused);
		expect(await db.trace.count()).toBe(before);
		await createReporter(admin, reporter({ name: '另一人', pressCard: input.pressCard }));
	});

	it('refuses a portrait or an account of another paper, and an account that is another reporter’s', async () => {
		const { admin } = newsroom.actors;
		const other = await createNewsroom({ withPasswords: false, paperId: newId() });
		const refused = (field: string, code = 'invalid') => ({ code, fields: { [field]: expect.any(String) } });
		await expect(createReporter(admin, reporter({ portraitId: 'nowhere' }))).rejects.toMatchObject(
			refused('portraitId'),
		);
		const strange = reporter({ userId: other.actors.reporter.userId });
		await expect(createReporter(admin, strange)).rejects.toMatchObject(refused('userId'));
		const taken = reporter({ userId: newsroom.actors.reporter.userId });
		await expect(createReporter(admin, taken)).rejects.toMatchObject(refused('userId', 'taken'));
	});
});

describe('updateReporter', () => {
	it('writes what changed, and only that, into the trace', async () => {
		const { admin } = newsroom.actors;
		const input = { ...reporter(), pinyin: 'shan xiao chuan' };
		const { id } = await createReporter(admin, input);
		await updateReporter(admin, { ...input, id, beats: ['交通'], public: false });
		expect(await getReporter(admin, id)).toMatchObject({ beats: ['交通'], public: false });
		const { acts, details, outbox } = await recordOf(id);
		expect(acts).toEqual(['reporter.create', 'reporter.update']);
		expect(details[1]).toEqual({
			beats: { before: ['夜班', '交通'], after: ['交通'] },
			public: { before: true, after: false },
		});
		expect(outbox).toHaveLength(2);
		expect(await publishedDb.publishedReporter.count({ where: { id } })).toBe(0);
	});

	it('keeps the account that is linked already', async () => {
		const { admin, page_editor } = newsroom.actors;
		const input = reporter({ userId: page_editor.userId });
		const { id } = await createReporter(admin, input);
		await updateReporter(admin, { ...input, id, department: '视觉部' });
		expect((await getReporter(admin, id)).user?.id).toBe(page_editor.userId);
	});

	it('does not find a reporter of another paper', async () => {
		const other = await createNewsroom({ withPasswords: false, paperId: newId() });
		const [id = ''] = other.reporterIds.values();
		const { admin } = newsroom.actors;
		await expect(updateReporter(admin, { ...reporter(), id })).rejects.toMatchObject({ code: 'not-found' });
		await expect(getReporter(admin, id)).rejects.toMatchObject({ code: 'not-found' });
	});
});

describe('retiring', () => {
	it('leaves the page without contact, offers no more byline, and can be undone', async () => {
		const { admin } = newsroom.actors;
		const { id } = await createReporter(admin, reporter({ name: '离任人' }));
		await retireReporter(admin, { id });
		expect(await publishedDb.publishedReporter.findFirstOrThrow({ where: { id } })).toMatchObject({
			email: '',
			phone: '',
		});
		expect(await reporterChoices(admin, '离任人')).toEqual([]);
		await expect(retireReporter(admin, { id })).rejects.toMatchObject({ code: 'wrong-state' });
		await restoreReporter(admin, { id });
		await expect(restoreReporter(admin, { id })).rejects.toMatchObject({ code: 'wrong-state' });
		expect(await reporterChoices(admin, '离任人')).toMatchObject([{ id }]);
		const { acts, outbox } = await recordOf(id);
		expect(acts).toEqual(['reporter.create', 'reporter.retire', 'reporter.restore']);
		expect(outbox).toHaveLength(3);
	});
});

describe('finding', () => {
	it.each(['仇', '仇小满', 'qiuxiaoman', 'Qiu Xiao', 'qxm', 'ＱＸＭ'])('finds 仇小满 by %s', async (q) => {
		const { admin } = newsroom.actors;
		const known = await listReporters(admin, { ...all, q: '仇小满' });
		if (known.length === 0) await createReporter(admin, reporter({ name: '仇小满' }));
		expect((await listReporters(admin, { ...all, q })).map((row) => row.name)).toEqual(['仇小满']);
		expect((await reporterChoices(admin, q)).map((row) => row.name)).toEqual(['仇小满']);
	});

	it('takes marks of patterns for themselves', async () => {
		expect(await listReporters(newsroom.actors.admin, { ...all, q: '%' })).toEqual([]);
		expect(await reporterChoices(newsroom.actors.admin, '_')).toEqual([]);
	});

	it('filters by department, by those not shown to readers, by those who left', async () => {
		const { admin } = newsroom.actors;
		await createReporter(admin, reporter({ name: '幕后人', department: '校对科', public: false }));
		const names = async (filters: Partial<typeof all> | Record<string, string>) =>
			(await listReporters(admin, { ...all, ...filters })).map((row) => row.name);
		expect(await names({ department: '校对科' })).toEqual(['幕后人']);
		expect(await names({ show: 'hidden' })).toContain('幕后人');
		expect(await names({ show: 'hidden' })).not.toContain('沈知远');
		expect(await names({ show: 'retired' })).toEqual(['顾长川']);
		expect((await names({})).at(-1)).toBe('顾长川');
		expect(await listDepartments(admin)).toContain('校对科');
	});
});

describe('reporterOutput', () => {
	it('counts published stories and their 字 by month; pictures without 字; withdrawn ones not at all', async () => {
		const { admin, chief_on_duty } = newsroom.actors;
		const id = newsroom.reporterIds.get('陆佳禾') ?? '';
		const by = (role: 'reporter' | 'photographer') => ({
			bylines: [{ role, name: '陆佳禾', office: '', reporterId: id }],
		});
		const twice = { bylines: [...by('reporter').bylines, ...by('photographer').bylines] };
		const november = await laidOut(newsroom, '2025-11-30', [[by('reporter'), twice]]);
		const december = await laidOut(newsroom, '2025-12-01', [[by('photographer'), by('reporter')]]);
		await laidOut(newsroom, '2025-12-02', [[by('reporter')]]);
		await locked(newsroom, november.id);
		await publishEdition(chief_on_duty, { id: november.id });
		await locked(newsroom, december.id);
		await publishEdition(chief_on_duty, { id: december.id });
		const gone = december.articles[1];
		if (!gone) throw new Error('No article');
		await withdrawArticle(chief_on_duty, { ...at(gone), note: '事实有误，予以撤回' });
		const words = (await db.articleRevision.findFirstOrThrow({ where: { articleId: gone.id } })).words;

		const { months, latest } = await reporterOutput(admin, id);
		expect(months).toEqual([
			{ month: '2025-12', stories: 1, words: 0 },
			{ month: '2025-11', stories: 2, words: 2 * words },
		]);
		expect(latest.map(({ articleId, date, pageNo }) => [articleId, date, pageNo])).toEqual([
			[december.articles[0]?.id, '2025-12-01', 1],
			[november.articles[0]?.id, '2025-11-30', 1],
			[november.articles[1]?.id, '2025-11-30', 1],
		]);
	});
});

describe('who may', () => {
	it.each(roles)('%s', async (role) => {
		const actor = newsroom.actors[role];
		const id = newsroom.reporterIds.get('沈知远') ?? '';
		expect((await getReporter(actor, id)).name).toBe('沈知远');
		if (role === 'admin') return;
		const refused = { code: 'forbidden' };
		await expect(createReporter(actor, reporter())).rejects.toMatchObject(refused);
		await expect(updateReporter(actor, { ...reporter(), id })).rejects.toMatchObject(refused);
		await expect(retireReporter(actor, { id })).rejects.toMatchObject(refused);
		await expect(restoreReporter(actor, { id })).rejects.toMatchObject(refused);
	});
});
