'use client';
import { useRef } from 'react';
import { useFocusKeeper } from '@/components/desk/use-focus-keeper';
import { ButtonLink } from '@/components/ui/button';
import { type PlannedPage, planLines, type SlotRow } from '@/lib/edition/plan/plan';
import type { PoolStory } from '@/lib/edition/plan/pool';
import type { PageCredits } from '@/lib/edition/schema';
import type { DeskPicture } from '@/lib/site/page-file/pictures';
import type { DraggedStory } from './drag';
import { DropZone } from './drop-zone';
import { Fill, PageFacts } from './page-facts';
import { HoldButton, PageMenu } from './page-menu';
import styles from './page-panel.module.css';
import { PlacedRow } from './placed-row';
import type { Placing, Target } from './placing';
import { SlotForm } from './slot-form';
import { SlotRowLine } from './slot-row';
import { useSlotDialog } from './use-slot-dialog';

export type DeskPage = PlannedPage;

/** What a page's rows need to know of the screen around them. */
export interface Desk {
	pages: readonly DeskPage[];
	date: string;
	now: Date;
	pool: readonly PoolStory[];
	columns: readonly { id: string; name: string }[];
	me: string;
	/** Left out where stories stay as they are. */
	placing: Placing | undefined;
	/** Whether the edition is still being made. */
	isOpen: boolean;
	mayPlan: boolean;
	mayHold: boolean;
}

interface LinesProps {
	page: DeskPage;
	desk: Desk;
	onDrop: (story: DraggedStory, to: Target) => void;
}

interface PagePanelProps extends LinesProps {
	/** How it is printed, once it is locked. */
	picture: DeskPicture | undefined;
}

/** One page: its name, how full it is, its slots and stories by rank, its credits. */
export function PagePanel({ page, picture, desk: around, onDrop }: PagePanelProps) {
	const head = `page-${page.id}`;
	const region = useRef<HTMLElement>(null);
	const form = useSlotDialog();
	useFocusKeeper(region, { row: 'li', target: 'a, button', otherwise: 'h2' });
	const desk = page.stage === 'locked' ? { ...around, placing: undefined, mayPlan: false, mayHold: false } : around;
	const dropOn = desk.placing && ((story: DraggedStory) => onDrop(story, { pageId: page.id }));
	return (
		<DropZone ref={region} className={styles.page} aria-labelledby={head} onDrop={dropOn}>
			<header className={styles.head}>
				{/* biome-ignore lint/performance/noImgElement: it is ready in its size, and seen by who is signed in */}
				{picture && <img className={styles.picture} {...picture} alt="" loading="lazy" />}
				<h2 id={head} className={styles.name} tabIndex={-1}>
					<span className={styles.no}>{page.no}版</span> {page.name}
				</h2>
				<PageFacts page={page} now={desk.now} isOpen={desk.isOpen} />
				<div className={styles.acts}>
					{desk.mayHold && <HoldButton page={page} me={desk.me} />}
					{(page.stories.length > 0 || page.stage !== 'making_up') && (
						<ButtonLink variant="quiet" href={`/desk/edition/${desk.date}/${page.no}/proof`}>
							校样
						</ButtonLink>
					)}
					{page.stories.length > 0 && (
						<ButtonLink variant="quiet" href={`/desk/edition/${desk.date}/${page.no}`}>
							看版样
						</ButtonLink>
					)}
					{desk.mayPlan && <PageMenu page={page} pages={desk.pages} onAddSlot={form.add} />}
				</div>
				<Fill page={page} />
			</header>
			<Lines page={page} desk={desk} onDrop={onDrop} onEditSlot={form.edit} />
			<Credits credits={page.credits} />
			<SlotForm {...form} page={page} columns={desk.columns} />
		</DropZone>
	);
}

/** The page's slots and stories as they will print. */
function Lines({ page, desk, onDrop, onEditSlot }: LinesProps & { onEditSlot: (slot: SlotRow) => void }) {
	const lines = planLines(page);
	if (lines.length === 0) {
		const how = desk.placing && '：在“待上版”里选好版面，点“上版”，或者拖到这里';
		return <p className={styles.empty}>还没有稿件{how}。</p>;
	}
	const dropIn = (slotId: string) =>
		desk.placing && ((story: DraggedStory) => onDrop(story, { pageId: page.id, slotId }));
	const shared = { page, desk, onEditSlot };
	return (
		<ol className={styles.stories}>
			{lines.map((line) => {
				const { story, slot } = line;
				if (story) return <PlacedRow key={story.articleId} {...shared} line={line} story={story} />;
				return slot && <SlotRowLine key={slot.id} {...shared} line={line} slot={slot} onDrop={dropIn(slot.id)} />;
			})}
		</ol>
	);
}

function Credits({ credits: { editor, layout, proof } }: { credits: PageCredits }) {
	const named = [
		['责任编辑', editor],
		['版式', layout],
		['校对', proof],
	].filter(([, name]) => name);
	if (named.length === 0) return null;
	return <p className={styles.credits}>{named.map(([duty, name]) => `${duty} ${name}`).join('　')}</p>;
}
