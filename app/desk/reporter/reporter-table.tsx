import Link from 'next/link';
import { Cell, HeadCell, Table } from '@/components/ui/table';
import type { ReporterRow } from '@/lib/reporter/read';
import styles from '../user/person.module.css';

export function ReporterTable({ reporters }: { reporters: readonly ReporterRow[] }) {
	return (
		<Table caption="记者，按拼音排列">
			<thead>
				<tr>
					<HeadCell>姓名</HeadCell>
					<HeadCell look="detail">拼音</HeadCell>
					<HeadCell>部门</HeadCell>
					<HeadCell look="minor">条线</HeadCell>
					<HeadCell look="detail">记者证</HeadCell>
					<HeadCell look="minor">读者页</HeadCell>
					<HeadCell look="number">近 30 天见报</HeadCell>
				</tr>
			</thead>
			<tbody>
				{reporters.map((reporter) => (
					<tr key={reporter.id} className={reporter.retired ? styles.gone : undefined}>
						<Cell>
							<Link href={`/desk/reporter/${reporter.id}`} prefetch={false} className={styles.name}>
								{reporter.name}
							</Link>
							{reporter.retired && '（已离任）'}
						</Cell>
						<Cell look="detail">{reporter.pinyin}</Cell>
						<Cell>{reporter.department}</Cell>
						<Cell look="minor">{reporter.beats.join('、')}</Cell>
						<Cell look="detail">{reporter.pressCard}</Cell>
						<Cell look="minor">{reporter.public ? '公开' : '不公开'}</Cell>
						<Cell look="number">{reporter.recentStories} 篇</Cell>
					</tr>
				))}
			</tbody>
		</Table>
	);
}
