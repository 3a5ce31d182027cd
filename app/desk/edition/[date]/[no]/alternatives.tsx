'use client';
import { useEffect, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import type { FoundPage } from '@/lib/edition/desk/run';
import { watchRun } from './desk-doors';
import { PageThumb, pageNote } from './page-thumb';
import styles from './page-thumb.module.css';
import type { PageDesk } from './use-page-desk';

const seeds = [11, 12, 13, 14];
const mostShown = 8;

/** 备选: pages of several searches, the best first; they appear as they are found. */
export function Alternatives({ desk, onClose }: { desk: PageDesk; onClose: () => void }) {
	const { made, step } = desk.page;
	const [found, setFound] = useState<FoundPage[]>([]);
	const [state, setState] = useState('正在找备选版面…');
	useEffect(() => {
		const gone = new AbortController();
		const onFound = (page: FoundPage) => setFound((known) => bestOf([...known, page]));
		watchRun(made.pageId, { base: step, seeds }, { onFound, signal: gone.signal }).then((ended) => {
			if (!gone.signal.aborted) setState(ended.ok ? '选中的版面成为新的一步，可以撤销。' : ended.message);
		});
		return () => gone.abort();
	}, [made.pageId, step]);
	const choose = ({ seed, piece }: FoundPage) => {
		desk.act({ kind: 'compose', seed, piece });
		onClose();
	};
	return (
		<Dialog open onOpenChange={onClose} title="备选版面" isWide>
			<p role="status">{state}</p>
			<div className={styles.grid}>
				{found.map((page, i) => (
					<PageThumb
						key={keyOf(page)}
						made={page}
						name={`备选 ${i + 1}`}
						note={pageNote(page)}
						onChoose={() => choose(page)}
					/>
				))}
			</div>
		</Dialog>
	);
}

/** Each arrangement once, the best of all first. */
function bestOf(found: FoundPage[]): FoundPage[] {
	const once = [...new Map(found.map((page) => [keyOf(page), page])).values()];
	return once.sort((a, b) => (a.sheet.score.total ?? 0) - (b.sheet.score.total ?? 0)).slice(0, mostShown);
}

/** Where the heads stand: pages that differ in nothing else look alike. */
function keyOf({ sheet }: FoundPage): string {
	return sheet.blocks.map(({ story, head }) => `${story} ${head.x} ${head.y} ${head.w}`).join('|');
}
