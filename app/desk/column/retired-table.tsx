'use client';
import { Button } from '@/components/ui/button';
import { Cell, HeadCell, Table } from '@/components/ui/table';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import { headingNames } from '@/lib/column/heading';
import type { Heading } from '@/lib/column/read';
import type { HeadingKind } from '@/lib/column/schema';
import { dayOf } from '@/lib/time';
import { restoreHeadingAction } from './actions';
import styles from './heading-row.module.css';
import type { HeadingTableProps } from './heading-table';

/** What is offered to writers no more and can be brought back. */
export function RetiredTable({ kind, headings, mayManage }: HeadingTableProps) {
	return (
		<section aria-labelledby="retired-head">
			<h2 id="retired-head" className={styles.rubric}>
				已停用
			</h2>
			<Table caption={`已停用的${headingNames[kind]}`}>
				<thead>
					<tr>
						<HeadCell>名称</HeadCell>
						<HeadCell look="minor">读者页面</HeadCell>
						<HeadCell look="number">稿件</HeadCell>
						<HeadCell look="minor">停用</HeadCell>
						{mayManage && (
							<HeadCell look="act">
								<span className="visually-hidden">操作</span>
							</HeadCell>
						)}
					</tr>
				</thead>
				<tbody>
					{headings.map((heading) => (
						<tr key={heading.id}>
							<Cell className={styles.retired}>{heading.name}</Cell>
							<Cell look="minor">
								<a href={`/${kind}/${heading.slug}`} className={styles.slug}>
									/{kind}/{heading.slug}
								</a>
							</Cell>
							<Cell look="number">{heading.articles} 篇</Cell>
							<Cell look="minor">{heading.retiredAt && dayOf(heading.retiredAt)}</Cell>
							{mayManage && (
								<Cell look="act">
									<RestoreButton kind={kind} heading={heading} />
								</Cell>
							)}
						</tr>
					))}
				</tbody>
			</Table>
		</section>
	);
}

function RestoreButton({ kind, heading: { id, name } }: { kind: HeadingKind; heading: Heading }) {
	const { show } = useToast();
	const restore = useAction(restoreHeadingAction);
	return (
		<Button
			variant="quiet"
			aria-label={`恢复：${name}`}
			pending={restore.pending && '正在恢复…'}
			onClick={() =>
				restore.run(
					{ kind, id },
					() => show({ message: `已恢复“${name}”` }),
					({ message }) => show({ message, tone: 'error' }),
				)
			}
		>
			恢复
		</Button>
	);
}
