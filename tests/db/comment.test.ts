import { beforeAll, describe, expect, it } from 'vitest';
import { countMentions, listComments, listMentionable, listMentions } from '@/lib/article/comment/read';
import { CommentInput } from '@/lib/article/comment/schema';
import { changeComment } from '@/lib/article/comment/write';
import { getArticleForEdit } from '@/lib/article/read';
import { saveArticle } from '@/lib/article/write';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { newId } from '@/lib/id';
import { signFirst } from '@/lib/workflow/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { at, draft, submitted } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});

const anchor = { exact: '环湖步道', prefix: '', suffix: '昨天', position: 0 };
const change = (actor: Actor, articleId: string, input: unknown) =>
	changeComment(actor, articleId, CommentInput.parse(input));
/** Makes a comment and answers its id. */
async function comment(actor: Actor, articleId: string, more: object = {}): Promise<string> {
	const commentId = newId();
	await change(actor, articleId, {
		act: 'create',
		commentId,
		revision: 1,
		place: 'body',
		text: '这里请核实',
		anchor,
		...more,
	});
	return commentId;
}
const lastTrace = (subjectId: string) =>
	db.trace.findFirstOrThrow({ where: { subjectId }, orderBy: { id: 'desc' }, select: { act: true, detail: true } });
const threadOf = async (actor: Actor, articleId: string, id: string) =>
	(await listComments(actor, articleId)).find((thread) => thread.id === id);

describe('comments', () => {
	it('are made on words, replied to, settled and opened again, each with its trace', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const article = await draft(reporter);
		const id = await comment(desk_editor, article.id);
		expect(await lastTrace(article.id)).toEqual({
			act: 'comment.create',
			detail: { place: 'body', text: '这里请核实', exact: '环湖步道' },
		});
		await change(reporter, article.id, { act: 'reply', commentId: newId(), parentId: id, text: '核实过了' });
		expect(await threadOf(reporter, article.id, id)).toMatchObject({
			authorName: desk_editor.name,
			anchor,
			resolved: null,
			isMine: false,
			replies: [{ text: '核实过了', isMine: true }],
		});
		await change(reporter, article.id, { act: 'resolve', commentId: id });
		expect(await threadOf(reporter, article.id, id)).toMatchObject({ resolved: { name: reporter.name } });
		await change(desk_editor, article.id, { act: 'reopen', commentId: id });
		expect(await threadOf(reporter, article.id, id)).toMatchObject({ resolved: null });
		expect(await lastTrace(article.id)).toEqual({ act: 'comment.reopen', detail: { text: '这里请核实' } });
	});

	it('are one, however often the request is sent', async () => {
		const { reporter } = newsroom.actors;
		const article = await draft(reporter);
		const input = { act: 'create', commentId: newId(), revision: 1, place: 'article', text: '缺一张图' };
		await change(reporter, article.id, input);
		await change(reporter, article.id, input);
		expect(await listComments(reporter, article.id)).toHaveLength(1);
		expect(await db.trace.count({ where: { subjectId: article.id, act: 'comment.create' } })).toBe(1);
	});

	it('are changed and deleted by who wrote them, while nobody has replied', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const article = await draft(reporter);
		const id = await comment(desk_editor, article.id);
		const edit = { act: 'edit', commentId: id, text: '请核实日期', blocking: false };
		await expect(change(reporter, article.id, edit)).rejects.toMatchObject({ code: 'forbidden' });
		await change(desk_editor, article.id, edit);
		expect(await threadOf(reporter, article.id, id)).toMatchObject({
			text: '请核实日期',
			editedAt: expect.any(String),
		});
		await change(reporter, article.id, { act: 'reply', commentId: newId(), parentId: id, text: '好' });
		const remove = { act: 'delete', commentId: id };
		await expect(change(desk_editor, article.id, remove)).rejects.toMatchObject({ code: 'wrong-state' });
		await db.comment.deleteMany({ where: { parentId: id } });
		await expect(change(reporter, article.id, remove)).rejects.toMatchObject({ code: 'forbidden' });
		await change(desk_editor, article.id, remove);
		expect(await listComments(reporter, article.id)).toEqual([]);
		expect(await lastTrace(article.id)).toEqual({
			act: 'comment.delete',
			detail: { text: '请核实日期', exact: '环湖步道' },
		});
	});

	it('are for those who may read the article, on that article', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const [article, other] = [await draft(desk_editor), await draft(desk_editor)];
		const id = await comment(desk_editor, article.id);
		await expect(comment(reporter, article.id)).rejects.toMatchObject({ code: 'forbidden' });
		await expect(listComments(reporter, article.id)).rejects.toMatchObject({ code: 'forbidden' });
		const elsewhere = change(desk_editor, other.id, { act: 'resolve', commentId: id });
		await expect(elsewhere).rejects.toMatchObject({ code: 'not-found' });
	});

	it('move with the text, as its writer says; other words are told in the record', async () => {
		const { reporter, proofreader } = newsroom.actors;
		const article = await draft(reporter);
		const id = await comment(reporter, article.id);
		const moved = { ...anchor, commentId: id, position: 12 };
		await change(reporter, article.id, { act: 'move', anchors: [moved] });
		expect((await lastTrace(article.id)).act).toBe('comment.create');
		await change(reporter, article.id, { act: 'move', anchors: [{ ...moved, exact: '环湖的步道' }] });
		expect(await lastTrace(article.id)).toMatchObject({ act: 'comment.move' });
		expect(await threadOf(reporter, article.id, id)).toMatchObject({ anchor: { position: 12, exact: '环湖的步道' } });
		const stranger = change(proofreader, article.id, { act: 'move', anchors: [moved] });
		await expect(stranger).rejects.toMatchObject({ code: 'forbidden' });
	});
});

