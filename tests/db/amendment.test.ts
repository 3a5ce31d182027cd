import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Amendment } from '@/lib/article/schema';
import { saveArticle } from '@/lib/article/write';
import { db, publishedDb } from '@/lib/db';
import { correctArticle, withdrawArticle } from '@/lib/edition/amend';
import { waiveNotice, writeNotice } from '@/lib/edition/notice/write';
import { publishEdition } from '@/lib/edition/publish';
import { getEdition } from '@/lib/edition/read';
import { createEdition, placeArticle } from '@/lib/edition/write';
import { startSite } from '@/lib/site/start';
import { submitArticle } from '@/lib/workflow/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { signThrice } from '@/prisma/seed/write-story';
import { at, content, laidOut, locked } from '../factories';

let newsroom: Newsroom;
let stopSite = async () => {};
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
	stopSite = await startSite();
});
afterAll(() => stopSite());

const correction = (overrides: Partial<Amendment> = {}): Amendment => ({
	kind: 'correction',
	wrong: '一万米',
	right: '十公里',
	foundBy: '读者周先生',
	cause: 'editing',
	note: '',
	...overrides,
});

/** A printed story, its next version saved with an amendment. */
async function rewritten(date: string, amendment: Amendment | null, headline = '湖边的路修好了：全长十公里') {
	const { id: editionId, articles } = await laidOut(newsroom, date, [[{}]]);
	await locked(newsroom, editionId);
	await publishEdition(newsroom.actors.chief_on_duty, { id: editionId });
	const id = articles[0]?.id ?? '';
	const saved = await saveArticle(newsroom.actors.desk_editor, {
		id,
		baseRevision: 1,
		requestId: crypto.randomUUID(),
		content: content({ headline, amendment }),
	});
	return { id, revision: saved.revision };
}

async function corrected(date: string, amendment = correction()) {
	const story = await rewritten(date, amendment);
	await submitArticle(newsroom.actors.desk_editor, story);
	await signThrice(newsroom, story);
	await correctArticle(newsroom.actors.chief_on_duty, story);
	return { ...story, amendment: await db.amendment.findFirstOrThrow({ where: { articleId: story.id } }) };
}

describe('a correction', () => {
	it('is not reviewed before it says what was wrong, what is right and who found it', async () => {
		const { desk_editor } = newsroom.actors;
		const bare = await rewritten('2026-06-01', null);
		await expect(submitArticle(desk_editor, bare)).rejects.toThrow(/还没有写更正或更新说明/);
		const half = await rewritten('2026-06-02', correction({ right: '', foundBy: '' }));
		await expect(submitArticle(desk_editor, half)).rejects.toThrow(/正确的内容.*谁发现的/);
		const update = await rewritten('2026-06-03', correction({ kind: 'update', wrong: '', right: '' }));
		await expect(submitArticle(desk_editor, update)).rejects.toThrow(/给读者看的说明/);
	});

	it('is reviewed with the text, told to readers, and stays as it was told', async () => {
		const { id, amendment } = await corrected('2026-06-04');
		expect(amendment).toMatchObject({
			kind: 'correction',
			fromRevision: 1,
			toRevision: 2,
			wrong: '一万米',
			right: '十公里',
			foundBy: '读者周先生',
			cause: 'editing',
			note: '“一万米”应为“十公里”。',
			notice: 'owed',
		});
		expect(await publishedDb.publishedAmendment.findMany({ where: { articleId: id } })).toMatchObject([
			{ note: '“一万米”应为“十公里”。', headline: '湖边的路修好了：全长十公里' },
		]);
		expect(await db.trace.count({ where: { subjectId: id, act: 'article.correct' } })).toBe(1);
		const change = db.amendment.update({ where: { id: amendment.id }, data: { note: '从来没有错' } });
		await expect(change).rejects.toThrow(/append-only/);
	});

	it('does not say again what the one before it said', async () => {
		const { id } = await corrected('2026-06-05');
		const saved = await saveArticle(newsroom.actors.desk_editor, {
			id,
			baseRevision: 2,
			requestId: crypto.randomUUID(),
			content: content({ headline: '又改了一次', amendment: correction() }),
		});
		await submitArticle(newsroom.actors.desk_editor, at(saved));
		await signThrice(newsroom, at(saved));
		await expect(correctArticle(newsroom.actors.chief_on_duty, at(saved))).rejects.toThrow(/还是上一次的/);
	});

	it('has a receipt from every outlet within seconds, and so has a withdrawal', async () => {
		const { id, amendment } = await corrected('2026-06-06');
		const receiptsOf = (amendmentId: string) => db.receipt.findMany({ where: { amendmentId } });
		await expect.poll(() => receiptsOf(amendment.id).then((rows) => rows.length), { timeout: 15_000 }).toBe(7);
		const receipts = await receiptsOf(amendment.id);
		expect(receipts.map(({ outlet }) => outlet).sort()).toEqual([
			...['article', 'feed', 'list', 'list', 'page', 'pdf', 'search'],
		]);
		for (const receipt of receipts) expect(receipt, receipt.path).toMatchObject({ ok: true });
		await withdrawArticle(newsroom.actors.chief_on_duty, { id, note: '核实后撤回。' });
		const withdrawal = await db.amendment.findFirstOrThrow({ where: { articleId: id, kind: 'withdrawal' } });
		await expect.poll(() => receiptsOf(withdrawal.id).then((rows) => rows.length), { timeout: 15_000 }).toBe(7);
		for (const receipt of await receiptsOf(withdrawal.id)) expect(receipt, receipt.path).toMatchObject({ ok: true });
		// What was withdrawn is named by its notice alone.
		const told = await publishedDb.publishedAmendment.findMany({ where: { articleId: id } });
		expect(told).toMatchObject([{ kind: 'withdrawal', note: '核实后撤回。', headline: '' }]);
	});
});

