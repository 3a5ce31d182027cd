import { Prisma } from '@/generated/prisma/client';
import { stateNames } from '@/lib/article/article';
import { readable } from '@/lib/article/list/read';
import { can } from '@/lib/auth/can';
import { listAccounts } from '@/lib/auth/read';
import type { Actor } from '@/lib/auth/roles';
import { roleNames } from '@/lib/auth/roles';
import { headingTable } from '@/lib/column/read';
import { db } from '@/lib/db';
import { reporterChoices } from '@/lib/reporter/read';
import { escapeLike } from '@/lib/text';
import { dateToIso, dayOf, isoToDate, pageLabel } from '@/lib/time';
import { parseDay } from './day';
import { tsqueryOf } from './grams';
import { foldedWords, parseQuery } from './search';

export type FoundKind = 'article' | 'page' | 'person' | 'column';

/** Something on the desk that a query found, and the way there. */
export interface Found {
	kind: FoundKind;
	name: string;
	/** What tells it from others of that name. */
	detail: string;
	href: string;
}

const perKind = 5;

/** What the actor may see of the desk and a query names: stories, pages, persons, columns; a few of each. */
export async function findOnDesk(actor: Actor, { query }: { query: string }): Promise<Found[]> {
	const q = parseQuery(query);
	if (q === '') return [];
	const found = await Promise.all([
		can(actor, 'article.list') ? findArticles(actor, q) : [],
		can(actor, 'edition.read') ? findPages(actor, q) : [],
		can(actor, 'reporter.read') ? findReporters(actor, q) : [],
		can(actor, 'user.manage') ? findAccounts(actor, q) : [],
		can(actor, 'column.read') ? findHeadings(actor, q) : [],
	]);
	return found.flat();
}

/** So many stories the list shows of a query. */
export const mostListed = 1000;

/** What a query finds, as a condition of the story list; `isCut` where older stories may hold it too. */
export async function findStories(
	actor: Actor,
	query: string,
): Promise<{ where: Prisma.ArticleWhereInput; isCut: boolean }> {
	const q = parseQuery(query);
	const [titled, others] = await listIndexed(actor, foldedWords(q), mostListed);
	const where = { OR: [{ id: q }, { id: { in: [...new Set([...titled, ...others])] } }, await unindexed(q)] };
	return { where, isCut: Math.max(titled.length, others.length) === mostListed };
}

/**
 * By number, or by any words of the present revision; those with them in the title first, then the latest. Where there are more,
 * the way to the list of them.
 */
async function findArticles(actor: Actor, q: string): Promise<Found[]> {
	const [titled, others] = await listIndexed(actor, foldedWords(q), mostIndexed);
	const select = {
		id: true,
		state: true,
		author: { select: { name: true } },
		current: { select: { headline: true } },
	} as const;
	const read = (where: Prisma.ArticleWhereInput) =>
		db.article.findMany({
			where: { AND: [readable(actor), where] },
			select,
			orderBy: { updatedAt: 'desc' },
			take: perKind + 1,
		});
	const [first, rest] = await Promise.all([
		read({ OR: [{ id: q }, { id: { in: titled } }, await unindexed(q)] }),
		read({ id: { in: others } }),
	]);
	const rows = [...new Map([...first, ...rest].map((row) => [row.id, row])).values()];
	const found = rows.slice(0, perKind).map(({ id, state, author, current }) => ({
		kind: 'article' as const,
		name: current.headline.replaceAll('\n', ' '),
		detail: `${stateNames[state]}，${author.name}`,
		href: `/desk/article/${id}`,
	}));
	const list = { name: `含“${q}”的全部稿件`, detail: '稿件列表', href: `/desk/article?${new URLSearchParams({ q })}` };
	return rows.length > perKind ? [...found, { kind: 'article', ...list }] : found;
}

/** So many stories the palette takes from the index, the latest, before the permission is asked again. */
const mostIndexed = 50;
/** So many candidates are looked through for them. */
const mostLooked = 5000;

