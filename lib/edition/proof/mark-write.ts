import { anchorAt } from '@/lib/article/comment/anchor';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/id';
import { spanUnits } from '@/lib/makeup/grid';
import type { MadePage } from '@/lib/makeup/remake';
import type { Brief, Grid, Sheet } from '@/lib/makeup/sheet';
import { toJson } from '../version';
import { claimPage } from './load';
import { mustProof } from './machine';
import { markKindNames, markPlaceNames, markStateNames, textOf } from './mark';
import { boxOf } from './mark-box';
import type { CreateMarkInput, RemoveMarkInput, SettleMarkInput } from './schema';
import { recordProof, staleProof } from './write';

/** Draws a mark on the newest proof, at a range of its normalised text, at a story's place or at the page as a whole. */
export async function createMark(actor: Actor, input: CreateMarkInput): Promise<{ id: string; number: number }> {
	return db.$transaction(async (tx) => {
		const page = await claimPage(tx, actor, input.id);
		mustProof('mark', page.guarded, actor);
		const last = page.versions.at(-1);
		if (!last || last.number !== input.number) throw staleProof();
		const version = await tx.pageVersion.findUniqueOrThrow({
			where: { id: last.id },
			select: { brief: true, sheet: true },
		});
		const made = { brief: version.brief as unknown as Brief, sheet: version.sheet as unknown as Sheet };
		const anchor = requireAnchor(made, input);
		const highest = await tx.pageMark.aggregate({ where: { pageId: page.id }, _max: { number: true } });
		const { kind, articleId, place, block, figureId, right, note } = input;
		const box = input.box ?? boxOf(made, input);
		const mark = { id: newId(), number: (highest._max.number ?? 0) + 1 };
		await tx.pageMark.create({
			data: {
				...mark,
				...{ paperId: actor.paperId, pageId: page.id, versionId: last.id, kind, articleId, place, block, figureId },
				...anchor,
				...(box && { box: toJson(box) }),
				...{ right: kind === 'delete' ? '' : right, note, actorId: actor.userId, actorName: actor.name },
			},
		});
		const detail = { mark: mark.number, version: last.number, asks: sentenceOf(input) };
		await recordProof(tx, actor, page, { act: 'mark', detail });
		return mark;
	});
}

/** The words of a mark for the record: 改正 正文“得”→“的” */
function sentenceOf({ kind, place, exact, right }: CreateMarkInput): string {
	const change = [exact && `“${exact}”`, right && kind !== 'delete' && `→“${right}”`].filter(Boolean).join('');
	return `${markKindNames[kind]} ${markPlaceNames[place]}${change}`;
}

/** The anchor in the version's own text, if what the mark says stands there. */
function requireAnchor({ brief, sheet: { grid } }: MadePage, input: CreateMarkInput) {
	const { kind, articleId, position, exact, right, note } = input;
	const none = { exact: '', prefix: '', suffix: '', position: 0 };
	if (articleId !== null && !brief.stories.some(({ id }) => id === articleId)) {
		throw new Refusal('invalid', '校样上没有这篇稿件，请重新选择。', { articleId: '请重新选择' });
	}
	if (kind === 'layout') requireFrame(input, grid);
	if (kind === 'layout' || (kind === 'query' && exact === '')) return noted(none, note);
	const text = textOf(brief, input);
	if (text === undefined) return noted(none, note);
	if (position > text.length || text.slice(position, position + exact.length) !== exact) {
		throw new Refusal('invalid', '校样的这一处没有这些字，请重新选中。', { exact: '请重新选中' });
	}
	if (kind !== 'insert' && exact === '') throw new Refusal('invalid', '请选中要改的字。', { exact: '请选中要改的字' });
	if (kind === 'insert' && exact !== '') throw new Refusal('invalid', '增补只要一个位置，不选字。');
	if (kind === 'query') return noted(anchorAt(text, { from: position, to: position + exact.length }), note);
	if (kind !== 'delete' && right === '') throw new Refusal('invalid', '请写明改成什么。', { right: '请写明改成什么' });
	if (right === exact) throw new Refusal('invalid', '改成的字和原来一样。', { right: '和原来一样' });
	if (kind === 'transpose' && sorted(right) !== sorted(exact)) {
		throw new Refusal('invalid', '对调只换次序，字要和原来一样多、一样的字。', { right: '只换次序' });
	}
	return anchorAt(text, { from: position, to: position + exact.length });
}

/** A frame is drawn on the page as a whole, within its type area. */
function requireFrame({ box, articleId }: CreateMarkInput, grid: Grid): void {
	if (!box) return;
	const isInside = box.x + box.w <= spanUnits(grid, grid.cols) && box.y + box.h <= grid.lines;
	if (articleId !== null || !isInside)
		throw new Refusal('invalid', '框要画在版心里面，请重新画。', { box: '请重新画' });
}

const sorted = (text: string) => [...text].sort().join('');

/** A mark that does not say what is to stand there says in words what is wanted. */
function noted<Anchor>(anchor: Anchor, note: string): Anchor {
	if (note === '') throw new Refusal('invalid', '请写明要问什么、要改什么。', { note: '请写明' });
	return anchor;
}

/** Takes back one's own mark that nobody has acted on. */
export async function removeMark(actor: Actor, { id }: RemoveMarkInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const { pageId } = await requireMark(tx, actor, id);
		const page = await claimPage(tx, actor, pageId);
		mustProof('mark', page.guarded, actor);
		const mark = await requireMark(tx, actor, id);
		if (mark.actorId !== actor.userId) throw new Refusal('forbidden', '只能撤回自己画的校对符号。');
		const last = page.versions.at(-1);
		if (mark.versionId !== last?.id || last.signature || mark.state !== 'open') {
			throw new Refusal('wrong-state', '这份样已经签过或已经出了新样，校对符号不能撤回；不用改的请说明理由。');
		}
		await tx.pageMark.delete({ where: { id } });
		await recordProof(tx, actor, page, { act: 'unmark', detail: { mark: mark.number, version: last.number } });
	});
}

/** Says that a mark is done, or why it is not; or takes back what was said. */
export async function settleMark(actor: Actor, { id, state, reason }: SettleMarkInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const { pageId } = await requireMark(tx, actor, id);
		const page = await claimPage(tx, actor, pageId);
		mustProof('settle', page.guarded, actor);
		const mark = await requireMark(tx, actor, id);
		const last = page.versions.at(-1)?.number ?? 0;
		if (state === 'done' && mark.version.number === last) {
			throw new Refusal('wrong-state', '改好之后请先出新样，在新样上核对。');
		}
		const isOpen = state === 'open';
		await tx.pageMark.update({
			where: { id },
			data: {
				state,
				doneVersion: state === 'done' ? last : null,
				reason: isOpen ? '' : reason,
				settledBy: isOpen ? '' : actor.name,
				settledAt: isOpen ? null : await databaseNow(tx),
			},
		});
		const detail = {
			mark: mark.number,
			state: `${markStateNames[mark.state]}→${markStateNames[state]}`,
			...(reason && { note: reason }),
		};
		await recordProof(tx, actor, page, { act: 'settle', detail });
	});
}

async function requireMark(tx: Db, actor: Actor, id: string) {
	const mark = await tx.pageMark.findFirst({
		where: { id, paperId: actor.paperId },
		select: {
			pageId: true,
			versionId: true,
			number: true,
			actorId: true,
			state: true,
			version: { select: { number: true } },
		},
	});
	if (!mark) throw new Refusal('not-found', '没有这处校对符号，可能已被撤回，请刷新。');
	return mark;
}
