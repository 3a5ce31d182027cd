import { z } from 'zod';
import { Refusal } from '@/lib/errors';
import { gridOf, spanUnits } from '@/lib/makeup/grid';
import type { Brief, Grid, Rect } from '@/lib/makeup/sheet';
import { isoToDate } from '@/lib/time';

/** What a brief may hold at most; a full 对开 page has some 12,800 字. */
const most = { bytes: 4_000_000, stories: 40, blocks: 500, characters: 40_000, figures: 20, anchors: 20, locks: 100 };

const id = z.string().min(1, '不能为空').max(80, '最长 80 个字符');
const head = z.string().max(200, '最长 200 字');
const whole = z.number('应为整数').int('应为整数').min(0, '不能为负').max(10_000, '太大');
const size = z.number('应为数').positive('应大于 0').max(1_000_000, '太大');
const share = z.number('应为 0 到 1 的数').min(0, '应为 0 到 1 的数').max(1, '应为 0 到 1 的数');
const rect = { x: whole, y: whole, w: whole.min(1, '应大于 0'), h: whole.min(1, '应大于 0') };
const priority = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], '应为 1（头条）到 4（简讯）');

const GridInput = z.object({
	paper: z.string(),
	pageMm: z.tuple([size, size]),
	marginMm: z.tuple([size, size, size, size]),
	cols: z.number().int('应为整数').min(1, '应为 1 到 16').max(16, '应为 1 到 16'),
	colEm: z.number().int('应为整数').min(6, '应为 6 到 60').max(60, '应为 6 到 60'),
	gapEm: z.number().int('应为整数').min(1, '应为 1 到 4').max(4, '应为 1 到 4'),
	bodyPt: z.number().min(5, '应为 5 到 20').max(20, '应为 5 到 20'),
	linePitchEm: z.number().min(1, '应为 1 到 2').max(2, '应为 1 到 2'),
	lines: z.number().int('应为整数').min(10, '应为 10 到 300').max(300, '应为 10 到 300'),
});

const FigureInput = z.object({
	id,
	width: size,
	height: size,
	caption: z.string().max(500, '最长 500 字').optional(),
	credit: head.optional(),
	focus: z.object({ x: share, y: share }).optional(),
});

const StoryInput = z.object({
	id,
	priority,
	series: head.optional(),
	column: head.optional(),
	kicker: head.optional(),
	headline: head.refine((text) => text.trim() !== '', '没有标题'),
	deck: head.optional(),
	byline: head.optional(),
	boxed: z.boolean('应为 true 或 false').optional(),
	blocks: z
		.array(
			z.object({
				type: z.enum(['p', 'subhead', 'q', 'a'], '应为 p、subhead、q 或 a'),
				text: z.string('应为文字').refine((text) => text.trim() !== '', '没有文字'),
			}),
			'应为一组段落',
		)
		.max(most.blocks, `最多 ${most.blocks} 段`),
	figures: z.array(FigureInput, '应为一组图片').max(most.figures, `最多 ${most.figures} 张`),
});

const LockInput = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('frame'),
		story: id,
		step: z.object({ cols: whole, left: whole, right: whole }).optional(),
		...rect,
	}),
	z.object({ kind: z.literal('span'), story: id, cols: whole.min(1, '应大于 0') }),
	z.object({
		kind: z.literal('size'),
		story: id,
		pt: z.number('应为数').min(6, '应为 6 到 120').max(120, '应为 6 到 120'),
	}),
	z.object({ kind: z.literal('relation'), story: id, relation: z.enum(['top', 'left', 'vertical']) }),
	z.object({ kind: z.literal('exclude'), story: id }),
	z.object({ kind: z.literal('lead'), story: id }),
]);

