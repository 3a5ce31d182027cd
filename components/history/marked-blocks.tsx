import type { ReactNode } from 'react';
import {
	type BlockDifference,
	changedAttributes,
	type NodeDifference,
	opened,
	type TextDifference,
} from '@/lib/article/history/difference';
import type { Run } from '@/lib/article/history/flow';
import type { Head, Node } from '@/lib/article/history/tree';
import styles from './marked-copy.module.css';
import { MarkedFigure } from './marked-figure';
import { MarkedTable } from './marked-table';
import { MarkedProse, MarkedRuns } from './marked-text';
import { MarkedValue } from './marked-value';
import { fateOf, isOnSide } from './parts';
import { handProps, type Pen, Sign, stop } from './pen';

/** The blocks of a body, or of what holds blocks, in order. */
export function MarkedBlocks({ pen, blocks }: { pen: Pen; blocks: readonly NodeDifference[] }) {
	// biome-ignore lint/suspicious/noArrayIndexKey: a difference is drawn once
	return blocks.map((block, index) => <MarkedBlock key={index} pen={pen} difference={block} />);
}

/** One place of the difference; nothing where it does not stand on the pen's side. */
export function MarkedBlock({ pen, difference }: { pen: Pen; difference: NodeDifference }) {
	switch (difference.kind) {
		case 'same':
			return <Standing pen={pen} node={difference.node} />;
		case 'left':
			return <LeftBlock pen={pen} left={difference} />;
		case 'text':
			return pen.side === 'before' && difference.move !== undefined ? null : (
				<Carried pen={pen} difference={difference}>
					<TextBlocks pen={pen} difference={difference} />
				</Carried>
			);
		case 'block':
			return pen.side === 'before' && difference.move !== undefined ? null : (
				<Carried pen={pen} difference={difference}>
					<OtherBlock pen={pen} difference={difference} />
				</Carried>
			);
	}
}

/** A block in which nothing changed, set apart so that a glance at the changes alone can leave it out. */
function Standing({ pen, node }: { pen: Pen; node: Node }) {
	return (
		<div data-standing="">
			<MarkedBlockOf pen={pen} node={node} />
		</div>
	);
}

function MarkedBlockOf({ pen, node }: { pen: Pen; node: Node }) {
	const difference = opened(node);
	if (difference.kind === 'text') return <TextBlocks pen={pen} difference={difference} />;
	return difference.kind === 'block' ? <OtherBlock pen={pen} difference={difference} /> : null;
}

/** Where a block stood that was carried elsewhere. */
function LeftBlock({ pen, left }: { pen: Pen; left: Extract<NodeDifference, { kind: 'left' }> }) {
	if (pen.side === 'after') return null;
	const { move, by, node } = left;
	if (pen.side === 'before') {
		return (
			<div className={styles.carried} {...handProps(pen, by)}>
				<MarkedBlockOf pen={{ ...pen, inside: { by } }} node={node} />
			</div>
		);
	}
	return (
		<p className={styles.moveNote} {...handProps(pen, by)} {...stop(pen, true)}>
			<a href={`#moved-${move}`}>这里有一段移到了别处</a>
			<Sign pen={pen} by={by} />
		</p>
	);
}

/** A block that came from elsewhere says so above itself. */
function Carried({
	pen,
	difference,
	children,
}: {
	pen: Pen;
	difference: TextDifference | BlockDifference;
	children: ReactNode;
}) {
	const { move, by } = difference;
	if (move === undefined) return children;
	return (
		<div id={pen.side === 'before' ? undefined : `moved-${move}`} className={styles.carried} {...handProps(pen, by)}>
			<p className={styles.moveNote} {...stop(pen, true)}>
				由别处移来
				<Sign pen={pen} by={by} />
			</p>
			{children}
		</div>
	);
}

/** A paragraph of the drawn text: the head it has, its runs, and the break that was before it. */
interface Paragraph {
	head: Head;
	was: Head | undefined;
	by: number | undefined;
	runs: Run[];
}

