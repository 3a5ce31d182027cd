import type { Prisma } from '@/generated/prisma/client';
import { titleOf } from '@/lib/article/article';
import { Body, baseBody, mediaOf } from '@/lib/article/body';
import { canonical } from '@/lib/article/canonical';
import type { Db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { MadePage } from '@/lib/makeup/remake';
import type { Brief, GridName, Priority, Sheet } from '@/lib/makeup/sheet';
import { dateToIso, type IsoDate } from '@/lib/time';
import { type PictureSize, type PlacedContent, toBrief } from './brief';
import { composePage } from './composer';
import { departures, designed, type Neighbours } from './design/designed';
import { type DesignedPage, listDesigns, listStanding } from './design/read';
import type { Design } from './design/schema';

/** What a page needs of a revision. */
export const contentSelect = {
	kicker: true,
	headline: true,
	deck: true,
	dateline: true,
	body: true,
	column: { select: { name: true, kind: true } },
	series: { select: { name: true } },
	bylines: { select: { role: true, name: true, office: true }, orderBy: { order: 'asc' } },
} satisfies Prisma.ArticleRevisionSelect;

const placedSelect = { ...contentSelect, number: true, hash: true } satisfies Prisma.ArticleRevisionSelect;

const pageSelect = {
	id: true,
	paperId: true,
	editionId: true,
	no: true,
	name: true,
	edition: { select: { date: true } },
	placements: {
		select: {
			priority: true,
			article: {
				select: {
					id: true,
					current: { select: placedSelect },
					publication: { select: { withdrawnAt: true, pageNo: true, content: { select: placedSelect } } },
				},
			},
		},
		orderBy: [{ priority: 'asc' }, { order: 'asc' }],
	},
} satisfies Prisma.PageSelect;

/** For improving a page that fits already; the engine's measure, so that a preview is what will be published. */
const budgetMs = 2500;

/** A page made up: what went in and what came out. */
export interface MadeUpPage {
	pageId: string;
	no: number;
	name: string;
	brief: Brief;
	sheet: Sheet;
	/** The contents that stand on it. */
	articles: PlacedRevision[];
}

/** A content that stands on a page. */
export interface PlacedRevision {
	id: string;
	revision: number;
	hash: string;
}

/**
 * Makes up pages of one paper from what stands on them now. A printed article stands as readers have it, not as
 * somebody is rewriting it, unless it is named in `asWritten`; a withdrawn one is gone. Same rows, same pages.
 */
export async function composePages(
	tx: Db,
	where: Prisma.PageWhereInput,
	asWritten: ReadonlySet<string> = new Set(),
): Promise<MadeUpPage[]> {
	const pages = await listBriefs(tx, where, { asWritten });
	return Promise.all(
		pages.map(async (page) => {
			const { pageId, no, name, brief, articles } = page;
			return { pageId, no, name, brief, articles, sheet: await composeStanding(page) };
		}),
	);
}

/** As pages are made up everywhere: the same brief, the same page. */
export function composeBrief(brief: Brief): Promise<Sheet> {
	return composePage(brief, { budgetMs });
}

/**
 * A page as it stands: as readers have it or its editor left it, where nothing has changed since; else with what has changed
 * set into that, the rest left where it is. A page that nobody has touched is the engine's own.
 */
export async function composeStanding({ brief, standing }: Pick<PageToCompose, 'brief' | 'standing'>): Promise<Sheet> {
	if (!standing) return composeBrief(brief);
	if (canonical(standing.brief) === canonical(brief)) return standing.sheet;
	return composePage(brief, { budgetMs }, standing);
}

/** A page before it is made up. */
export interface PageToCompose extends Omit<MadeUpPage, 'sheet'> {
	/** What is placed there, without what has been decided. */
	plain: Brief;
	design: Design;
	neighbours: Neighbours;
	/** The page that readers have, or that the last step left; undefined before the first. */
	standing: MadePage | undefined;
}

/** Which content of a story stands on its page, where it is not the usual one. */
interface Instead {
	/** Stories that stand as they are written now, though readers have another version. */
	asWritten?: ReadonlySet<string>;
	/** Contents by story that stand there whatever is written. */
	contents?: ReadonlyMap<string, PageContent>;
}

/** What goes into pages of one paper as they would be made up now. */
export async function listBriefs(
	tx: Db,
	where: Prisma.PageWhereInput,
	instead: Instead = {},
): Promise<PageToCompose[]> {
	const pages = await tx.page.findMany({ where, select: pageSelect, orderBy: { no: 'asc' } });
	if (pages.length === 0) return [];
	const ids = pages.map(({ id }) => id);
	const designs = await listDesigns(tx, [...new Set(pages.map(({ editionId }) => editionId))]);
	const standing = await listStanding(tx, ids);
	const senders = designs.filter(({ pageId, design }) => !ids.includes(pageId) && isSender(design, ids));
	const others =
		senders.length > 0
			? await tx.page.findMany({ where: { id: { in: senders.map(({ pageId }) => pageId) } }, select: pageSelect })
			: [];
	const plain = await listPlain(tx, [...pages, ...others], instead);
	return pages.map((page) => {
		const { brief, articles } = plain.get(page.id)!;
		const { design } = designs.find(({ pageId }) => pageId === page.id)!;
		const { guests, ...neighbours } = neighboursOf(page, designs, plain);
		return {
			pageId: page.id,
			no: page.no,
			name: page.name,
			brief: designed(brief, design, neighbours),
			articles: [...articles, ...guests],
			plain: brief,
			design,
			neighbours,
			standing: standing.get(page.id),
		};
	});
}

function isSender({ stories }: Design, to: readonly string[]): boolean {
	return Object.values(stories).some(({ jump }) => jump && to.includes(jump.to));
}

/** What a page gets of the other ones of its edition, and which contents these are. */
function neighboursOf(
	{ id, editionId }: { id: string; editionId: string },
	designs: readonly DesignedPage[],
	plain: ReadonlyMap<string, PlainPage>,
): Neighbours & { guests: PlacedRevision[] } {
	const pages = designs.filter((page) => page.editionId === editionId);
	const numbers = Object.fromEntries(pages.map(({ pageId, no }) => [pageId, no]));
	const senders = pages.filter(({ pageId, design }) => pageId !== id && isSender(design, [id]));
	const arrivals = senders.flatMap(({ pageId, design }) => departures(plain.get(pageId)!.brief, design, id, numbers));
	const contents = senders.flatMap(({ pageId }) => plain.get(pageId)!.articles);
	const guests = contents.filter((content) => arrivals.some((story) => story.id === content.id));
	return { numbers, arrivals, guests };
}

interface PlainPage {
	brief: Brief;
	articles: PlacedRevision[];
}

type PageRow = Prisma.PageGetPayload<{ select: typeof pageSelect }>;

/** What is placed on pages of one paper, by page, nothing decided. */
async function listPlain(tx: Db, pages: readonly PageRow[], instead: Instead): Promise<Map<string, PlainPage>> {
	const { paperId } = pages[0]!;
	const paper = await tx.paper.findUniqueOrThrow({ where: { id: paperId }, select: { name: true, grid: true } });
	const stories = new Map(
		pages.map((page) => [page.id, page.placements.flatMap((placement) => toStory(placement, instead))]),
	);
	const sizes = await picturesOf(
		tx,
		[...stories.values()].flat().map(({ placed }) => placed),
	);
	return new Map(
		pages.map((page) => {
			const facts = {
				no: page.no,
				name: page.name,
				date: dateToIso(page.edition.date),
				paper: paper.name,
				grid: paper.grid as GridName,
			};
			const own = stories.get(page.id) ?? [];
			const contents = own.map(({ placed }) => placed);
			return [page.id, { brief: toBrief(facts, contents, sizes), articles: own.map(({ article }) => article) }];
		}),
	);
}

/** 一般: what a story is until somebody ranks it. */
const ordinary = 3;

/** A page with one story alone, as it is written now: for a story that stands on no page yet. */
export async function composeAlone(tx: Db, articleId: string, date: IsoDate): Promise<MadeUpPage> {
	const article = await tx.article.findUniqueOrThrow({
		where: { id: articleId },
		select: { current: { select: contentSelect }, paper: { select: { name: true, grid: true } } },
	});
	const { name, grid } = article.paper;
	const content = toPlaced(articleId, ordinary, article.current);
	// Not the first page, on which the nameplate stands.
	const facts = { no: 2, name: '单篇样张', date, paper: name, grid: grid as GridName };
	const brief = toBrief(facts, [content], await picturesOf(tx, [content]));
	return { pageId: '', no: facts.no, name: facts.name, brief, sheet: await composeBrief(brief), articles: [] };
}

/** The sizes of the pictures that these contents use. */
export async function picturesOf(tx: Db, contents: readonly PlacedContent[]): Promise<Map<string, PictureSize>> {
	const pictures = await tx.mediaAsset.findMany({
		where: { id: { in: contents.flatMap((content) => mediaOf(content.body)) } },
		select: { id: true, width: true, height: true },
	});
	return new Map(pictures.map((picture) => [picture.id, picture]));
}

interface StandingStory {
	placed: PlacedContent;
	article: PlacedRevision;
}

function toStory(
	{ priority, article }: PageRow['placements'][number],
	{ asWritten, contents }: Instead,
): StandingStory[] {
	if (article.publication?.withdrawnAt) return [];
	// What is only online yet goes to print as it is now.
	const printed = article.publication?.pageNo ? article.publication.content : undefined;
	const usual = asWritten?.has(article.id) ? article.current : (printed ?? article.current);
	const placed = toPlaced(article.id, priority, contents?.get(article.id) ?? usual);
	return [{ placed, article: { id: article.id, revision: usual.number, hash: usual.hash } }];
}

export type PageContent = Prisma.ArticleRevisionGetPayload<{ select: typeof contentSelect }>;

/** A content as it stands on a page, in a rank. */
export function toPlaced(articleId: string, priority: number, content: PageContent): PlacedContent {
	return {
		...content,
		articleId,
		priority: priority as Priority,
		// A plain column files the story; only the others print their badge.
		column: content.column && content.column.kind !== 'plain' ? content.column.name : null,
		series: content.series?.name ?? null,
		body: baseBody(Body.parse(content.body)),
	};
}

/** Refuses pages whose text does not fit: words are never cut silently. Says what would make them fit, where that was found. */
export function mustFit(pages: readonly MadeUpPage[]): void {
	const over = pages.filter(({ sheet }) => sheet.free.overset.length > 0);
	if (over.length === 0) return;
	const stories = over.flatMap(({ no, brief, sheet }) =>
		sheet.free.overset.map(({ story, lines }) => {
			const headline = brief.stories.find((candidate) => candidate.id === story)?.headline ?? '';
			return `第${no}版《${titleOf(headline)}》多出 ${lines} 行`;
		}),
	);
	const cures = over.flatMap(({ no, sheet }) => sheet.advice.slice(0, 1).map(({ text }) => `第${no}版${text}`));
	const cure = cures.length > 0 ? `试排过的办法：${cures.join('；')}` : '请删减文字或撤下一篇稿件';
	throw new Refusal('invalid', `版面放不下：${stories.join('；')}。${cure}。`);
}
