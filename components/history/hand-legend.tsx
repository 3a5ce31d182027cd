import type { Step } from '@/lib/article/history/sittings';
import type { Tally } from '@/lib/article/history/tally';
import type { Hand } from './hands';
import styles from './history-screen.module.css';
import copy from './marked-copy.module.css';

interface HandLegendProps {
	hands: readonly Hand[];
	steps: readonly Step[];
	tally: ReadonlyMap<number, Tally>;
}

/** Whose colour and line is which, and how much each has written in and struck. */
export function HandLegend({ hands, steps, tally }: HandLegendProps) {
	const drawn = hands.map((hand) => {
		const own = steps.flatMap(({ actorId }, index) => ((actorId ?? '') === hand.key ? [tally.get(index + 1)] : []));
		const sum = (what: keyof Tally) => own.reduce((total, one) => total + (one?.[what] ?? 0), 0);
		return { hand, inserted: sum('inserted'), deleted: sum('deleted') };
	});
	return (
		<ul className={styles.legend} aria-label="改动的人">
			{drawn.map(({ hand, inserted, deleted }) => (
				<li key={hand.key}>
					{hands.length > 1 && (
						<span className={copy.sign} data-hand={hand.style} aria-hidden="true">
							{hand.sign}
						</span>
					)}
					<span>{hand.name}</span>
					{inserted > 0 && (
						<ins className={copy.inserted} data-hand={hand.style}>
							加 {inserted} 字
						</ins>
					)}
					{deleted > 0 && (
						<del className={copy.deleted} data-hand={hand.style}>
							删 {deleted} 字
						</del>
					)}
				</li>
			))}
		</ul>
	);
}