/** Ids of stories whose present revision holds the words: in the title, anywhere. Who reads his own only is given his own. */
async function listIndexed(
	actor: Actor,
	words: readonly string[],
	most: number,
): Promise<[titled: string[], others: string[]]> {
	if (words.length === 0) return [[], []];
	const held = words.map((word) => `%${escapeLike(word)}%`);
	// What readers do not have yet comes first: it is what the desk works on.
	const list = (scope: 'title' | 'any', text: Prisma.Sql) => db.$queryRaw<{ id: string }[]>`
		SELECT "articleId" AS "id" FROM (
			SELECT "articleId", ${text} AS held FROM "SearchDoc"
			WHERE "paperId" = ${actor.paperId} AND "current" AND "vector" @@ ${tsqueryOf(words, scope)}::tsquery
				AND (${can(actor, 'article.read')} OR "authorId" = ${actor.userId})
			ORDER BY "published", "place" DESC, "articleId" DESC LIMIT ${mostLooked}
		) one WHERE held LIKE ALL (${held}::text[]) LIMIT ${most}`;
	// One character stands in every other text: it is looked for in titles.
	const isWide = words.some((word) => [...word].length > 1);
	const [titled, others] = await Promise.all([
		list('title', Prisma.sql`"title"`),
		isWide ? list('any', Prisma.sql`"text"`) : [],
	]);
	return [titled.map(({ id }) => id), others.map(({ id }) => id)];
}

/** What was saved a moment ago is found by its headline before it is indexed. */
async function unindexed(q: string): Promise<Prisma.ArticleWhereInput> {
	const owed = await db.searchJob.findMany({
		where: { late: false },
		orderBy: { id: 'desc' },
		take: mostIndexed,
		select: { articleId: true },
	});
	const headline = { contains: escapeLike(q), mode: 'insensitive' as const };
	return { id: { in: owed.map(({ articleId }) => articleId) }, current: { headline } };
}

/** Pages by the day, the 总期号 or the name; of a day all, else those of the latest days. */
async function findPages(actor: Actor, q: string): Promise<Found[]> {
	const day = parseDay(q, dayOf(new Date()));
	const date = day ? isoToDate(day) : undefined;
	const issueNo = /^第?\s*(\d{1,6})\s*期$/.exec(q)?.[1];
	const edition = date ? { date } : issueNo ? { issueNo: Number(issueNo) } : undefined;
	const no = /^第?\s*0?(\d{1,2})\s*版$/.exec(q)?.[1];
	const rows = await db.page.findMany({
		where: {
			paperId: actor.paperId,
			...(edition ? { edition } : no ? { no: Number(no) } : { name: { contains: escapeLike(q) } }),
		},
		select: { no: true, name: true, edition: { select: { date: true, publishedAt: true, retiredAt: true } } },
		orderBy: [{ edition: { date: 'desc' } }, { no: 'asc' }],
		take: edition ? 2 * perKind : perKind,
	});
	return rows.map(({ no, name, edition }) => ({
		kind: 'page',
		name: `${pageLabel(no)} ${name}`,
		detail: `${dateToIso(edition.date)}，${edition.publishedAt ? '已出版' : '未出版'}`,
		href: `/desk/edition/${dateToIso(edition.date)}/${no}`,
	}));
}

async function findReporters(actor: Actor, q: string): Promise<Found[]> {
	const rows = await reporterChoices(actor, q);
	return rows.slice(0, perKind).map(({ id, name, department }) => ({
		kind: 'person',
		name,
		detail: ['记者', department].filter(Boolean).join('，'),
		href: `/desk/reporter/${id}`,
	}));
}

async function findAccounts(actor: Actor, q: string): Promise<Found[]> {
	const rows = await listAccounts(actor, { q, state: 'all' });
	return rows.slice(0, perKind).map(({ id, name, login, roles }) => ({
		kind: 'person',
		name,
		detail: `账号 ${login}，${roles.map((role) => roleNames[role]).join('、')}`,
		href: `/desk/user/${id}`,
	}));
}

const headingNames = { column: '栏目', series: '主题横幅', tag: '标签' } as const;

async function findHeadings(actor: Actor, q: string): Promise<Found[]> {
	const contains = { contains: escapeLike(q), mode: 'insensitive' as const };
	const where = { paperId: actor.paperId, OR: [{ name: contains }, { slug: contains }] };
	const select = { slug: true, name: true, retiredAt: true };
	const kinds = ['column', 'series', 'tag'] as const;
	const rows = await Promise.all(
		kinds.map((kind) => headingTable(db, kind).findMany({ where, select, orderBy: { order: 'asc' }, take: perKind })),
	);
	return kinds.flatMap((kind, at) =>
		(rows[at] ?? []).map(({ slug, name, retiredAt }) => ({
			kind: 'column' as const,
			name,
			detail: `${headingNames[kind]}${retiredAt ? '，已停用' : ''}`,
			// The stories of a column; the others have their page at the columns.
			href: kind === 'column' ? `/desk/article?column=${slug}` : '/desk/column',
		})),
	);
}
