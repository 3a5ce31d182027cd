import { beforeAll, describe, expect, it } from 'vitest';
import { acceptedBody, type Block, Body, baseBody } from '@/lib/article/body';
import { getArticleForEdit } from '@/lib/article/read';
import type { ArticleContent } from '@/lib/article/schema';
import type { SuggestedBy } from '@/lib/article/suggestion';
import { saveArticle } from '@/lib/article/write';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { newId } from '@/lib/id';
import { signFirst, signOffArticle, signSecond } from '@/lib/workflow/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { p } from '@/prisma/seed/story';
import { at, draft, submitted } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});

const by = (actor: Actor): SuggestedBy => ({ id: newId(), userId: actor.userId, at: new Date().toISOString() });
/** “环湖得步道” with 得 suggested to be 的. */
function proofread(actor: Actor): Block {
	const sign = by(actor);
	return {
		type: 'paragraph',
		content: [
			{ type: 'text', text: '环湖' },
			{ type: 'text', text: '得', marks: [{ type: 'deletion', attrs: sign }] },
			{ type: 'text', text: '的', marks: [{ type: 'insertion', attrs: sign }] },
			{ type: 'text', text: '步道昨天全线贯通。' },
		],
	};
}
const plain = p('环湖得步道昨天全线贯通。');
const body = (...content: Block[]): Body => Body.parse({ type: 'doc', content });

async function save(actor: Actor, id: string, change: Partial<ArticleContent>) {
	const { revision, content } = await getArticleForEdit(actor, id);
	return saveArticle(actor, {
		id,
		baseRevision: revision,
		requestId: crypto.randomUUID(),
		content: { ...content, ...change },
	});
}
const lastTrace = async (subjectId: string) =>
	db.trace.findFirstOrThrow({ where: { subjectId }, orderBy: { id: 'desc' }, select: { act: true, detail: true } });
const rowOf = (articleId: string, number: number) =>
	db.articleRevision.findUniqueOrThrow({ where: { articleId_number: { articleId, number } } });

describe('a proofreader', () => {
	it('suggests in review: the story stays what it was, in its state and with its signatures', async () => {
		const { proofreader, desk_editor } = newsroom.actors;
		const article = await submitted(newsroom, { body: body(plain) });
		await signFirst(desk_editor, at(article));
		const saved = await save(proofreader, article.id, { body: body(proofread(proofreader)) });
		expect(saved.state).toBe('second_review');
		expect(await rowOf(article.id, saved.revision)).toMatchObject({ suggestions: 1, text: '环湖得步道昨天全线贯通。' });
		expect((await getArticleForEdit(desk_editor, article.id)).signed).toEqual(['first']);
		expect((await lastTrace(article.id)).act).toBe('article.save');
	});

	it('may take back what he suggested', async () => {
		const { proofreader } = newsroom.actors;
		const article = await submitted(newsroom, { body: body(plain) });
		await save(proofreader, article.id, { body: body(proofread(proofreader)) });
		const saved = await save(proofreader, article.id, { body: body(plain) });
		expect((await lastTrace(article.id)).detail).toMatchObject({ takenBack: [{ says: '“得”改为“的”' }] });
		expect(await rowOf(article.id, saved.revision)).toMatchObject({ suggestions: 0 });
		expect(await db.proofMark.count({ where: { articleId: article.id } })).toBe(0);
	});

	it.each<[string, (actor: Actor, other: Actor) => Partial<ArticleContent>]>([
		['rewrites the text', () => ({ body: body(p('环湖的步道昨天全线贯通。')) })],
		['changes the headline', () => ({ headline: '别的题' })],
		['changes the headline beside a suggestion', (own) => ({ headline: '别的题', body: body(proofread(own)) })],
		['writes beside a suggestion', (own) => ({ body: body(proofread(own), p('又一段。')) })],
		['suggests in another’s name', (_own, other) => ({ body: body(proofread(other)) })],
		[
			'names somebody in the byline',
			() => ({ bylines: [{ role: 'reporter', name: '白露', office: '', reporterId: null }] }),
		],
	])('is refused who %s', async (_name, change) => {
		const { proofreader, desk_editor } = newsroom.actors;
		const article = await submitted(newsroom, { body: body(plain) });
		const attempt = save(proofreader, article.id, change(proofreader, desk_editor));
		await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
		expect(await getArticleForEdit(proofreader, article.id)).toMatchObject({ revision: 1 });
	});

	it.each(['accept', 'reject'] as const)('may not %s another’s suggestion', async (verdict) => {
		const { proofreader, desk_editor } = newsroom.actors;
		const article = await submitted(newsroom, { body: body(plain) });
		const suggested = body(proofread(desk_editor));
		await save(desk_editor, article.id, { body: suggested });
		const settled = verdict === 'accept' ? acceptedBody(suggested) : baseBody(suggested);
		await expect(save(proofreader, article.id, { body: settled })).rejects.toMatchObject({ code: 'forbidden' });
	});

	it('does not write on a draft', async () => {
		const { reporter, proofreader } = newsroom.actors;
		const article = await draft(reporter, { body: body(plain) });
		const attempt = save(proofreader, article.id, { body: body(proofread(proofreader)) });
		await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
	});
});

