import { blockClass } from '@/components/sheet/sheet-css';
import { oneLine } from '@/lib/article/article';
import type { PublishedPage } from '@/lib/edition/published';
import { Clauses } from './inline';
import { storiesInOrder } from './page-text';

/** Class of the title of the block at an index of the sheet. */
export function titleClass(index: number): string {
	return `of-${blockClass(index)}`;
}

interface PageTitlesProps {
	page: PublishedPage;
	/** Whether the page itself stands beside them: then each shows the other. */
	paired?: boolean;
}

/** The titles of one page in reading order, as the makeup ranks them. */
export function PageTitles({ page, paired = false }: PageTitlesProps) {
	const order = page.sheet.blocks.map((block) => block.story);
	const stories = storiesInOrder(page);
	return (
		<ol className="titles">
			{stories.map((story, index) => (
				<li
					key={story.id}
					className={`title-rank${story.priority}${paired ? ` ${titleClass(order.indexOf(story.id))}` : ''}`}
				>
					{isNews(story.column, stories[index - 1]?.column, page.name) && (
						<span className="titles-column">{story.column}</span>
					)}
					<a href={`/article/${story.id}`}>
						{story.kicker && <span className="titles-kicker">{oneLine(story.kicker)}</span>}
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