const BriefInput = z.object({
	version: z.literal(1, '应为 1：本程序只读第 1 版'),
	grid: z.union([z.enum(['对开', '四开']), GridInput], '应为“对开”、“四开”或一个网格'),
	page: z.object({
		no: z.number('应为数').int('应为整数').min(1, '应从 1 起'),
		name: z.string('应为文字').max(40, '最长 40 字'),
		date: z.string('应为文字').refine((text) => isoToDate(text) !== undefined, '应如 2026-11-22'),
		paper: z.string('应为文字').max(40, '最长 40 字'),
	}),
	anchors: z
		.array(z.object({ kind: z.enum(['nameplate', 'ear', 'ad', 'banner']), ...rect }), '应为一组固定位置')
		.max(most.anchors, `最多 ${most.anchors} 个`),
	stories: z.array(StoryInput, '应为一组稿件').min(1, '一篇稿件也没有').max(most.stories, `最多 ${most.stories} 篇`),
	locks: z.array(LockInput).max(most.locks, `最多 ${most.locks} 条`).optional(),
});

/**
 * A brief from the text of a file: whole, of this version, of a size that a page can have, its anchors on the page and
 * apart. Anything else is refused in a sentence that says where it is wrong.
 */
export function parseBrief(text: string): Brief {
	if (text.length > most.bytes) throw new Refusal('too-large', `内容太大，最多 ${most.bytes / 1_000_000} MB。`);
	const { data, error } = BriefInput.safeParse(parseJson(text));
	if (error) throw new Refusal('invalid', sentenceOf(error.issues[0]!));
	const brief: Brief = data;
	mustFitGrid(brief, gridOf(brief.grid));
	mustBeApart(brief);
	mustBeSound(brief);
	return brief;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new Refusal('invalid', `不是 JSON：${error instanceof Error ? error.message : error}`);
	}
}

/** `stories[2].blocks[0].text：没有文字` */
function sentenceOf({ path, message, code }: z.core.$ZodIssue): string {
	const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
	const words = /\p{Script=Han}/u.test(message) ? message : code === 'invalid_type' ? '缺少或类型不对' : '不正确';
	return `${place.replace(/^\./, '') || '整个文件'}：${words}。`;
}

function mustFitGrid({ anchors, locks = [] }: Brief, grid: Grid): void {
	const width = spanUnits(grid, grid.cols);
	const isInside = ({ x, y, w, h }: Rect) => x + w <= width && y + h <= grid.lines;
	const fixed = [...anchors.map((anchor, i) => [`anchors[${i}]`, anchor] as const), ...framesOf(locks)];
	for (const [place, box] of fixed) {
		if (!isInside(box)) {
			throw new Refusal('invalid', `${place}：超出版心（宽 ${width} 个半字，高 ${grid.lines} 行）。`);
		}
	}
}

function framesOf(locks: NonNullable<Brief['locks']>): (readonly [string, Rect])[] {
	return locks.flatMap((lock, i) => (lock.kind === 'frame' ? [[`locks[${i}]`, lock] as const] : []));
}

function mustBeApart({ anchors, locks = [] }: Brief): void {
	const fixed = [...anchors.map((anchor, i) => [`anchors[${i}]`, anchor] as const), ...framesOf(locks)];
	for (const [i, [place, box]] of fixed.entries()) {
		const other = fixed.slice(0, i).find(([, before]) => overlap(before, box));
		if (other) throw new Refusal('invalid', `${place} 与 ${other[0]} 重叠。`);
	}
}

function overlap(a: Rect, b: Rect): boolean {
	return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** Ids are told apart, no story is empty, locks name stories, and the whole is no longer than a page could ever be. */
function mustBeSound({ stories, locks = [] }: Brief): void {
	const seen = new Set<string>();
	for (const [i, { id, blocks, figures }] of stories.entries()) {
		if (blocks.length === 0 && figures.length === 0)
			throw new Refusal('invalid', `stories[${i}]：没有正文，也没有图片。`);
		for (const each of [id, ...figures.map((figure) => figure.id)]) {
			if (seen.has(each)) throw new Refusal('invalid', `stories[${i}]：编号 ${each} 用了两次。`);
			seen.add(each);
		}
	}
	const characters = stories.flatMap(({ blocks }) => blocks).reduce((sum, { text }) => sum + text.length, 0);
	if (characters > most.characters) {
		throw new Refusal('too-large', `稿件共 ${characters} 字，一个版最多收 ${most.characters} 字。`);
	}
	const unknown = locks.findIndex(({ story }) => !stories.some(({ id }) => id === story));
	if (unknown >= 0) throw new Refusal('invalid', `locks[${unknown}]：没有编号为 ${locks[unknown]?.story} 的稿件。`);
}
