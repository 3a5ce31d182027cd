import { beforeAll, describe, expect, it } from 'vitest';
import type { ArticleContent } from '@/lib/article/schema';
import { type SavedArticle, saveArticle } from '@/lib/article/write';
import { db } from '@/lib/db';
import { newId } from '@/lib/id';
import { countWork, getMyWork } from '@/lib/workflow/read';
import {
	holdArticle,
	recallArticle,
	releaseArticle,
	returnArticle,
	reviveArticle,
	scheduleArticle,
	signFirst,
	signOffArticle,
	signSecond,
	spikeArticle,
	submitArticle,
	takeArticle,
} from '@/lib/workflow/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { p } from '@/prisma/seed/story';
import { at, content, draft, emptyContent, signed, submitted } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});

const stateOf = async (id: string) => (await db.article.findUniqueOrThrow({ where: { id } })).state;
const reviewsOf = (articleId: string) => db.review.findMany({ where: { articleId }, orderBy: { createdAt: 'asc' } });
const save = (
	id: string,
	baseRevision: number,
	overrides: Partial<ArticleContent>,
	actor = newsroom.actors.desk_editor,
) => saveArticle(actor, { id, baseRevision, requestId: crypto.randomUUID(), content: content(overrides) });
const text = (words: string) => ({ body: { type: 'doc' as const, content: [p(words)] } });
const opening = '环湖步道昨天全线贯通，从北桥到柳浦走一圈要两个小时。';

/** Submitted and signed in as many stages. */
async function signedTo(count: 0 | 1 | 2): Promise<SavedArticle> {
	const article = await submitted(newsroom);
	if (count > 0) await signFirst(newsroom.actors.desk_editor, at(article));
	if (count > 1) await signSecond(newsroom.actors.department_head, at(article));
	return article;
}

describe('three reviews', () => {
	it('go from draft to signed off, each signature bound to the content, each in the trace', async () => {
		const article = await signed(newsroom);
		expect(await stateOf(article.id)).toBe('signed_off');
		const { desk_editor, department_head, chief_on_duty } = newsroom.actors;
		const shared = { verdict: 'signed', hash: article.hash, revision: 1, flag: '' };
		expect(await reviewsOf(article.id)).toMatchObject([
			{ ...shared, stage: 'first', actorId: desk_editor.userId },
			{ ...shared, stage: 'second', actorId: department_head.userId },
			{ ...shared, stage: 'final', actorId: chief_on_duty.userId },
		]);
		const acts = await db.trace.findMany({
			where: { subjectId: article.id },
			orderBy: { id: 'asc' },
			select: { act: true },
		});
		expect(acts.map(({ act }) => act.replace('article.', ''))).toEqual([
			'create',
			'submit',
			'signFirst',
			'signSecond',
			'signOff',
		]);
	});

	it('begin when a desk editor takes the story, and let another one sign it', async () => {
		const article = await signedTo(0);
		await takeArticle(newsroom.actors.desk_editor, at(article));
		const row = await db.article.findUniqueOrThrow({ where: { id: article.id } });
		expect(row).toMatchObject({ state: 'first_review', takenById: newsroom.actors.desk_editor.userId });
		await expect(recallArticle(newsroom.actors.reporter, at(article))).rejects.toMatchObject({ code: 'wrong-state' });
		await signFirst(newsroom.actors.desk_editor, at(article));
		expect(await db.article.findUniqueOrThrow({ where: { id: article.id } })).toMatchObject({
			state: 'second_review',
			takenById: null,
		});
	});

	it('take nothing without headline or text', async () => {
		const { reporter } = newsroom.actors;
		const article = await draft(reporter, emptyContent());
		await expect(submitArticle(reporter, at(article))).rejects.toThrow(/主题.*正文/);
		expect(await stateOf(article.id)).toBe('draft');
	});

	it('never let the writer or a reporter of the byline sign, whatever else he is', async () => {
		const { chief_on_duty, desk_editor, reporter } = newsroom.actors;
		const own = await draft(chief_on_duty);
		await db.article.update({ where: { id: own.id }, data: { state: 'submitted' } });
		const all = { ...chief_on_duty, roles: ['desk_editor', 'chief_on_duty'] as const };
		await expect(signFirst(all, at(own))).rejects.toMatchObject({ code: 'forbidden' });
		const reporterId = newsroom.reporterIds.get(reporter.name) ?? null;
		const bylines = [{ role: 'reporter' as const, name: reporter.name, office: '', reporterId }];
		const named = await draft(desk_editor, { bylines });
		await submitArticle(desk_editor, at(named));
		const both = { ...reporter, roles: ['reporter', 'desk_editor'] as const };
		await expect(signFirst(both, at(named))).rejects.toMatchObject({ code: 'forbidden' });
	});

	it('let one of two simultaneous editors sign once', async () => {
		const article = await signedTo(0);
		const { desk_editor } = newsroom.actors;
		const results = await Promise.allSettled([
			signFirst(desk_editor, at(article)),
			signFirst(desk_editor, at(article)),
		]);
		expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
		expect(await db.review.count({ where: { articleId: article.id } })).toBe(1);
	});

	it('sign no content that the signer has not seen', async () => {
		const article = await signedTo(0);
		await save(article.id, 1, { headline: '改过的标题' });
		await expect(signFirst(newsroom.actors.desk_editor, at(article))).rejects.toMatchObject({ code: 'stale' });
	});

	it('are held by a blocking comment and by a severe hit of the checks', async () => {
		const article = await signedTo(0);
		const { desk_editor } = newsroom.actors;
		const { userId: authorId, paperId } = desk_editor;
		const comment = { id: newId(), paperId, articleId: article.id, revision: 1, authorId, text: '数字待核' };
		await db.comment.create({ data: { ...comment, blocking: true } });
		await expect(signFirst(desk_editor, at(article))).rejects.toThrow(/1 条“须处理”的批注/);
		await db.comment.update({ where: { id: comment.id }, data: { resolvedAt: new Date() } });
		const { revision } = await save(article.id, 1, text('环湖步道9月31日全线贯通，从北桥到柳浦走一圈要两个小时。'));
		await expect(signFirst(desk_editor, { id: article.id, revision })).rejects.toThrow(/检查发现 \d+ 处错误/);
		const fixed = await save(article.id, revision, text(opening));
		await signFirst(desk_editor, at(fixed));
		expect(await stateOf(article.id)).toBe('second_review');
	});

	it('in a small newsroom may be done by one who should not, for a reason that stays', async () => {
		const { desk_editor } = newsroom.actors;
		await db.paper.update({ where: { id: newsroom.paperId }, data: { reviewMode: 'flagged' } });
		try {
			const article = await draft(desk_editor);
			await submitArticle(desk_editor, at(article));
			await expect(signFirst(desk_editor, at(article))).rejects.toMatchObject({ code: 'invalid' });
			await signFirst(desk_editor, { ...at(article), flag: '夜班只有一人' });
			expect(await reviewsOf(article.id)).toMatchObject([{ flag: '夜班只有一人' }]);
			const trace = await db.trace.findFirstOrThrow({ where: { subjectId: article.id, act: 'article.signFirst' } });
			expect(trace.detail).toMatchObject({ flag: '夜班只有一人' });
		} finally {
			await db.paper.update({ where: { id: newsroom.paperId }, data: { reviewMode: 'strict' } });
		}
	});
});

