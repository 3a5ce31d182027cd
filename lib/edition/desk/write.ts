import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Sheet } from '@/lib/makeup/sheet';
import { dateToIso } from '@/lib/time';
import { writeTrace } from '@/lib/trace/write';
import { composeStanding, type PageToCompose } from '../compose';
import { performInThread } from '../design/designer';
import type { Performed } from '../design/perform';
import { runMakeup } from '../design/run';
import { PageOp, type StepInput } from '../design/schema';
import { opWords } from '../design/words';
import { unlessTaken } from '../open';
import { toJson } from '../version';
import { carryOut, isPlacing, takeBack } from './placing';
import { mustBePossible } from './possible';
import { type DeskPage, findPage, loadDeskPage, stampOf } from './read';

/** What the page's screen asks for: an act on the step that it shows, or to go to another step. */
export async function changePage(actor: Actor, pageId: string, input: StepInput): Promise<DeskPage> {
	must(actor, 'page.compose');
	const page = await findPage(db, actor, pageId);
	await mustStandAt(db, pageId, input);
	if ('to' in input) await turnTo(actor, pageId, input);
	else await unlessTaken(async () => addStep(actor, page, { ...input, done: await performOp(actor, page, input.op) }));
	return loadDeskPage(db, actor, pageId);
}

async function performOp(actor: Actor, page: PageToCompose, op: PageOp): Promise<Performed> {
	const { brief, plain, design, neighbours } = page;
	// The page is made again from what stands, once the plan has changed.
	if (isPlacing(op)) return { design, made: { brief, sheet: await composeStanding(page) } };
	if (op.kind === 'compose') {
		const pieces = await runMakeup(brief, op.seed);
		const sheet = pieces[op.piece ?? pieces.length - 1] ?? pieces.at(-1);
		if (!sheet) throw new Error(`A run without a page: ${page.pageId}`);
		return { design, made: { brief, sheet } };
	}
	const sheet = await composeStanding(page);
	mustBePossible(op, page, sheet);
	const model = op.kind === 'template' ? await findModel(actor, op.versionId) : undefined;
	const standing = { plain, design, neighbours, made: { brief, sheet } };
	const done = await performInThread({ kind: 'perform', standing, op, ...(model && { model }) });
	if (!done) throw new Refusal('invalid', `${opWords(op, brief)}：${whyNot[op.kind] ?? otherPlace}版面没有动。`);
	return done;
}

const otherPlace = '这样排不满整版，可以先解锁旁边的稿件，或换个位置再试。';
const whyNot: Partial<Record<PageOp['kind'], string>> = {
	divider: '这条边挨着版边、广告、锁定的稿件或台阶，单独移不动。可以从“能排满的尺寸”里选一种。',
	resize: '版面已经变了，这个尺寸排不满了。请从“能排满的尺寸”里另选一种。',
};

async function findModel({ paperId }: Actor, id: string): Promise<Sheet> {
	const version = await db.pageVersion.findFirst({
		where: { id, paperId, published: { not: null } },
		select: { sheet: true },
	});
	if (!version) throw new Refusal('not-found', '没有这个版式，请重新选择。');
	return version.sheet as unknown as Sheet;
}

interface Seen {
	base: number;
	stamp?: string;
}

interface NewStep extends Seen {
	op: PageOp;
	done: Performed;
}

/** The next step; those that were undone are gone. */
async function addStep(actor: Actor, page: PageToCompose, { op, done, ...seen }: NewStep): Promise<void> {
	const { pageId, brief } = page;
	const { base } = seen;
	await db.$transaction(async (tx) => {
		const step = base + 1;
		const subject = await claimStep(tx, pageId, seen, step);
		const kept = isPlacing(op) ? await carryOut(tx, actor, pageId, op) : op;
		await tx.pageStep.deleteMany({ where: { pageId, number: { gt: base } } });
		await tx.pageStep.create({
			data: {
				paperId: actor.paperId,
				pageId,
				number: step,
				op: toJson(kept),
				design: toJson(done.design),
				brief: toJson(done.made.brief),
				sheet: toJson(done.made.sheet),
				actorId: actor.userId,
				actorName: actor.name,
			},
		});
		const does = opWords(kept, brief);
		await writeTrace(tx, actor, {
			act: 'page.change',
			subjectType: 'page',
			subjectId: pageId,
			subject,
			detail: { step, does },
		});
	});
}

