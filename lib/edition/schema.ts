import { z } from 'zod';
import { isoToDate } from '@/lib/time';

const id = z.string().min(1).max(40);
const date = z.string().refine((text) => isoToDate(text) !== undefined, '日期不正确，应如 2026-11-22');
const pageName = z.string().trim().min(1, '请填写版名').max(12, '版名最长 12 字');
const credit = z.string().trim().max(30, '最长 30 字').default('');

/** 责任编辑 版式 校对, as they print at the foot of the page. */
export const PageCredits = z.object({ editor: credit, layout: credit, proof: credit });
export type PageCredits = z.infer<typeof PageCredits>;

export const CreateEditionInput = z.strictObject({
	date,
	/** 总期号; one more than the latest where it is left out. */
	issueNo: z.number().int().min(1).max(9_999_999).optional(),
	pages: z.array(pageName).min(1, '至少一个版').max(64, '最多 64 个版'),
});
export type CreateEditionInput = z.infer<typeof CreateEditionInput>;

export const EditionInput = z.strictObject({ id });
export type EditionInput = z.infer<typeof EditionInput>;

export const UpdateEditionInput = z.strictObject({ id, date, issueNo: z.number().int().min(1).max(9_999_999) });
export type UpdateEditionInput = z.infer<typeof UpdateEditionInput>;

export const CreatePageInput = z.strictObject({ editionId: id, name: pageName });
export type CreatePageInput = z.infer<typeof CreatePageInput>;

const sectionName = z.string().trim().max(12, '版组最长 12 字');
const moment = z.coerce.date('时间不正确').nullable();

export const UpdatePageInput = z.strictObject({
	id,
	name: pageName,
	credits: PageCredits,
	section: sectionName.optional(),
	deadline: moment.optional(),
	/** As the form showed it: what somebody else has changed since is not written over. */
	seen: z.strictObject({ name: z.string(), section: z.string(), deadline: moment }).optional(),
});
export type UpdatePageInput = z.infer<typeof UpdatePageInput>;

export const PageInput = z.strictObject({ id });
export type PageInput = z.infer<typeof PageInput>;

export const MovePageInput = z.strictObject({ id, to: z.enum(['up', 'down']) });
export type MovePageInput = z.infer<typeof MovePageInput>;

export const Priority = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Priority = z.infer<typeof Priority>;

/** With a slot the story takes its rank. */
export const PlaceInput = z.strictObject({
	articleId: id,
	pageId: id,
	slotId: id.optional(),
	priority: Priority.default(3),
});
export type PlaceInput = z.infer<typeof PlaceInput>;

export const UnplaceInput = z.strictObject({ articleId: id, pageId: id });
export type UnplaceInput = z.infer<typeof UnplaceInput>;

export const ChangePlacementInput = z.strictObject({
	articleId: id,
	pageId: id,
	priority: Priority.optional(),
	to: z.enum(['up', 'down']).optional(),
});
export type ChangePlacementInput = z.infer<typeof ChangePlacementInput>;

/** To a slot of the page, or behind the stories there, with this rank or the one that it has. */
export const MovePlacementInput = z.strictObject({
	articleId: id,
	pageId: id,
	toPageId: id,
	toSlotId: id.optional(),
	priority: Priority.optional(),
});
export type MovePlacementInput = z.infer<typeof MovePlacementInput>;

/** 定时上网; null takes the order back. */
export const TimeArticleInput = z.strictObject({ id: z.string().min(1).max(40), publishAt: moment });
export type TimeArticleInput = z.infer<typeof TimeArticleInput>;

/** 定时出版 */
export const TimeEditionInput = z.strictObject({ id: z.string().min(1).max(40), publishAt: moment });
export type TimeEditionInput = z.infer<typeof TimeEditionInput>;
