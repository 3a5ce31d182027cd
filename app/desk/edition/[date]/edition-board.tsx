'use client';
import { useRef } from 'react';
import { useFocusKeeper } from '@/components/desk/use-focus-keeper';
import { EmptyState } from '@/components/ui/empty-state';
import { editionState } from '@/lib/edition/edition';
import type { PlannedEdition, PlannedPage } from '@/lib/edition/plan/plan';
import { isSigned, type PoolStory } from '@/lib/edition/plan/pool';
import type { DeskPicture } from '@/lib/site/page-file/pictures';
import { AddPage } from './add-page';
import type { DraggedStory } from './drag';
import styles from './edition-board.module.css';
import type { May } from './may';
import { PagePanel } from './page-panel';
import { type Target, usePlacing } from './placing';
import { StoryPool } from './story-pool';
import { useNow } from './use-now';

interface EditionBoardProps {
	edition: PlannedEdition;
	/** Of pages that are locked or published, by their ids. */
	pictures: Readonly<Record<string, DeskPicture>>;
	pool: readonly PoolStory[];
	columns: readonly { id: string; name: string }[];
	now: Date;
	me: string;
	may: May;
}

/** The stories that wait for a page, and beside them the pages with their slots and stories. */
export function EditionBoard({ edition, pictures, pool, columns, now: read, me, may }: EditionBoardProps) {
	const { pages, date } = edition;
	const placing = usePlacing(pages);
	const now = useNow(read);
	const region = useRef<HTMLDivElement>(null);
	useFocusKeeper(region, { row: 'section', target: 'h2', otherwise: 'input' });
	const isOpen = editionState(edition) === 'open';
	const mayPlace = may.place && isOpen;
	const mayPlan = may.plan && isOpen;
	const shared = { pages, date, now, pool, columns, me, isOpen, mayPlan, mayHold: may.compose && isOpen };
	const desk = { ...shared, placing: mayPlace ? placing : undefined };
	const drop = ({ articleId, fromPageId }: DraggedStory, to: Target) => {
		if (!fromPageId) {
			const story = pool.find((candidate) => candidate.articleId === articleId);
			if (story && isSigned(story)) placing.place(story, to, 3);
			return;
		}
		const story = storyOn(pages, fromPageId, articleId);
		if (story && (fromPageId !== to.pageId || to.slotId)) placing.move(story, fromPageId, to);
	};
	return (
		<div className={mayPlace ? styles.board : undefined} aria-busy={placing.pending}>
			{mayPlace && (
				<StoryPool
					stories={pool}
					pages={pages}
					placing={placing}
					onDrop={({ articleId, fromPageId }) => {
						const story = fromPageId && storyOn(pages, fromPageId, articleId);
						if (story) placing.unplace(story, fromPageId);
					}}
				/>
			)}
			<div ref={region} className={styles.pages}>
				{pages.map((page) => (
					<PagePanel key={page.id} page={page} picture={pictures[page.id]} desk={desk} onDrop={drop} />
				))}
				{pages.length === 0 && !mayPlan && <EmptyState title="这一期还没有版面" />}
				{mayPlan && <AddPage editionId={edition.id} no={pages.length + 1} />}
			</div>
		</div>
	);
}

function storyOn(pages: readonly PlannedPage[], pageId: string, articleId: string) {
	return pages.find((page) => page.id === pageId)?.stories.find((story) => story.articleId === articleId);
}
