import type { PublishedPage } from '@/lib/edition/published';
import type { PagePicture } from '@/lib/site/page-file/picture-address';
import { pageLabel } from '@/lib/time';
import { PageMap } from './page-map';

interface PageListProps {
	pages: readonly PublishedPage[];
	/** By page number; a page without one is drawn as a map of itself. */
	pictures: ReadonlyMap<number, PagePicture>;
	current?: number;
}

/** The pages of the edition as small pictures of themselves. */
export function PageList({ pages, pictures, current }: PageListProps) {
	return (
		<ol className="pages">
			{pages.map((page) => {
				const picture = pictures.get(page.no);
				return (
					<li key={page.no}>
						<a href={`/paper/${page.date}/${page.no}`} aria-current={page.no === current ? 'page' : undefined}>
							{picture ? (
								// biome-ignore lint/performance/noImgElement: small, in its final size, lazy; the reader has no framework.
								<img
									className="page-picture"
									{...picture}
									alt={`${page.name}版的样子`}
									loading="lazy"
									decoding="async"
								/>
							) : (
								<PageMap page={page} />
							)}
							<span>
								{pageLabel(page.no)} {page.name}
							</span>
						</a>
					</li>
				);
			})}
		</ol>
	);
}
