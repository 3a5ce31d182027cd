import { Fragment, type ReactNode } from 'react';
import type { ProseRun } from '@/lib/article/history/difference';
import type { Run } from '@/lib/article/history/flow';
import type { Node } from '@/lib/article/history/tree';
import styles from './marked-copy.module.css';
import { Change, handProps, isDrawn, noBreak, type Pen, Sign, stop } from './pen';

/** A head field or a caption with what was struck and written in. */
export function MarkedProse({ pen, runs }: { pen: Pen; runs: readonly ProseRun[] }) {
	return runs.map((run, index) => {
		if (!isDrawn(pen, run.op)) return null;
		const last = runs[index - 1];
		const next = runs[index + 1];
		return (
			// biome-ignore lint/suspicious/noArrayIndexKey: a difference is drawn once
			<Fragment key={index}>
				{run.op === 'same' ? (
					run.text
				) : (
					<Change pen={pen} op={run.op} by={run.by} isFirst={isFirstChange(last)}>
						{run.text}
					</Change>
				)}
				{run.op !== 'same' && isLastOf(run, next, pen) && <Sign pen={pen} by={run.by} />}
			</Fragment>
		);
	});
}

interface Fated {
	op: string;
	by?: number;
}

/** Neighbouring changes are one stop of the keys, also where they stand on two sides. */
function isFirstChange(last: Fated | undefined): boolean {
	return !last || last.op === 'same';
}

/** One sign stands behind what one hand did at one place, struck and written in. */
function isLastOf(run: Fated, next: Fated | undefined, pen: Pen): boolean {
	return !next || next.op === 'same' || next.by !== run.by || !isDrawn(pen, next.op as 'inserted');
}

/** A stretch of running text: its runs, without breaks. */
export function MarkedRuns({ pen, runs, before }: { pen: Pen; runs: readonly Run[]; before: Run | undefined }) {
	return runs.map((run, index) => {
		if (!isDrawn(pen, run.op)) return null;
		const last = index === 0 ? before : runs[index - 1];
		// biome-ignore lint/suspicious/noArrayIndexKey: a difference is drawn once
		return <MarkedRun key={index} pen={pen} run={run} last={last} next={runs[index + 1]} />;
	});
}

interface MarkedRunProps {
	pen: Pen;
	run: Run;
	last: Run | undefined;
	next: Run | undefined;
}

function MarkedRun({ pen, run, last, next }: MarkedRunProps) {
	const isFirst = isFirstChange(last);
	const sign = isLastOf(run, next, pen) && <Sign pen={pen} by={run.by} />;
	if ('break' in run) {
		if (run.op === 'same') return null;
		return (
			<>
				<Change pen={pen} op={run.op} by={run.by} isFirst={isFirst}>
					<span aria-hidden="true">{noBreak}¶</span>
					<span className="visually-hidden">分段</span>
				</Change>
				{sign}
			</>
		);
	}
	if (run.op === 'same') return <Words content={run.content} />;
	if (run.op === 'marked') {
		const content = pen.side === 'before' ? run.was : run.content;
		return (
			<>
				<span className={styles.marked} {...handProps(pen, run.by)} {...stop(pen, isFirst && pen.side !== 'before')}>
					<Words content={content} />
				</span>
				{pen.side !== 'before' && <small className={styles.note}>〔{markWords(run.was, run.content)}〕</small>}
				{sign}
			</>
		);
	}
	return (
		<>
			<Change pen={pen} op={run.op} by={run.by} isFirst={isFirst}>
				<Words content={run.content} />
			</Change>
			{sign}
		</>
	);
}

const markNames: Record<string, string> = { bold: '加粗', link: '链接', insertion: '建议写入', deletion: '建议删去' };

/** How words are set otherwise: 加粗, 取消链接, 改链接. */
function markWords(was: readonly Node[], content: readonly Node[]): string {
	const [old, now] = [was, content].map((nodes) => new Map(nodes[0]?.marks?.map((mark) => [mark.type, mark])));
	const words = Object.entries(markNames).flatMap(([type, name]) => {
		const [before, after] = [old?.get(type), now?.get(type)];
		if (!before && !after) return [];
		if (!before) return [name];
		if (!after) return [`取消${name}`];
		return JSON.stringify(before) === JSON.stringify(after) ? [] : [`改${name}`];
	});
	return words.join('，') || '改格式';
}

/** Inline content as the paper sets it; what is only suggested in it is told by its line. */
export function Words({ content }: { content: readonly Node[] }) {
	return content.map((node, index) => {
		// biome-ignore lint/suspicious/noArrayIndexKey: a difference is drawn once
		if (node.text === undefined) return node.type === 'hardBreak' ? <br key={index} /> : null;
		// biome-ignore lint/suspicious/noArrayIndexKey: as above
		return <Fragment key={index}>{dressed(node.text, node)}</Fragment>;
	});
}

function dressed(text: string, { marks = [] }: Node): ReactNode {
	let dressed: ReactNode = text;
	for (const mark of marks.toReversed()) {
		if (mark.type === 'bold') dressed = <strong>{dressed}</strong>;
		else if (mark.type === 'link') dressed = <OutsideLink attrs={mark.attrs}>{dressed}</OutsideLink>;
		else if (mark.type === 'insertion' || mark.type === 'deletion') {
			const hint = `未决的修改建议：${markNames[mark.type]}`;
			dressed = (
				<span className={styles.suggested} data-suggested={mark.type} title={hint}>
					{dressed}
				</span>
			);
		}
	}
	return dressed;
}

function OutsideLink({ attrs, children }: { attrs: object | undefined; children: ReactNode }) {
	const href = attrs && 'href' in attrs ? String(attrs.href) : '';
	return (
		<a href={href} target="_blank" rel="noopener noreferrer">
			{children}
		</a>
	);
}
