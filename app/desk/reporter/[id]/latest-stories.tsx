import Link from 'next/link';
import { Cell, HeadCell, Table } from '@/components/ui/table';
import type { PublishedStory } from '@/lib/reporter/read';
import { pageLabel } from '@/lib/time';
import styles from '../../user/person.module.css';

export function LatestStories({ stories }: { stories: readonly PublishedStory[] }) {
	if (stories.length === 0) return <p className={styles.note}>还没有见报的稿件。</p>;
	return (
		<Table caption="最近见报的稿件，新的在前">
			<thead>
				<tr>
					<HeadCell>标题</HeadCell>
					<HeadCell>日期</HeadCell>
					<HeadCell look="minor">版面</HeadCell>
					<HeadCell look="number">字数</HeadCell>
				</tr>
			</thead>
			<tbody>
				{stories.map((story) => (
					<tr key={story.articleId}>
						<Cell>
							<Link href={`/desk/article/${story.articleId}`} prefetch={false} className={styles.name}>
								{story.headline.replaceAll('\n', ' ')}
							</Link>
						</Cell>
						<Cell className={styles.state}>{story.date}</Cell>
						<Cell look="minor">
							{story.pageNo > 0 && pageLabel(story.pageNo)} {story.pageName}
						</Cell>
						<Cell look="number">{story.words > 0 ? story.words : '图片'}</Cell>
					</tr>
				))}
			</tbody>
		</Table>
	);
}
