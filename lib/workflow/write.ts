import type { ArticleState, ReviewVerdict } from '@/generated/prisma/enums';
import { missingForReview, titleOf } from '@/lib/article/article';
import { type ArticleForAct, getArticleForAct } from '@/lib/article/read';
import { staleArticle } from '@/lib/article/write';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/id';
import { writeTrace } from '@/lib/trace/write';
import type { ActInput, ReturnInput } from './schema';
import { mustDecide, type WorkflowAct } from './workflow';

interface Moved {
	state: ArticleState;
}

/** 送审 */
export const submitArticle = (actor: Actor, input: ActInput): Promise<Moved> =>
	move(actor, 'submit', input, requireReady);

/** 撤回: the author takes it back before anyone has signed. */
export const recallArticle = (actor: Actor, input: ActInput): Promise<Moved> => move(actor, 'recall', input);

/** 签发: the chief on duty signs this very content. */
export const signOffArticle = (actor: Actor, input: ActInput): Promise<Moved> =>
	move(actor, 'signOff', input, async (tx, article) => {
		requireReady(tx, article);
		await insertReview(tx, actor, article, 'signed', '');
	});

/** 退稿, with the reason that the writer reads. */
export const returnArticle = (actor: Actor, input: ReturnInput): Promise<Moved> =>
	move(actor, 'return', input, (tx, article) => insertReview(tx, actor, article, 'returned', input.note));

/** 弃用; it leaves the lists and can be brought back. */
export const spikeArticle = (actor: Actor, input: ActInput): Promise<Moved> => move(actor, 'spike', input);

export const reviveArticle = (actor: Actor, input: ActInput): Promise<Moved> => move(actor, 'revive', input);

/** One transition: load, decide, change state at the revision that the actor saw, record. */
async function move(
	actor: Actor,
	act: WorkflowAct,
	input: ActInput,
	also?: (tx: Db, article: ArticleForAct) => void | Promise<void>,
): Promise<Moved> {
	return db.$transaction(async (tx) => {
		const article = await getArticleForAct(tx, actor, input.id);
		const state = mustDecide(act, article, actor);
		if (article.revision !== input.revision) throw staleArticle();
		await setState(tx, article, state);
		await also?.(tx, article);
		await writeTrace(tx, actor, {
			act: `article.${act}`,
			subjectType: 'article',
			subjectId: article.id,
			subject: titleOf(article.current.headline),
			before: article.current.hash,
			after: article.current.hash,
			detail: {
				from: article.state,
				to: state,
				revision: article.revision,
				...('note' in input && { note: String(input.note) }),
			},
		});
		return { state };
	});
}

/** Changes an article's state, unless somebody changed it or its content since it was loaded. */
export async function setState(tx: Db, article: ArticleForAct, state: ArticleState): Promise<void> {
	const changed = await tx.article.updateMany({
		where: { id: article.id, revision: article.revision, state: article.state },
		data: { state, updatedAt: await databaseNow(tx) },
	});
	if (changed.count !== 1) throw staleArticle();
}

function requireReady(_tx: Db, article: ArticleForAct): void {
	const missing = missingForReview(article.current);
	if (missing.length > 0) throw new Refusal('invalid', `还不能送审：${missing.join('；')}。`);
}

async function insertReview(
	tx: Db,
	actor: Actor,
	article: ArticleForAct,
	verdict: ReviewVerdict,
	note: string,
): Promise<void> {
	await tx.review.create({
		data: {
			id: newId(),
			paperId: actor.paperId,
			articleId: article.id,
			revision: article.revision,
			hash: article.current.hash,
			// The one signature of this issue is the last of the three.
			stage: 'final',
			verdict,
			actorId: actor.userId,
			note,
		},
	});
}