describe('an editor', () => {
	it('takes a proofreader’s suggestion over: it is recorded as an error found', async () => {
		const { proofreader, desk_editor } = newsroom.actors;
		const article = await submitted(newsroom, { body: body(plain) });
		const suggested = body(proofread(proofreader));
		await save(proofreader, article.id, { body: suggested });
		const saved = await save(desk_editor, article.id, { body: acceptedBody(suggested) });
		expect((await lastTrace(article.id)).detail).toMatchObject({
			accepted: [{ userId: proofreader.userId, says: '“得”改为“的”' }],
		});
		expect(await db.proofMark.findMany({ where: { articleId: article.id } })).toMatchObject([
			{ actorId: proofreader.userId, place: 'body', wrong: '得', right: '的', revision: saved.revision },
		]);
	});

	it('refuses one: recorded, and no error', async () => {
		const { proofreader, desk_editor } = newsroom.actors;
		const article = await submitted(newsroom, { body: body(plain) });
		await save(proofreader, article.id, { body: body(proofread(proofreader)) });
		await save(desk_editor, article.id, { body: body(plain) });
		expect((await lastTrace(article.id)).detail).toMatchObject({ rejected: [{ userId: proofreader.userId }] });
		expect(await db.proofMark.count({ where: { articleId: article.id } })).toBe(0);
	});

	it('does not suggest in another’s name, but may bring an old version’s back', async () => {
		const { proofreader, desk_editor } = newsroom.actors;
		const article = await submitted(newsroom, { body: body(plain) });
		const suggested = body(proofread(proofreader));
		await expect(save(desk_editor, article.id, { body: suggested })).rejects.toMatchObject({ code: 'invalid' });
		await save(proofreader, article.id, { body: suggested });
		await save(desk_editor, article.id, { body: body(plain) });
		const back = await save(desk_editor, article.id, { body: suggested });
		expect(await rowOf(article.id, back.revision)).toMatchObject({ suggestions: 1 });
	});
});

it('the last signature waits until nothing is only suggested', async () => {
	const { proofreader, desk_editor, department_head, chief_on_duty } = newsroom.actors;
	const article = await submitted(newsroom, { body: body(plain) });
	const { revision } = await save(proofreader, article.id, { body: body(proofread(proofreader)) });
	await signFirst(desk_editor, { id: article.id, revision });
	await signSecond(department_head, { id: article.id, revision });
	const early = signOffArticle(chief_on_duty, { id: article.id, revision });
	await expect(early).rejects.toMatchObject({ code: 'wrong-state', message: expect.stringContaining('修改建议') });
	const settled = await save(desk_editor, article.id, { body: body(plain) });
	await signOffArticle(chief_on_duty, at(settled));
	expect((await getArticleForEdit(desk_editor, article.id)).state).toBe('signed_off');
});
