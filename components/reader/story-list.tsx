import type { StoryRow } from '@/lib/article/published';
import { chineseDate } from '@/lib/time';
import { Clauses, Lines } from './inline';
import { StoryPlace } from './story-place';

interface StoryListProps {
	rows: readonly StoryRow[];
	/** Names of columns by id, where stories of several stand together. */
	columns?: ReadonlyMap<string, string>;
	/** Of the titles: one below the heading above the list. */
	level: 2 | 3;
}

/** Titles and where they stand, latest first; the day is said once. */
export function StoryList({ rows, columns, level }: StoryListProps) {
	const Title: 'h2' | 'h3' = `h${level}`;
	return (
		<ol className="stories">
			{rows.map((row, index) => (
				<li key={row.id}>
					<time dateTime={row.date} className={rows[index - 1]?.date === row.date ? 'again' : undefined}>
						{chineseDate(row.date)}
					</time>
					<Title className="stories-head">
						{row.kicker && (
							<span className="stories-kicker">
								<Lines text={row.kicker} />
							</span>
						)}
						<a href={`/article/${row.id}`}>
							<Clauses text={row.headline} />
						</a>
					</Title>
					<p className="stories-place">
						{columns && row.columnId && columns.has(row.columnId) && <span>{columns.get(row.columnId)}</span>}
						<StoryPlace row={row} />
					</p>
				</li>
			))}
		</ol>
	);
}
