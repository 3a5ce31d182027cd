import { can, must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { clockTime } from '@/lib/time';
import { writeTrace } from '@/lib/trace/write';
import { mustWrite } from '@/lib/workflow/workflow';
import { titleOf } from '../article';
import { type ArticleForAct, getArticleForAct } from '../read';
import {
	type Claimant,
	decideLock,
	type HeldLock,
	isAsked,
	isHeld,
	type LockAct,
	type LockDecision,
	type LockView,
} from './lock';
import { getLock, getLockView } from './read';
import type { LockInput } from './schema';

/** What only those may do who may write the article now. */
const writersActs: ReadonlySet<LockAct> = new Set(['take', 'ask', 'force']);

/** Takes, asks for, gives, keeps or leaves the place of an article's writer; answers who has it then. */
export async function changeLock(actor: Actor, { id, tab, act }: LockInput): Promise<LockView> {
	return db.$transaction(async (tx) => {
		const article = await getArticleForAct(tx, actor, id);
		must(actor, 'article.read', article);
		if (writersActs.has(act)) mustWrite(article, actor);
		const { kind } = (await actOnLock(tx, actor, article, { act, tab })).decision;
		if (kind === 'forbidden') throw new Refusal('forbidden', '您不能强行接手别人正在写的稿件，请用“请求接手”。');
		if (kind === 'asked') throw new Refusal('taken', '已经有人在请求接手这篇稿件，请稍后再试。');
		return getLockView(actor, id, tab, tx);
	});
}

/**
 * Part of a save's transaction: whoever saves from a tab is the article's writer afterwards; who saves without one (a
 * job, a restored revision) may do so unless somebody else is writing. Refuses where somebody else is.
 */
export async function requireLock(
	tx: Db,
	actor: Actor,
	article: ArticleForAct,
	tab: string | undefined,
): Promise<void> {
	if (tab === undefined) {
		const { lock, now } = await getLock(tx, article.id, 'share');
		if (lock && isHeld(lock, now) && lock.userId !== actor.userId) throw beingWritten(lock);
		return;
	}
	const { decision, lock } = await actOnLock(tx, actor, article, { act: 'take', tab });
	if (decision.kind === 'held' && lock) throw takenArticle(lock);
}

function beingWritten({ userName }: HeldLock): Refusal {
	return new Refusal('taken', `${userName}正在写这篇稿件，所以没有改动它。等他写完，或请他交出之后再试。`);
}

function takenArticle({ userName, takenAt }: HeldLock): Refusal {
	return new Refusal('taken', `${userName}在 ${clockTime(takenAt)} 接手了这篇稿件。您写的没有丢，还留在您这里。`);
}

/** Decides and does it, as one step: the lock's row is held until the transaction ends. */
async function actOnLock(
	tx: Db,
	actor: Actor,
	article: ArticleForAct,
	{ act, tab }: { act: LockAct; tab: string },
): Promise<{ decision: LockDecision; lock: HeldLock | null }> {
	for (;;) {
		const { lock, now } = await getLock(tx, article.id, 'update');
		if (lock) {
			const claimant = { userId: actor.userId, tab, mayForce: can(actor, 'article.takeOver', article) };
			const decision = decideLock(act, lock, claimant, now);
			await carryOut(tx, actor, article, { decision, lock, claimant, now });
			return { decision, lock };
		}
		if (!writersActs.has(act)) return { decision: { kind: 'held' }, lock };
		const data = {
			articleId: article.id,
			paperId: actor.paperId,
			userId: actor.userId,
			tab,
			takenAt: now,
			seenAt: now,
		};
		const { count } = await tx.articleLock.createMany({ data: [data], skipDuplicates: true });
		if (count === 1) return { decision: { kind: 'renew' }, lock };
		// Somebody was quicker: his row is the one to judge.
	}
}

interface Step {
	decision: LockDecision;
	lock: HeldLock;
	claimant: Claimant;
	now: Date;
}

const nobodyAsks = { askedById: null, askedBy: '', askedTab: '', askedAt: null };

async function carryOut(tx: Db, actor: Actor, article: ArticleForAct, step: Step): Promise<void> {
	const { decision, lock, claimant, now } = step;
	const where = { articleId: article.id };
	const record = (act: string, detail: Record<string, string>) =>
		writeTrace(tx, actor, {
			act: `article.${act}`,
			subjectType: 'article',
			subjectId: article.id,
			subject: titleOf(article.current.headline),
			detail,
		});
	switch (decision.kind) {
		case 'renew':
			await tx.articleLock.update({ where, data: { seenAt: now } });
			break;
		case 'takeOver': {
			const { userId, tab } = claimant;
			await tx.articleLock.update({ where, data: { userId, tab, takenAt: now, seenAt: now, ...nobodyAsks } });
			if (userId !== lock.userId) await record('takeOver', { writer: lock.userName, why: decision.why });
			break;
		}
		case 'ask': {
			const ask = { askedById: claimant.userId, askedBy: actor.name, askedTab: claimant.tab };
			const isNew = !isAsked(lock, now) || lock.askedTab !== claimant.tab;
			if (isNew) await tx.articleLock.update({ where, data: { ...ask, askedAt: now } });
			if (isNew && claimant.userId !== lock.userId) await record('askLock', { writer: lock.userName });
			break;
		}
		case 'handOver': {
			const { askedById, askedTab, askedBy } = lock;
			const data = { userId: askedById ?? lock.userId, tab: askedTab, takenAt: now, seenAt: now, ...nobodyAsks };
			await tx.articleLock.update({ where, data });
			if (askedById !== lock.userId) await record('giveLock', { asker: askedBy });
			break;
		}
		case 'refuse':
		case 'withdraw':
			await tx.articleLock.update({ where, data: nobodyAsks });
			if (decision.kind === 'refuse' && lock.askedBy) await record('keepLock', { asker: lock.askedBy });
			break;
		case 'release':
			await tx.articleLock.delete({ where });
			break;
		// Nothing has happened: `held`, `asked`, `forbidden`.
	}
}
