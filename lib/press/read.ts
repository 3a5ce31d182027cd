import { houseFacts } from '@/components/sheet/furniture';
import { can, must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, db } from '@/lib/db';
import { composePages } from '@/lib/edition/compose';
import { getHouse } from '@/lib/edition/paper/read';
import { PageCredits } from '@/lib/edition/schema';
import { pageHash } from '@/lib/edition/version';
import { Refusal } from '@/lib/errors';
import { getEditionToPrint } from '@/lib/site/page-file/owed';
import type { PageToPrint } from '@/lib/site/page-file/page-file';
import { picturesOn } from '@/lib/site/page-file/page-images';
import { type FileStates, getFileStates } from '@/lib/site/page-file/state';
import { dateToIso, type IsoDate, isoToDate } from '@/lib/time';
import { findGhostscript } from './ghostscript';
import { type WeakPicture, weakPictures } from './press';

/** Which makeup of a page goes to the press. */
export type PressSource = 'published' | 'locked' | 'makeup';

export interface PressPage {
	source: PressSource;
	print: PageToPrint;
}

/** 印刷输出: what the screen says of a page before it is printed. */
export interface PressRoom {
	id: string;
	no: number;
	name: string;
	date: IsoDate;
	source: PressSource;
	weak: WeakPicture[];
	files: FileStates;
	hasGhostscript: boolean;
	mayPrint: boolean;
}

export async function getPressRoom(actor: Actor, date: IsoDate, no: string): Promise<PressRoom> {
	must(actor, 'edition.read');
	const day = isoToDate(date);
	const page = day
		? await db.page.findFirst({
				where: { paperId: actor.paperId, no: Number(no) || 0, edition: { date: day } },
				select: { id: true, editionId: true, no: true, name: true },
			})
		: null;
	if (!page) throw new Refusal('not-found', `${date} 没有第 ${no} 版。`);
	const { source, print } = await getPressPage(db, actor, page.id);
	return {
		...{ id: page.id, no: page.no, name: page.name, date, source },
		weak: weakPictures(print.sheet, print.brief, await widthsOf(print)),
		files: await getFileStates(page.editionId, page.id),
		hasGhostscript: findGhostscript() !== undefined,
		mayPrint: can(actor, 'page.pull'),
	};
}

/** The page as it goes to print: as readers have it, else as it is locked, else as it would be made up now. */
export async function getPressPage(tx: Db, actor: Actor, pageId: string): Promise<PressPage> {
	const page = await tx.page.findFirst({
		where: { id: pageId, paperId: actor.paperId },
		select: {
			no: true,
			name: true,
			credits: true,
			editionId: true,
			edition: { select: { date: true, issueNo: true, _count: { select: { pages: true } } } },
		},
	});
	if (!page) throw new Refusal('not-found', '没有这个版面，它可能刚被撤掉。请回到版面目录核对。');
	const fixed = await getEditionToPrint(page.editionId);
	const print = fixed?.pages.find((candidate) => candidate.pageId === pageId);
	if (print) return { source: fixed?.isPublished ? 'published' : 'locked', print };
	const [[made], house] = await Promise.all([
		composePages(tx, { id: pageId, paperId: actor.paperId }),
		getHouse(actor),
	]);
	if (!made || made.sheet.blocks.length === 0) throw new Refusal('not-found', '这一版还没有稿件，没有可印的版样。');
	const { brief, sheet } = made;
	const { no, name, credits, editionId, edition } = page;
	const facts = { no, name, date: dateToIso(edition.date), issueNo: edition.issueNo, pages: edition._count.pages };
	return {
		source: 'makeup',
		print: {
			...{ paperId: actor.paperId, editionId, pageId, hash: pageHash(made), brief, sheet },
			facts: { ...facts, ...houseFacts(house, facts) },
			credits: PageCredits.parse(credits),
		},
	};
}

async function widthsOf({ paperId, sheet }: PageToPrint): Promise<Map<string, number>> {
	const rows = await db.mediaAsset.findMany({
		where: { paperId, id: { in: picturesOn(sheet) } },
		select: { id: true, width: true },
	});
	return new Map(rows.map(({ id, width }) => [id, width]));
}
