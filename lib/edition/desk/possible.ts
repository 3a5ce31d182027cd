import { titleOf } from '@/lib/article/article';
import { Refusal } from '@/lib/errors';
import { gridOf } from '@/lib/makeup/grid';
import type { Brief, Rect, Sheet } from '@/lib/makeup/sheet';
import type { PageToCompose } from '../compose';
import { lettersOf, toAnchor } from '../design/designed';
import type { PageOp } from '../design/schema';

/** Refuses an act that means nothing on this page, before the engine is asked. */
export function mustBePossible(op: PageOp, page: PageToCompose, sheet: Sheet): void {
	if ('story' in op && op.kind !== 'place') mustHold(op, page.brief, sheet);
	if (op.kind === 'ad') mustHaveRoom(op.ad, page);
	if (op.kind === 'jump' && op.to !== null) mustJump(op.story, op.to, page);
}

function mustHold(op: Extract<PageOp, { story: string }>, brief: Brief, sheet: Sheet): void {
	const story = brief.stories.find(({ id }) => id === op.story);
	if (!story) throw new Refusal('not-found', '这篇稿件已经不在这个版上，请刷新后核对。');
	const title = `《${titleOf(story.headline)}》`;
	const stands = (id: string) => sheet.blocks.some((block) => block.story === id);
	const places = op.kind === 'lock' || op.kind === 'divider' || op.kind === 'resize' || op.kind === 'swap';
	if (places && !stands(op.story)) throw new Refusal('invalid', `${title}还没有排上版，先让版面放得下它。`);
	if (op.kind === 'swap' && (op.other === op.story || !stands(op.other)))
		throw new Refusal('invalid', `${title}要和版上另一篇稿件对调，请另选一篇。`);
	if (op.kind === 'rows' && op.headline !== null && lettersOf(op.headline) !== lettersOf(story.headline))
		throw new Refusal('invalid', '这里只能改分行，不能改字。改字请打开稿件。', { headline: '字和稿件的标题不一样' });
}

function mustHaveRoom(ad: Extract<PageOp, { kind: 'ad' }>['ad'], { brief, design }: PageToCompose): void {
	const grid = gridOf(brief.grid);
	const [place] = toAnchor(ad, grid);
	if (!place) throw new Refusal('invalid', `“${ad.label}”伸出了版心：本版 ${grid.cols} 栏 × ${grid.lines} 行。`);
	const own = design.ads.filter(({ id }) => id === ad.id).flatMap((before) => toAnchor(before, grid));
	const others = brief.anchors.filter((anchor) => !own.some((before) => isSame(before, anchor)));
	if (others.some((other) => overlaps(other, place)))
		throw new Refusal('taken', `“${ad.label}”和报头或别的广告叠在一起，请换个位置。`);
}

function mustJump(story: string, to: string, { brief, pageId, neighbours }: PageToCompose): void {
	if (to === pageId || neighbours.numbers[to] === undefined) throw new Refusal('not-found', '请选这一期的另一个版。');
	const blocks = brief.stories.find(({ id }) => id === story)?.blocks.length ?? 0;
	if (blocks < 2) throw new Refusal('invalid', '只有一段的稿件不能转版。');
	if (neighbours.arrivals.some(({ id }) => id === story))
		throw new Refusal('invalid', '这是从别的版转来的文字，不能再转。');
}

function isSame(a: Rect, b: Rect): boolean {
	return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}

function overlaps(a: Rect, b: Rect): boolean {
	return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
