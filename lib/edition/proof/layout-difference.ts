import type { MadePage } from '@/lib/makeup/remake';
import type { Brief, Relation, SheetBlock } from '@/lib/makeup/sheet';
import { storyOf } from './judge';

export interface LayoutChange {
	/** Null: the page as a whole. */
	articleId: string | null;
	/** What was changed, as a clause: 移到第 3 栏第 12 行 */
	says: string;
}

const relationNames: Record<Relation, string> = { top: '盖文题', left: '左题', vertical: '竖题' };

/**
 * What stands otherwise on the later sheet, story by story, texts aside: which stories there are, their place, size,
 * head and pictures, the fixed places of the page. The same sheet has no differences.
 */
export function compareLayouts(before: MadePage, after: MadePage): LayoutChange[] {
	const gone = before.sheet.blocks.filter(({ story }) => !blockOf(after, story));
	return [
		...pageChanges(before.brief, after.brief),
		...gone.map(({ story }) => ({ articleId: story, says: `《${headlineOf(before.brief, story)}》撤下了` })),
		...after.sheet.blocks.flatMap((block): LayoutChange[] => {
			const was = blockOf(before, block.story);
			const says = was ? blockChanges(was, block, after) : ['新上版'];
			return says.length > 0 ? [{ articleId: block.story, says: says.join('，') }] : [];
		}),
	];
}

function pageChanges(before: Brief, after: Brief): LayoutChange[] {
	const page = JSON.stringify(before.page) !== JSON.stringify(after.page);
	const anchors = JSON.stringify(before.anchors) !== JSON.stringify(after.anchors);
	return [
		...(page
			? [{ articleId: null, says: `版次、版名或日期改为 ${after.page.no}版 ${after.page.name} ${after.page.date}` }]
			: []),
		...(anchors ? [{ articleId: null, says: '报头、广告等固定位置变了' }] : []),
	];
}

function blockChanges(was: SheetBlock, block: SheetBlock, { sheet }: MadePage): string[] {
	const [a, b] = [extent(was), extent(block)];
	const column = Math.floor(b.x / (2 * (sheet.grid.colEm + sheet.grid.gapEm))) + 1;
	return [
		...(a.x !== b.x || a.y !== b.y ? [`移到第 ${column} 栏第 ${b.y + 1} 行`] : []),
		...(a.w !== b.w || a.h !== b.h ? [`占位由 ${a.w / 2} 字×${a.h} 行改为 ${b.w / 2} 字×${b.h} 行`] : []),
		...(was.relation !== block.relation ? [`改为${relationNames[block.relation]}`] : []),
		...(was.box !== block.box ? [block.box ? '加了框' : '去了框'] : []),
		...(headShape(was) !== headShape(block) ? ['标题的字号或分行变了'] : []),
		...(pictures(was) !== pictures(block) ? ['图片变了'] : []),
	];
}

/** Sizes and numbers of characters in each row: other words of the same length are no other layout. */
function headShape({ head }: SheetBlock): string {
	return head.parts.map(({ role, pt, rows }) => `${role} ${pt} ${rows.map((row) => row.length).join('+')}`).join(';');
}

function pictures({ figures }: SheetBlock): string {
	return figures.map(({ id, wEm, h, crop }) => `${id} ${wEm} ${h} ${crop.join(',')}`).join(';');
}

function extent(block: SheetBlock): { x: number; y: number; w: number; h: number } {
	const parts = [block.head, ...[...block.frames, ...block.figures].map((part) => ({ ...part, w: 2 * part.wEm }))];
	const x = Math.min(...parts.map((part) => part.x));
	const y = Math.min(...parts.map((part) => part.y));
	const [right, bottom] = [Math.max(...parts.map((p) => p.x + p.w)), Math.max(...parts.map((p) => p.y + p.h))];
	return { x, y, w: right - x, h: bottom - y };
}

function blockOf({ sheet }: MadePage, story: string): SheetBlock | undefined {
	return sheet.blocks.find((block) => block.story === story);
}

function headlineOf(brief: Brief, story: string): string {
	return storyOf(brief, story)?.headline.replaceAll('\n', '') ?? '';
}
