import { baseBody } from '@/lib/article/body';
import { getArticleForAct } from '@/lib/article/read';
import type { ArticleContent } from '@/lib/article/schema';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import type { MadePage } from '@/lib/makeup/remake';
import type { Brief, Sheet } from '@/lib/makeup/sheet';
import { dateToIso } from '@/lib/time';
import { toStory } from '../brief';
import {
	composeStanding,
	contentSelect,
	listBriefs,
	type PageContent,
	type PageToCompose,
	picturesOf,
	toPlaced,
} from '../compose';
import { designed } from '../design/designed';
import type { PlacedFit } from './copyfit';
import { measureFit } from './measurer';
import type { MeasureInput } from './schema';

/** An answer may take so long; a page that is not made by then is made for the next question. */
const patienceMs = 200;

/**
 * Measures a story as it is written now, saved or not, against its rooms: on a page that is out as it was printed, on
 * one that is planned as it would be made up with the version last signed.
 */
export async function listFits(actor: Actor, { id, content }: MeasureInput): Promise<PlacedFit[]> {
	must(actor, 'article.read', await getArticleForAct(db, actor, id));
	const pages = await listPages(id);
	if (pages.length === 0) return [];
	const written = await toPageContent(actor, content);
	return Promise.all(
		pages.map(async ({ page, made, asked }): Promise<PlacedFit> => {
			const { id: pageId, no: pageNo, name: pageName, edition } = page;
			const fit = made === 'composing' ? made : await measure(id, { made, asked, written });
			return { pageId, date: dateToIso(edition.date), pageNo, pageName, fit };
		}),
	);
}

interface Measured {
	made: MadePage;
	asked: PageToCompose;
	written: PageContent;
}

/** As it is written now, with what the page's editor has decided of it: its breaks, its pictures, where it goes on. */
async function measure(id: string, { made, asked, written }: Measured): Promise<PlacedFit['fit']> {
	const before = made.brief.stories.find((story) => story.id === id);
	if (!before) return 'off';
	const placed = toPlaced(id, before.priority, written);
	const story = toStory(placed, await picturesOf(db, [placed]));
	const stories = asked.plain.stories.map((each) => (each.id === id ? story : each));
	const now = designed({ ...asked.plain, stories }, asked.design, asked.neighbours);
	return (await measureFit({ made, story: now.stories.find((each) => each.id === id) ?? story })) ?? 'off';
}

/** The pages that the story stands on, made up. */
async function listPages(id: string) {
	const placements = await db.placement.findMany({
		where: { articleId: id, page: { edition: { retiredAt: null } } },
		orderBy: [{ page: { edition: { date: 'asc' } } }, { page: { no: 'asc' } }],
		select: {
			page: {
				select: {
					id: true,
					no: true,
					name: true,
					edition: { select: { date: true, publishedAt: true } },
					versions: {
						where: { published: { not: null } },
						select: { brief: true, sheet: true },
						orderBy: { published: 'desc' },
						take: 1,
					},
				},
			},
		},
	});
	const signed = await findSigned(id);
	const ids = placements.map(({ page }) => page.id);
	const all = await listBriefs(db, { id: { in: ids } }, { contents: new Map(signed && [[id, signed]]) });
	return Promise.all(
		placements.map(async ({ page }) => {
			const asked = all.find(({ pageId }) => pageId === page.id);
			if (!asked) throw new Error(`No page ${page.id}`);
			const [version] = page.edition.publishedAt ? page.versions : [];
			const printed = version as { brief: unknown; sheet: unknown } | undefined;
			if (printed) return { page, asked, made: { brief: printed.brief as Brief, sheet: printed.sheet as Sheet } };
			return { page, asked, made: await makeUp(asked) };
		}),
	);
}

/**
 * The version last signed: it was placed, and with it the page was seen to fit. Nothing where readers have the story in
 * print, whose page stands as they have it.
 */
async function findSigned(articleId: string): Promise<PageContent | null> {
	const review = await db.review.findFirst({
		where: {
			articleId,
			stage: 'final',
			verdict: { in: ['signed', 'carried'] },
			article: { OR: [{ publication: null }, { publication: { pageNo: 0 } }] },
		},
		orderBy: { createdAt: 'desc' },
		select: { revision: true },
	});
	if (!review) return null;
	const { revision: number } = review;
	return db.articleRevision.findUnique({
		where: { articleId_number: { articleId, number } },
		select: contentSelect,
	});
}

async function makeUp(page: PageToCompose): Promise<MadePage | 'composing'> {
	const { brief } = page;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<'composing'>((resolve) => {
		timer = setTimeout(() => resolve('composing'), patienceMs);
	});
	try {
		return await Promise.race([composeStanding(page).then((sheet) => ({ brief, sheet })), late]);
	} finally {
		clearTimeout(timer);
	}
}

/** A content that may not be saved yet, with the names of its headings. */
async function toPageContent({ paperId }: Actor, content: ArticleContent): Promise<PageContent> {
	const { columnId, seriesId } = content;
	const [column, series] = await Promise.all([
		columnId ? db.column.findFirst({ where: { id: columnId, paperId }, select: { name: true, kind: true } }) : null,
		seriesId ? db.series.findFirst({ where: { id: seriesId, paperId }, select: { name: true } }) : null,
	]);
	const { kicker, headline, deck, dateline, bylines, body } = content;
	return { kicker, headline, deck, dateline, bylines, body: baseBody(body), column, series };
}
