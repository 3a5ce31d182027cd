import type { Priority } from '@/lib/makeup/sheet';

/** What a story's rank on its page is called. */
export const priorityNames: Record<Priority, string> = { 1: '头条', 2: '重要', 3: '一般', 4: '简讯' };

export const priorities: readonly Priority[] = [1, 2, 3, 4];

/** Where an edition is on its way: planned and filled, out, or given up 停用. */
export type EditionState = 'open' | 'published' | 'retired';

export const editionStateNames: Record<EditionState, string> = {
	open: '组版中',
	published: '已出版',
	retired: '已停用',
};

export function editionState(edition: { publishedAt: Date | null; retiredAt: Date | null }): EditionState {
	if (edition.publishedAt) return 'published';
	return edition.retiredAt ? 'retired' : 'open';
}

/** Page 0: what is online and stands on no page. */
export const webPageName = '网络版';
