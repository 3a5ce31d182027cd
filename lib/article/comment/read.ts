import type { Prisma } from '@/generated/prisma/client';
import { can, must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { pinyinOf } from '@/lib/reporter/reporter';
import { titleOf } from '../article';
import { getArticleForAct } from '../read';
import type { TextAnchor } from './anchor';
import { mayResolve } from './comment';
import type { CommentPlace } from './schema';

/** A comment or a reply, as one person sees it. */
export interface CommentView {
	id: string;
	authorId: string;
	authorName: string;
	text: string;
	/** ISO 8601 */
	createdAt: string;
	editedAt: string | null;
	mentions: { id: string; name: string }[];
	isMine: boolean;
}

/** A comment with its place, its replies and what may be done with it. */
export interface CommentThread extends CommentView {
	place: CommentPlace;
	blocking: boolean;
	proposal: string;
	anchor: TextAnchor;
	revision: number;
	resolved: { name: string; at: string } | null;
	replies: CommentView[];
	may: { resolve: boolean; block: boolean };
}

const viewSelect = {
	id: true,
	authorId: true,
	author: { select: { name: true } },
	text: true,
	createdAt: true,
	editedAt: true,
	mentions: { select: { user: { select: { id: true, name: true } } } },
} satisfies Prisma.CommentSelect;

/** The comments of an article, oldest first. */
export async function listComments(actor: Actor, articleId: string): Promise<CommentThread[]> {
	const article = await getArticleForAct(db, actor, articleId);
	must(actor, 'comment.read', article);
	const rows = await db.comment.findMany({
		where: { articleId, parentId: null },
		select: {
			...viewSelect,
			place: true,
			blocking: true,
			proposal: true,
			exact: true,
			prefix: true,
			suffix: true,
			position: true,
			revision: true,
			resolvedAt: true,
			resolver: { select: { name: true } },
			replies: { select: viewSelect, orderBy: { createdAt: 'asc' } },
		},
		orderBy: { createdAt: 'asc' },
		take: 1000,
	});
	return rows.map(({ exact, prefix, suffix, position, resolvedAt, resolver, replies, ...row }) => ({
		...toView(row, actor),
		place: row.place as CommentPlace,
		blocking: row.blocking,
		proposal: row.proposal,
		anchor: { exact, prefix, suffix, position },
		revision: row.revision,
		resolved: resolvedAt && { name: resolver?.name ?? '', at: resolvedAt.toISOString() },
		replies: replies.map((reply) => toView(reply, actor)),
		may: { resolve: mayResolve(actor, row), block: can(actor, 'comment.block', article) },
	}));
}

type ViewRow = Prisma.CommentGetPayload<{ select: typeof viewSelect }>;

function toView({ author, createdAt, editedAt, mentions, ...row }: ViewRow, actor: Actor): CommentView {
	return {
		id: row.id,
		authorId: row.authorId,
		authorName: author.name,
		text: row.text,
		createdAt: createdAt.toISOString(),
		editedAt: editedAt?.toISOString() ?? null,
		mentions: mentions.map(({ user }) => user),
		isMine: row.authorId === actor.userId,
	};
}

/** What a screen needs to show comments and suggestions. */
export interface Remarks {
	threads: CommentThread[];
	/** What everybody of the paper is called, by account: suggestions name accounts alone. */
	names: Record<string, string>;
}

export async function getRemarks(actor: Actor, articleId: string): Promise<Remarks> {
	const threads = await listComments(actor, articleId);
	const users = await db.user.findMany({ where: { paperId: actor.paperId }, select: { id: true, name: true } });
	return { threads, names: Object.fromEntries(users.map(({ id, name }) => [id, name])) };
}

/** Somebody who can be mentioned. */
export interface MentionChoice {
	id: string;
	name: string;
	department: string;
	pinyin: string;
}

/** Everybody else who may read the article, by name. */
export async function listMentionable(actor: Actor, articleId: string): Promise<MentionChoice[]> {
	const article = await getArticleForAct(db, actor, articleId);
	must(actor, 'comment.read', article);
	const users = await db.user.findMany({
		where: { paperId: actor.paperId, disabledAt: null, id: { not: actor.userId } },
		select: { id: true, paperId: true, name: true, department: true, roles: true, desks: true },
		orderBy: { login: 'asc' },
	});
	return users
		.filter((user) => can({ ...user, userId: user.id, ip: '' }, 'comment.read', article))
		.map(({ id, name, department }) => ({ id, name, department, pinyin: pinyinOf(name) }));
}

/** A place where this person is mentioned and has not looked yet. */
export interface MentionRow {
	commentId: string;
	articleId: string;
	/** The article's headline. */
	title: string;
	authorName: string;
	text: string;
	at: Date;
}

function unseen(actor: Actor): Prisma.CommentMentionWhereInput {
	return { userId: actor.userId, seenAt: null, comment: { paperId: actor.paperId } };
}

/** Where this person is mentioned and has not looked yet, latest first. */
export async function listMentions(actor: Actor): Promise<MentionRow[]> {
	const rows = await db.commentMention.findMany({
		where: unseen(actor),
		select: {
			comment: {
				select: {
					id: true,
					articleId: true,
					text: true,
					createdAt: true,
					author: { select: { name: true } },
					article: { select: { current: { select: { headline: true } } } },
				},
			},
		},
		orderBy: { comment: { createdAt: 'desc' } },
		take: 100,
	});
	return rows.map(({ comment }) => ({
		commentId: comment.id,
		articleId: comment.articleId,
		title: titleOf(comment.article.current.headline),
		authorName: comment.author.name,
		text: comment.text,
		at: comment.createdAt,
	}));
}

export function countMentions(actor: Actor): Promise<number> {
	return db.commentMention.count({ where: unseen(actor) });
}
