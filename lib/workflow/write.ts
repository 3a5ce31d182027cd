import type { Prisma } from '@/generated/prisma/client';
import type { ArticleState, ReviewStage } from '@/generated/prisma/enums';
import { missingOfAmendment } from '@/lib/article/amendment';
import { missingForReview, titleOf } from '@/lib/article/article';
import { namesRevision } from '@/lib/article/history/names';
import { nameRevisions } from '@/lib/article/history/write';
import { type ArticleForAct, getArticleForAct, revisionSelect, toContent } from '@/lib/article/read';
import { Amendment } from '@/lib/article/schema';
import { staleArticle } from '@/lib/article/write';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { listUnresolvedErrors } from '@/lib/check/read';
import { type Db, databaseNow, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/id';
import { writeOutbox, writeTrace } from '@/lib/trace/write';
import { stageOfAct, type WorkflowAct } from './rules';
import type { ActInput, HoldInput, ReturnInput, ReviewModeInput, ScheduleInput, SignInput } from './schema';
import { type How, mustDecide } from './workflow';

interface Moved {
	state: ArticleState;
}

/** 送审 */
export const submitArticle = (actor: Actor, input: ActInput): Promise<Moved> =>
	move(actor, 'submit', input, { also: requireReady });

/** 撤回: the author takes it back before anyone judges it. */
export const recallArticle = (actor: Actor, input: ActInput): Promise<Moved> => move(actor, 'recall', input);

/** 接稿: a desk editor says that he judges it. */
export const takeArticle = (actor: Actor, input: ActInput): Promise<Moved> =>
	move(actor, 'take', input, { data: { takenById: actor.userId } });

/** 初审, 复审, 签发: the actor signs this very content for the stage. */
export const signFirst = (actor: Actor, input: SignInput): Promise<Moved> => sign(actor, 'signFirst', input);
export const signSecond = (actor: Actor, input: SignInput): Promise<Moved> => sign(actor, 'signSecond', input);
export const signOffArticle = (actor: Actor, input: SignInput): Promise<Moved> => sign(actor, 'signOff', input);

/** 撤签: the signer takes his signature back before anybody acts on it. */
export const unsignArticle = (actor: Actor, input: ActInput): Promise<Moved> =>
	move(actor, 'unsign', input, {
		also: async (tx, article) => {
			const stage = article.signed.at(-1);
			await insertReview(tx, actor, article, { verdict: 'returned', stage, returnTo: stage, note: '撤签' });
		},
	});

/** 退稿: to its author or to an earlier stage, with a reason code and what the next one reads. */
export const returnArticle = (actor: Actor, input: ReturnInput): Promise<Moved> =>
	move(actor, 'return', input, {
		how: { returnTo: input.returnTo },
		detail: { note: input.note, reason: input.reason, returnTo: input.returnTo ?? 'author' },
		also: (tx, article) => insertReview(tx, actor, article, { verdict: 'returned', ...input }),
	});

/** 缓发: it rests where nobody places or publishes it, until it is released. */
export const holdArticle = (actor: Actor, input: HoldInput): Promise<Moved> =>
	move(actor, 'hold', input, { dataOf: ({ state }) => ({ heldFrom: state, holdReason: input.note }) });

export const releaseArticle = (actor: Actor, input: ActInput): Promise<Moved> =>
	move(actor, 'release', input, { data: { heldFrom: null, holdReason: '' } });

/** 弃用; it leaves the lists and can be brought back, without its signatures. */
export const spikeArticle = (actor: Actor, input: ActInput): Promise<Moved> =>
	move(actor, 'spike', input, {
		also: async (tx, article) => {
			if (article.signed.length === 0) return;
			await insertReview(tx, actor, article, { verdict: 'returned', reason: 'other', note: '弃用', returnTo: null });
		},
	});

export const reviveArticle = (actor: Actor, input: ActInput): Promise<Moved> => move(actor, 'revive', input);

/** 加急, 截稿, 禁发: when it is due, and before when it must not be out. No part of the content. */
export async function scheduleArticle(actor: Actor, { id, ...plan }: ScheduleInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const article = await getArticleForAct(tx, actor, id);
		must(actor, 'article.schedule', article);
		const select = { urgent: true, dueAt: true, embargoUntil: true } as const;
		const before = await tx.article.findUniqueOrThrow({ where: { id }, select });
		const after = await tx.article.update({ where: { id }, data: plan, select });
		await writeTrace(tx, actor, {
			act: 'article.schedule',
			subjectType: 'article',
			subjectId: id,
			subject: titleOf(article.current.headline),
			detail: { before: plain(before), after: plain(after) },
		});
	});
}

/** 审者分离: strict, or flagged where a small newsroom has nobody else. */
export async function setReviewMode(actor: Actor, { reviewMode }: ReviewModeInput): Promise<void> {
	must(actor, 'setting.manage');
	await db.$transaction(async (tx) => {
		const before = await tx.paper.findUniqueOrThrow({ where: { id: actor.paperId } });
		await tx.paper.update({ where: { id: before.id }, data: { reviewMode } });
		await writeTrace(tx, actor, {
			act: 'paper.setReviewMode',
			subjectType: 'paper',
			subjectId: before.id,
			subject: before.name,
			detail: { before: { reviewMode: before.reviewMode }, after: { reviewMode } },
		});
	});
}

function plain(value: object): Prisma.InputJsonObject {
	return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject;
}

/** 签发 inside a transaction of the caller's. */
export const signOffIn = (tx: Db, actor: Actor, input: SignInput): Promise<Moved> =>
	moveIn(tx, actor, 'signOff', withoutFlag(input), signing(actor, 'signOff', input));

