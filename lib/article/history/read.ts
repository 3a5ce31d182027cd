import { Prisma } from '@/generated/prisma/client';
import type { ArticleState } from '@/generated/prisma/enums';
import { can, must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { stageNames, stages } from '@/lib/workflow/signatures';
import { decide } from '@/lib/workflow/workflow';
import { type ArticleForAct, getArticleForAct, revisionSelect, toContent } from '../read';
import type { ArticleContent } from '../schema';
import { addContent, startBlame } from './blame';
import { credit } from './credit';
import type { NodeDifference } from './difference';
import { isNameOfAct } from './names';
import type { HistoryQuery } from './schema';
import {
	type ActRow,
	type HistoryEntry,
	type RevisionRow,
	type SaveNote,
	type Step,
	stepsOf,
	toEntries,
} from './sittings';

/** Revisions that are read for one page of the history; their contents are not. */
const pageRevisions = 300;

/** Acts of the record that stand between the sittings. */
const shownActs = [
	...['submit', 'recall', 'take', 'signFirst', 'signSecond', 'signOff', 'return', 'hold', 'release', 'spike', 'revive'],
	...['place', 'unplace', 'publish', 'publishOnline', 'correct', 'withdraw'],
].map((act) => `article.${act}`);
const saves = ['article.save', 'article.restore'];

export interface History {
	/** Number of the present revision. */
	revision: number;
	/** The revision that readers have; null where it is not published or was withdrawn. */
	publishedRevision: number | null;
	/** Newest first. */
	entries: HistoryEntry[];
	/** `before` of the next page; null at the end. */
	older: number | null;
	may: { name: boolean; restore: boolean };
}

/** One page of an article's history, newest first: sittings, and acts between them. */
export async function listRevisions(actor: Actor, id: string, { before }: HistoryQuery): Promise<History> {
	const article = await getArticleForAct(db, actor, id);
	must(actor, 'article.read', article);
	const found = await db.articleRevision.findMany({
		where: { articleId: id, ...(before && { number: { lte: before } }) },
		orderBy: { number: 'desc' },
		take: pageRevisions + 2,
		select: rowSelect,
	});
	const later = before ? found.shift() : undefined;
	const revisions = found.slice(0, pageRevisions).map(toRow);
	const oldest = revisions.at(-1);
	const earlier = found[pageRevisions];
	const { acts, saveNotes } = await readRecord(id, oldest?.savedAt, later?.createdAt);
	const wordsBefore = earlier?.words ?? (oldest?.number === 1 ? 0 : null);
	const entries = toEntries({ revisions, acts, saveNotes, wordsBefore });
	return {
		revision: article.revision,
		publishedRevision: article.isPublished ? (article.publication?.revision ?? null) : null,
		...(earlier ? cutOff(entries) : { entries, older: null }),
		may: mayOf(actor, article),
	};
}

/** What a person may do with an article's revisions. */
function mayOf(actor: Actor, article: ArticleForAct): History['may'] {
	return { name: can(actor, 'article.name', article), restore: 'to' in decide('save', article, actor) };
}

const rowSelect = {
	number: true,
	actorId: true,
	createdAt: true,
	words: true,
	actor: { select: { name: true } },
	names: { select: { name: true, actorName: true }, orderBy: { createdAt: 'asc' } },
} satisfies Prisma.ArticleRevisionSelect;

function toRow(row: Prisma.ArticleRevisionGetPayload<{ select: typeof rowSelect }>): RevisionRow {
	const { number, actorId, actor, createdAt, words, names } = row;
	const labels = names.map((label) => ({ ...label, isOfAct: isNameOfAct(label.name) }));
	return { number, actorId, actorName: actor.name, savedAt: createdAt, words, names: labels };
}

/** The last sitting of a page may go on in the next one: it is shown there as a whole. */
function cutOff(entries: HistoryEntry[]): { entries: HistoryEntry[]; older: number | null } {
	const at = entries.findLastIndex((entry) => entry.kind === 'sitting');
	const last = entries[at];
	if (last?.kind !== 'sitting') return { entries, older: null };
	return at === 0 ? { entries, older: last.first } : { entries: entries.slice(0, at), older: last.last + 1 };
}

/** What the record says of a stretch of an article's life: acts, and what saves did to signatures. */
async function readRecord(
	id: string,
	since: Date | undefined,
	until: Date | undefined,
): Promise<{ acts: ActRow[]; saveNotes: SaveNote[] }> {
	const rows = await db.trace.findMany({
		where: {
			subjectType: 'article',
			subjectId: id,
			at: { ...(since && { gte: since }), ...(until && { lt: until }) },
			OR: [
				{ act: { in: [...shownActs, 'article.restore'] } },
				{ act: 'article.save', detail: { path: ['voided'], not: Prisma.AnyNull } },
			],
		},
		orderBy: { id: 'asc' },
		select: { act: true, actorName: true, at: true, detail: true },
	});
	const told = rows.map((row) => ({ ...row, detail: (row.detail ?? {}) as Record<string, unknown> }));
	return {
		acts: told.filter(({ act }) => !saves.includes(act)).map(toAct),
		saveNotes: told.filter(({ act }) => saves.includes(act)).map(toSaveNote),
	};
}

type Recorded = { act: string; actorName: string; at: Date; detail: Record<string, unknown> };

function toAct({ act, actorName, at, detail }: Recorded): ActRow {
	const { revision, note, flag } = detail;
	const said = [note, flag].filter((text) => typeof text === 'string' && text !== '').join('；');
	return { act, actorName, at, revision: typeof revision === 'number' ? revision : null, note: said };
}

function toSaveNote({ detail }: Recorded): SaveNote {
	const { revision, restored, voided } = detail;
	const fallen = stages.filter((stage) => Array.isArray(voided) && voided.includes(stage));
	return {
		revision: Number(revision),
		restoredFrom: typeof restored === 'number' ? restored : null,
		note: fallen.length > 0 ? `${fallen.map((stage) => stageNames[stage]).join('、')}签名作废` : '',
	};
}

/** Two revisions laid against each other. */
export interface Comparison {
	article: {
		id: string;
		state: ArticleState;
		revision: number;
		headline: string;
	};
	from: RevisionRow;
	to: RevisionRow;
	/** Whose `by` the difference's runs carry: step n is `by` n + 1. */
	steps: Step[];
	difference: NodeDifference;
	may: History['may'];
}

/**
 * The difference of two revisions, each change with the hand that made it. Without `to` the present one, without
 * `from` the one before the last sitting's. Contents are read of one revision a sitting at most.
 */
export async function compareRevisions(
	actor: Actor,
	id: string,
	asked: { from?: number | undefined; to?: number | undefined },
): Promise<Comparison> {
	const article = await getArticleForAct(db, actor, id);
	must(actor, 'article.read', article);
	const to = Math.max(asked.to ?? article.revision, asked.from ?? 0);
	const from = Math.min(asked.from ?? (await beforeLastSitting(id, to)), asked.to ?? to);
	const rows = await db.articleRevision.findMany({
		where: { articleId: id, number: { gte: from, lte: to } },
		orderBy: { number: 'asc' },
		select: rowSelect,
	});
	const [first, last] = [rows[0], rows.at(-1)];
	if (first?.number !== from || last?.number !== to) throw new Refusal('not-found', '没有这一稿，请从历史里选。');
	const steps = stepsOf(rows.slice(1).map(toRow));
	const contents = await readContents(id, [from, ...steps.map(({ number }) => number)]);
	const [start, ...rest] = contents;
	return {
		article: { id, state: article.state, revision: article.revision, headline: article.current.headline },
		from: toRow(first),
		to: toRow(last),
		steps,
		difference: credit(rest.reduce(addContent, startBlame(start as ArticleContent))),
		may: mayOf(actor, article),
	};
}

/** Enough to find where the last sitting began. */
const lookBack = 200;

/** The revision that stood before somebody last sat down; the first where there is none before. */
async function beforeLastSitting(id: string, to: number): Promise<number> {
	const rows = await db.articleRevision.findMany({
		where: { articleId: id, number: { lte: to } },
		orderBy: { number: 'desc' },
		take: lookBack,
		select: rowSelect,
	});
	const steps = stepsOf(rows.map(toRow).reverse());
	return steps.at(-2)?.number ?? rows.at(-1)?.number ?? to;
}

async function readContents(id: string, numbers: readonly number[]): Promise<ArticleContent[]> {
	const rows = await db.articleRevision.findMany({
		where: { articleId: id, number: { in: [...numbers] } },
		orderBy: { number: 'asc' },
		select: revisionSelect,
	});
	return rows.map(toContent);
}
