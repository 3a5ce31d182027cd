import { Prisma } from '@/generated/prisma/client';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { foldWidth } from '@/lib/text';
import type { IsoDate } from '@/lib/time';
import type { ReporterFilters } from './schema';

/** One row of the list of reporters. */
export interface ReporterRow {
	id: string;
	name: string;
	pinyin: string;
	portraitId: string | null;
	pressCard: string;
	department: string;
	beats: string[];
	public: boolean;
	retired: boolean;
	/** Stories in the paper of the last thirty days. */
	recentStories: number;
}

const maxReporters = 500;
const maxChoices = 12;
const latestShown = 20;

/** Reporters by pinyin, those who retired last. */
export async function listReporters(actor: Actor, filters: ReporterFilters): Promise<ReporterRow[]> {
	must(actor, 'reporter.read');
	const ofDepartment = filters.department ? Prisma.sql`AND department = ${filters.department}` : Prisma.empty;
	return db.$queryRaw<ReporterRow[]>`
		WITH recent AS (
			SELECT b."reporterId", count(DISTINCT p."articleId")::int AS stories
			FROM "Publication" p
			JOIN "ArticleRevision" r ON r."articleId" = p."articleId" AND r.number = p.revision
			JOIN "Byline" b ON b."revisionId" = r.id
			WHERE p."paperId" = ${actor.paperId} AND p."withdrawnAt" IS NULL
				AND p."editionDate" > (now() AT TIME ZONE 'Asia/Shanghai')::date - 30
			GROUP BY b."reporterId")
		SELECT id, name, pinyin, "portraitId", "pressCard", department, beats, public,
			"retiredAt" IS NOT NULL AS retired, coalesce(recent.stories, 0) AS "recentStories"
		FROM "Reporter" LEFT JOIN recent ON recent."reporterId" = id
		WHERE "paperId" = ${actor.paperId} AND ${shownAs[filters.show]} AND ${isNamed(filters.q)} ${ofDepartment}
		ORDER BY "retiredAt" IS NOT NULL, pinyin, id
		LIMIT ${maxReporters}`;
}

/** The departments that reporters are in, for the filter. */
export async function listDepartments(actor: Actor): Promise<string[]> {
	must(actor, 'reporter.read');
	const rows = await db.reporter.findMany({
		where: { paperId: actor.paperId, department: { not: '' } },
		select: { department: true },
		distinct: ['department'],
		orderBy: { department: 'asc' },
	});
	return rows.map((row) => row.department);
}

const reporterSelect = {
	id: true,
	name: true,
	pinyin: true,
	portraitId: true,
	pressCard: true,
	department: true,
	beats: true,
	email: true,
	phone: true,
	public: true,
	retiredAt: true,
	user: { select: { id: true, login: true, name: true } },
} satisfies Prisma.ReporterSelect;

export type ReporterDetail = Prisma.ReporterGetPayload<{ select: typeof reporterSelect }>;

export async function getReporter(actor: Actor, id: string): Promise<ReporterDetail> {
	must(actor, 'reporter.read');
	const reporter = await db.reporter.findFirst({ where: { id, paperId: actor.paperId }, select: reporterSelect });
	if (!reporter) throw new Refusal('not-found', '没有这位记者。');
	return reporter;
}

/** What a reporter had in the paper. */
export interface ReporterOutput {
	/** Newest first; months without a story are left out. `words` leaves out stories that he photographed or edited only. */
	months: { month: string; stories: number; words: number }[];
	latest: PublishedStory[];
}

export interface PublishedStory {
	articleId: string;
	headline: string;
	date: IsoDate;
	pageNo: number;
	pageName: string;
	words: number;
}

/** A reporter's published stories by month of the edition, and the latest of them; withdrawn ones do not count. */
export async function reporterOutput(actor: Actor, id: string): Promise<ReporterOutput> {
	must(actor, 'reporter.read');
	const stories = Prisma.sql`
		SELECT p."articleId", p."editionDate", p."pageNo", p."pageName", p.rank, r.headline,
			CASE WHEN bool_or(b.role IN ('reporter', 'correspondent', 'author')) THEN r.words ELSE 0 END AS words
		FROM "Byline" b
		JOIN "ArticleRevision" r ON r.id = b."revisionId"
		JOIN "Publication" p ON p."articleId" = r."articleId" AND p.revision = r.number
		WHERE b."reporterId" = ${id} AND p."paperId" = ${actor.paperId} AND p."withdrawnAt" IS NULL
		GROUP BY p."articleId", r.id`;
	const [months, latest] = await Promise.all([
		db.$queryRaw<ReporterOutput['months']>`
			SELECT to_char("editionDate", 'YYYY-MM') AS month, count(*)::int AS stories, sum(words)::int AS words
			FROM (${stories}) AS story GROUP BY 1 ORDER BY 1 DESC`,
		db.$queryRaw<PublishedStory[]>`
			SELECT "articleId", headline, to_char("editionDate", 'YYYY-MM-DD') AS date, "pageNo", "pageName", words
			FROM (${stories}) AS story ORDER BY "editionDate" DESC, "pageNo", rank LIMIT ${latestShown}`,
	]);
	return { months, latest };
}

/** A reporter as the byline picker offers him. */
export interface ReporterChoice {
	id: string;
	name: string;
	pinyin: string;
	department: string;
}

/** Reporters still at work whose name or pinyin (also its initials) holds the query, best first. */
export async function reporterChoices(actor: Actor, query: string): Promise<ReporterChoice[]> {
	must(actor, 'reporter.read');
	const typed = foldWidth(query).trim();
	return db.$queryRaw<ReporterChoice[]>`
		SELECT id, name, pinyin, department FROM "Reporter"
		WHERE "paperId" = ${actor.paperId} AND "retiredAt" IS NULL AND ${isNamed(query)}
		ORDER BY starts_with(name, ${typed}) DESC, starts_with(replace(pinyin, ' ', ''), ${typed}) DESC, pinyin, id
		LIMIT ${maxChoices}`;
}

const shownAs: Record<ReporterFilters['show'], Prisma.Sql> = {
	active: Prisma.sql`"retiredAt" IS NULL`,
	hidden: Prisma.sql`"retiredAt" IS NULL AND NOT public`,
	retired: Prisma.sql`"retiredAt" IS NOT NULL`,
	all: Prisma.sql`true`,
};

/** The name, its pinyin with or without spaces, or the initials of its syllables hold what was typed. */
function isNamed(query: string): Prisma.Sql {
	const typed = foldWidth(query).replace(/[\s']+/g, '');
	if (!typed) return Prisma.sql`true`;
	return Prisma.sql`(strpos(lower(name), ${typed}) > 0
		OR strpos(replace(pinyin, ' ', ''), ${typed}) > 0
		OR strpos(regexp_replace(pinyin, '(\\w)\\w*\\s*', '\\1', 'g'), ${typed}) > 0)`;
}
