import surface from '@/components/editor/surface.module.css';
import type { BlockDifference, NodeDifference } from '@/lib/article/history/difference';
import { MarkedBlock, MarkedBlocks } from './marked-blocks';
import { MarkedBylines } from './marked-bylines';
import styles from './marked-copy.module.css';
import { MarkedFacts } from './marked-facts';
import { MarkedProse } from './marked-text';
import { asBlock, partOf } from './parts';
import { isDrawn, type Pen } from './pen';

interface MarkedCopyProps {
	difference: NodeDifference;
	pen: Omit<Pen, 'side'>;
	/** Both texts beside each other instead of one marked text. */
	isSideBySide: boolean;
}

/** 花脸稿: an article as the paper sets it, with everything that was struck and written in, and by whom. */
export function MarkedCopy({ difference, pen, isSideBySide }: MarkedCopyProps) {
	const article = asBlock(difference);
	if (isSideBySide) return <SideBySide article={article} pen={pen} />;
	const both: Pen = { ...pen, side: 'both' };
	return (
		<article className={`${surface.surface} ${styles.copy}`}>
			<MarkedFacts pen={both} article={article} />
			<MarkedHead pen={both} article={article} />
			<div className={styles.body}>
				<MarkedBlocks pen={both} blocks={bodyOf(article)} />
			</div>
		</article>
	);
}

/** Each row holds one place of the difference, so that what belongs together stands together. */
function SideBySide({ article, pen }: { article: BlockDifference; pen: Omit<Pen, 'side'> }) {
	const [before, after]: [Pen, Pen] = [
		{ ...pen, side: 'before' },
		{ ...pen, side: 'after' },
	];
	return (
		<article className={`${surface.surface} ${styles.copy} ${styles.sides}`}>
			<div>
				<MarkedFacts pen={before} article={article} />
				<MarkedHead pen={before} article={article} />
			</div>
			<div>
				<MarkedFacts pen={after} article={article} />
				<MarkedHead pen={after} article={article} />
			</div>
			{bodyOf(article).map((block, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a difference is drawn once
				<div key={index} className={styles.pair} data-standing={block.kind === 'same' ? '' : undefined}>
					<div className={styles.body}>
						<MarkedBlock pen={before} difference={block} />
					</div>
					<div className={styles.body}>
						<MarkedBlock pen={after} difference={block} />
					</div>
				</div>
			))}
		</article>
	);
}

function MarkedHead({ pen, article }: { pen: Pen; article: BlockDifference }) {
	const { kicker = [], headline = [], deck = [], dateline = [] } = article.prose;
	return (
		<header className={styles.head}>
			{kicker.length > 0 && (
				<p className={surface.kicker}>
					<MarkedProse pen={pen} runs={kicker} />
				</p>
			)}
			<h2 className={surface.headline}>
				{headline.some(({ op }) => isDrawn(pen, op)) ? <MarkedProse pen={pen} runs={headline} /> : '（无标题）'}
			</h2>
			{deck.length > 0 && (
				<p className={surface.deck}>
					<MarkedProse pen={pen} runs={deck} />
				</p>
			)}
			<MarkedBylines pen={pen} bylines={partOf(article, 'bylines').children} />
			{dateline.length > 0 && (
				<p className={surface.datelineText}>
					<MarkedProse pen={pen} runs={dateline} />
				</p>
			)}
		</header>
	);
}

const bodyOf = (article: BlockDifference): NodeDifference[] => partOf(article, 'doc').children;
