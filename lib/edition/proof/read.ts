import type { Prisma } from '@/generated/prisma/client';
import { findAnchor } from '@/lib/article/comment/anchor';
import { type ErrorRate, errorRate } from '@/lib/article/error-rate';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { spanUnits } from '@/lib/makeup/grid';
import type { MadePage } from '@/lib/makeup/remake';
import type { Brief, Rect, Sheet } from '@/lib/makeup/sheet';
import { countWords } from '@/lib/text';
import { type IsoDate, isoToDate } from '@/lib/time';
import type { PageStage, ProofStage } from '../page-stage';
import { type House, Imprint } from '../paper/imprint';
import type { PageCredits } from '../schema';
import { type Change, explain } from './explain';
import type { Finding } from './furniture';
import { creditsOf, furnitureOf, loadPage, type ProofPage } from './load';
import { findingsForLock } from './lock';
import { allowedProofActs, type ProofAct, separationOf } from './machine';
import { type Mark, type MarkState, textKinds, textsOf } from './mark';
import { boxesOf } from './mark-box';

/** One proof in the list of a page's proofs. */
export interface ProofRow {
	number: number;
	stage: ProofStage;
	hash: string;
	actorName: string;
	at: Date;
	signature: { actorName: string; note: string; at: Date } | null;
}

/** A mark as the screen lists it, and where it stands on the version that is shown. */
export interface MarkRow extends Mark {
	state: MarkState;
	note: string;
	reason: string;
	actorName: string;
	settledBy: string;
	doneVersion: number | null;
	/** The proof on which it was drawn. */
	version: number;
	isMine: boolean;
	boxes: Rect[];
}

export interface ChangeRow extends Change {
	boxes: Rect[];
}

/** A frozen page. */
export interface FrozenPage extends MadePage {
	number: number;
}

export interface ProofScreen {
	page: { id: string; no: number; name: string; stage: PageStage; lockedAt: Date | null; lockedBy: string };
	edition: { date: IsoDate; issueNo: number; pages: { no: number; name: string }[] };
	house: House;
	/** 责任行 as it will print. */
	credits: PageCredits;
	proofs: ProofRow[];
	/** Nothing was pulled yet where these are null. */
	shown: FrozenPage | null;
	/** 对红: the version that the shown one is laid against. */
	against: FrozenPage | null;
	changes: ChangeRow[];
	marks: MarkRow[];
	may: Record<ProofAct, boolean>;
	/** What this person is asked to give a reason for when he signs, in a flagged newsroom. */
	separation: string | undefined;
	/** Of a clean proof everything that must be so before it is locked; of another its furniture. */
	findings: Finding[];
	/** Of a clean proof: how much of it differs from the third proof without a mark that asked for it. */
	unexplained: number;
	/** 差错率 of the page, by the marks that were not refused. */
	rate: ErrorRate;
}

interface Asked {
	/** Number of the proof to show; the newest where it is left out. */
	version?: number;
	/** Number of the one to lay it against. */
	against?: number;
}

/** A page's proofs for the desk: one of them with its marks, and what was changed since another. */
export async function getProofScreen(actor: Actor, date: IsoDate, no: number, asked: Asked = {}): Promise<ProofScreen> {
	must(actor, 'edition.read');
	const day = isoToDate(date);
	if (!day || !Number.isInteger(no)) throw new Refusal('not-found', `${date} 没有第 ${no} 版。`);
	const page = await loadPage(db, actor, { no, edition: { date: day } });
	const newest = page.versions.at(-1)?.number;
	const shown = await findFrozen(page, asked.version ?? newest);
	if (asked.version && !shown) throw new Refusal('not-found', `${no}版没有第 ${asked.version} 次样。`);
	const against = await findFrozen(page, asked.against);
	const marks = await listMarks(actor, page, shown);
	return {
		page: { id: page.id, no, name: page.name, stage: page.stage, lockedAt: page.lockedAt, lockedBy: page.lockedBy },
		edition: { date, issueNo: page.edition.issueNo, pages: page.edition.pages },
		house: { ...page.edition.paper, imprint: Imprint.parse(page.edition.paper.imprint) },
		credits: creditsOf(page),
		proofs: page.versions.map(toRow),
		...{ shown, against, marks },
		changes: shown && against ? changesOf(against, shown, marks) : [],
		may: allowedProofActs(page.guarded, actor),
		separation: page.guarded.reviewMode === 'flagged' ? separationOf(page.guarded, actor) : undefined,
		findings: await findingsOf(page, shown, newest),
		unexplained: await countUnexplained(page, shown, marks),
		rate: rateOf(shown, marks),
	};
}

function toRow({ number, stage, hash, actorName, createdAt: at, signature }: ProofPage['versions'][number]): ProofRow {
	const signed = signature && { actorName: signature.actorName, note: signature.note, at: signature.createdAt };
	return { number, stage: stage as ProofStage, hash, actorName, at, signature: signed };
}

async function findFrozen(page: ProofPage, number: number | undefined): Promise<FrozenPage | null> {
	if (!page.versions.some((version) => version.number === number)) return null;
	const row = await db.pageVersion.findUniqueOrThrow({
		where: { pageId_number: { pageId: page.id, number: number ?? 0 } },
		select: { number: true, brief: true, sheet: true },
	});
	// Written by the makeup engine alone, whose contract these are.
	return { number: row.number, brief: row.brief as unknown as Brief, sheet: row.sheet as unknown as Sheet };
}

