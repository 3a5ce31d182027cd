import { houseFacts } from '@/components/sheet/furniture';
import { db } from '@/lib/db';
import { composePages, type MadeUpPage } from '@/lib/edition/compose';
import { withJumps } from '@/lib/edition/design/read';
import { Imprint } from '@/lib/edition/paper/imprint';
import { PageCredits } from '@/lib/edition/schema';
import { pageHash } from '@/lib/edition/version';
import type { MadePage } from '@/lib/makeup/remake';
import type { Brief, Sheet } from '@/lib/makeup/sheet';
import { dateToIso } from '@/lib/time';
import type { PageToPrint } from './page-file';

const versionSelect = { pageId: true, brief: true, sheet: true, hash: true, createdAt: true } as const;

/** What of an edition is to be printed. */
export interface EditionToPrint {
	isPublished: boolean;
	/** When the last of these versions was frozen. */
	since: Date;
	/** In order: as published last, before that as locked. */
	pages: PageToPrint[];
	/** Whether that is all of the edition. */
	isWhole: boolean;
	/** Of each correction that is signed, for itself: the published pages on which it will stand, as they will be. */
	coming: PageToPrint[][];
}

/** The versions that readers have or will have; a page that is still being made up is none of them. */
export async function getEditionToPrint(editionId: string): Promise<EditionToPrint | undefined> {
	const edition = await db.edition.findUnique({
		where: { id: editionId },
		select: {
			paperId: true,
			date: true,
			issueNo: true,
			publishedAt: true,
			paper: { select: { name: true, cnNumber: true, sponsor: true, imprint: true } },
			pages: { orderBy: { no: 'asc' }, select: { id: true, no: true, name: true, credits: true, lockedVersion: true } },
		},
	});
	if (!edition) return undefined;
	const { paperId, pages, paper, issueNo } = edition;
	const isPublished = edition.publishedAt !== null;
	const versions = new Map((await listVersions(pages, isPublished)).map((version) => [version.pageId, version]));
	const house = { ...paper, imprint: Imprint.parse(paper.imprint) };
	const common = { date: dateToIso(edition.date), issueNo, pages: pages.length };
	const toPage = (
		{ id, no, name, credits }: (typeof pages)[number],
		{ brief, sheet }: MadePage,
		hash = '',
	): PageToPrint => ({
		...{ paperId, editionId, pageId: id, brief, sheet },
		hash: hash || pageHash({ brief, sheet }),
		facts: { no, name, ...houseFacts(house, { no, pages: pages.length }), ...common },
		credits: PageCredits.parse(credits),
	});
	const toPrint = pages.flatMap((page) => {
		const version = versions.get(page.id);
		// Written by the makeup engine alone, whose contract these are.
		const made = version && { brief: version.brief as unknown as Brief, sheet: version.sheet as unknown as Sheet };
		return made ? [toPage(page, made, version.hash)] : [];
	});
	const coming = isPublished ? await listComing(editionId) : [];
	const since = new Date(Math.max(0, ...[...versions.values()].map(({ createdAt }) => createdAt.getTime())));
	return {
		...{ isPublished, since, pages: toPrint, isWhole: pages.length > 0 && toPrint.length === pages.length },
		coming: coming.map((correction) =>
			correction.flatMap((made) => {
				const page = pages.find(({ id }) => id === made.pageId);
				return page ? [toPage(page, made)] : [];
			}),
		),
	};
}

/** The pages of a published edition on which a signed correction waits; what does not fit is refused when it is published. */
async function listComing(editionId: string): Promise<MadeUpPage[][]> {
	const signed = await db.article.findMany({
		where: {
			state: { in: ['signed_off', 'placed'] },
			publication: { withdrawnAt: null },
			placements: { some: { page: { editionId } } },
		},
		select: { id: true, placements: { where: { page: { editionId } }, select: { pageId: true } } },
	});
	const made = await Promise.all(
		signed.map(async ({ id, placements }) => {
			const pageIds = placements.map(({ pageId }) => pageId);
			return composePages(db, { id: { in: await withJumps(db, id, pageIds) } }, new Set([id]));
		}),
	);
	return made.filter((pages) => pages.every(({ sheet }) => sheet.free.overset.length === 0));
}

function listVersions(pages: readonly { id: string; lockedVersion: number | null }[], isPublished: boolean) {
	if (isPublished) {
		return db.pageVersion.findMany({
			where: { pageId: { in: pages.map(({ id }) => id) }, published: { not: null } },
			orderBy: [{ pageId: 'asc' }, { published: 'desc' }],
			distinct: ['pageId'],
			select: versionSelect,
		});
	}
	const locked = pages.flatMap(({ id, lockedVersion }) =>
		lockedVersion === null ? [] : [{ pageId: id, number: lockedVersion }],
	);
	return db.pageVersion.findMany({ where: { OR: locked }, select: versionSelect });
}