/**
 * Running text in paragraphs as they are drawn. A struck break joins what stands around it and is shown inside the
 * line, unless all before it is struck: then a whole paragraph is, and stays one.
 */
function paragraphsOf({ before, after, runs, by }: TextDifference, side: Pen['side']): Paragraph[] {
	const first = (side === 'before' ? before : (after ?? before)) ?? after;
	const paragraphs: Paragraph[] = [{ head: first as Head, was: before && after && before, by, runs: [] }];
	for (const run of runs) {
		const open = paragraphs.at(-1) as Paragraph;
		if (!('break' in run)) {
			open.runs.push(run);
			continue;
		}
		const isOnSide = side === 'both' || run.op === 'same' || run.op === (side === 'before' ? 'deleted' : 'inserted');
		if (!isOnSide) continue;
		if (run.op !== 'same') open.runs.push(run);
		const isWholeStruck = open.runs.every(({ op }) => op === 'deleted');
		if (side === 'both' && run.op === 'deleted' && !isWholeStruck) continue;
		const { before: was, after: now } = run.break;
		const head = (side === 'before' ? was : (now ?? was)) ?? now;
		paragraphs.push({ head: head as Head, was: was && now && was, by: run.by, runs: [] });
	}
	return paragraphs;
}

function TextBlocks({ pen, difference }: { pen: Pen; difference: TextDifference }) {
	const isOneSided = !difference.before || !difference.after;
	const op = difference.before ? 'deleted' : 'inserted';
	if (isOneSided && pen.side !== 'both' && (pen.side === 'before') !== (op === 'deleted')) return null;
	return paragraphsOf(difference, pen.side).map(({ head, was, by, runs }, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: a difference is drawn once
		<TextElement key={index} head={head}>
			<TypeNote pen={pen} was={was} head={head} by={by} />
			{runs.length === 0 && isOneSided ? (
				<MarkedRuns pen={pen} runs={[{ op, break: {}, by: difference.by }]} before={undefined} />
			) : (
				<MarkedRuns pen={pen} runs={runs} before={undefined} />
			)}
		</TextElement>
	));
}

const typeNames: Record<string, string> = {
	paragraph: '正文',
	subhead: '小标题',
	question: '问',
	answer: '答',
	pullQuote: '引语',
	bulletList: '列表',
	orderedList: '编号列表',
	tableCell: '格',
	tableHeader: '表头',
};

/** 〔正文→小标题〕, or that what is suggested of the block changed. */
function TypeNote({ pen, was, head, by }: { pen: Pen; was: Head | undefined; head: Head; by: number | undefined }) {
	const changed = was && pen.side !== 'before' ? changedAttributes(was, head) : [];
	if (!was || changed.length === 0) return null;
	const words = changed.includes('type')
		? `${typeNames[was.type] ?? was.type}→${typeNames[head.type] ?? head.type}`
		: '修改建议';
	return (
		<small className={styles.note} {...handProps(pen, by)} {...stop(pen, true)}>
			〔{words}〕
			<Sign pen={pen} by={by} />
		</small>
	);
}

/** Running text as the paper sets its kind. */
function TextElement({ head, children }: { head: Head; children: ReactNode }) {
	switch (head.type) {
		case 'subhead':
			return <h3 className={styles.subhead}>{children}</h3>;
		case 'question':
		case 'answer':
			return (
				<p className={styles.speech} data-block={head.type}>
					{children}
				</p>
			);
		case 'pullQuote':
			return <blockquote className={styles.pullQuote}>{children}</blockquote>;
		case 'factTitle':
			return <h4 className={styles.factTitle}>{children}</h4>;
		default:
			return <p className={styles.paragraph}>{children}</p>;
	}
}

