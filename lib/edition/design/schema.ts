import { z } from 'zod';

const id = z.string().min(1).max(60);
const whole = (most: number) => z.number().int().min(0).max(most);
const share = z.number().min(0).max(1);
const basicColumns = z.number().int().min(1).max(16);

/** 广告: columns across, lines down, from a basic column and a line. */
export const AdPlace = z.strictObject({
	id,
	label: z.string().trim().min(1, '请写明刊登什么').max(20, '最长 20 字'),
	col: whole(15),
	y: whole(200),
	cols: z.number().int().min(1, '至少 1 栏').max(16, '太宽了'),
	lines: z.number().int().min(3, '至少 3 行').max(200, '太高了'),
});
export type AdPlace = z.infer<typeof AdPlace>;

/** 补白: a small story of the house that is no article. */
export const Filler = z.strictObject({
	id: z.string().regex(/^filler-[a-z0-9-]{1,40}$/),
	headline: z.string().trim().min(1, '请写标题').max(40, '标题最长 40 字'),
	text: z.string().trim().min(1, '请写正文').max(1000, '正文最长 1000 字'),
});
export type Filler = z.infer<typeof Filler>;

const frame = z.strictObject({
	x: whole(500),
	y: whole(300),
	w: whole(500),
	h: whole(300),
	step: z.strictObject({ cols: whole(16), left: whole(300), right: whole(300) }).optional(),
});

/** What the editor has decided of one story. */
export const StoryDesign = z.strictObject({
	/** 锁定: where it stands. */
	frame: frame.optional(),
	/** Basic columns. */
	span: basicColumns.optional(),
	/** Size of the headline in points. */
	pt: z.number().min(9).max(72).optional(),
	relation: z.enum(['top', 'left', 'vertical']).optional(),
	/** Whether it is framed, whatever the brief says. */
	boxed: z.boolean().optional(),
	/** The headline with its forced breaks; without meaning once its words have changed. */
	headline: z.string().min(1).max(200).optional(),
	/** Pictures that are not printed. */
	hidden: z.array(id).max(20).optional(),
	/** Pictures in the order of their weight. */
	order: z.array(id).max(20).optional(),
	/** What a crop keeps in view, by picture. */
	focus: z.record(id, z.strictObject({ x: share, y: share })).optional(),
	/** 转版: blocks that stay, and the page of the rest. */
	jump: z.strictObject({ kept: z.number().int().min(1).max(1000), to: id }).optional(),
});
export type StoryDesign = z.infer<typeof StoryDesign>;

/** All that has been decided on a page; what it says of stories that are gone means nothing. */
export const Design = z.strictObject({
	version: z.literal(1),
	stories: z.record(id, StoryDesign),
	ads: z.array(AdPlace).max(20),
	fillers: z.array(Filler).max(20),
});
export type Design = z.infer<typeof Design>;

const priority = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
/** What was before, and the headline of what is not on the page: filled in by the server. */
const before = { was: priority.optional(), slotId: id.optional(), title: z.string().max(200).optional() };

/** 组版步骤: one act of make-up as a small patch. Null takes a decision back. */
export const PageOp = z.discriminatedUnion('kind', [
	/** 组版 from what is locked: the run of that seed, its page of that number, the last one without. */
	z.strictObject({ kind: z.literal('compose'), seed: z.number().int().min(1).max(99), piece: whole(200).optional() }),
	/** 版式模板: another page's frames, by rank. */
	z.strictObject({ kind: z.literal('template'), versionId: id }),
	z.strictObject({ kind: z.literal('swap'), story: id, other: id }),
	/** Its right edge to a half-em, its foot to a line. */
	z.strictObject({ kind: z.literal('divider'), story: id, edge: z.enum(['right', 'foot']), to: whole(500) }),
	/** To one of its stops, in basic columns and lines. */
	z.strictObject({ kind: z.literal('resize'), story: id, cols: basicColumns, lines: z.number().int().min(1).max(200) }),
	z.strictObject({ kind: z.literal('lock'), story: id, on: z.boolean() }),
	z.strictObject({ kind: z.literal('span'), story: id, cols: basicColumns.nullable() }),
	z.strictObject({ kind: z.literal('size'), story: id, pt: z.number().min(9).max(72).nullable() }),
	z.strictObject({
		kind: z.literal('relation'),
		story: id,
		relation: z.enum(['top', 'left', 'vertical']).nullable(),
	}),
	z.strictObject({ kind: z.literal('box'), story: id, on: z.boolean() }),
	z.strictObject({ kind: z.literal('rows'), story: id, headline: z.string().trim().min(1).max(200).nullable() }),
	z.strictObject({ kind: z.literal('hide'), story: id, figures: z.array(id).min(1).max(20), on: z.boolean() }),
	z.strictObject({ kind: z.literal('order'), story: id, figures: z.array(id).min(1).max(20) }),
	z.strictObject({
		kind: z.literal('focus'),
		story: id,
		figure: id,
		point: z.strictObject({ x: share, y: share }).nullable(),
	}),
	z.strictObject({ kind: z.literal('ad'), ad: AdPlace }),
	z.strictObject({ kind: z.literal('removeAd'), id }),
	z.strictObject({ kind: z.literal('filler'), filler: Filler }),
	z.strictObject({ kind: z.literal('removeFiller'), id }),
	/** 上稿 撤稿 级别: acts on the plan, done and undone with the step. */
	z.strictObject({ kind: z.literal('place'), story: id, priority, ...before }),
	z.strictObject({ kind: z.literal('unplace'), story: id, ...before }),
	z.strictObject({ kind: z.literal('rank'), story: id, priority, ...before }),
	/** To the page of that id. */
	z.strictObject({ kind: z.literal('jump'), story: id, to: id.nullable() }),
]);
export type PageOp = z.infer<typeof PageOp>;
/** Acts on what stands on the page; the others are on how it stands there. */
export type PlacingOp = Extract<PageOp, { kind: 'place' | 'unplace' | 'rank' }>;
/** Acts that the engine does. */
export type MakeupOp = Exclude<PageOp, PlacingOp | { kind: 'compose' }>;

const step = z.number().int().min(0).max(100_000);
/** The step that the screen shows, and which one of that number it is: numbers are taken again after 撤销. */
const seen = { base: step, stamp: z.string().max(40).optional() };

/** What a page's screen asks for: an act on the step that it shows, or another step. */
export const StepInput = z.union([z.strictObject({ ...seen, op: PageOp }), z.strictObject({ ...seen, to: step })]);
export type StepInput = z.infer<typeof StepInput>;

export const ComposeInput = z.strictObject({
	base: step,
	/** Several: alternatives to choose from. */
	seeds: z.array(z.number().int().min(1).max(99)).min(1).max(6),
});
export type ComposeInput = z.infer<typeof ComposeInput>;
