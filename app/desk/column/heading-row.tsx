'use client';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Cell } from '@/components/ui/table';
import { useToast } from '@/components/ui/toast';
import { type ActionError, useAction } from '@/components/ui/use-action';
import { columnKindNames, headingNames } from '@/lib/column/heading';
import type { Heading } from '@/lib/column/read';
import type { HeadingKind } from '@/lib/column/schema';
import { moveHeadingAction, restoreHeadingAction, retireHeadingAction } from './actions';
import styles from './heading-row.module.css';

interface HeadingRowProps {
	kind: HeadingKind;
	heading: Heading;
	isFirst: boolean;
	isLast: boolean;
	/** Left out for those who may only look. */
	onEdit: (() => void) | undefined;
}

export function HeadingRow({ kind, heading, isFirst, isLast, onEdit }: HeadingRowProps) {
	const { id, slug, name, intro, articles } = heading;
	return (
		<tr>
			<Cell className={styles.name}>{name}</Cell>
			{kind === 'column' && <Cell look="minor">{columnKindNames[heading.kind ?? 'plain']}</Cell>}
			<Cell look="detail" className={styles.intro} title={intro}>
				{intro}
			</Cell>
			<Cell look="minor">
				<a href={`/${kind}/${slug}`} className={styles.slug}>
					/{kind}/{slug}
				</a>
			</Cell>
			<Cell look="number">
				{kind === 'column' && articles > 0 ? (
					<Link href={`/desk/article?column=${slug}`} prefetch={false} className={styles.slug}>
						{articles} 篇
					</Link>
				) : (
					`${articles} 篇`
				)}
			</Cell>
			{onEdit && (
				<Cell look="act">
					<Step kind={kind} id={id} name={name} to="up" disabled={isFirst} />
					<Step kind={kind} id={id} name={name} to="down" disabled={isLast} />
					<Button variant="quiet" onClick={onEdit} aria-label={`改：${name}`}>
						改
					</Button>
					<RetireButton kind={kind} heading={heading} />
				</Cell>
			)}
		</tr>
	);
}

interface StepProps {
	kind: HeadingKind;
	id: string;
	name: string;
	to: 'up' | 'down';
	disabled: boolean;
}

function Step({ kind, id, name, to, disabled }: StepProps) {
	const { show } = useToast();
	const move = useAction(moveHeadingAction);
	const way = to === 'up' ? '上移' : '下移';
	const refuse = ({ message }: ActionError) => show({ message, tone: 'error' });
	return (
		<Button
			variant="quiet"
			aria-label={`${way}：${name}`}
			title={way}
			aria-disabled={disabled || undefined}
			onClick={() => !disabled && !move.pending && move.run({ kind, id, to }, undefined, refuse)}
		>
			{to === 'up' ? '↑' : '↓'}
		</Button>
	);
}

function RetireButton({ kind, heading }: { kind: HeadingKind; heading: Heading }) {
	const [asking, setAsking] = useState(false);
	const { show } = useToast();
	const retire = useAction(retireHeadingAction);
	const restore = useAction(restoreHeadingAction);
	const { id, name, articles } = heading;
	return (
		<>
			<Button variant="quiet" onClick={() => setAsking(true)} aria-label={`停用：${name}`}>
				停用
			</Button>
			<ConfirmDialog
				open={asking}
				onOpenChange={(open) => {
					setAsking(open);
					retire.clear();
				}}
				title={`停用${headingNames[kind]}“${name}”？`}
				confirm="停用"
				danger
				pending={retire.pending && '正在停用…'}
				error={retire.error?.message}
				onConfirm={() =>
					retire.run({ kind, id }, () => {
						setAsking(false);
						show({ message: `已停用“${name}”`, undo: () => restore.run({ kind, id }) });
					})
				}
			>
				写稿时不再能选它。名下的 {articles} 篇稿件和读者页面都还在，旧链接照常能打开。以后可以恢复。
			</ConfirmDialog>
		</>
	);
}
