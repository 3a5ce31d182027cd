/** How a story can be looked at before it is out. */
export const views = [
	{ name: 'web', title: '网页', keys: '1' },
	{ name: 'phone', title: '手机', keys: '2' },
	{ name: 'page', title: '版面', keys: '3' },
] as const;

export type ViewName = (typeof views)[number]['name'];

/** The view that an address asks for; the web page for anything else. */
export function viewOf(text: string | undefined): ViewName {
	return views.find(({ name }) => name === text)?.name ?? 'web';
}

export function viewHref(articleId: string, view: ViewName): string {
	return `/desk/article/${articleId}/preview${view === 'web' ? '' : `?view=${view}`}`;
}
