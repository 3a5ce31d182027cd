import type { Sheet } from '@/lib/makeup/sheet';

/** Rules of make-up that a page may break, as they are called. */
export const tabooNames: Record<string, string> = {
	T1: '碰题',
	T2: '断版、通线',
	T3: '叠题',
	T4: '背题',
	T5: '孤行、孤字',
	T6: '倒序',
	T7: '倒挂',
	T8: '题文失衡',
	T9: '图片碰边',
	T10: '灰版',
	T11: '天窗、压版',
};

/** Where a taboo is, its stories named as `nameOf` says. */
export function tabooPlace(at: string, nameOf: (story: string) => string | undefined): string {
	return at
		.split(' ')
		.map((word) => nameOf(word) ?? word)
		.join(' ');
}

/** Stories by their number in reading order, as on the page: 第 2 篇. */
export function numbersOf(sheet: Sheet): Map<string, string> {
	return new Map(sheet.blocks.map(({ story, order }) => [story, `第 ${order + 1} 篇`]));
}
