import type { PublishedPage } from '@/lib/edition/published';
import { pageLabel } from '@/lib/time';
import { PageMap } from './page-map';

/** The pages of the edition as maps of themselves. */
export function PageList({ pages, current }: { pages: readonly PublishedPage[]; current?: number }) {
	return (
		<ol className="pages">
			{pages.map((page) => (
				<li key={page.no}>
					<a href={`/paper/${page.date}/${page.no}`} aria-current={page.no === current ? 'page' : undefined}>
						<PageMap page={page} />
						<span>
							{pageLabel(page.no)} {page.name}
						</span>
					</a>
				</li>
			))}
		</ol>
	);
}
