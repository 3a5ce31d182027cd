import type { Prisma } from '@/generated/prisma/client';
import { titleOf } from '@/lib/article/article';
import type { Actor } from '@/lib/auth/roles';
import type { Db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Brief } from '@/lib/makeup/sheet';
import { dateToIso, type IsoDate } from '@/lib/time';
import type { ProofStage } from '../page-stage';
import { Imprint } from '../paper/imprint';
import { PageCredits } from '../schema';
import { creditsFrom } from './credits';
import { checkFurniture, type Finding } from './furniture';
import type { GuardedPage, ProofFacts } from './machine';

const pageSelect = {
	id: true,
	no: true,
	name: true,
	stage: true,
	stageSince: true,
	credits: true,
	lockedVersion: true,
	lockedAt: true,
	lockedBy: true,
	holder: { select: { name: true } },
	edition: {
		select: {
			id: true,
			paperId: true,
			date: true,
			issueNo: true,
			publishedAt: true,
			retiredAt: true,
			pages: { select: { no: true, name: true, stage: true }, orderBy: { no: 'asc' } },
			paper: { select: { name: true, cnNumber: true, sponsor: true, imprint: true, reviewMode: true } },
		},
	},
	versions: {
		where: { stage: { not: null } },
		orderBy: { number: 'asc' },
		select: {
			id: true,
			number: true,
			stage: true,
			hash: true,
			actorId: true,
			actorName: true,
			createdAt: true,
			signature: { select: { actorId: true, actorName: true, note: true, createdAt: true } },
		},
	},
	marks: { where: { state: 'open' }, select: { id: true, version: { select: { number: true } } } },
	placements: {
		select: {
			article: { select: { id: true, state: true, current: { select: { headline: true, hash: true } } } },
		},
	},
} satisfies Prisma.PageSelect;

type PageRow = Prisma.PageGetPayload<{ select: typeof pageSelect }>;

/** A page with its proofs and what the guard has to know of it. */
export type ProofPage = Omit<PageRow, 'credits' | 'placements' | 'edition'> & {
	credits: PageCredits;
	edition: Omit<PageRow['edition'], 'date'> & { date: IsoDate };
	guarded: GuardedPage;
	stories: { id: string; headline: string; state: PageRow['placements'][number]['article']['state']; hash: string }[];
};

/** Takes the page of an act for this transaction: what another is doing with it, or with its edition as a whole, is over when this returns. */
export async function claimPage(tx: Db, actor: Actor, id: string): Promise<ProofPage> {
	const { paperId } = actor;
	await tx.$executeRaw`
		SELECT 1 FROM "Edition" e JOIN "Page" g ON g."editionId" = e."id"
		WHERE g."id" = ${id} AND g."paperId" = ${paperId} FOR SHARE OF e`;
	await tx.$executeRaw`SELECT 1 FROM "Page" WHERE "id" = ${id} AND "paperId" = ${paperId} FOR UPDATE`;
	return loadPage(tx, actor, { id });
}

/** The same with its stories: who rewrites one, or locks or unlocks another page of it, waits or is over. */
export async function claimPageAndStories(tx: Db, actor: Actor, id: string): Promise<ProofPage> {
	await claimPage(tx, actor, id);
	await tx.$executeRaw`
		SELECT 1 FROM "Article" WHERE "id" IN (SELECT "articleId" FROM "Placement" WHERE "pageId" = ${id})
		ORDER BY "id" FOR UPDATE`;
	return loadPage(tx, actor, { id });
}

export async function loadPage(tx: Db, actor: Actor, where: Prisma.PageWhereInput): Promise<ProofPage> {
	const row = await tx.page.findFirst({ where: { ...where, paperId: actor.paperId }, select: pageSelect });
	if (!row) throw new Refusal('not-found', '没有这个版面，可能已被撤销。');
	const { placements, edition, ...page } = row;
	return {
		...page,
		credits: PageCredits.parse(row.credits),
		edition: { ...edition, date: dateToIso(edition.date) },
		guarded: {
			stage: row.stage,
			proofs: row.versions.map(toFacts),
			openMarks: row.marks.map(({ version }) => version.number),
			reviewMode: edition.paper.reviewMode,
			isOpen: !edition.publishedAt && !edition.retiredAt,
		},
		stories: placements.map(({ article }) => ({
			id: article.id,
			headline: titleOf(article.current.headline),
			state: article.state,
			hash: article.current.hash,
		})),
	};
}

function toFacts({ number, stage, actorId, signature }: PageRow['versions'][number]): ProofFacts {
	return { number, stage: stage as ProofStage, pulledById: actorId, signature };
}

/** 责任行 as it will print. */
export function creditsOf({ credits, holder, stage, guarded, versions }: ProofPage): PageCredits {
	const puller = versions.at(-1)?.actorName ?? '';
	return creditsFrom({ credits, holder: holder?.name ?? '', puller, stage, proofs: guarded.proofs });
}

/** The check of what stands around the stories of a proof. */
export async function furnitureOf(tx: Db, page: ProofPage, brief: Brief): Promise<Finding[]> {
	const { date, issueNo, pages, paper } = page.edition;
	const [before, after] = await neighbours(tx, page);
	return checkFurniture({
		brief,
		page,
		edition: { date, issueNo, pageNos: pages.map(({ no }) => no), issueBefore: before, issueAfter: after },
		house: { ...paper, imprint: Imprint.parse(paper.imprint) },
		credits: creditsOf(page),
	});
}

/** 总期号 of the editions next to it; a retired one keeps its number. */
async function neighbours(tx: Db, { edition }: ProofPage): Promise<[number | null, number | null]> {
	const { paperId } = edition;
	const day = new Date(edition.date);
	const before = await tx.edition.findFirst({
		where: { paperId, date: { lt: day } },
		orderBy: { date: 'desc' },
		select: { issueNo: true },
	});
	const after = await tx.edition.findFirst({
		where: { paperId, date: { gt: day } },
		orderBy: { date: 'asc' },
		select: { issueNo: true },
	});
	return [before?.issueNo ?? null, after?.issueNo ?? null];
}
