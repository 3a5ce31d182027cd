import { titleOf } from '@/lib/article/article';
import { type ArticleForAct, listArticlesForAct } from '@/lib/article/read';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Brief } from '@/lib/makeup/sheet';
import { mustDecide } from '@/lib/workflow/workflow';
import { composePages, type PlacedRevision } from '../compose';
import { pageHash, toJson } from '../version';
import type { Finding } from './furniture';
import { claimPageAndStories, creditsOf, furnitureOf, type ProofPage } from './load';
import { checkLock, lockRefusal } from './lock-check';
import { mustProof } from './machine';
import type { LockInput, UnlockInput } from './schema';
import { proofing, recordProof, staleProof } from './write';

/**
 * 付印: the clean proof goes to print. Three persons have signed three proofs, every mark is settled, every story is
 * signed off at exactly what the proof has, the page as it stands is the proof, and nothing of its furniture is missing.
 * Its stories are locked with it.
 */
export async function lockPage(actor: Actor, { id, number, whyHoles }: LockInput): Promise<void> {
	await composePages(db, { id, paperId: actor.paperId });
	await db.$transaction(async (tx) => {
		const page = await claimPageAndStories(tx, actor, id);
		mustProof('lock', page.guarded, actor);
		const last = page.versions.at(-1);
		if (!last || last.number !== number) throw staleProof();
		const findings = await findingsForLock(tx, page, whyHoles);
		const refusal = lockRefusal(findings);
		if (refusal) throw new Refusal('wrong-state', refusal);
		const articles = await listArticlesForAct(
			tx,
			actor,
			page.stories.map((story) => story.id),
		);
		const moved = await moveArticles(tx, actor, 'lock', articles);
		const now = await databaseNow(tx);
		await tx.page.update({
			where: { id },
			data: {
				...{ stage: 'locked', stageSince: now, lockedVersion: number, lockedAt: now, lockedBy: actor.name },
				credits: toJson(creditsOf(page)),
			},
		});
		await traceArticles(tx, actor, 'lock', moved);
		const hasHoles = findings.some(({ asks }) => asks === 'whyHoles');
		const detail = { version: number, ...(hasHoles && { whyHoles }) };
		await recordProof(tx, actor, page, { act: 'lock', before: last.hash, after: last.hash, detail });
	}, proofing);
}

/** 撤销付印: back to the clean proof, or to make-up and a first proof; its stories can be changed again. */
export async function unlockPage(actor: Actor, { id, to, reason }: UnlockInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const page = await claimPageAndStories(tx, actor, id);
		const decided = mustProof('unlock', page.guarded, actor, { unlockTo: to });
		const ids = await listHeldHereOnly(tx, page);
		const moved = await moveArticles(tx, actor, 'unlock', await listArticlesForAct(tx, actor, ids));
		await tx.page.update({
			where: { id },
			data: { stage: decided.to, stageSince: await databaseNow(tx), lockedVersion: null, lockedAt: null, lockedBy: '' },
		});
		await traceArticles(tx, actor, 'unlock', moved);
		await recordProof(tx, actor, page, { act: 'unlock', detail: { proof: decided.to, note: reason } });
	});
}

/** Stories that no other locked page holds. */
async function listHeldHereOnly(tx: Db, { id: pageId, stories }: ProofPage): Promise<string[]> {
	const ids = stories.map(({ id }) => id);
	const elsewhere = await tx.placement.findMany({
		where: { articleId: { in: ids }, pageId: { not: pageId }, page: { stage: 'locked' } },
		select: { articleId: true },
	});
	const held = new Set(elsewhere.map(({ articleId }) => articleId));
	return ids.filter((id) => !held.has(id));
}

/** Everything that must be so before the newest proof of the page is locked. */
export async function findingsForLock(tx: Db, page: ProofPage, whyHoles: string): Promise<Finding[]> {
	const last = page.versions.at(-1);
	const [made] = await composePages(tx, { id: page.id });
	if (!last || !made) return [{ ok: false, says: '还没有清样' }];
	const { brief, articles } = await tx.pageVersion.findUniqueOrThrow({
		where: { id: last.id },
		select: { brief: true, articles: true },
	});
	return checkLock({
		clean: { hash: last.hash, articles: articles as unknown as PlacedRevision[] },
		hashNow: pageHash(made),
		stories: page.stories,
		overset: made.sheet.free.overset.length,
		holes: made.sheet.free.holes,
		whyHoles,
		furniture: await furnitureOf(tx, page, brief as unknown as Brief),
	});
}

type Moved = ArticleForAct & { to: ArticleForAct['state'] };

/** Moves the stories through the workflow's guard, all or none. One that stands on two pages is locked with the first of them. */
async function moveArticles(
	tx: Db,
	actor: Actor,
	act: 'lock' | 'unlock',
	articles: readonly ArticleForAct[],
): Promise<Moved[]> {
	const due = articles.filter(({ state }) => act === 'unlock' || state !== 'locked');
	const moved = due.map((article): Moved => ({ ...article, to: mustDecide(act, article, actor).to }));
	const [first] = moved;
	if (!first) return [];
	const now = await databaseNow(tx);
	const changed = await tx.article.updateMany({
		where: { OR: moved.map(({ id, revision, state }) => ({ id, revision, state })) },
		data: { state: first.to, updatedAt: now, stateSince: now },
	});
	if (changed.count !== moved.length) throw new Refusal('stale', '有稿件正在修改，请刷新核对后再试。');
	return moved;
}

async function traceArticles(tx: Db, actor: Actor, act: 'lock' | 'unlock', articles: readonly Moved[]): Promise<void> {
	await tx.trace.createMany({
		data: articles.map(({ id, state, to, revision, current }) => ({
			paperId: actor.paperId,
			actorId: actor.userId,
			actorName: actor.name,
			ip: actor.ip,
			act: `article.${act}`,
			subjectType: 'article',
			subjectId: id,
			subject: titleOf(current.headline),
			before: current.hash,
			after: current.hash,
			detail: { from: state, to, revision },
		})),
	});
}