describe('an edit after signatures', () => {
	it('of punctuation leaves all three standing, by rows for the new content', async () => {
		const article = await signed(newsroom, text('环湖步道昨天全线贯通；从北桥到柳浦走一圈要两个小时。'));
		const saved = await save(article.id, 1, text(opening));
		expect(saved.state).toBe('signed_off');
		const carried = (await reviewsOf(article.id)).filter((review) => review.verdict === 'carried');
		expect(carried).toHaveLength(3);
		for (const review of carried) expect(review).toMatchObject({ hash: saved.hash, revision: 2, note: '只动标点' });
	});

	it('of wording voids the second and the last', async () => {
		const article = await signed(newsroom);
		const saved = await save(article.id, 1, text('环湖步道昨天全部贯通，从北桥到柳浦走一圈要两个小时。'));
		expect(saved.state).toBe('second_review');
		const trace = await db.trace.findFirstOrThrow({ where: { subjectId: article.id, act: 'article.save' } });
		expect(trace.detail).toMatchObject({ change: 'wording', voided: ['second', 'final'], to: 'second_review' });
	});

	it.each([
		['a headline', { headline: '改过的标题' }],
		['a number', text('环湖步道昨天全线贯通，从北桥到柳浦走一圈要三个小时。')],
	])('of %s voids all', async (_name, overrides) => {
		const article = await signed(newsroom);
		expect((await save(article.id, 1, overrides)).state).toBe('submitted');
	});

	it('is weighed against what was signed: many small ones are one large one', async () => {
		const article = await signed(newsroom);
		const first = await save(article.id, 1, text('环湖步道昨天全线贯通。从北桥到柳浦走一圈要两个小时。'));
		expect(first.state).toBe('signed_off');
		const second = await save(article.id, 2, text('环湖步道昨天全部贯通。从北桥到柳浦走一圈要两个小时。'));
		expect(second.state).toBe('second_review');
		// And what is put back as it was signed is signed.
		const third = await save(article.id, 3, text(opening));
		expect(third.state).toBe('signed_off');
	});

	it('keeps the author from what others are judging', async () => {
		const article = await signedTo(1);
		const change = save(article.id, 1, { headline: '作者又改了' }, newsroom.actors.reporter);
		await expect(change).rejects.toMatchObject({ code: 'wrong-state' });
	});
});

