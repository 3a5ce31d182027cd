import type { ComponentType } from 'react';
import { type BlockDifference, type NodeDifference, opened } from '@/lib/article/history/difference';
import type { Head } from '@/lib/article/history/tree';
import styles from './marked-copy.module.css';
import { fateOf, isOnSide } from './parts';
import { handProps, type Pen, stop } from './pen';

/** Draws the blocks that a cell holds. */
type Blocks = ComponentType<{ pen: Pen; blocks: readonly NodeDifference[] }>;

/** A table by its cells. Rows that came or went are marked as a whole. */
export function MarkedTable({ pen, difference, Blocks }: { pen: Pen; difference: BlockDifference; Blocks: Blocks }) {
	return (
		<div className={styles.tableFrame}>
			<table>
				<tbody>
					{difference.children.map((row, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: a difference is drawn once
						<MarkedRow key={index} pen={pen} row={row} Blocks={Blocks} />
					))}
				</tbody>
			</table>
		</div>
	);
}

function MarkedRow({ pen, row, Blocks }: { pen: Pen; row: NodeDifference; Blocks: Blocks }) {
	const cells = cellsOf(row);
	const fate = fateOf(row);
	if (!isOnSide(pen, row) || cells.length === 0) return null;
	const by = row.kind === 'block' ? row.by : undefined;
	return (
		<tr className={styles.row} data-fate={fate} {...(fate && { ...handProps(pen, by), ...stop(pen, true) })}>
			{cells.map((cell, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a difference is drawn once
				<MarkedCell key={index} pen={fate ? { ...pen, inside: { by } } : pen} cell={cell} Blocks={Blocks} />
			))}
		</tr>
	);
}

function cellsOf(row: NodeDifference): NodeDifference[] {
	if (row.kind === 'block') return row.children;
	if (row.kind === 'text') return [];
	return (row.node.content ?? []).map((node) => ({ kind: 'same', node }));
}

function MarkedCell({ pen, cell, Blocks }: { pen: Pen; cell: NodeDifference; Blocks: Blocks }) {
	if (!isOnSide(pen, cell)) return null;
	const difference = cell.kind === 'same' || cell.kind === 'left' ? opened(cell.node) : cell;
	if (difference.kind !== 'block') return null;
	const head = (difference.after ?? difference.before) as Head;
	const Tag = head.type === 'tableHeader' ? 'th' : 'td';
	const { colspan, rowspan } = (head.attrs ?? {}) as { colspan?: number; rowspan?: number };
	const fate = pen.inside ? undefined : fateOf(difference);
	const inner = fate ? { ...pen, inside: { by: difference.by } } : pen;
	return (
		<Tag
			colSpan={colspan}
			rowSpan={rowspan}
			className={styles.cell}
			data-fate={fate}
			{...(fate && { ...handProps(pen, difference.by), ...stop(pen, true) })}
		>
			<Blocks pen={inner} blocks={difference.children} />
		</Tag>
	);
}