/** A block that is not running text. One that came or went is one change, whatever is in it. */
function OtherBlock({ pen, difference }: { pen: Pen; difference: BlockDifference }) {
	const { before, after, by } = difference;
	const fate = before ? (after ? undefined : 'deleted') : 'inserted';
	if (fate && pen.side !== 'both' && (pen.side === 'before') !== (fate === 'deleted')) return null;
	if (!fate) return <BlockElement pen={pen} difference={difference} />;
	const isStop = !pen.inside;
	return (
		<div className={styles.whole} data-fate={fate} {...handProps(pen, by)} {...stop(pen, true)}>
			{isStop && (
				<small className={styles.note}>
					〔{fate === 'inserted' ? '新加' : '删去'}
					{blockNames[(after ?? before)?.type ?? ''] ?? ''}〕<Sign pen={pen} by={by} />
				</small>
			)}
			<BlockElement pen={{ ...pen, inside: { by } }} difference={difference} />
		</div>
	);
}

const blockNames: Record<string, string> = {
	figure: '图片',
	gallery: '组图',
	factBox: '资料框',
	embed: '音视频',
	table: '表格',
	tableRow: '行',
	tableCell: '格',
	tableHeader: '格',
	bulletList: '列表',
	orderedList: '列表',
	listItem: '一项',
	divider: '分隔线',
};

function BlockElement({ pen, difference }: { pen: Pen; difference: BlockDifference }) {
	const { before, after, children } = difference;
	const head = ((pen.side === 'before' ? before : after) ?? after ?? before) as Head;
	const inner = <MarkedBlocks pen={pen} blocks={children} />;
	switch (head.type) {
		case 'figure':
			return <MarkedFigure pen={pen} difference={difference} />;
		case 'gallery':
			return (
				<div className={styles.gallery}>
					{inner}
					<p className={styles.caption}>
						<MarkedProse pen={pen} runs={difference.prose.caption ?? []} />
					</p>
				</div>
			);
		case 'factBox':
			return <section className={styles.factBox}>{inner}</section>;
		case 'embed':
			return (
				<p className={styles.embed}>
					〔音视频〕
					<MarkedProse pen={pen} runs={difference.prose.title ?? []} />
					<Values pen={pen} difference={difference} names={['kind', 'href', 'seconds']} />
				</p>
			);
		case 'divider':
			return <hr />;
		case 'bulletList':
			return (
				<ul>
					<MarkedItems pen={pen} items={children} />
				</ul>
			);
		case 'orderedList':
			return (
				<ol start={Number(head.attrs?.start ?? 1)}>
					<MarkedItems pen={pen} items={children} />
				</ol>
			);
		case 'table':
			return <MarkedTable pen={pen} difference={difference} Blocks={MarkedBlocks} />;
		default:
			return inner;
	}
}

/** The items of a list; one that came or went is marked as a whole. */
function MarkedItems({ pen, items }: { pen: Pen; items: readonly NodeDifference[] }) {
	return items
		.filter((item) => isOnSide(pen, item))
		.map((item, index) => {
			const fate = pen.inside ? undefined : fateOf(item);
			const difference = item.kind === 'same' || item.kind === 'left' ? opened(item.node) : item;
			if (difference.kind !== 'block') return null;
			return (
				<li
					// biome-ignore lint/suspicious/noArrayIndexKey: a difference is drawn once
					key={index}
					className={styles.item}
					data-fate={fate}
					{...(fate && { ...handProps(pen, difference.by), ...stop(pen, true) })}
				>
					<MarkedBlocks pen={fate ? { ...pen, inside: { by: difference.by } } : pen} blocks={difference.children} />
				</li>
			);
		});
}

/** Attributes that are one value each: where a film lies, how long it is. */
function Values({ pen, difference, names }: { pen: Pen; difference: BlockDifference; names: readonly string[] }) {
	const text = (head: Head | undefined, name: string) => String(head?.attrs?.[name] ?? '');
	return difference.changed
		.filter(({ name }) => names.includes(name))
		.map(({ name, by }) => (
			<span key={name}>
				　<MarkedValue pen={pen} was={text(difference.before, name)} now={text(difference.after, name)} by={by} />
			</span>
		));
}
