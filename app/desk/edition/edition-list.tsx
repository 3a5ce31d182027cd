import Link from 'next/link';
import { Cell, HeadCell, Table } from '@/components/ui/table';
import { editionState, editionStateNames } from '@/lib/edition/edition';
import type { EditionRow } from '@/lib/edition/read';
import { dayAndTime, dayOf, type IsoDate, weekday } from '@/lib/time';
import styles from './edition-list.module.css';

/** Editions by month, the latest first. */
export function EditionList({ editions }: { editions: readonly EditionRow[] }) {
	const today = dayOf(new Date());
	return byMonth(editions).map(([month, rows]) => (
		<section key={month} className={styles.month} aria-labelledby={`month-${month}`}>
			<h2 id={`month-${month}`} className={styles.name}>
				{`${month.slice(0, 4)}年${Number(month.slice(5))}月`}
			</h2>
			<Table caption={`${month} 的期次`}>
				<thead>
					<tr>
						<HeadCell>日期</HeadCell>
						<HeadCell>状态</HeadCell>
						<HeadCell>版面和稿件</HeadCell>
						<HeadCell look="number">总期号</HeadCell>
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<Row key={row.id} row={row} today={today} />
					))}
				</tbody>
			</Table>
		</section>
	));
}

function Row({ row, today }: { row: EditionRow; today: IsoDate }) {
	const stories = row.pages.reduce((sum, page) => sum + page.stories, 0);
	const state = editionState(row);
	return (
		<tr className={state === 'retired' ? styles.retired : undefined}>
			<Cell>
				<Link href={`/desk/edition/${row.date}`} prefetch={false} data-row-link="" className={styles.date}>
					{Number(row.date.slice(8))}日 <span className={styles.weekday}>{weekday(row.date)}</span>
					{row.date === today && <span className={styles.today}>今天</span>}
				</Link>
			</Cell>
			<Cell className={styles.state} title={row.publishedAt ? dayAndTime(row.publishedAt) : undefined}>
				<span className={styles[state]}>{editionStateNames[state]}</span>
			</Cell>
			<Cell className={styles.pages}>
				{row.pages.length} 版 {stories} 篇
				<span className={styles.each}>{row.pages.map((page) => `${page.name} ${page.stories}`).join(' · ')}</span>
			</Cell>
			<Cell look="number">{row.issueNo}</Cell>
		</tr>
	);
}

function byMonth(editions: readonly EditionRow[]): [string, EditionRow[]][] {
	const months = new Map<string, EditionRow[]>();
	for (const edition of editions) {
		const month = edition.date.slice(0, 7);
		months.set(month, [...(months.get(month) ?? []), edition]);
	}
	return [...months];
}
