import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Advice, BriefFigure } from '@/lib/makeup/sheet';
import type { Stop } from '@/lib/makeup/stop';
import { dateToIso, type IsoDate } from '@/lib/time';
import { composeStanding, listBriefs, type MadeUpPage, type PageToCompose } from '../compose';
import { curesInThread, stopsInThread } from '../design/designer';
import type { Design } from '../design/schema';
import { PageOp } from '../design/schema';
import { opWords } from '../design/words';

/** A page as its editor has it before him. */
export interface DeskPage {
	made: MadeUpPage;
	design: Design;
	/** Pictures of the stories, those among them that are not printed. */
	figures: Record<string, BriefFigure[]>;
	/** 付印: nothing is changed any more. */
	isLocked: boolean;
	/** The step that stands, and the last one that can be redone. */
	step: number;
	top: number;
	/** Which one of that number stands. */
	stamp: string;
	/** What 撤销 and 重做 would undo and redo, in words. */
	undo?: string;
	redo?: string;
}

/** The page with its steps; made up as it would be published now. */
export async function getDeskPage(actor: Actor, pageId: string): Promise<DeskPage> {
	must(actor, 'edition.read');
	return loadDeskPage(db, actor, pageId);
}

export async function loadDeskPage(tx: Db, actor: Actor, pageId: string): Promise<DeskPage> {
	const page = await findPage(tx, actor, pageId);
	const sheet = await composeStanding(page);
	return toDeskPage(tx, page, sheet);
}

/** The page before it is made up, of the actor's paper. */
export async function findPage(tx: Db, actor: Actor, pageId: string): Promise<PageToCompose> {
	const [page] = await listBriefs(tx, { id: pageId, paperId: actor.paperId });
	if (!page) throw new Refusal('not-found', '没有这个版面，可能已被撤销。');
	return page;
}

async function toDeskPage(tx: Db, page: PageToCompose, sheet: MadeUpPage['sheet']): Promise<DeskPage> {
	const { pageId, no, name, brief, articles, design } = page;
	const { step, stage } = await tx.page.findUniqueOrThrow({
		where: { id: pageId },
		select: { step: true, stage: true },
	});
	const [{ _max }, around] = await Promise.all([
		tx.pageStep.aggregate({ where: { pageId }, _max: { number: true } }),
		tx.pageStep.findMany({
			where: { pageId, number: { in: [step, step + 1] } },
			select: { number: true, op: true, createdAt: true },
		}),
	]);
	const words = (number: number) => {
		const op = around.find((each) => each.number === number)?.op;
		return op === undefined ? undefined : opWords(PageOp.parse(op), brief);
	};
	return {
		made: { pageId, no, name, brief, sheet, articles },
		design,
		figures: Object.fromEntries(page.plain.stories.map((story) => [story.id, story.figures])),
		isLocked: stage === 'locked',
		step,
		top: _max.number ?? 0,
		stamp: stampOf(around.find(({ number }) => number === step)),
		undo: words(step),
		redo: words(step + 1),
	};
}

/** Tells a step from one that had its number before. */
export function stampOf(step: { createdAt: Date } | null | undefined): string {
	return step ? step.createdAt.toISOString() : '';
}

/** 溢文、余空 的办法: each was tried and makes the page fit. */
export async function listCures(actor: Actor, pageId: string): Promise<Advice[]> {
	must(actor, 'page.compose');
	const { brief, ...page } = await findPage(db, actor, pageId);
	const sheet = await composeStanding({ brief, standing: page.standing });
	return sheet.advice.length > 0 ? sheet.advice : curesInThread({ brief, sheet });
}

/** 停点: the sizes that a story of the page can be given so that it is full. */
export async function listStops(actor: Actor, pageId: string, story: string): Promise<Stop[]> {
	must(actor, 'page.compose');
	const { brief, ...page } = await findPage(db, actor, pageId);
	return stopsInThread({ brief, sheet: await composeStanding({ brief, standing: page.standing }) }, story);
}

/** A page of the house that another one may be like. */
export interface PageTemplate {
	versionId: string;
	date: IsoDate;
	no: number;
	name: string;
	brief: MadeUpPage['brief'];
	sheet: MadeUpPage['sheet'];
}

const mostTemplates = 6;
const looked = 40;

/** 版式模板: the best of the pages published of late with as many stories. */
export async function listTemplates(actor: Actor, pageId: string): Promise<PageTemplate[]> {
	must(actor, 'page.compose');
	const { brief } = await findPage(db, actor, pageId);
	const hasNameplate = brief.anchors.some(({ kind }) => kind === 'nameplate');
	const rows = await db.pageVersion.findMany({
		where: { paperId: actor.paperId, published: { not: null }, pageId: { not: pageId } },
		orderBy: { createdAt: 'desc' },
		take: looked,
		select: {
			id: true,
			brief: true,
			sheet: true,
			page: { select: { no: true, name: true, edition: { select: { date: true } } } },
		},
	});
	return rows
		.map(({ id, page, brief, sheet }) => ({
			versionId: id,
			date: dateToIso(page.edition.date),
			no: page.no,
			name: page.name,
			brief: brief as unknown as PageTemplate['brief'],
			sheet: sheet as unknown as PageTemplate['sheet'],
		}))
		.filter(
			({ brief: other, sheet }) =>
				sheet.blocks.length === brief.stories.length &&
				sheet.free.overset.length === 0 &&
				other.anchors.some(({ kind }) => kind === 'nameplate') === hasNameplate,
		)
		.toSorted((a, b) => (a.sheet.score.total ?? 0) - (b.sheet.score.total ?? 0))
		.slice(0, mostTemplates);
}