type SignAct = 'signFirst' | 'signSecond' | 'signOff';

const sign = (actor: Actor, act: SignAct, input: SignInput): Promise<Moved> =>
	move(actor, act, withoutFlag(input), signing(actor, act, input));

const withoutFlag = ({ flag: _flag, ...input }: SignInput): ActInput => input;

function signing(actor: Actor, act: SignAct, { flag }: SignInput): MoveOptions {
	return {
		how: { flag },
		knowing: withErrors,
		also: async (tx, article, decided) => {
			await requireReady(tx, article);
			await insertReview(tx, actor, article, { verdict: 'signed', stage: stageOfAct[act], flag: decided.flag });
		},
	};
}

/** The article with the severe hits of the checks that nobody has settled. */
async function withErrors(tx: Db, article: ArticleForAct): Promise<ArticleForAct> {
	const revision = await tx.articleRevision.findUniqueOrThrow({
		where: { articleId_number: { articleId: article.id, number: article.revision } },
		select: revisionSelect,
	});
	const errors = await listUnresolvedErrors(tx, article.paperId, article.id, toContent(revision));
	return { ...article, unresolvedErrors: errors.length };
}

interface MoveOptions {
	how?: How;
	/** What the guard has to know beside what every act knows. */
	knowing?: (tx: Db, article: ArticleForAct) => Promise<ArticleForAct>;
	/** What the act changes of the article beside its state. */
	data?: Prisma.ArticleUncheckedUpdateManyInput;
	dataOf?: (article: ArticleForAct) => Prisma.ArticleUncheckedUpdateManyInput;
	/** For the record. */
	detail?: Prisma.InputJsonObject;
	/** What else belongs to it. */
	also?: (tx: Db, article: ArticleForAct, decided: { flag: string }) => void | Promise<void>;
}

/** One transition: load, decide, change state at the revision that the actor saw, record. */
function move(actor: Actor, act: WorkflowAct, input: ActInput, options: MoveOptions = {}): Promise<Moved> {
	return db.$transaction((tx) => moveIn(tx, actor, act, input, options));
}

/** The same inside a transaction of the caller's. */
async function moveIn(
	tx: Db,
	actor: Actor,
	act: WorkflowAct,
	input: ActInput,
	options: MoveOptions = {},
): Promise<Moved> {
	const { how, knowing, data, dataOf, detail, also } = options;
	const found = await getArticleForAct(tx, actor, input.id);
	const article = (await knowing?.(tx, found)) ?? found;
	const decided = mustDecide(act, article, actor, how);
	if (article.revision !== input.revision) throw staleArticle();
	await setState(tx, article, decided.to, { ...data, ...dataOf?.(article) });
	await also?.(tx, article, decided);
	if (namesRevision(act)) await nameRevisions(tx, actor, act, [article]);
	await writeTrace(tx, actor, {
		act: `article.${act}`,
		subjectType: 'article',
		subjectId: article.id,
		subject: titleOf(article.current.headline),
		before: article.current.hash,
		after: article.current.hash,
		detail: {
			from: article.state,
			to: decided.to,
			revision: article.revision,
			...('note' in input && { note: String(input.note) }),
			...(decided.flag && { flag: decided.flag }),
			...detail,
		},
	});
	// What readers have and will have otherwise is made ready for it.
	if (act === 'signOff' && article.isPublished) await writeOutbox(tx, actor, 'article.signOff', article.id, []);
	return { state: decided.to };
}

/** Changes an article's state, unless somebody changed it or its content since it was loaded. */
export async function setState(
	tx: Db,
	article: ArticleForAct,
	state: ArticleState,
	also: Prisma.ArticleUncheckedUpdateManyInput = {},
): Promise<void> {
	const now = await databaseNow(tx);
	const changed = await tx.article.updateMany({
		where: { id: article.id, revision: article.revision, state: article.state },
		data: {
			state,
			updatedAt: now,
			...(state !== article.state && { stateSince: now }),
			...(state !== 'first_review' && { takenById: null }),
			...also,
		},
	});
	if (changed.count !== 1) throw staleArticle();
}

/** What readers have already is reviewed together with what they will be told of the change. */
async function requireReady(tx: Db, article: ArticleForAct): Promise<void> {
	const missing = missingForReview(article.current);
	if (article.isPublished && article.isPrinted) {
		const { amendment } = await tx.articleRevision.findUniqueOrThrow({
			where: { articleId_number: { articleId: article.id, number: article.revision } },
			select: { amendment: true },
		});
		missing.push(...missingOfAmendment(Amendment.nullable().parse(amendment)));
	}
	if (missing.length > 0) throw new Refusal('invalid', `还不能送审：${missing.join('；')}。`);
}

interface NewReview {
	verdict: 'signed' | 'returned';
	/** The stage that judges; a return's follows from where the story is. */
	stage?: ReviewStage;
	returnTo?: ReviewStage | null;
	reason?: ReturnInput['reason'];
	note?: string;
	flag?: string;
}

async function insertReview(tx: Db, actor: Actor, article: ArticleForAct, review: NewReview): Promise<void> {
	const { verdict, stage = stageOfState(article.state), returnTo = null, reason = null, note = '', flag = '' } = review;
	await tx.review.create({
		data: {
			id: newId(),
			paperId: actor.paperId,
			articleId: article.id,
			revision: article.revision,
			hash: article.current.hash,
			stage,
			verdict,
			actorId: actor.userId,
			returnTo,
			reason,
			note,
			flag,
		},
	});
}

/** Which stage judges in a state. */
function stageOfState(state: ArticleState): ReviewStage {
	if (state === 'submitted' || state === 'first_review') return 'first';
	return state === 'second_review' ? 'second' : 'final';
}
