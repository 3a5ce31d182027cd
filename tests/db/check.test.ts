import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '@/lib/auth/roles';
import { getArticleChecks, getCheckSettings, listTerms, listUnresolvedErrors } from '@/lib/check/read';
import { AddTermInput } from '@/lib/check/schema';
import { listSimilar } from '@/lib/check/similar/read';
import { keepPrints } from '@/lib/check/similar/write';
import { addTerm, heedHit, ignoreHit, importTerms, retireTerm, switchRule, updateTerm } from '@/lib/check/write';
import { db } from '@/lib/db';
import { newId } from '@/lib/id';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { p } from '@/prisma/seed/story';
import { content, draft, laidOut, submitted } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false, paperId: newId() });
});

const wrong = () => content({ body: { type: 'doc', content: [p('区里作出布署，渡口的的改造已经完成。')] } });
const term = (overrides: object = {}) =>
	AddTermInput.parse({ rule: 'own-term', wrong: '青禾', right: '青禾镇', ...overrides });
const errorsOf = (articleId: string) => listUnresolvedErrors(db, newsroom.paperId, articleId, wrong());

async function actsOn(subjectId: string) {
	const rows = await db.trace.findMany({
		where: { subjectId, act: { startsWith: 'check.' } },
		orderBy: { seq: 'asc' },
	});
	return rows.map(({ act, detail }) => [act, detail]);
}

describe('severe hits', () => {
	it('hold a signature until somebody lets them stand, and again when he takes that back', async () => {
		const { reporter } = newsroom.actors;
		const { id } = await draft(reporter, wrong());
		const [deployed, doubled] = await errorsOf(id);
		expect([deployed?.text, doubled?.text]).toEqual(['布署', '的的']);
		expect(doubled).toMatchObject({ rule: 'doubled-character', place: '正文' });

		const { settings } = await getArticleChecks(reporter, id);
		expect(settings.reporters).toContain('沈知远');
		// Let stand elsewhere, it is not let stand here.
		await ignoreHit(reporter, { articleId: id, rule: 'doubled-character', text: '别处的的文字', reason: '试' });
		expect(await errorsOf(id)).toHaveLength(2);
		await ignoreHit(reporter, {
			articleId: id,
			rule: 'doubled-character',
			text: '署，渡口的的改造已经',
			reason: '引语原文如此',
		});
		expect((await errorsOf(id)).map(({ text }) => text)).toEqual(['布署']);
		expect((await getArticleChecks(reporter, id)).ignores).toContainEqual({
			rule: 'doubled-character',
			text: '署，渡口的的改造已经',
			reason: '引语原文如此',
			actorName: '沈知远',
		});
		await heedHit(reporter, { articleId: id, rule: 'doubled-character', text: '署，渡口的的改造已经' });
		expect(await errorsOf(id)).toHaveLength(2);
		expect((await actsOn(id)).map(([act]) => act)).toEqual(['check.ignore', 'check.ignore', 'check.heed']);
	});

	it('are let stand only by those who may edit the story, once, with the first reason kept', async () => {
		const { reporter, proofreader, desk_editor } = newsroom.actors;
		const { id } = await draft(reporter, wrong());
		const hit = { articleId: id, rule: 'confusable', text: '作出布署，渡口的' };
		await expect(ignoreHit(proofreader, { ...hit, reason: '试' })).rejects.toMatchObject({ code: 'forbidden' });
		await ignoreHit(desk_editor, { ...hit, reason: '一' });
		await ignoreHit(reporter, { ...hit, reason: '二' });
		expect(await db.checkIgnore.findMany({ where: { articleId: id }, select: { reason: true } })).toEqual([
			{ reason: '一' },
		]);
		expect(await actsOn(id)).toHaveLength(1);
	});
});

