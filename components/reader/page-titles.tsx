import { isFiller } from '@/lib/edition/design/filler';
import type { PublishedPage } from '@/lib/edition/published';
import { Clauses } from './inline';

/** The titles of one page in reading order, as the makeup ranks them. */
export function PageTitles({ page }: { page: PublishedPage }) {
	const order = page.sheet.blocks.map((block) => block.story);
	const articles = page.brief.stories.filter(({ id }) => !isFiller(id));
	const stories = articles.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
	return (
		<ol className="titles">
			{stories.map((story, index) => (
				<li key={story.id} className={`title-rank${story.priority}`}>
					{isNews(story.column, stories[index - 1]?.column, page.name) && (
						<span className="titles-column">{story.column}</span>
					)}
					<a href={`/article/${story.id}`}>
						{story.kicker && <span className="titles-kicker">{story.kicker.replace(/\n/g, ' ')}</span>}
						<span className="titles-head">
							<Clauses text={story.headline} />
						</span>
					</a>
				</li>
			))}
		</ol>
	);
}

/** A column is named where it says more than the page's name and the line above. */
function isNews(column: string | undefined, above: string | undefined, page: string): boolean {
	return column !== undefined && column !== above && !column.includes(page);
}
