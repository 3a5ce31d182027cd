import { z } from 'zod';

const id = z.string().min(1).max(40);
const number = z.number().int().min(1).max(100_000);
const said = (max: number) => z.string().trim().max(max, `最长 ${max} 字`);

/** 出样; `latest` is the number of the newest version that the screen shows, 0 where there is none. */
export const PullInput = z.strictObject({ id, latest: z.number().int().min(0).max(100_000) });
export type PullInput = z.infer<typeof PullInput>;

const hash = z.string().regex(/^[0-9a-f]{64}$/, '校样的指纹不正确，请刷新后再签');

/** A signature on the version that was read, at its hash; `flag` is the reason where one person should not sign it. */
export const SignProofInput = z.strictObject({ id, number, hash, flag: said(200).optional() });
export type SignProofInput = z.infer<typeof SignProofInput>;

/** What of a page a mark stands on; `folio` is its furniture, `page` the whole. */
export const markPlaces = [
	'series',
	'column',
	'kicker',
	'headline',
	'deck',
	'byline',
	'body',
	'caption',
	'folio',
	'page',
] as const;
export type MarkPlace = (typeof markPlaces)[number];

export const markKinds = ['insert', 'delete', 'replace', 'transpose', 'query', 'layout'] as const;
export type MarkKind = (typeof markKinds)[number];

const frame = z.strictObject({
	x: z.number().int().min(0).max(500),
	y: z.number().int().min(0).max(300),
	w: z.number().int().min(1).max(500),
	h: z.number().int().min(1).max(300),
});

export const CreateMarkInput = z.strictObject({
	id,
	/** The version that was read. */
	number,
	kind: z.enum(markKinds, '请选一种校对符号'),
	articleId: id.nullable().default(null),
	place: z.enum(markPlaces),
	/** Of body text: index of the block on the page. */
	block: z.number().int().min(0).max(10_000).nullable().default(null),
	figureId: id.nullable().default(null),
	/** Offset into the normalised text of the place; of an insertion where it is to stand. */
	position: z.number().int().min(0).max(1_000_000).default(0),
	exact: z.string().max(1000, '选中的文字最长 1000 字，请选短一些').default(''),
	/** Of a layout mark on the page: what it is about, in half-ems and lines; null for all of it. */
	box: frame.nullable().default(null),
	right: z.string().max(1000, '最长 1000 字').default(''),
	note: said(300).default(''),
});
export type CreateMarkInput = z.infer<typeof CreateMarkInput>;

export const RemoveMarkInput = z.strictObject({ id });
export type RemoveMarkInput = z.infer<typeof RemoveMarkInput>;

/** `open` takes back what was said of it. */
export const SettleMarkInput = z
	.strictObject({ id, state: z.enum(['open', 'done', 'refused']), reason: said(300).default('') })
	.refine(({ state, reason }) => state !== 'refused' || reason !== '', {
		path: ['reason'],
		message: '请写明为什么不改',
	});
export type SettleMarkInput = z.infer<typeof SettleMarkInput>;

/** 付印 of the clean proof that was seen; `whyHoles` is the reason where room is left white. */
export const LockInput = z.strictObject({ id, number, whyHoles: said(100).default('') });
export type LockInput = z.infer<typeof LockInput>;

export const UnlockInput = z.strictObject({
	id,
	to: z.enum(['clean_proof', 'making_up']),
	reason: said(300).min(1, '请写明为什么撤销付印'),
});
export type UnlockInput = z.infer<typeof UnlockInput>;
