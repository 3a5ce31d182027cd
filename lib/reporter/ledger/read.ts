import type { Prisma } from '@/generated/prisma/client';
import type { TitleStatus } from '@/generated/prisma/enums';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { escapeLike, foldWidth } from '@/lib/text';
import { dateToIso, type IsoDate } from '@/lib/time';
import { type LedgerFilters, ledgerPageSize } from './schema';

/** A title as the ledger's screen shows it. */
export interface LedgerTitle {
	id: string;
	title: string;
	status: TitleStatus;
	from: IsoDate | null;
	to: IsoDate | null;
	/** The published article that it was read from. */
	source: { articleId: string; headline: string } | null;
}

export interface LedgerRow {
	id: string;
	name: string;
	note: string;
	retired: boolean;
	titles: LedgerTitle[];
	/** Others of the same name. */
	namesakes: { id: string; titles: string[] }[];
}

const personSelect = {
	id: true,
	name: true,
	note: true,
	retiredAt: true,
	titles: {
		where: { status: { not: 'rejected' as const } },
		select: { id: true, title: true, status: true, validFrom: true, validTo: true, sourceArticleId: true },
		orderBy: [{ status: 'asc' as const }, { createdAt: 'asc' as const }],
	},
} satisfies Prisma.PersonSelect;

/** A page of the ledger by pinyin: those with a title to confirm, those in use, or all. */
export async function listLedger(
	actor: Actor,
	{ tab, q, page }: LedgerFilters,
): Promise<{ rows: LedgerRow[]; total: number; proposed: number }> {
	must(actor, 'ledger.manage');
	const where = { AND: [{ paperId: actor.paperId }, tabs[tab], matching(q)] };
	const [people, total, proposed] = await Promise.all([
		db.person.findMany({
			where,
			select: personSelect,
			orderBy: [{ pinyin: 'asc' }, { id: 'asc' }],
			skip: (page - 1) * ledgerPageSize,
			take: ledgerPageSize,
		}),
		db.person.count({ where }),
		db.personTitle.count({ where: { paperId: actor.paperId, status: 'proposed', person: { retiredAt: null } } }),
	]);
	const sources = await headlinesOf(people.flatMap(({ titles }) => titles.map((title) => title.sourceArticleId)));
	const namesakes = await namesakesOf(actor, people);
	return {
		rows: people.map(({ retiredAt, titles, ...person }) => ({
			...person,
			retired: retiredAt !== null,
			titles: titles.map((title) => toTitle(title, sources)),
			namesakes: namesakes.filter((other) => other.name === person.name && other.id !== person.id),
		})),
		total,
		proposed,
	};
}

const tabs: Record<LedgerFilters['tab'], Prisma.PersonWhereInput> = {
	proposed: { retiredAt: null, titles: { some: { status: 'proposed' } } },
	used: { retiredAt: null, titles: { some: { status: 'confirmed' } } },
	all: {},
};

function matching(q: string): Prisma.PersonWhereInput {
	if (q === '') return {};
	const words = escapeLike(q);
	return {
		OR: [
			{ name: { contains: words } },
			{ pinyin: { contains: escapeLike(foldWidth(q)) } },
			{ titles: { some: { title: { contains: words } } } },
		],
	};
}

type TitleRow = Prisma.PersonGetPayload<{ select: typeof personSelect }>['titles'][number];

function toTitle(row: TitleRow, headlines: ReadonlyMap<string, string>): LedgerTitle {
	const { sourceArticleId, validFrom, validTo, ...title } = row;
	const headline = sourceArticleId === null ? undefined : headlines.get(sourceArticleId);
	return {
		...title,
		from: validFrom && dateToIso(validFrom),
		to: validTo && dateToIso(validTo),
		source: sourceArticleId && headline !== undefined ? { articleId: sourceArticleId, headline } : null,
	};
}

async function headlinesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
	const rows = await db.article.findMany({
		where: { id: { in: ids.filter((id) => id !== null) } },
		select: { id: true, current: { select: { headline: true } } },
	});
	return new Map(rows.map(({ id, current }) => [id, current.headline.replace(/\s*\n\s*/g, ' ')]));
}

async function namesakesOf(
	actor: Actor,
	people: readonly { name: string }[],
): Promise<{ id: string; name: string; titles: string[] }[]> {
	const rows = await db.person.findMany({
		where: { paperId: actor.paperId, retiredAt: null, name: { in: people.map(({ name }) => name) } },
		select: { id: true, name: true, titles: { where: { status: { not: 'rejected' } }, select: { title: true } } },
	});
	return rows.map(({ titles, ...row }) => ({ ...row, titles: titles.map(({ title }) => title) }));
}
