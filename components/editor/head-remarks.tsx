'use client';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { anchorAt } from '@/lib/article/comment/anchor';
import { placeNames } from '@/lib/article/comment/comment';
import { proposalPlaces } from '@/lib/article/comment/schema';
import type { Head } from './head';
import { OpenCount } from './open-count';
import styles from './remarks.module.css';
import { useOpenPanel } from './use-open-panel';
import { useRemarks, useRemarksStore } from './use-remarks';

/** Under the head: which of its fields somebody remarks on, and the way to propose another text for one. */
export function HeadRemarks({ head }: { head: Head }) {
	const store = useRemarksStore();
	const { threads } = useRemarks();
	const [, openPanel] = useOpenPanel();
	const label = useId();
	const compose = (place: (typeof proposalPlaces)[number]) => {
		const text = head[place];
		store.compose({ place, anchor: anchorAt(text, { from: 0, to: text.length }), proposal: text });
		openPanel('remarks');
	};
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset groups what is filled in
		<div role="group" aria-labelledby={label} className={styles.headRemarks}>
			<span id={label}>批注、建议改</span>
			{proposalPlaces.map((place) => {
				const count = threads.filter((thread) => thread.place === place && thread.resolved === null).length;
				return (
					<Button key={place} variant="quiet" onClick={() => compose(place)}>
						{placeNames[place]}
						<OpenCount count={count} />
					</Button>
				);
			})}
		</div>
	);
}
