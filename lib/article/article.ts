import type { AmendmentKind, ArticleState, BylineRole } from '@/generated/prisma/enums';
import type { Amendment } from './schema';

/** What each state is called on the desk. */
export const stateNames: Record<ArticleState, string> = {
	draft: '草稿',
	submitted: '待初审',
	first_review: '初审中',
	second_review: '待复审',
	final_review: '待终审',
	signed_off: '已签发',
	placed: '已上版',
	locked: '已付印',
	published: '已刊发',
	corrected: '已更正',
	withdrawn: '已撤稿',
	returned: '退稿',
	held: '缓发',
	spiked: '弃用',
};

export const bylineRoleNames: Record<BylineRole, string> = {
	reporter: '记者',
	correspondent: '通讯员',
	photographer: '摄影',
	author: '作者',
	editor: '编辑',
};

/** What a correction and an update are called, and what is recorded as the cause. */
export const amendmentNames: Record<AmendmentKind, string> = { correction: '更正', update: '更新', withdrawal: '撤稿' };
export const amendmentCauseNames: Record<Amendment['cause'], string> = {
	reporting: '采访',
	editing: '编辑',
	proofing: '校对',
	layout: '组版',
	source: '来源有误',
	other: '其他',
};

/** A headline on one line, for lists: forced breaks become a space between Han rows. */
export function oneLine(head: string): string {
	return head.replace(/\s*\n\s*/g, ' ');
}

/** How an article without a headline is called in lists and in the record. */
export function titleOf(headline: string): string {
	return oneLine(headline) || '（无标题）';
}

/** What still keeps an article from being sent for review, as sentences; empty when it is ready. */
export function missingForReview(content: { headline: string; text: string }): string[] {
	const missing: string[] = [];
	if (content.headline.trim() === '') missing.push('还没有主题（标题）');
	if (content.text.trim() === '') missing.push('正文还是空的');
	return missing;
}