/** 撤销 重做: another step stands. */
async function turnTo(actor: Actor, pageId: string, { to, ...seen }: Seen & { to: number }): Promise<void> {
	await db.$transaction(async (tx) => {
		if (
			to > 0 &&
			!(await tx.pageStep.findUnique({ where: { pageId_number: { pageId, number: to } }, select: { number: true } }))
		)
			throw new Refusal('not-found', '没有可以重做的步骤了。');
		const subject = await claimStep(tx, pageId, seen, to);
		await placeBetween(tx, actor, pageId, { from: seen.base, to });
		const act = to < seen.base ? 'page.undo' : 'page.redo';
		await writeTrace(tx, actor, { act, subjectType: 'page', subjectId: pageId, subject, detail: { step: to } });
	});
}

/** Acts on the plan among the steps between two, taken back or done again. */
async function placeBetween(tx: Db, actor: Actor, pageId: string, { from, to }: { from: number; to: number }) {
	const isBack = to < from;
	const rows = await tx.pageStep.findMany({
		where: { pageId, number: { gt: Math.min(from, to), lte: Math.max(from, to) } },
		orderBy: { number: isBack ? 'desc' : 'asc' },
		select: { op: true },
	});
	for (const op of rows.map((row) => PageOp.parse(row.op)).filter(isPlacing)) {
		if (isBack) await takeBack(tx, actor, pageId, op);
		else await carryOut(tx, actor, pageId, op);
	}
}

/** Takes the page from one step to another, if it still stands there and may be changed; answers what it is called. */
async function claimStep(tx: Db, pageId: string, seen: Seen, to: number): Promise<string> {
	const claimed = await tx.page.updateMany({
		where: { id: pageId, step: seen.base, stage: { not: 'locked' }, edition: { publishedAt: null, retiredAt: null } },
		data: { step: to },
	});
	if (claimed.count === 0) await mustStandAt(tx, pageId, seen);
	// The row is ours until the commit: nobody can take the number again in between.
	await mustBeSeen(tx, pageId, seen);
	const { no, name, edition } = await tx.page.findUniqueOrThrow({
		where: { id: pageId },
		select: { no: true, name: true, edition: { select: { date: true } } },
	});
	return `${dateToIso(edition.date)} ${no}版 ${name}`;
}

/** Refuses unless the page is open and stands at that step. */
export async function mustStandAt(tx: Db, pageId: string, seen: Seen): Promise<void> {
	const page = await tx.page.findUniqueOrThrow({
		where: { id: pageId },
		select: { step: true, stage: true, edition: { select: { date: true, publishedAt: true, retiredAt: true } } },
	});
	const { publishedAt, retiredAt, date } = page.edition;
	if (publishedAt) throw new Refusal('wrong-state', `${dateToIso(date)} 的报纸已经出版，版面不能再改。`);
	if (retiredAt) throw new Refusal('wrong-state', `${dateToIso(date)} 这一期已停用，请先恢复。`);
	if (page.stage === 'locked') throw new Refusal('wrong-state', '这个版已经付印，不能再改。要改请值班总编先取消付印。');
	if (page.step !== seen.base) throw await staleness(tx, pageId);
	await mustBeSeen(tx, pageId, seen);
}

/** Refuses where another step has taken the number of the one that was seen. */
async function mustBeSeen(tx: Db, pageId: string, { base: number, stamp }: Seen): Promise<void> {
	if (stamp === undefined || number === 0) return;
	const where = { pageId_number: { pageId, number } };
	const step = await tx.pageStep.findUnique({ where, select: { createdAt: true } });
	if (stampOf(step) !== stamp) throw await staleness(tx, pageId);
}

async function staleness(tx: Db, pageId: string): Promise<Refusal> {
	const last = await tx.trace.findFirst({
		where: { subjectId: pageId, act: { in: ['page.change', 'page.undo', 'page.redo'] } },
		orderBy: { seq: 'desc' },
		select: { actorName: true },
	});
	const who = last?.actorName ?? '另一位编辑';
	return new Refusal('stale', `${who}刚改过这个版，您的这一步没有执行。已显示最新的版面，请核对后再做。`);
}
