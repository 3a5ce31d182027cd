import type { Prisma } from '@/generated/prisma/client';
import { can, must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db } from '@/lib/db';
import { assertNever, Refusal } from '@/lib/errors';
import { writeTrace } from '@/lib/trace/write';
import { mustWrite } from '@/lib/workflow/workflow';
import { titleOf } from '../article';
import { type ArticleForAct, getArticleForAct } from '../read';
import { mayResolve } from './comment';
import { type CommentAct, type CommentInput, proposalPlaces } from './schema';

/** Does one act on the comments of an article. */
export async function changeComment(actor: Actor, articleId: string, input: CommentInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const article = await getArticleForAct(tx, actor, articleId);
		must(actor, 'comment.write', article);
		await perform({ tx, actor, article }, input);
	});
}

interface Context {
	tx: Db;
	actor: Actor;
	article: ArticleForAct;
}

function perform(context: Context, input: CommentInput): Promise<void> {
	switch (input.act) {
		case 'create':
			return create(context, input);
		case 'reply':
			return reply(context, input);
		case 'edit':
			return edit(context, input);
		case 'resolve':
			return resolve(context, input.commentId);
		case 'reopen':
			return reopen(context, input.commentId);
		case 'delete':
			return remove(context, input.commentId);
		case 'move':
			return moveAnchors(context, input);
		case 'see':
			return seeMentions(context);
		default:
			return assertNever(input);
	}
}

async function create(context: Context, input: CommentAct<'create'>): Promise<void> {
	const { actor, article } = context;
	const { act: _act, commentId: id, anchor, mentions, ...content } = input;
	if (content.blocking) must(actor, 'comment.block', article);
	if (content.proposal && !(proposalPlaces as readonly string[]).includes(content.place)) {
		throw new Refusal('invalid', '只有引题、主题、副题和电头可以这样建议；正文请用建议模式。');
	}
	if (!(await insert(context, { id, ...content, ...anchor }, mentions))) return;
	await record(context, 'create', {
		place: content.place,
		text: content.text,
		...(content.blocking && { blocking: true }),
		...(anchor?.exact && { exact: anchor.exact }),
		...(content.proposal && { proposal: content.proposal }),
	});
}

async function reply(
	context: Context,
	{ commentId: id, parentId, text, mentions }: CommentAct<'reply'>,
): Promise<void> {
	const parent = await getComment(context, parentId);
	if (parent.parentId) throw new Refusal('invalid', '请回复最上面那条批注。');
	const row = { id, parentId, text, place: parent.place, revision: context.article.revision };
	if (!(await insert(context, row, mentions))) return;
	await record(context, 'reply', { text, to: parent.text });
}

type NewComment = Omit<Prisma.CommentUncheckedCreateInput, 'paperId' | 'articleId' | 'authorId' | 'mentions'>;

/** Puts a comment in; false where this very one is there already, because a request was repeated. */
async function insert(context: Context, comment: NewComment, mentions: string[]): Promise<boolean> {
	const { tx, actor, article } = context;
	const { count } = await tx.comment.createMany({
		data: [{ ...comment, paperId: actor.paperId, articleId: article.id, authorId: actor.userId }],
		skipDuplicates: true,
	});
	const row = await getComment(context, comment.id);
	if (row.authorId !== actor.userId) throw new Refusal('invalid', '批注的编号重复，请再试一次。');
	if (count === 1) await setMentions(context, comment.id, mentions);
	return count === 1;
}

async function edit(context: Context, input: CommentAct<'edit'>): Promise<void> {
	const { tx, actor, article } = context;
	const before = await getOwnComment(context, input.commentId);
	const blocking = before.parentId ? false : input.blocking;
	if (blocking && !before.blocking) must(actor, 'comment.block', article);
	await tx.comment.update({
		where: { id: before.id },
		data: { text: input.text, blocking, editedAt: await databaseNow(tx) },
	});
	await setMentions(context, before.id, input.mentions);
	const of = (text: string, holds: boolean) => ({ text, blocking: holds });
	await record(context, 'edit', { before: of(before.text, before.blocking), after: of(input.text, blocking) });
}

