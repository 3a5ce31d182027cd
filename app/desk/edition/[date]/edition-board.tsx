'use client';
import { useRef } from 'react';
import { useFocusKeeper } from '@/components/desk/use-focus-keeper';
import { EmptyState } from '@/components/ui/empty-state';
import { editionState } from '@/lib/edition/edition';
import type { EditionForDesk, PoolStory } from '@/lib/edition/read';
import { AddPage } from './add-page';
import styles from './edition-board.module.css';
import type { May } from './may';
import { PagePanel } from './page-panel';
import { usePlacing } from './placing';
import { StoryPool } from './story-pool';

interface EditionBoardProps {
	edition: EditionForDesk;
	pool: readonly PoolStory[];
	may: May;
}

/** The stories that wait for a page, and beside them the pages with theirs. */
export function EditionBoard({ edition, pool, may }: EditionBoardProps) {
	const placing = usePlacing(edition.pages);
	const region = useRef<HTMLDivElement>(null);
	useFocusKeeper(region, { row: 'section', target: 'h2', otherwise: 'input' });
	const isOpen = editionState(edition) === 'open';
	const mayPlace = may.place && isOpen;
	const mayPlan = may.plan && isOpen;
	const fromPool = (articleId: string) => pool.find((story) => story.articleId === articleId);
	return (
		<div className={mayPlace ? styles.board : undefined} aria-busy={placing.pending}>
			{mayPlace && (
				<StoryPool
					stories={pool}
					pages={edition.pages}
					placing={placing}
					onDrop={({ articleId, fromPageId }) => {
						const story = fromPageId && storyOn(edition.pages, fromPageId, articleId);
						if (story) placing.unplace(story, fromPageId);
					}}
				/>
			)}
			<div ref={region} className={styles.pages}>
				{edition.pages.map((page) => (
					<PagePanel
						key={page.id}
						page={page}
						pages={edition.pages}
						date={edition.date}
						placing={mayPlace && page.stage !== 'locked' ? placing : undefined}
						mayPlan={mayPlan && page.stage !== 'locked'}
						onDrop={({ articleId, fromPageId }) => {
							const story = fromPageId ? storyOn(edition.pages, fromPageId, articleId) : fromPool(articleId);
							if (!story || fromPageId === page.id) return;
							if (fromPageId) placing.move(story, fromPageId, page.id);
							else placing.place(story, page.id, 3);
						}}
					/>
				))}
				{edition.pages.length === 0 && !mayPlan && <EmptyState title="这一期还没有版面" />}
				{mayPlan && <AddPage editionId={edition.id} no={edition.pages.length + 1} />}
			</div>
		</div>
	);
}

function storyOn(pages: EditionForDesk['pages'], pageId: string, articleId: string) {
	return pages.find((page) => page.id === pageId)?.stories.find((story) => story.articleId === articleId);
}
