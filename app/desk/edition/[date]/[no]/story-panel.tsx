'use client';
import Link from 'next/link';
import type { EditionForDesk } from '@/lib/edition/read';
import type { BriefStory } from '@/lib/makeup/sheet';
import type { Stop } from '@/lib/makeup/stop';
import { HeadTools } from './head-tools';
import { JumpTools } from './jump-tools';
import { PictureTools } from './picture-tools';
import { PlaceTools } from './place-tools';
import { RankTools } from './rank-tools';
import styles from './story-panel.module.css';
import type { PageDesk } from './use-page-desk';

export interface StoryPanelProps {
	desk: PageDesk;
	/** As it stands on the page. */
	story: BriefStory;
	/** Undefined until they are known. */
	stops: Stop[] | undefined;
	edition: EditionForDesk;
}

/** What can be done with the chosen story. */
export function StoryPanel({ desk, story, stops, edition }: StoryPanelProps) {
	// A filler or the end of a story from another page is no article placed here.
	const isPlaced = desk.page.figures[story.id] !== undefined;
	return (
		<div className={styles.panel}>
			<PlaceTools desk={desk} story={story} stops={stops} />
			<HeadTools desk={desk} story={story} />
			<PictureTools desk={desk} story={story} />
			{isPlaced && <JumpTools desk={desk} story={story} edition={edition} />}
			{isPlaced && <RankTools desk={desk} story={story} />}
			{isPlaced && (
				<p className={styles.open}>
					<Link href={`/desk/article/${story.id}`} prefetch={false}>
						打开稿件
					</Link>
				</p>
			)}
		</div>
	);
}
