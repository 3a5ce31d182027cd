import { z } from 'zod';

const id = z.string().min(1).max(40);

/** What of an article a comment is on. */
export const commentPlaces = ['body', 'kicker', 'headline', 'deck', 'dateline', 'article'] as const;
export type CommentPlace = (typeof commentPlaces)[number];

/** Fields that are plain text: a suggestion for one is a comment that proposes another text. */
export const proposalPlaces = ['kicker', 'headline', 'deck', 'dateline'] as const satisfies CommentPlace[];

export const commentLimits = { text: 2000, exact: 1000, mentions: 20 };

const text = z.string().trim().min(1, '请写批注').max(commentLimits.text, `批注最长 ${commentLimits.text} 字`);
const context = z.string().max(64);
const Anchor = z.strictObject({
	exact: z.string().max(commentLimits.exact, `选中的文字最长 ${commentLimits.exact} 字，请选短一些`),
	prefix: context,
	suffix: context,
	position: z.number().int().min(0).max(10_000_000),
});
const mentions = z.array(id).max(commentLimits.mentions, `一条批注最多提到 ${commentLimits.mentions} 人`).default([]);
/** Made by the client, so that a retry is not a second comment. */
const commentId = z.string().regex(/^[0-9a-z]{8,24}$/);

const Create = z.strictObject({
	act: z.literal('create'),
	commentId,
	revision: z.number().int().min(1),
	place: z.enum(commentPlaces),
	text,
	blocking: z.boolean().default(false),
	proposal: z.string().max(400).default(''),
	anchor: Anchor.nullable().default(null),
	mentions,
});
const Reply = z.strictObject({ act: z.literal('reply'), commentId, parentId: id, text, mentions });
const Edit = z.strictObject({ act: z.literal('edit'), commentId: id, text, blocking: z.boolean(), mentions });
const Plain = z.strictObject({ act: z.enum(['resolve', 'reopen', 'delete']), commentId: id });
const Move = z.strictObject({
	act: z.literal('move'),
	anchors: z.array(Anchor.extend({ commentId: id })).max(500),
});
const See = z.strictObject({ act: z.literal('see') });

/** What can be done with an article's comments, one request each; the article's id comes with the address. */
export const CommentInput = z.discriminatedUnion('act', [Create, Reply, Edit, Plain, Move, See]);
export type CommentInput = z.infer<typeof CommentInput>;
export type CommentAct<Name extends CommentInput['act']> = Extract<CommentInput, { act: Name }>;
