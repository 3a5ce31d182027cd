import surface from '@/components/editor/surface.module.css';
import { bylineRoleNames } from '@/lib/article/article';
import type { NodeDifference } from '@/lib/article/history/difference';
import type { Head } from '@/lib/article/history/tree';
import styles from './marked-copy.module.css';
import { MarkedProse } from './marked-text';
import { MarkedValue } from './marked-value';
import { asBlock } from './parts';
import { isDrawn, type Pen } from './pen';

/** 署名, each person with his role; who was carried to another place is only told to have moved. */
export function MarkedBylines({ pen, bylines }: { pen: Pen; bylines: readonly NodeDifference[] }) {
	if (bylines.length === 0) return null;
	return (
		<p className={surface.bylineText}>
			{bylines.map((byline, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a difference is drawn once
				<Byline key={index} pen={pen} byline={byline} />
			))}
		</p>
	);
}

function Byline({ pen, byline }: { pen: Pen; byline: NodeDifference }) {
	if (byline.kind === 'left') return null;
	const { before, after, prose, by, move } = asBlock(byline);
	const fate = before ? (after ? 'same' : 'deleted') : 'inserted';
	if (!isDrawn(pen, fate)) return null;
	const words = (
		<>
			<MarkedProse pen={pen} runs={prose.office ?? []} />
			{(prose.office ?? []).length > 0 && ' '}
			<MarkedProse pen={pen} runs={prose.name ?? []} />
		</>
	);
	return (
		<span className={styles.byline}>
			<MarkedValue pen={pen} was={roleIn(before)} now={roleIn(after)} by={by} /> {words}
			{move !== undefined && pen.side !== 'before' && <small className={styles.note}>〔换了次序〕</small>}
		</span>
	);
}

function roleIn(head: Head | undefined): string {
	return head ? (bylineRoleNames[head.attrs?.role as keyof typeof bylineRoleNames] ?? '') : '';
}
