import { z } from 'zod';
import { Body, bodyLimits } from './body';
import { Tab } from './lock/schema';

const id = z.string().min(1).max(40);
/** A head field: trimmed rows, at most `rows` of them; line feeds are the writer's forced breaks. */
const headField = (name: string, max: number, rows: number) =>
	z
		.string()
		.max(2000)
		.transform((text) =>
			text
				.split('\n')
				.map((row) => row.trim())
				.filter(Boolean)
				.join('\n'),
		)
		.refine((text) => [...text].length <= max, `${name}最长 ${max} 字`)
		.refine((text) => text.split('\n').length <= rows, `${name}最多 ${rows} 行`);

/** A title on one line, counted in characters (code points), as WeChat and feed readers count. */
const titleField = (name: string, max: number) =>
	z
		.string()
		.max(2000)
		.transform((text) => text.replace(/\s+/g, ' ').trim())
		.refine((text) => [...text].length <= max, `${name}最长 ${max} 字`);

/** The most characters of each title that stands outside the printed page; none of them must be given. */
export const titleLimits = { webTitle: 80, feedTitle: 80, wechatTitle: 32 };

export const amendmentCauses = ['reporting', 'editing', 'proofing', 'layout', 'source', 'other'] as const;

/**
 * What a correction or an update says of itself. Parts may still be empty while it is written: whether it is whole
 * is asked when it is submitted.
 */
export const Amendment = z.strictObject({
	kind: z.enum(['correction', 'update']),
	wrong: z.string().trim().max(300, '错在何处最长 300 字').default(''),
	right: z.string().trim().max(300, '正确内容最长 300 字').default(''),
	foundBy: z.string().trim().max(60, '发现人最长 60 字').default(''),
	cause: z.enum(amendmentCauses),
	/** The sentence that readers see. */
	note: z.string().trim().max(300, '更正说明最长 300 字').default(''),
});
export type Amendment = z.infer<typeof Amendment>;

export const BylineInput = z.strictObject({
	role: z.enum(['reporter', 'correspondent', 'photographer', 'author', 'editor']),
	name: z.string().trim().min(1, '署名不能为空').max(30, '署名最长 30 字'),
	office: z.string().trim().max(60, '职务最长 60 字').default(''),
	reporterId: id.nullable().default(null),
});

/** Everything a writer can change of an article: one revision's content. */
export const ArticleContent = z.strictObject({
	kicker: headField('引题', 80, 2).default(''),
	headline: headField('主题', 80, 3).default(''),
	deck: headField('副题', 120, 3).default(''),
	dateline: z.string().trim().max(120, '电头最长 120 字').default(''),
	columnId: id.nullable().default(null),
	seriesId: id.nullable().default(null),
	tagIds: z.array(id).max(12, '标签最多 12 个').default([]),
	bylines: z.array(BylineInput).max(20, '署名最多 20 人').default([]),
	webTitle: titleField('网页标题', titleLimits.webTitle).default(''),
	feedTitle: titleField('订阅标题', titleLimits.feedTitle).default(''),
	wechatTitle: titleField('微信标题', titleLimits.wechatTitle).default(''),
	amendment: Amendment.nullable().default(null),
	body: Body,
});
export type ArticleContent = z.infer<typeof ArticleContent>;
export type BylineInput = z.infer<typeof BylineInput>;

/** Made by the client for each content it wants saved; a retry carries the same one. */
const requestId = z.uuid();
const revision = z.number().int().min(1);

export const CreateArticleInput = z.strictObject({ requestId, content: ArticleContent.optional() });
export const SaveArticleInput = z.strictObject({
	id,
	baseRevision: revision,
	requestId,
	content: ArticleContent,
	/** The page in which it was written (lib/article/lock); none where no page did. */
	tab: Tab.optional(),
});
export type CreateArticleInput = z.infer<typeof CreateArticleInput>;
export type SaveArticleInput = z.infer<typeof SaveArticleInput>;

/** The largest request that may carry an article, in bytes. */
export const maxArticleBytes = bodyLimits.bytes;

export const pageSize = 50;
const optionalId = z.string().max(40).optional().catch(undefined);

/** The story list's filters as they stand in its URL; what does not parse is left out. */
export const ArticleListFilters = z.object({
	state: z
		.enum([
			'draft',
			'submitted',
			'first_review',
			'second_review',
			'final_review',
			'held',
			'returned',
			'signed_off',
			'placed',
			'locked',
			'published',
			'corrected',
			'withdrawn',
			'spiked',
		])
		.optional()
		.catch(undefined),
	column: optionalId,
	reporter: optionalId,
	edition: optionalId,
	mine: z.literal('1').optional().catch(undefined),
	q: z.string().trim().max(60).optional().catch(undefined),
	sort: z.enum(['updated', 'created', 'words', 'headline']).optional().catch(undefined),
	order: z.enum(['asc', 'desc']).optional().catch(undefined),
	page: z.coerce.number().int().min(1).max(2000).optional().catch(undefined),
});
export type ArticleListFilters = z.infer<typeof ArticleListFilters>;
