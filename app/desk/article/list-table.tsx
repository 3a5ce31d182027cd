import Link from 'next/link';
import { Age } from '@/components/desk/age';
import { StateMark } from '@/components/ui/state-mark';
import { Cell, HeadCell, SortHead, Table } from '@/components/ui/table';
import { titleOf } from '@/lib/article/article';
import type { ArticleRow } from '@/lib/article/list/read';
import type { ArticleListFilters } from '@/lib/article/schema';
import { dateToIso, dayOf, type IsoDate, monthDay } from '@/lib/time';
import styles from './list-table.module.css';
import { sortedBy, sortHref } from './list-url';

interface ListTableProps {
	rows: readonly ArticleRow[];
	filters: ArticleListFilters;
}

/** The stories, one a row. */
export function ListTable({ rows, filters }: ListTableProps) {
	const sort = (column: 'headline' | 'words' | 'updated') => ({
		sorted: sortedBy(filters, column),
		href: sortHref(filters, column),
	});
	const today = dayOf(new Date());
	return (
		<Table caption="稿件">
			<thead>
				<tr>
					<HeadCell>状态</HeadCell>
					<SortHead {...sort('headline')}>标题</SortHead>
					<HeadCell look="minor">栏目</HeadCell>
					<HeadCell look="minor">署名</HeadCell>
					<SortHead look="number" {...sort('words')}>
						字数
					</SortHead>
					<HeadCell look="minor">上版</HeadCell>
					<HeadCell look="detail">作者</HeadCell>
					<SortHead look="minor" {...sort('updated')}>
						更新
					</SortHead>
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<Row key={row.id} row={row} today={today} />
				))}
			</tbody>
		</Table>
	);
}

function Row({ row, today }: { row: ArticleRow; today: IsoDate }) {
	const places = row.places.map(({ date, pageNo }) => `${monthDay(dateToIso(date), today)} ${pageNo}版`).join('、');
	return (
		<tr>
			<Cell>
				<StateMark state={row.state} />
			</Cell>
			<Cell className={styles.headline}>
				<div className={styles.line}>
					<Link href={`/desk/article/${row.id}`} prefetch={false} data-row-link="" className={styles.link}>
						{titleOf(row.headline)}
					</Link>
					{row.hasUnpublishedChanges && <span className={styles.hint}>有未发布的修改</span>}
				</div>
				<p className={styles.narrow}>
					{[row.columnName, namesOf(row.bylines), places].filter(Boolean).join(' · ')} <Age at={row.updatedAt} />
				</p>
			</Cell>
			<Cell look="minor">{row.columnName}</Cell>
			<Cell look="minor" title={row.bylines.join('、')}>
				{namesOf(row.bylines)}
			</Cell>
			<Cell look="number">{row.words.toLocaleString('zh-CN')}</Cell>
			<Cell look="minor">{places}</Cell>
			<Cell look="detail">{row.authorName}</Cell>
			<Cell look="minor">
				<Age at={row.updatedAt} />
			</Cell>
		</tr>
	);
}

/** Two names in full; of more, the first and how many. */
function namesOf(names: readonly string[]): string {
	return names.length > 2 ? `${names[0]}等 ${names.length} 人` : names.join('、');
}