describe('the newsroom’s words', () => {
	it('are added, changed, retired and added again, each with its trace', async () => {
		const { desk_editor } = newsroom.actors;
		const { id } = await addTerm(desk_editor, term());
		await expect(addTerm(desk_editor, term())).rejects.toMatchObject({ code: 'taken' });
		await updateTerm(desk_editor, { id, ...term({ note: '镇名写全', severity: 'error' }) });
		expect((await getCheckSettings(db, newsroom.paperId, 'none')).terms).toContainEqual({
			wrong: '青禾',
			right: '青禾镇',
			note: '镇名写全',
			source: '',
			severity: 'error',
		});
		await retireTerm(desk_editor, { id });
		await expect(retireTerm(desk_editor, { id })).rejects.toMatchObject({ code: 'not-found' });
		expect((await getCheckSettings(db, newsroom.paperId, 'none')).terms).toEqual([]);
		await addTerm(desk_editor, term());
		expect((await actsOn(id)).map(([act]) => act)).toEqual(['check.addTerm', 'check.updateTerm', 'check.retireTerm']);
	});

	it('are for editors and proofreaders, not for reporters', async () => {
		const { actors } = newsroom;
		const may: Role[] = ['desk_editor', 'department_head', 'chief_on_duty', 'chief_editor', 'proofreader', 'admin'];
		for (const role of Object.keys(actors) as Role[]) {
			const listed = listTerms(actors[role]);
			if (may.includes(role)) await expect(listed, role).resolves.toBeDefined();
			else await expect(listed, role).rejects.toMatchObject({ code: 'forbidden' });
		}
		await expect(addTerm(actors.reporter, term({ wrong: '南溪' }))).rejects.toMatchObject({ code: 'forbidden' });
		await expect(switchRule(actors.reporter, { rule: 'space', on: false })).rejects.toMatchObject({
			code: 'forbidden',
		});
	});

	it('come in from pasted lines', async () => {
		const { desk_editor, reporter } = newsroom.actors;
		const { added, known, faults } = await importTerms(desk_editor, {
			lines: '芦塘 → 芦塘镇\n芦塘 → 芦塘镇\n按步就班书店\n的 得',
		});
		expect([added, known, faults.length]).toEqual([2, 0, 1]);
		expect((await importTerms(desk_editor, { lines: '芦塘 → 芦塘镇' })).known).toBe(1);
		const { dictionary } = await getCheckSettings(db, newsroom.paperId, 'none');
		expect(dictionary).toEqual(['按步就班书店']);
		const { id } = await draft(reporter);
		const named = content({ body: { type: 'doc', content: [p('按步就班书店开业。')] } });
		expect(await listUnresolvedErrors(db, newsroom.paperId, id, named)).toEqual([]);
	});
});

describe('a rule that is switched off', () => {
	it('finds nothing, until it is on again', async () => {
		const { chief_on_duty, reporter } = newsroom.actors;
		const { id } = await draft(reporter, wrong());
		await switchRule(chief_on_duty, { rule: 'confusable', on: false });
		await switchRule(chief_on_duty, { rule: 'confusable', on: false });
		expect((await errorsOf(id)).map(({ rule }) => rule)).toEqual(['doubled-character']);
		await switchRule(chief_on_duty, { rule: 'confusable', on: true });
		expect(await errorsOf(id)).toHaveLength(2);
		const acts = await db.trace.findMany({ where: { paperId: newsroom.paperId, subjectId: 'confusable' } });
		expect(acts.map(({ act }) => act).sort()).toEqual(['check.ruleOff', 'check.ruleOn']);
	});
});

describe('the day of a story', () => {
	it('is that of its edition, with its number; else today', async () => {
		const { articles } = await laidOut(newsroom, '2027-03-04', [[{}]]);
		const { issueNo } = await db.edition.findFirstOrThrow({ where: { paperId: newsroom.paperId } });
		const id = articles[0]?.id ?? '';
		expect(await getCheckSettings(db, newsroom.paperId, id)).toMatchObject({
			day: '2027-03-04',
			isDayFixed: true,
			issueNo,
		});
		const { id: unplaced } = await draft(newsroom.actors.reporter);
		expect(await getCheckSettings(db, newsroom.paperId, unplaced)).toMatchObject({ isDayFixed: false, issueNo: null });
	});
});

describe('a story that was written before', () => {
	const words =
		'傍晚六点半，望湖路西段的路障准时移开，四十二个摊位在划好的白线内支了起来。街道把早晚两头的路面让给卖菜、修鞋、配钥匙的小生意，摊主们说，一天里最安生的就是这两个钟头。';

	it('is found among what was submitted, never among drafts or in another paper', async () => {
		const { paperId, actors } = newsroom;
		const text = `${words}记者看到，人还在来。`;
		const ask = () => keepPrints(db, paperId).then(() => listSimilar(db, { paperId, articleId: 'none', text }));
		const body = { type: 'doc' as const, content: [p(words)] };
		await draft(actors.reporter, { body });
		expect(await ask()).toEqual([]);
		const { id } = await submitted(newsroom, { headline: '错时市集', body });
		const found = await ask();
		expect(found).toMatchObject([{ articleId: id, headline: '错时市集', authorName: '沈知远', published: null }]);
		expect(found[0]?.percent).toBeGreaterThan(95);
		expect(await listSimilar(db, { paperId: 'another', articleId: 'none', text })).toEqual([]);
		expect(await listSimilar(db, { paperId, articleId: id, text })).toEqual([]);
	});
});
