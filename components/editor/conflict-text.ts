import { amendmentCauseNames, amendmentNames, bylineRoleNames } from '@/lib/article/article';
import { type Block, blockTexts } from '@/lib/article/body';
import type { ContentField } from '@/lib/article/merge';
import type { Amendment, ArticleContent } from '@/lib/article/schema';
import type { Choices } from './choices';

export const fieldNames: Record<ContentField, string> = {
	kicker: '引题',
	headline: '主题',
	deck: '副题',
	dateline: '电头',
	columnId: '栏目',
	seriesId: '主题横幅',
	tagIds: '标签',
	bylines: '署名',
	webTitle: '网页标题',
	feedTitle: '订阅标题',
	wechatTitle: '微信标题',
	amendment: '更正说明',
};

/** A field of the head as a person reads it. */
export function fieldText(field: ContentField, content: ArticleContent, { columns, series, tags }: Choices): string {
	const nameOf = (choices: Choices['tags'], id: string | null) =>
		choices.find((choice) => choice.id === id)?.name ?? '';
	switch (field) {
		case 'columnId':
			return nameOf(columns, content.columnId);
		case 'seriesId':
			return nameOf(series, content.seriesId);
		case 'tagIds':
			return content.tagIds.map((id) => nameOf(tags, id)).join('、');
		case 'bylines':
			return content.bylines
				.map(({ role, name, office }) => [bylineRoleNames[role], office, name].filter(Boolean).join(' '))
				.join('\n');
		case 'amendment':
			return content.amendment ? amendmentText(content.amendment) : '';
		default:
			return content[field];
	}
}

function amendmentText({ kind, wrong, right, foundBy, cause, note }: Amendment): string {
	const parts = [
		['原文', wrong],
		['应为', right],
		['发现人', foundBy],
		['原因', amendmentCauseNames[cause]],
		['说明', note],
	];
	const lines = parts.filter(([, text]) => text).map(([name, text]) => `${name}：${text}`);
	return [`【${amendmentNames[kind]}】`, ...lines].join('\n');
}

const blockNames: Partial<Record<Block['type'], string>> = {
	subhead: '小标题',
	question: '问',
	answer: '答',
	pullQuote: '引语',
	figure: '图片',
	gallery: '组图',
	factBox: '资料框',
	embed: '音频视频',
	table: '表格',
	divider: '分隔',
};

/** Blocks as text, each with its name where it is not plain text. */
export function stretchText(blocks: readonly Block[]): string {
	return blocks
		.map((block) => {
			const name = blockNames[block.type];
			const text = blockTexts(block).join('\n');
			return name ? `【${name}】${text}` : text;
		})
		.join('\n');
}
