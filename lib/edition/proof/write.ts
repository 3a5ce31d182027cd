import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/id';
import type { Brief } from '@/lib/makeup/sheet';
import { writeOutbox, writeTrace } from '@/lib/trace/write';
import { composePages, type MadeUpPage, mustFit } from '../compose';
import type { ProofStage } from '../page-stage';
import { insertPageVersions, pageHash } from '../version';
import { judgeMarks } from './judge';
import { claimPage, type ProofPage } from './load';
import { mustProof } from './machine';
import type { Mark } from './mark';
import type { PullInput, SignProofInput } from './schema';

/** A page may have to be made up first. */
export const proofing = { timeout: 60_000, maxWait: 10_000 };

/**
 * 出样: freezes the page as it is as the proof of its next stage; marks whose change is there are done. A proof that is
 * not signed yet may be pulled again once something was changed.
 */
export async function pullProof(actor: Actor, { id, latest }: PullInput): Promise<{ number: number; done: number }> {
	// Made up before, so that the transaction finds the page and holds its row for a moment only.
	await composePages(db, { id, paperId: actor.paperId });
	return db.$transaction(async (tx) => {
		const page = await claimPage(tx, actor, id);
		const last = page.versions.at(-1);
		if ((last?.number ?? 0) !== latest) throw staleProof();
		const [made] = await composePages(tx, { id });
		if (!made || made.articles.length === 0) throw new Refusal('wrong-state', '这个版还没有稿件，请先上版再出样。');
		mustFit([made]);
		const done = await markDone(tx, page, made.brief);
		const open = page.marks.filter((mark) => !done.includes(mark.id));
		const openMarks = open.map(({ version }) => version.number);
		const { to } = mustProof('pull', { ...page.guarded, openMarks }, actor);
		if (to === page.stage && last?.hash === pageHash(made) && (await isSameCopy(tx, last.id, made))) {
			throw new Refusal('wrong-state', '版面和上一次的样一样，不用重新出样。');
		}
		const [version] = await insertPageVersions(tx, actor, [made], to as ProofStage);
		const number = version?.number ?? 0;
		await settleDone(tx, done, number);
		const now = await databaseNow(tx);
		await tx.page.update({ where: { id }, data: { stage: to, ...(to !== page.stage && { stageSince: now }) } });
		await recordProof(tx, actor, page, {
			act: 'pull',
			after: pageHash(made),
			detail: { proof: to, version: number, done: done.length },
		});
		return { number, done: done.length };
	}, proofing);
}

async function isSameCopy(tx: Db, versionId: string, made: MadeUpPage): Promise<boolean> {
	const { articles } = await tx.pageVersion.findUniqueOrThrow({ where: { id: versionId }, select: { articles: true } });
	const key = (all: readonly { id: string; hash: string }[]) => all.map(({ id, hash }) => `${id} ${hash}`).join();
	return key(articles as unknown as MadeUpPage['articles']) === key(made.articles);
}

/** Ids of the open marks whose change is there on the page as it is now, each seen from the version that it stands on. */
async function markDone(tx: Db, page: ProofPage, now: Brief): Promise<string[]> {
	const marks = await tx.pageMark.findMany({ where: { pageId: page.id, state: 'open' } });
	const versions = await tx.pageVersion.findMany({
		where: { id: { in: [...new Set(marks.map(({ versionId }) => versionId))] } },
		select: { id: true, brief: true },
	});
	return versions.flatMap(({ id, brief }) => {
		const here = marks.filter(({ versionId }) => versionId === id).map((mark) => toMark(mark));
		return judgeMarks(brief as unknown as Brief, now, here).map((mark) => mark.id);
	});
}

/** A row whose place and box are what the input knows. */
export function toMark<Row extends { place: string; box: unknown }>(row: Row): Row & Pick<Mark, 'place' | 'box'> {
	return row as Row & Pick<Mark, 'place' | 'box'>;
}

async function settleDone(tx: Db, ids: readonly string[], number: number): Promise<void> {
	await tx.pageMark.updateMany({
		where: { id: { in: [...ids] }, state: 'open' },
		data: { state: 'done', doneVersion: number, settledAt: await databaseNow(tx) },
	});
}

/** 一校 二校 三校: whoever has read the newest proof signs exactly that. */
export async function signProof(
	actor: Actor,
	{ id, number, hash, flag }: SignProofInput,
): Promise<{ stage: ProofStage }> {
	return db.$transaction(async (tx) => {
		const page = await claimPage(tx, actor, id);
		const last = page.versions.at(-1);
		const decided = mustProof('sign', page.guarded, actor, { flag });
		if (!last || last.number !== number || last.hash !== hash) throw staleProof();
		const stage = last.stage as ProofStage;
		const { paperId, userId: actorId, name: actorName } = actor;
		await tx.proofSignature.create({
			data: { id: newId(), paperId, versionId: last.id, stage, hash, actorId, actorName, note: decided.flag },
		});
		const detail = { proof: stage, version: number, ...(decided.flag && { flag: decided.flag }) };
		await recordProof(tx, actor, page, { act: 'sign', before: hash, after: hash, detail });
		return { stage };
	});
}

export const staleProof = () => new Refusal('stale', '已经出了新的样，请刷新后看最新的一份。');

interface ProofRecord {
	act: string;
	before?: string;
	after?: string;
	detail: Record<string, string | number>;
}

/** The record of an act on a page's proofs. */
export async function recordProof(
	tx: Db,
	actor: Actor,
	page: ProofPage,
	{ act, ...entry }: ProofRecord,
): Promise<void> {
	const { id, no, name, edition } = page;
	await writeTrace(tx, actor, {
		act: `page.${act}`,
		subjectType: 'page',
		subjectId: id,
		subject: `${edition.date} ${no}版 ${name}`,
		...entry,
	});
	// What goes to print, or comes back from there, is awaited outside.
	if (act === 'lock' || act === 'unlock') await writeOutbox(tx, actor, `page.${act}`, id, []);
}
