'use client';
import { useRef, useState } from 'react';
import { useFocusKeeper } from '@/components/desk/use-focus-keeper';
import { HeadCell, Table } from '@/components/ui/table';
import { headingNames } from '@/lib/column/heading';
import type { Heading } from '@/lib/column/read';
import type { HeadingKind } from '@/lib/column/schema';
import { EditRow } from './edit-row';
import { HeadingRow } from './heading-row';

export interface HeadingTableProps {
	kind: HeadingKind;
	headings: readonly Heading[];
	mayManage: boolean;
}

/** The headings of a kind in the paper's order. */
export function HeadingTable({ kind, headings, mayManage }: HeadingTableProps) {
	const [editing, setEditing] = useState<string>();
	const region = useRef<HTMLDivElement>(null);
	useFocusKeeper(region, { row: 'tr', target: 'button, input', otherwise: 'a' });
	return (
		<div ref={region}>
			<Table caption={headingNames[kind]}>
				<thead>
					<tr>
						<HeadCell>名称</HeadCell>
						{kind === 'column' && <HeadCell look="minor">种类</HeadCell>}
						<HeadCell look="detail">简介</HeadCell>
						<HeadCell look="minor">读者页面</HeadCell>
						<HeadCell look="number">稿件</HeadCell>
						{mayManage && (
							<HeadCell look="act">
								<span className="visually-hidden">操作</span>
							</HeadCell>
						)}
					</tr>
				</thead>
				<tbody>
					{headings.map((heading, index) =>
						heading.id === editing ? (
							<EditRow key={heading.id} kind={kind} heading={heading} onClose={() => setEditing(undefined)} />
						) : (
							<HeadingRow
								key={heading.id}
								kind={kind}
								heading={heading}
								isFirst={index === 0}
								isLast={index === headings.length - 1}
								onEdit={mayManage ? () => setEditing(heading.id) : undefined}
							/>
						),
					)}
				</tbody>
			</Table>
		</div>
	);
}
