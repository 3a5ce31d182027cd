import type { AmendmentKind, BylineRole } from '@/generated/prisma/enums';
import { publishedDb } from '@/lib/db';
import { truncate } from '@/lib/text';
import { dateToIso, type IsoDate, isoToDate } from '@/lib/time';
import { storiesPerPage } from './archive/archive';
import { Body, baseBody, figuresOf, inlineText } from './body';

/** A published story as lists show it. */
export interface StoryRow {
	id: string;
	kicker: string;
	/** The web title where there is one, else the headline as it is printed. */
	headline: string;
	deck: string;
	date: IsoDate;
	pageNo: number;
	pageName: string;
	rank: number;
	words: number;
	columnId: string | null;
}

export interface PublishedByline {
	role: BylineRole;
	name: string;
	office: string;
	reporterId: string | null;
}

/** A published story in full. */
export interface PublishedArticle extends StoryRow {
	paperId: string;
	revision: number;
	printedHeadline: string;
	dateline: string;
	seriesId: string | null;
	body: Body;
	publishedAt: Date;
	updatedAt: Date;
	/** What readers are told of changes, latest first. */
	amendments: PublishedAmendment[];
	bylines: PublishedByline[];
	tagIds: string[];
}

export interface PublishedAmendment {
	kind: AmendmentKind;
	note: string;
	at: Date;
}

export interface WithdrawnArticle {
	withdrawnAt: Date;
	withdrawNote: string;
}

const rowSelect = {
	id: true,
	kicker: true,
	headline: true,
	webTitle: true,
	deck: true,
	editionDate: true,
	pageNo: true,
	pageName: true,
	rank: true,
	words: true,
	columnId: true,
} as const;

const latestFirst = [{ editionDate: 'desc' as const }, { pageNo: 'asc' as const }, { rank: 'asc' as const }];

function toRow<Row extends { editionDate: Date; headline: string; webTitle: string }>({
	editionDate,
	webTitle,
	...row
}: Row) {
	return { ...row, headline: webTitle || row.headline, date: dateToIso(editionDate) };
}

/** The story as readers have it, or the notice of its withdrawal, or nothing; in one round trip. */
export async function findArticle(
	id: string,
): Promise<{ article?: PublishedArticle; withdrawn?: WithdrawnArticle } | undefined> {
	const [row, withdrawn, bylines, tags, amendments] = await Promise.all([
		publishedDb.publishedArticle.findUnique({
			where: { id },
			select: {
				...rowSelect,
				paperId: true,
				revision: true,
				dateline: true,
				seriesId: true,
				body: true,
				publishedAt: true,
				updatedAt: true,
			},
		}),
		publishedDb.withdrawnArticle.findUnique({ where: { id }, select: { withdrawnAt: true, withdrawNote: true } }),
		publishedDb.publishedByline.findMany({
			where: { articleId: id },
			orderBy: { order: 'asc' },
			select: { role: true, name: true, office: true, reporterId: true },
		}),
		publishedDb.publishedTag.findMany({ where: { articleId: id }, select: { tagId: true } }),
		publishedDb.publishedAmendment.findMany({
			where: { articleId: id },
			orderBy: { at: 'desc' },
			select: { kind: true, note: true, at: true },
		}),
	]);
	if (withdrawn) return { withdrawn };
	if (!row) return undefined;
	const article = {
		...toRow(row),
		printedHeadline: row.headline,
		body: baseBody(Body.parse(row.body)),
		amendments,
		bylines,
		tagIds: tags.map((tag) => tag.tagId),
	};
	return { article };
}

/** The stories of a day in the order of its pages. */
export async function listStoriesOfDay(paperId: string, date: IsoDate): Promise<StoryRow[]> {
	const rows = await publishedDb.publishedArticle.findMany({
		where: { paperId, editionDate: isoToDate(date) },
		orderBy: [{ pageNo: 'asc' }, { rank: 'asc' }],
		select: rowSelect,
	});
	return rows.map(toRow);
}

/** What is online and on no page yet, since a day, latest first. */
export async function listOnlineStories(paperId: string, since: IsoDate, limit: number): Promise<StoryRow[]> {
	const rows = await publishedDb.publishedArticle.findMany({
		where: { paperId, pageNo: 0, editionDate: { gte: isoToDate(since) } },
		orderBy: latestFirst,
		take: limit,
		select: rowSelect,
	});
	return rows.map(toRow);
}

/** The published stories among these ids, in no particular order: those that stand on a page a second time too. */
export async function listStoriesById(ids: readonly string[]): Promise<StoryRow[]> {
	if (ids.length === 0) return [];
	const rows = await publishedDb.publishedArticle.findMany({ where: { id: { in: [...ids] } }, select: rowSelect });
	return rows.map(toRow);
}

/** The published ones among these ids, each with the moment of its last change. */
export function listLastChanges(ids: readonly string[]): Promise<{ id: string; updatedAt: Date }[]> {
	return publishedDb.publishedArticle.findMany({
		where: { id: { in: [...ids] } },
		orderBy: { id: 'asc' },
		select: { id: true, updatedAt: true },
	});
}

/** Who is interviewed in each of these stories: the signed author with his office, and the first picture. */
export interface InterviewFace {
	articleId: string;
	name: string;
	office: string;
	pictureId: string | undefined;
	/** How the interview begins. */
	opening: string;
}

export async function listInterviewFaces(ids: readonly string[]): Promise<Map<string, InterviewFace>> {
	const [authors, bodies] = await Promise.all([
		publishedDb.publishedByline.findMany({
			where: { articleId: { in: [...ids] }, role: 'author' },
			orderBy: { order: 'asc' },
			select: { articleId: true, name: true, office: true },
		}),
		publishedDb.publishedArticle.findMany({ where: { id: { in: [...ids] } }, select: { id: true, body: true } }),
	]);
	const read = new Map(bodies.map(({ id, body }) => [id, baseBody(Body.parse(body))]));
	return new Map(
		authors.reverse().map((author) => {
			const body = read.get(author.articleId);
			const pictureId = body && figuresOf(body)[0]?.attrs.media;
			return [author.articleId, { ...author, pictureId, opening: body ? openingOf(body) : '' }];
		}),
	);
}

const openingLength = 90;

function openingOf({ content }: Body): string {
	const first = content.find((block) => block.type === 'paragraph' && inlineText(block.content).trim() !== '');
	return first?.type === 'paragraph' ? truncate(inlineText(first.content).trim(), openingLength) : '';
}

/** One change that readers are told of. The headline is empty where the story was withdrawn. */
export interface AmendmentRow extends PublishedAmendment {
	id: string;
	articleId: string;
	headline: string;
	date: IsoDate;
	pageNo: number;
}

/** 更正与说明: every correction, update and withdrawal of the paper, latest first; `page` counts from 1. */
export async function listAmendments(paperId: string, page: number): Promise<{ rows: AmendmentRow[]; total: number }> {
	const [rows, total] = await Promise.all([
		publishedDb.publishedAmendment.findMany({
			where: { paperId },
			orderBy: [{ at: 'desc' }, { id: 'asc' }],
			skip: (page - 1) * storiesPerPage,
			take: storiesPerPage,
			select: {
				id: true,
				articleId: true,
				kind: true,
				note: true,
				at: true,
				headline: true,
				editionDate: true,
				pageNo: true,
			},
		}),
		publishedDb.publishedAmendment.count({ where: { paperId } }),
	]);
	return { rows: rows.map(({ editionDate, ...row }) => ({ ...row, date: dateToIso(editionDate) })), total };
}
