import './hands.css';
import type { ReactNode } from 'react';
import type { Step } from '@/lib/article/history/sittings';
import type { Op } from '@/lib/article/history/text-difference';
import { dayAndTime } from '@/lib/time';
import type { Hand } from './hands';
import styles from './marked-copy.module.css';

/** How a difference is drawn. */
export interface Pen {
	/** Both in one text, or one side of two that stand beside each other. */
	side: 'both' | 'before' | 'after';
	handOf: (by: number | undefined) => { hand: Hand; step: Step } | undefined;
	/** Whether more than one hand was at work: then each change says whose it is. */
	isShared: boolean;
	/** What pictures and headings are called. */
	names: ReadonlyMap<string, string>;
	/** Inside a block that counts as one change its runs are none by themselves; whose the block is need not be said again. */
	inside?: { by: number | undefined };
}

/** Whether something with this fate is drawn on this side. */
export function isDrawn(pen: Pen, op: Op | 'marked'): boolean {
	return !(pen.side === 'before' && op === 'inserted') && !(pen.side === 'after' && op === 'deleted');
}

/** Who did it and when, as a hint and for the style sheet. */
export function handProps(pen: Pen, by: number | undefined) {
	const found = pen.handOf(by);
	if (!found) return {};
	const { hand, step } = found;
	return { 'data-hand': hand.style, title: `${hand.name}　第 ${step.number} 稿　${dayAndTime(step.savedAt)}` };
}

interface ChangeProps {
	pen: Pen;
	op: 'inserted' | 'deleted';
	by: number | undefined;
	/** The first of a group of neighbouring changes: where the reader is led to. */
	isFirst: boolean;
	children: ReactNode;
}

/** Words written in or struck. */
export function Change({ pen, op, by, isFirst, children }: ChangeProps) {
	const Tag = op === 'inserted' ? 'ins' : 'del';
	return (
		<Tag className={styles[op]} {...handProps(pen, by)} {...stop(pen, isFirst)}>
			{children}
		</Tag>
	);
}

/** Marks a place to which the keys lead. */
export function stop(pen: Pen, isFirst: boolean): { 'data-change'?: ''; tabIndex?: -1 } {
	return isFirst && !pen.inside ? { 'data-change': '', tabIndex: -1 } : {};
}

/** Word joiner: a sign stays on the line of what it stands behind. */
export const noBreak = '\u2060';

/** Whose the change before it is, where several had a hand in the text. */
export function Sign({ pen, by }: { pen: Pen; by: number | undefined }) {
	const found = pen.isShared ? pen.handOf(by) : undefined;
	if (!found || (pen.inside && pen.handOf(pen.inside.by)?.hand === found.hand)) return null;
	return (
		<sup className={styles.sign} data-hand={found.hand.style}>
			{noBreak}
			{found.hand.sign}
		</sup>
	);
}