const markSelect = {
	id: true,
	number: true,
	kind: true,
	articleId: true,
	place: true,
	block: true,
	figureId: true,
	exact: true,
	prefix: true,
	suffix: true,
	position: true,
	box: true,
	right: true,
	note: true,
	state: true,
	reason: true,
	actorId: true,
	actorName: true,
	settledBy: true,
	doneVersion: true,
	version: { select: { number: true } },
} satisfies Prisma.PageMarkSelect;

/** All marks of the page in their order, those of the shown proof and of earlier ones with their places on it. */
async function listMarks(actor: Actor, page: ProofPage, shown: FrozenPage | null): Promise<MarkRow[]> {
	const rows = await db.pageMark.findMany({
		where: { pageId: page.id },
		orderBy: { number: 'asc' },
		select: markSelect,
	});
	return rows.map(({ version, actorId, ...row }) => {
		const box = row.box as Rect | null;
		const mark = { ...row, box, place: row.place as Mark['place'], version: version.number };
		const here = shown && (version.number === shown.number ? mark : anchorAgain(mark, shown));
		return { ...mark, isMine: actorId === actor.userId, boxes: shown && here ? placesOf(shown, here) : [] };
	});
}

/** Where a mark is drawn: a frame on the page as it was drawn, one about all of it nowhere. */
function placesOf(made: MadePage, mark: Mark): Rect[] {
	const { grid } = made.sheet;
	if (mark.articleId !== null || !mark.box) return boxesOf(made, mark);
	return mark.box.w === spanUnits(grid, grid.cols) && mark.box.h === grid.lines ? [] : [mark.box];
}

interface Anchored extends Mark {
	prefix: string;
	suffix: string;
}

/** A mark of one version where its words stand in another; undefined where they stand nowhere. */
function anchorAgain<One extends Anchored | (MarkRow & Partial<Anchored>)>(mark: One, on: MadePage): One | undefined {
	const { prefix = '', suffix = '' } = mark;
	if (mark.exact === '' && prefix === '' && suffix === '') return mark;
	const story = on.brief.stories.find(({ id }) => id === mark.articleId);
	const text =
		story && textsOf(story).find(({ place, figureId }) => place === mark.place && figureId === mark.figureId);
	if (!text) return undefined;
	const exact = mark.exact || prefix;
	const anchor = { exact, prefix: mark.exact ? prefix : '', suffix, position: mark.position };
	// An insertion stands behind what stood before it.
	const found = findAnchor(text.text, anchor);
	if (!found) return undefined;
	const from = mark.exact ? found.from : found.to;
	const block = text.starts.findLastIndex((start) => start <= from);
	return { ...mark, block: mark.place === 'body' ? block : null, position: from - (text.starts[block] ?? 0) };
}

/** What differs, explained by the marks that were still to be done on the earlier version. */
function changesOf(before: FrozenPage, after: FrozenPage, marks: readonly MarkRow[]): ChangeRow[] {
	const due = marks.flatMap((mark) => {
		const isDue = mark.version < after.number && (mark.doneVersion === null || mark.doneVersion > before.number);
		if (!isDue || mark.state === 'refused') return [];
		return (mark.version === before.number ? mark : anchorAgain(mark, before)) ?? [];
	});
	return explain(before, after, due).map((change) => ({ ...change, boxes: boxesOfChange(after, change) }));
}

async function countUnexplained(page: ProofPage, shown: FrozenPage | null, marks: readonly MarkRow[]): Promise<number> {
	if (page.stage !== 'clean_proof' || shown?.number !== page.versions.at(-1)?.number) return 0;
	const third = await findFrozen(page, page.versions.findLast(({ stage }) => stage === 'third_proof')?.number);
	return shown && third ? changesOf(third, shown, marks).filter(({ mark }) => mark === null).length : 0;
}

function boxesOfChange(made: MadePage, change: Change): Rect[] {
	if (change.articleId === null) return [];
	const { articleId, place, figureId } = change;
	const story = made.brief.stories.find(({ id }) => id === articleId);
	const text = story && textsOf(story).find((one) => one.place === place && one.figureId === figureId);
	if (place !== 'body' || !text)
		return boxesOf(made, { articleId, place, figureId, block: null, position: 0, exact: '' });
	const block = Math.max(
		0,
		text.starts.findLastIndex((start) => start <= change.from),
	);
	const position = change.from - (text.starts[block] ?? 0);
	const exact = change.inserted.split('\n')[0] ?? '';
	return boxesOf(made, { articleId, place, figureId, block, position, exact });
}

async function findingsOf(page: ProofPage, shown: FrozenPage | null, newest: number | undefined): Promise<Finding[]> {
	if (!shown || shown.number !== newest) return [];
	return page.stage === 'clean_proof' && page.guarded.isOpen
		? findingsForLock(db, page, '')
		: furnitureOf(db, page, shown.brief);
}

const headPlaces: readonly Mark['place'][] = ['kicker', 'headline', 'deck'];

/** Errors that were found on the page: what is to be corrected and was not refused. */
function rateOf(shown: FrozenPage | null, marks: readonly MarkRow[]): ErrorRate {
	const errors = marks
		.filter(({ kind, state }) => textKinds.includes(kind) && state !== 'refused')
		.map(({ place, exact, right }) => ({ place: headPlaces.includes(place) ? 'head' : place, wrong: exact, right }));
	const words = shown?.brief.stories.reduce(
		(sum, story) => sum + textsOf(story).reduce((all, { text }) => all + countWords(text), 0),
		0,
	);
	return errorRate(errors, words ?? 0);
}
