import type { Prisma } from '@/generated/prisma/client';
import type { ArticleState } from '@/generated/prisma/enums';
import { isSameAmendment, missingOfAmendment, noteOfAmendment } from '@/lib/article/amendment';
import { storiesPerPage } from '@/lib/article/archive/archive';
import { listLatestStories } from '@/lib/article/archive/published';
import { Body, baseBody, mediaOf } from '@/lib/article/body';
import { listStoriesOfDay, type PublishedAmendment, type PublishedArticle } from '@/lib/article/published';
import { getArticleForAct } from '@/lib/article/read';
import { Amendment } from '@/lib/article/schema';
import { can, must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { databaseNow, db } from '@/lib/db';
import { composeAlone, composePages, type MadeUpPage } from '@/lib/edition/compose';
import type { PublishedPage } from '@/lib/edition/published';
import { PageCredits } from '@/lib/edition/schema';
import { env } from '@/lib/env';
import type { PublishedPicture } from '@/lib/media/published';
import { Renditions } from '@/lib/media/schema';
import { listRelated } from '@/lib/search/published';
import { type Around, relatedAsked } from '@/lib/site/article-document';
import { dateToIso, dayOf } from '@/lib/time';
import { inReadingOrder, ofColumnWith, type Place, type PlannedRow, placeOf } from './place';
import { type Lapse, lapseOf, type ReadersHave } from './preview';
import { openToken, previewKey, sealToken } from './token';

/** An unpublished story as the reader's page takes it, and where it would stand. */
export interface PreviewStory {
	article: PublishedArticle;
	place: Place;
	state: ArticleState;
	readersHave: ReadersHave;
}

/** What a link leads to; undefined where we never made it. */
export type OpenedLink =
	| { kind: 'story'; story: PreviewStory; linkId: string; expiresAt: Date }
	/** Readers have exactly this. */
	| { kind: 'published'; articleId: string }
	| { kind: 'lapsed'; why: Lapse };

const contentSelect = {
	number: true,
	kicker: true,
	headline: true,
	webTitle: true,
	deck: true,
	dateline: true,
	columnId: true,
	seriesId: true,
	amendment: true,
	body: true,
	words: true,
	bylines: { select: { role: true, name: true, office: true, reporterId: true }, orderBy: { order: 'asc' } },
	tags: { select: { tagId: true } },
} satisfies Prisma.ArticleRevisionSelect;

const storySelect = {
	id: true,
	paperId: true,
	state: true,
	revision: true,
	current: { select: contentSelect },
	publication: {
		select: {
			revision: true,
			withdrawnAt: true,
			editionDate: true,
			pageNo: true,
			pageName: true,
			rank: true,
			publishedAt: true,
			content: { select: { amendment: true } },
		},
	},
	amendments: { select: { kind: true, note: true, at: true }, orderBy: { at: 'desc' } },
	placements: {
		select: {
			page: {
				select: {
					id: true,
					no: true,
					name: true,
					credits: true,
					edition: { select: { id: true, date: true, publishedAt: true, retiredAt: true } },
				},
			},
		},
	},
} satisfies Prisma.ArticleSelect;

type StoryRow = Prisma.ArticleGetPayload<{ select: typeof storySelect }>;

/** A story of the desk as readers would have it now. */
export async function getPreviewStory(actor: Actor, id: string): Promise<PreviewStory> {
	must(actor, 'article.read', await getArticleForAct(db, actor, id));
	const row = await db.article.findUniqueOrThrow({ where: { id }, select: storySelect });
	return toStory(row, await databaseNow(db));
}

/** What the holder of a link is shown. It is no permission of his own: the seal is, as long as the link is open. */
export async function openLink(token: string): Promise<OpenedLink | undefined> {
	const opened = openToken(previewKey(env().AUTH_SECRET), token);
	if (!opened) return undefined;
	const link = await db.previewLink.findUnique({
		where: { id: opened.id },
		select: {
			expiresAt: true,
			revokedAt: true,
			createdBy: { select: { disabledAt: true } },
			article: { select: storySelect },
		},
	});
	if (link?.expiresAt.getTime() !== opened.expiresAt.getTime()) return undefined;
	const now = await databaseNow(db);
	const { article, createdBy, expiresAt, revokedAt } = link;
	const facts = { expiresAt, revokedAt, makerIsHere: createdBy.disabledAt === null, state: article.state };
	const why = lapseOf(facts, now);
	if (why) return { kind: 'lapsed', why };
	const story = toStory(article, now);
	if (story.readersHave === 'this') return { kind: 'published', articleId: article.id };
	return { kind: 'story', story, linkId: opened.id, expiresAt };
}

/** What would stand around a story on the reader's page. `folderOf` says where this reader finds a picture. */
export async function readAroundPreview(story: PreviewStory, folderOf: (pictureId: string) => string): Promise<Around> {
	const { article, place } = story;
	const [published, related, pictures, around] = await Promise.all([
		article.columnId ? listLatestStories({ kind: 'column', id: article.columnId }, storiesPerPage) : [],
		listRelated(article, relatedAsked),
		listPictures(article, folderOf),
		place.kind === 'planned' ? readPlanned(article, place) : readPublished(story, place),
	]);
	const ofColumn = ofColumnWith(published, around.planned, article.columnId);
	return { page: around.page, siblings: around.siblings, ofColumn, related, pictures };
}

/** The pages on which a story would stand; one of its own where it stands on none. */
export async function listPreviewPages(actor: Actor, { article, place }: PreviewStory): Promise<MadeUpPage[]> {
	must(actor, 'edition.read');
	if (place.kind === 'none') return [await composeAlone(db, article.id, article.date)];
	return composePages(db, { id: place.pageId }, new Set([article.id]));
}

/** A link as the desk lists it. */
export interface PreviewLinkRow {
	id: string;
	/** Below the site's own address. */
	path: string;
	makerName: string;
	createdAt: Date;
	expiresAt: Date;
	revokedAt: Date | null;
	/** When somebody last opened it. */
	seenAt: Date | null;
	isOpen: boolean;
}

/** The links of a story, latest first; those that are over among them, without an address. */
export async function listPreviewLinks(
	actor: Actor,
	articleId: string,
): Promise<{ links: PreviewLinkRow[]; mayShare: boolean }> {
	const article = await getArticleForAct(db, actor, articleId);
	must(actor, 'article.read', article);
	if (!can(actor, 'article.preview', article)) return { links: [], mayShare: false };
	const key = previewKey(env().AUTH_SECRET);
	const now = await databaseNow(db);
	const rows = await db.previewLink.findMany({
		where: { articleId },
		orderBy: { createdAt: 'desc' },
		take: 30,
		select: {
			id: true,
			createdAt: true,
			expiresAt: true,
			revokedAt: true,
			seenAt: true,
			createdBy: { select: { name: true, disabledAt: true } },
		},
	});
	const links = rows.map(({ createdBy, ...row }) => ({
		...row,
		path: `/preview/${sealToken(key, row)}`,
		makerName: createdBy.name,
		isOpen: !lapseOf({ ...row, makerIsHere: createdBy.disabledAt === null, state: article.state }, now),
	}));
	return { links, mayShare: article.state !== 'spiked' && article.state !== 'withdrawn' };
}

/** The stored file of a picture that a story uses as it is written now; undefined for any other picture. */
export async function findPictureOf(
	{ article }: PreviewStory,
	pictureId: string,
): Promise<PublishedPicture | undefined> {
	return (await listPictures(article, () => '')).get(pictureId);
}

function toStory(row: StoryRow, now: Date): PreviewStory {
	const { current, publication } = row;
	const { number, amendment, tags, body, webTitle, headline, ...content } = current;
	const place = placeOf(row, dayOf(now));
	const published = publication?.withdrawnAt === null ? publication : null;
	const { date, no: pageNo, name: pageName } = place;
	return {
		article: {
			...content,
			headline: webTitle || headline,
			printedHeadline: headline,
			...{ id: row.id, paperId: row.paperId, revision: number, date, pageNo, pageName },
			rank: publication?.rank ?? 0,
			body: baseBody(Body.parse(body)),
			publishedAt: published?.publishedAt ?? now,
			updatedAt: now,
			amendments: published ? [...newAmendment(amendment, published.content.amendment, now), ...row.amendments] : [],
			tagIds: tags.map((tag) => tag.tagId),
		},
		place,
		state: row.state,
		readersHave: published ? (published.revision === number ? 'this' : 'earlier') : 'nothing',
	};
}

/** What readers will be told of this change, when something is said that they have not read already. */
function newAmendment(present: unknown, published: unknown, at: Date): PublishedAmendment[] {
	const said = Amendment.nullable().parse(present);
	if (!said || isSameAmendment(said, Amendment.nullable().parse(published))) return [];
	return missingOfAmendment(said).length > 0 ? [] : [{ kind: said.kind, note: noteOfAmendment(said), at }];
}

async function listPictures(
	article: PublishedArticle,
	folderOf: (pictureId: string) => string,
): Promise<Map<string, PublishedPicture>> {
	const rows = await db.mediaAsset.findMany({
		where: { id: { in: mediaOf(article.body) }, paperId: article.paperId },
		select: { id: true, width: true, height: true, renditions: true },
	});
	return new Map(
		rows.map((row) => [row.id, { ...row, renditions: Renditions.parse(row.renditions), folder: folderOf(row.id) }]),
	);
}

interface Surroundings {
	page: PublishedPage | undefined;
	siblings: PlannedRow[];
	/** Of the same edition, to be published with it. */
	planned: PlannedRow[];
}

/** Of a story that is out, or would be on the web alone: its neighbours are out, its page is made anew. */
async function readPublished({ article, readersHave }: PreviewStory, place: Place): Promise<Surroundings> {
	const [made, ofDay] = await Promise.all([
		place.kind === 'published' ? composePages(db, { id: place.pageId }, new Set([article.id])) : [],
		listStoriesOfDay(article.paperId, article.date),
	]);
	const out = ofDay.filter((row) => row.pageNo === article.pageNo);
	// What goes online is the first of its day.
	const siblings = readersHave === 'nothing' ? [toRow(article), ...out] : out;
	return { page: made[0] && place.kind === 'published' ? toPage(made[0], place) : undefined, siblings, planned: [] };
}

function toRow(article: PublishedArticle): PlannedRow {
	const { id, kicker, headline, deck, date, pageNo, pageName, rank, words, columnId } = article;
	return { id, kicker, headline, deck, date, pageNo, pageName, rank, words, columnId };
}

/** Of a story that is to come out with an edition: with the stories that will stand beside it. */
async function readPlanned(article: PublishedArticle, place: Place & { kind: 'planned' }): Promise<Surroundings> {
	const [[made], planned] = await Promise.all([
		composePages(db, { id: place.pageId }, new Set([article.id])),
		listPlanned(place.editionId),
	]);
	if (!made) return { page: undefined, siblings: [], planned };
	return { page: toPage(made, place), siblings: inReadingOrder(planned, made, place.no), planned };
}

/** The stories of an edition by the first page that each stands on. */
async function listPlanned(editionId: string): Promise<PlannedRow[]> {
	const select = { kicker: true, headline: true, webTitle: true, deck: true, words: true, columnId: true } as const;
	const rows = await db.placement.findMany({
		where: { page: { editionId } },
		orderBy: [{ page: { no: 'asc' } }, { priority: 'asc' }, { order: 'asc' }],
		select: {
			page: { select: { no: true, name: true, edition: { select: { date: true } } } },
			article: { select: { id: true, current: { select }, publication: { select: { content: { select } } } } },
		},
	});
	const byId = new Map<string, PlannedRow>();
	for (const [rank, { page, article }] of rows.entries()) {
		if (byId.has(article.id)) continue;
		const { webTitle, ...content } = article.publication?.content ?? article.current;
		const place = { date: dateToIso(page.edition.date), pageNo: page.no, pageName: page.name, rank };
		const headline = webTitle || content.headline;
		byId.set(article.id, { id: article.id, ...content, headline, ...place });
	}
	return [...byId.values()];
}

function toPage({ brief, sheet }: MadeUpPage, place: Exclude<Place, { kind: 'none' }>): PublishedPage {
	const { no, name, date } = place;
	return {
		// Of no version yet.
		id: '',
		hash: '',
		no,
		name,
		date,
		brief,
		sheet,
		credits: PageCredits.parse(place.credits),
		version: 1,
		updatedAt: new Date(0),
	};
}
