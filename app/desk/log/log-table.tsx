import Link from 'next/link';
import { actName, subjectTypeNames } from '@/components/desk/act-words';
import { detailWords } from '@/components/desk/detail-words';
import { Cell, HeadCell, Table } from '@/components/ui/table';
import { clockTime, dayOf } from '@/lib/time';
import type { TraceRow } from '@/lib/trace/read';
import { Fingerprints } from './fingerprints';
import styles from './log-table.module.css';
import { subjectHref } from './subject-href';

interface LogTableProps {
	rows: readonly TraceRow[];
	/** Whether accounts can be opened by this person. */
	seesAccounts: boolean;
}

/** The record, one act a row. */
export function LogTable({ rows, seesAccounts }: LogTableProps) {
	return (
		<Table caption="留痕">
			<thead>
				<tr>
					<HeadCell look="detail">序号</HeadCell>
					<HeadCell>时间</HeadCell>
					<HeadCell>谁</HeadCell>
					<HeadCell>动作</HeadCell>
					<HeadCell>对象</HeadCell>
					<HeadCell look="minor">改了什么</HeadCell>
					<HeadCell look="detail">内容指纹</HeadCell>
					<HeadCell look="detail">来自</HeadCell>
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<Row key={row.seq} row={row} isLinked={seesAccounts || row.subjectType !== 'user'} />
				))}
			</tbody>
		</Table>
	);
}

function Row({ row, isLinked }: { row: TraceRow; isLinked: boolean }) {
	const href = isLinked ? subjectHref(row) : undefined;
	const words = detailWords(row.act, row.detail).join('　');
	return (
		<tr>
			<Cell look="detail">{row.seq}</Cell>
			<Cell className={styles.at}>
				<time dateTime={row.at.toISOString()}>
					<span className={styles.year}>{dayOf(row.at).slice(0, 5)}</span>
					{dayOf(row.at).slice(5)} <span className={styles.clock}>{clockTime(row.at)}</span>
				</time>
			</Cell>
			<Cell className={styles.who}>{row.actorName}</Cell>
			<Cell className={styles.who}>{actName(row.act)}</Cell>
			<Cell className={styles.subject}>
				<span className={styles.type}>{subjectTypeNames[row.subjectType] ?? row.subjectType}</span>{' '}
				{href ? (
					<Link href={href} prefetch={false} className={styles.link}>
						{row.subject}
					</Link>
				) : (
					row.subject
				)}
				<p className={styles.narrow}>{words}</p>
			</Cell>
			<Cell look="minor" className={styles.words}>
				{words}
			</Cell>
			<Cell look="detail">
				<Fingerprints before={row.before} after={row.after} />
			</Cell>
			<Cell look="detail">{row.ip}</Cell>
		</tr>
	);
}