describe('a comment marked 须处理', () => {
	it('holds every signature until who wrote it, or an editor, has settled it', async () => {
		const { reporter, proofreader, desk_editor, admin } = newsroom.actors;
		const article = await submitted(newsroom);
		const id = await comment(proofreader, article.id, { blocking: true });
		const sign = () => signFirst(desk_editor, at(article));
		await expect(sign()).rejects.toMatchObject({ code: 'wrong-state', message: expect.stringContaining('须处理') });
		const settle = { act: 'resolve', commentId: id };
		await expect(change(reporter, article.id, settle)).rejects.toMatchObject({ code: 'forbidden' });
		await expect(change(admin, article.id, settle)).rejects.toMatchObject({ code: 'forbidden' });
		await change(desk_editor, article.id, settle);
		await sign();
	});

	it('is not for admins to set', async () => {
		const { admin, reporter } = newsroom.actors;
		const article = await draft(reporter);
		await expect(comment(admin, article.id, { blocking: true })).rejects.toMatchObject({ code: 'forbidden' });
	});
});

describe('mentions', () => {
	it('wait for those who may read the article until they look', async () => {
		const { reporter, desk_editor, department_head } = newsroom.actors;
		const article = await draft(reporter, { headline: '提到您的稿件' });
		const mentions = [desk_editor.userId];
		const before = await countMentions(desk_editor);
		const id = await comment(reporter, article.id, { mentions, text: '@林述 请看' });
		expect(await countMentions(desk_editor)).toBe(before + 1);
		expect((await listMentions(desk_editor))[0]).toMatchObject({
			articleId: article.id,
			title: '提到您的稿件',
			authorName: reporter.name,
		});
		await change(reporter, article.id, { act: 'edit', commentId: id, text: '@林述 请快看', blocking: false, mentions });
		await change(department_head, article.id, { act: 'see' });
		expect(await countMentions(desk_editor)).toBe(before + 1);
		await change(desk_editor, article.id, { act: 'see' });
		expect(await countMentions(desk_editor)).toBe(before);
	});

	it('are of those who may read it, and of nobody else', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const article = await draft(desk_editor);
		const choices = (await listMentionable(desk_editor, article.id)).map((choice) => choice.id);
		expect(choices).not.toContain(desk_editor.userId);
		expect(choices).not.toContain(reporter.userId);
		expect(choices).toContain(newsroom.actors.proofreader.userId);
		const attempt = comment(desk_editor, article.id, { mentions: [reporter.userId] });
		await expect(attempt).rejects.toMatchObject({ code: 'invalid' });
		expect(await listComments(desk_editor, article.id)).toEqual([]);
	});
});

describe('a text proposed for a head field', () => {
	it('waits like a suggestion and is settled by the save that takes it over', async () => {
		const { reporter, proofreader, desk_editor } = newsroom.actors;
		const article = await submitted(newsroom, { headline: '湖边得路修好了' });
		const id = await comment(proofreader, article.id, {
			place: 'headline',
			anchor: null,
			proposal: '湖边的路修好了',
			text: '“的”字',
		});
		const { content } = await getArticleForEdit(desk_editor, article.id);
		const saved = await saveArticle(desk_editor, {
			id: article.id,
			baseRevision: 1,
			requestId: crypto.randomUUID(),
			content: { ...content, headline: '湖边的路修好了' },
		});
		expect(await threadOf(reporter, article.id, id)).toMatchObject({ resolved: { name: desk_editor.name } });
		expect(await db.proofMark.findMany({ where: { articleId: article.id } })).toMatchObject([
			{ place: 'head', wrong: '得', right: '的', actorId: proofreader.userId, revision: saved.revision },
		]);
		expect((await lastTrace(article.id)).detail).toMatchObject({ accepted: [{ says: '“得”改为“的”' }] });
	});

	it('is not for the body', async () => {
		const { reporter } = newsroom.actors;
		const article = await draft(reporter);
		await expect(comment(reporter, article.id, { proposal: '别的' })).rejects.toMatchObject({ code: 'invalid' });
	});
});
