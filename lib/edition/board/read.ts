import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { databaseNow, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { type IsoDate, isoToDate } from '@/lib/time';
import { composeStanding, listBriefs } from '../compose';
import { type BoardPage, type PageFit, pageFit } from './board';

export interface DeadlineBoard {
	issueNo: number;
	publishedAt: Date | null;
	/** The moment that it tells of, by the database's clock. */
	now: Date;
	pages: BoardPage[];
}

const signedStates = ['placed', 'locked', 'published', 'corrected', 'withdrawn'];

/** 付印进度: where every page of an edition is, as it stands. */
export async function getDeadlineBoard(actor: Actor, date: IsoDate): Promise<DeadlineBoard> {
	must(actor, 'edition.read');
	const day = isoToDate(date);
	const edition = day && (await findEdition(actor, day));
	if (!edition) throw new Refusal('not-found', `${date} 还没有建立期次。`);
	const [now, fits] = await Promise.all([databaseNow(db), listFits(edition.id)]);
	const { issueNo, publishedAt } = edition;
	const pages = edition.pages.map(({ holder, _count, placements, slots, ...page }) => ({
		...page,
		holder: holder?.name ?? null,
		openMarks: _count.marks,
		stories: placements.length,
		unsigned: placements.filter(({ article }) => !signedStates.includes(article.state)).length,
		freeSlots: slots.filter(({ placement }) => placement === null).length,
		fit: placements.length === 0 ? ('empty' as const) : (fits.get(page.id) ?? ('composing' as const)),
	}));
	return { issueNo, publishedAt, now, pages };
}

function findEdition({ paperId }: Actor, date: Date) {
	return db.edition.findUnique({
		where: { paperId_date: { paperId, date } },
		select: {
			id: true,
			issueNo: true,
			publishedAt: true,
			pages: {
				orderBy: { no: 'asc' },
				select: {
					id: true,
					no: true,
					name: true,
					section: true,
					stage: true,
					stageSince: true,
					deadline: true,
					holder: { select: { name: true } },
					placements: { select: { article: { select: { state: true } } } },
					slots: { select: { placement: { select: { id: true } } } },
					_count: { select: { marks: { where: { state: 'open' } } } },
				},
			},
		},
	});
}

/** The wall may wait so long for its pages; one that is not made by then is there when it looks again. */
const patienceMs = 300;

async function listFits(editionId: string): Promise<Map<string, PageFit>> {
	const briefs = await listBriefs(db, { editionId, placements: { some: {} } });
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<'composing'>((resolve) => {
		timer = setTimeout(() => resolve('composing'), patienceMs);
	});
	try {
		const fits = briefs.map(async (page): Promise<[string, PageFit]> => {
			return [page.pageId, await Promise.race([composeStanding(page).then(pageFit), late])];
		});
		return new Map(await Promise.all(fits));
	} finally {
		clearTimeout(timer);
	}
}