describe('return, hold, recall, spike, revive', () => {
	const words = { reason: 'facts' as const, note: '请补采访对象' };

	it('returns to the author with a reason that stays in the record', async () => {
		const article = await signedTo(0);
		await returnArticle(newsroom.actors.desk_editor, { ...at(article), ...words, returnTo: null });
		expect(await stateOf(article.id)).toBe('returned');
		expect(await reviewsOf(article.id)).toMatchObject([
			{ verdict: 'returned', stage: 'first', returnTo: null, ...words },
		]);
	});

	it('returns to an earlier stage, which signs again the same words', async () => {
		const article = await signed(newsroom);
		await returnArticle(newsroom.actors.chief_on_duty, { ...at(article), ...words, returnTo: 'second' });
		expect(await stateOf(article.id)).toBe('second_review');
		await signSecond(newsroom.actors.department_head, at(article));
		await signOffArticle(newsroom.actors.chief_on_duty, at(article));
		expect(await stateOf(article.id)).toBe('signed_off');
	});

	it('holds with a reason and goes on where it stood', async () => {
		const article = await signedTo(2);
		await holdArticle(newsroom.actors.desk_editor, { ...at(article), note: '等部门回应' });
		expect(await db.article.findUniqueOrThrow({ where: { id: article.id } })).toMatchObject({
			state: 'held',
			heldFrom: 'final_review',
			holdReason: '等部门回应',
		});
		await releaseArticle(newsroom.actors.desk_editor, at(article));
		expect(await stateOf(article.id)).toBe('final_review');
	});

	it('lets the author take it back, spike and revive it; what was spiked comes back unsigned', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const article = await signedTo(0);
		await recallArticle(reporter, at(article));
		await spikeArticle(reporter, at(article));
		expect(await stateOf(article.id)).toBe('spiked');
		await reviveArticle(reporter, at(article));
		await submitArticle(reporter, at(article));
		await signFirst(desk_editor, at(article));
		await spikeArticle(desk_editor, at(article));
		await reviveArticle(desk_editor, at(article));
		await submitArticle(reporter, at(article));
		expect(await stateOf(article.id)).toBe('submitted');
	});

	it('is refused to those without the role or of another desk', async () => {
		const article = await signedTo(0);
		for (const role of ['reporter', 'proofreader', 'page_editor', 'admin'] as const) {
			await expect(signFirst(newsroom.actors[role], at(article))).rejects.toMatchObject({ code: 'forbidden' });
		}
		const elsewhere = { ...newsroom.actors.desk_editor, desks: ['副刊部'] };
		await expect(signFirst(elsewhere, at(article))).rejects.toMatchObject({ code: 'forbidden' });
	});
});

it('sets what is urgent, due and embargoed, with a trace and without touching the content', async () => {
	const article = await signedTo(0);
	const embargoUntil = new Date(Date.now() + 3_600_000);
	await scheduleArticle(newsroom.actors.desk_editor, { id: article.id, urgent: true, embargoUntil });
	expect(await db.article.findUniqueOrThrow({ where: { id: article.id } })).toMatchObject({
		urgent: true,
		embargoUntil,
		revision: 1,
	});
	const trace = await db.trace.findFirstOrThrow({ where: { subjectId: article.id, act: 'article.schedule' } });
	expect(trace.detail).toMatchObject({ before: { urgent: false }, after: { urgent: true } });
	await expect(scheduleArticle(newsroom.actors.reporter, { id: article.id, urgent: false })).rejects.toMatchObject({
		code: 'forbidden',
	});
});

describe('what waits for a person', () => {
	it('is what the guard would let him sign, and what came back to him; the count says the same', async () => {
		const ids = await Promise.all(([0, 1, 2] as const).map(async (count) => (await signedTo(count)).id));
		const back = await signedTo(0);
		const { actors } = newsroom;
		await returnArticle(actors.desk_editor, { ...at(back), note: '补一个数字', reason: 'facts', returnTo: null });
		const waiting = async (role: keyof typeof actors) => {
			const { toSign, returned } = await getMyWork(actors[role]);
			const rows = [...toSign, ...returned].map(({ id }) => id);
			expect(await countWork(actors[role]), role).toBe(rows.length);
			return rows.filter((id) => ids.includes(id) || id === back.id);
		};
		expect(await waiting('desk_editor')).toEqual([ids[0]]);
		expect(await waiting('department_head')).toEqual([ids[1]]);
		expect(await waiting('chief_on_duty')).toEqual([ids[2]]);
		expect(await waiting('reporter')).toEqual([back.id]);
		expect(await waiting('admin')).toEqual([]);
		expect(await waiting('proofreader')).toEqual([]);
	});
});
