interface Compared {
	id: string;
	from?: number | undefined;
	to?: number | undefined;
	isSideBySide?: boolean | undefined;
}

/** Where two revisions of an article are laid against each other; without `to` the present one. */
export function compareHref({ id, from, to, isSideBySide }: Compared): string {
	const query = new URLSearchParams();
	if (from !== undefined) query.set('from', String(from));
	if (to !== undefined) query.set('to', String(to));
	if (isSideBySide) query.set('view', 'side');
	return `/desk/article/${id}/history${query.size > 0 ? `?${query}` : ''}`;
}