describe('the notice in print', () => {
	it('keeps its place in the next edition, until its story stands there and appears', async () => {
		const { page_editor, chief_on_duty } = newsroom.actors;
		// What earlier tests left owed is waived first.
		for (const { id } of await db.amendment.findMany({ where: { notice: 'owed' } })) {
			await waiveNotice(chief_on_duty, { id, why: '已在网页更正' });
		}
		const { amendment } = await corrected('2026-07-01');
		await createEdition(page_editor, { date: '2026-07-02', pages: ['要闻'] });
		await createEdition(page_editor, { date: '2026-07-03', pages: ['要闻'] });
		expect((await getEdition(page_editor, '2026-07-03')).owed).toEqual([]);
		const next = await getEdition(page_editor, '2026-07-02');
		expect(next.owed).toMatchObject([{ id: amendment.id, pageNo: 1, articleId: null, isPlaced: false }]);
		expect(next.blockers.join()).toMatch(/第1版留着更正版位/);

		const { articleId } = await writeNotice(page_editor, { id: amendment.id });
		expect(await writeNotice(page_editor, { id: amendment.id })).toEqual({ articleId });
		const { current } = await db.article.findUniqueOrThrow({ where: { id: articleId }, select: { current: true } });
		expect(current.text).toBe(
			'本报2026年7月1日第1版刊登的《湖边的路修好了：全长十公里》一文有误：“一万米”应为“十公里”。特此更正。',
		);
		await submitArticle(page_editor, { id: articleId, revision: 1 });
		await signThrice(newsroom, { id: articleId, revision: 1 });
		await placeArticle(page_editor, { articleId, pageId: next.pages[0]?.id ?? '', priority: 4 });
		const ready = await getEdition(page_editor, '2026-07-02');
		expect(ready.owed).toMatchObject([{ isPlaced: true }]);
		expect(ready.blockers).toEqual(['第1版还没有付印（组版中）']);
		await locked(newsroom, ready.id);
		await publishEdition(chief_on_duty, { id: ready.id });
		expect(await db.amendment.findUniqueOrThrow({ where: { id: amendment.id } })).toMatchObject({ notice: 'printed' });
		expect((await getEdition(page_editor, '2026-07-03')).owed).toEqual([]);
	});

	it('is waived for a reason, by a chief, once, with a trace', async () => {
		const { page_editor, chief_on_duty } = newsroom.actors;
		const { amendment, id } = await corrected('2026-07-04');
		const waiver = { id: amendment.id, why: '差错轻微，网页已更正' };
		await expect(waiveNotice(page_editor, waiver)).rejects.toMatchObject({ code: 'forbidden' });
		await waiveNotice(chief_on_duty, waiver);
		await expect(waiveNotice(chief_on_duty, waiver)).rejects.toMatchObject({ code: 'wrong-state' });
		expect(await db.amendment.findUniqueOrThrow({ where: { id: amendment.id } })).toMatchObject({
			notice: 'waived',
			waivedWhy: waiver.why,
			waivedBy: chief_on_duty.name,
		});
		expect(await db.trace.count({ where: { subjectId: id, act: 'article.waiveNotice' } })).toBe(1);
	});
});
