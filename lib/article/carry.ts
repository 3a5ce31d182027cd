import type { ReviewStage } from '@/generated/prisma/enums';
import type { Db } from '@/lib/db';
import { newId } from '@/lib/id';
import { type ChangeClass, changeNames, changeOf, voidedFrom } from '@/lib/workflow/change';
import { judgedRows, type ReviewRow, signedStages, stages, stagesFrom } from '@/lib/workflow/signatures';
import { type ArticleForAct, revisionSelect, toContent } from './read';
import type { ArticleContent } from './schema';

/** What a save does to the signatures that the article has. */
export interface WeighedSignatures {
	/** Stages that hold for the new content, in order. */
	stages: ReviewStage[];
	/** The rows whose signatures go over to it. */
	carried: ReviewRow[];
	/** Stages that held before and do not any more. */
	voided: ReviewStage[];
	/** The gravest change since somebody signed; undefined where nobody had. */
	change: ChangeClass | undefined;
}

/**
 * Weighs a new content against what each signer judged, not against the last save: many small edits are one large one.
 * A content that was signed before has its signatures back.
 */
export async function weighSignatures(
	tx: Db,
	article: ArticleForAct,
	content: ArticleContent,
	hash: string,
): Promise<WeighedSignatures> {
	const judged = judgedRows(article.reviews, article.current.hash);
	const before = signedStages(article.reviews, hash);
	if (judged.length === 0) return { stages: before, carried: [], voided: [], change: undefined };
	const contents = await contentsOf(tx, article.id, [...new Set(judged.map(({ row }) => row.revision))]);
	const names = await listKnownNames(tx, article);
	const changes = judged.map(({ stage, row }) => {
		const seen = contents.get(row.revision);
		if (!seen) throw new Error(`Article ${article.id} has no revision ${row.revision} that was signed`);
		return { stage, row, change: changeOf(seen, content, names) };
	});
	const fallen = changes.flatMap(({ stage, change }) => {
		const from = voidedFrom[change];
		return from && stagesFrom(from).includes(stage) ? [stage] : [];
	});
	const holds = ({ stage }: { stage: ReviewStage }) => !fallen.some((other) => stagesFrom(other).includes(stage));
	const carried = changes.filter(holds).map(({ row }) => row);
	const standing = new Set([...before, ...carried.map((row) => row.stage)]);
	const gravest = changes.map(({ change }) => change).sort((a, b) => rank(b) - rank(a))[0];
	return {
		stages: stages.filter((stage) => standing.has(stage)),
		carried: carried.filter((row) => !before.includes(row.stage)),
		voided: article.signed.filter((stage) => !standing.has(stage)),
		change: gravest,
	};
}

const rank = (change: ChangeClass): number => Object.keys(voidedFrom).indexOf(change);

/** Renews for the new content the signatures that hold. */
export async function carrySignatures(
	tx: Db,
	article: ArticleForAct,
	{ carried, change }: WeighedSignatures,
	to: { number: number; hash: string },
): Promise<void> {
	if (carried.length === 0) return;
	await tx.review.createMany({
		data: carried.map((row) => ({
			id: newId(),
			paperId: article.paperId,
			articleId: article.id,
			revision: to.number,
			hash: to.hash,
			stage: row.stage,
			verdict: 'carried' as const,
			actorId: row.actorId,
			note: change ? changeNames[change] : '',
		})),
	});
}

async function contentsOf(tx: Db, articleId: string, numbers: number[]): Promise<Map<number, ArticleContent>> {
	const rows = await tx.articleRevision.findMany({
		where: { articleId, number: { in: numbers } },
		select: revisionSelect,
	});
	return new Map(rows.map((row) => [row.number, toContent(row)]));
}

/** People whose names a change must not touch unseen: the paper's reporters, the ledger's people, those in the byline. */
async function listKnownNames(tx: Db, { paperId }: ArticleForAct): Promise<string[]> {
	const reporters = await tx.reporter.findMany({ where: { paperId }, select: { name: true } });
	const people = await tx.person.findMany({ where: { paperId, retiredAt: null }, select: { name: true } });
	return [...reporters, ...people].map(({ name }) => name);
}