async function resolve(context: Context, id: string): Promise<void> {
	const { tx, actor } = context;
	const comment = await getComment(context, id);
	if (comment.parentId) throw new Refusal('invalid', '请在最上面那条批注上标为已解决。');
	if (comment.resolvedAt) return;
	if (!mayResolve(actor, comment)) throw new Refusal('forbidden', '“须处理”的批注由写它的人或编辑来解决。');
	await tx.comment.update({ where: { id }, data: { resolvedAt: await databaseNow(tx), resolverId: actor.userId } });
	await record(context, 'resolve', { text: comment.text });
}

async function reopen(context: Context, id: string): Promise<void> {
	const comment = await getComment(context, id);
	if (!comment.resolvedAt) return;
	await context.tx.comment.update({ where: { id }, data: { resolvedAt: null, resolverId: null } });
	await record(context, 'reopen', { text: comment.text });
}

async function remove(context: Context, id: string): Promise<void> {
	const { tx } = context;
	const comment = await getOwnComment(context, id);
	if (comment._count.replies > 0) throw new Refusal('wrong-state', '已经有人回复，不能删除；可以标为已解决。');
	await tx.commentMention.deleteMany({ where: { commentId: id } });
	await tx.comment.delete({ where: { id } });
	await record(context, 'delete', { text: comment.text, ...(comment.exact && { exact: comment.exact }) });
}

/** Places move with the text around them: whoever wrote it sends where they are now. Other words are told in the record. */
async function moveAnchors(context: Context, { anchors }: CommentAct<'move'>): Promise<void> {
	const { tx, actor, article } = context;
	mustWrite(article, actor);
	const rows = await tx.comment.findMany({
		where: { articleId: article.id, id: { in: anchors.map(({ commentId }) => commentId) } },
		select: { id: true, exact: true },
	});
	const exactOf = new Map(rows.map(({ id, exact }) => [id, exact]));
	for (const { commentId: id, ...anchor } of anchors) {
		const before = exactOf.get(id);
		if (before === undefined) continue;
		await tx.comment.update({ where: { id }, data: anchor });
		if (before !== anchor.exact)
			await record(context, 'move', { before: { exact: before }, after: { exact: anchor.exact } });
	}
}

/** The actor has looked at the comments in which he is mentioned. */
async function seeMentions({ tx, actor, article }: Context): Promise<void> {
	await tx.commentMention.updateMany({
		where: { userId: actor.userId, seenAt: null, comment: { articleId: article.id } },
		data: { seenAt: await databaseNow(tx) },
	});
}

/** Who is mentioned: those who may read the article. Whoever was mentioned before is not called again. */
async function setMentions({ tx, actor, article }: Context, commentId: string, userIds: string[]): Promise<void> {
	const users = await tx.user.findMany({
		where: { id: { in: userIds }, paperId: actor.paperId, disabledAt: null },
		select: { id: true, paperId: true, name: true, department: true, roles: true, desks: true },
	});
	const isReader = (user: (typeof users)[number]) => can({ ...user, userId: user.id, ip: '' }, 'comment.read', article);
	if (users.length !== new Set(userIds).size || !users.every(isReader)) {
		throw new Refusal('invalid', '提到的人里有人看不到这篇稿件，请重新选人。');
	}
	await tx.commentMention.deleteMany({ where: { commentId, userId: { notIn: userIds } } });
	await tx.commentMention.createMany({ data: userIds.map((userId) => ({ commentId, userId })), skipDuplicates: true });
}

const commentSelect = {
	id: true,
	parentId: true,
	authorId: true,
	text: true,
	place: true,
	blocking: true,
	exact: true,
	resolvedAt: true,
	_count: { select: { replies: true } },
} satisfies Prisma.CommentSelect;

async function getComment({ tx, article }: Context, id: string) {
	const comment = await tx.comment.findFirst({ where: { id, articleId: article.id }, select: commentSelect });
	if (!comment) throw new Refusal('not-found', '这条批注已经被删除，请刷新看看。');
	return comment;
}

async function getOwnComment(context: Context, id: string) {
	const comment = await getComment(context, id);
	if (comment.authorId !== context.actor.userId) throw new Refusal('forbidden', '只能改、删自己写的批注。');
	return comment;
}

function record({ tx, actor, article }: Context, act: string, detail: Prisma.InputJsonObject): Promise<void> {
	return writeTrace(tx, actor, {
		act: `comment.${act}`,
		subjectType: 'article',
		subjectId: article.id,
		subject: titleOf(article.current.headline),
		detail,
	});
}
