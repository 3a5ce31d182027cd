import type { StoryRow } from '@/lib/article/published';

type Placed = Pick<StoryRow, 'id' | 'date' | 'pageNo' | 'pageName'>;

/** Where a story stands: its page as a link to its place there, or 网络版 where it has no page yet. */
export function StoryPlace({ row }: { row: Placed }) {
	if (row.pageNo === 0) return <span>{row.pageName}</span>;
	return (
		<a href={placeHref(row)}>
			第{String(row.pageNo).padStart(2, '0')}版：{row.pageName}
		</a>
	);
}

/** The address of a story's place on its page. */
export function placeHref({ id, date, pageNo }: Placed): string {
	return `/paper/${date}/${pageNo}#story-${id}`;
}
