import { z } from 'zod';
import { isoToDate } from '@/lib/time';

const id = z.string().min(1).max(40);
const title = z.string().trim().min(2, '请写全职务，如：青禾镇党委书记').max(60, '职务最长 60 字');
const name = z
	.string()
	.transform((text) => text.replace(/\s+/g, ''))
	.refine((text) => [...text].length >= 2, '请填写姓名')
	.refine((text) => [...text].length <= 20, '姓名最长 20 字');
/** A day, or empty where it is not known. */
const day = z
	.string()
	.trim()
	.refine((iso) => iso === '' || isoToDate(iso) !== undefined, '请写成 2026-11-22 的样子，不知道就空着');
const note = z.string().trim().max(120, '备注最长 120 字').default('');

const span = { title, from: day.default(''), to: day.default('') };
const inOrder = ({ from, to }: { from: string; to: string }) => from === '' || to === '' || from <= to;
const order = { message: '任期的起日在止日之后', path: ['to'] };

export const AddPersonInput = z.strictObject({ name, note, ...span }).refine(inOrder, order);
export type AddPersonInput = z.infer<typeof AddPersonInput>;

export const AddTitleInput = z.strictObject({ personId: id, ...span }).refine(inOrder, order);
export type AddTitleInput = z.infer<typeof AddTitleInput>;

/** Confirms a title that was read, or changes one: its words and days. */
export const TitleSpanInput = z.strictObject({ id, ...span }).refine(inOrder, order);
export type TitleSpanInput = z.infer<typeof TitleSpanInput>;

export const TitleInput = z.strictObject({ id });
export type TitleInput = z.infer<typeof TitleInput>;

export const PersonInput = z.strictObject({ id });
export type PersonInput = z.infer<typeof PersonInput>;

/** 合并: all titles of one go to the other; the one leaves the ledger. */
export const MergeInput = z.strictObject({ id, into: id }).refine(({ id, into }) => id !== into, '不能和自己合并');
export type MergeInput = z.infer<typeof MergeInput>;

export const ledgerPageSize = 50;

export const LedgerFilters = z.object({
	tab: z.enum(['proposed', 'used', 'all']).catch('proposed'),
	q: z.string().trim().max(40).catch(''),
	page: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type LedgerFilters = z.infer<typeof LedgerFilters>;
