import { Cell, HeadCell, Table } from '@/components/ui/table';
import type { ReporterOutput } from '@/lib/reporter/read';
import styles from '../../user/person.module.css';
import own from '../reporter.module.css';

const count = new Intl.NumberFormat('zh-CN');

/** Stories and 字 by month, newest first, and their sum. */
export function OutputTable({ months }: { months: ReporterOutput['months'] }) {
	if (months.length === 0) return <p className={styles.note}>还没有见报的稿件。</p>;
	const sum = (of: 'stories' | 'words') => months.reduce((total, month) => total + month[of], 0);
	return (
		<div className={own.output}>
			<Table caption="每月见报的篇数和字数，新的在前；只署摄影或编辑的稿件不计字数">
				<thead>
					<tr>
						<HeadCell>月份</HeadCell>
						<HeadCell look="number">篇数</HeadCell>
						<HeadCell look="number">字数</HeadCell>
					</tr>
				</thead>
				<tbody>
					{months.map(({ month, stories, words }) => (
						<tr key={month}>
							<Cell>{monthName(month)}</Cell>
							<Cell look="number">{count.format(stories)}</Cell>
							<Cell look="number">{count.format(words)}</Cell>
						</tr>
					))}
				</tbody>
				<tfoot>
					<tr className={own.sum}>
						<Cell>合计</Cell>
						<Cell look="number">{count.format(sum('stories'))}</Cell>
						<Cell look="number">{count.format(sum('words'))}</Cell>
					</tr>
				</tfoot>
			</Table>
			<p className={styles.note}>只署摄影或编辑的稿件不计字数；撤稿不计。</p>
		</div>
	);
}

function monthName(month: string): string {
	const [year, number] = month.split('-');
	return `${year}年${Number(number)}月`;
}
