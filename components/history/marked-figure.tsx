import type { BlockDifference } from '@/lib/article/history/difference';
import { proseIn } from '@/lib/article/history/tree';
import { deskPictureSrc } from '@/lib/media/media';
import styles from './marked-copy.module.css';
import { MarkedProse } from './marked-text';
import { handProps, type Pen, Sign, stop } from './pen';

/** A picture with its words; one that was exchanged stands beside the one before. */
export function MarkedFigure({ pen, difference }: { pen: Pen; difference: BlockDifference }) {
	const { before, after, prose, changed } = difference;
	const exchanged = changed.find(({ name }) => name === 'media');
	const pictures = [
		...(before && pen.side !== 'after' && (exchanged || !after) ? [{ head: before, isOld: Boolean(exchanged) }] : []),
		...(after && pen.side !== 'before' ? [{ head: after, isOld: false }] : []),
		...(before && after && !exchanged && pen.side === 'before' ? [{ head: before, isOld: false }] : []),
	];
	return (
		<figure className={styles.figure}>
			{exchanged && (
				<small className={styles.note} {...handProps(pen, exchanged.by)} {...stop(pen, pen.side !== 'before')}>
					〔换图〕
					<Sign pen={pen} by={exchanged.by} />
				</small>
			)}
			<div className={styles.pictures}>
				{pictures.map(({ head, isOld }) => (
					<div key={String(head.attrs?.media)} data-old={isOld || undefined}>
						{/* biome-ignore lint/performance/noImgElement: the newsroom's own renditions */}
						<img
							src={deskPictureSrc(String(head.attrs?.media))}
							alt={proseIn(head, 'alt') || proseIn(head, 'caption')}
						/>
						{isOld && <small className={styles.note}>〔原图〕</small>}
					</div>
				))}
			</div>
			<figcaption>
				<MarkedProse pen={pen} runs={prose.caption ?? []} />{' '}
				<span className={styles.credit}>
					<MarkedProse pen={pen} runs={prose.credit ?? []} />
				</span>
				{(prose.alt ?? []).some(({ op }) => op !== 'same') && (
					<span className={styles.alt}>
						替代文字：
						<MarkedProse pen={pen} runs={prose.alt ?? []} />
					</span>
				)}
			</figcaption>
		</figure>
	);
}
