'use client';
import { useMemo, useState } from 'react';
import { PreviewSheet } from '@/components/desk/preview-sheet';
import { SheetStyle } from '@/components/desk/sheet-style';
import { ZoomFrame } from '@/components/desk/zoom-frame';
import { sheetCss } from '@/components/sheet/sheet-css';
import type { DeskPage } from '@/lib/edition/desk/read';
import type { House } from '@/lib/edition/paper/imprint';
import type { EditionForDesk } from '@/lib/edition/read';
import type { Taboo } from '@/lib/makeup/sheet';
import { DebugPanel } from './debug-panel';
import { FitLine } from './fit-line';
import styles from './page-desk.module.css';
import { PageTools } from './page-tools';
import { SheetOverlay } from './sheet-overlay';
import { StoryList } from './story-list';
import { StoryPanel } from './story-panel';
import { usePageDesk } from './use-page-desk';
import { useStops } from './use-stops';

interface PageDeskProps {
	first: DeskPage;
	edition: EditionForDesk;
	house: House;
	nonce: string | undefined;
	isDebug: boolean;
	/** Whether it may still be changed, and by this person. */
	mayCompose: boolean;
}

/** 组版: the page with what can be done on it, by hand and by key. */
export function PageDesk({ first, edition, house, nonce, isDebug, mayCompose }: PageDeskProps) {
	const desk = usePageDesk(first);
	const [selected, setSelected] = useState<string>();
	const [taboo, setTaboo] = useState<Taboo>();
	const { shown, page } = desk;
	const css = useMemo(() => sheetCss(shown.sheet, shown.brief), [shown]);
	const row = edition.pages.find(({ id }) => id === page.made.pageId);
	const story = shown.brief.stories.find(({ id }) => id === selected);
	const stops = useStops(desk, mayCompose ? story?.id : undefined);
	const overlay = (
		<SheetOverlay
			made={shown}
			selected={story?.id}
			onSelect={setSelected}
			stops={stops}
			onAct={mayCompose ? desk.act : undefined}
			taboo={taboo}
		/>
	);
	return (
		<>
			<SheetStyle css={css} nonce={nonce} />
			{mayCompose && <PageTools desk={desk} selected={story?.id} onSelect={setSelected} />}
			<FitLine desk={desk} mayCompose={mayCompose} taboo={taboo} onTaboo={setTaboo} />
			<div className={styles.desk}>
				<ZoomFrame>
					<div className={styles.stage} aria-busy={desk.busy !== undefined}>
						<PreviewSheet made={shown} page={row} edition={edition} house={house} isDebug={isDebug} overlay={overlay} />
					</div>
				</ZoomFrame>
				<div className={styles.side}>
					<section aria-label="版上稿件">
						<StoryList made={shown} design={page.design} selected={story?.id} onSelect={setSelected}>
							{story && mayCompose && (
								<StoryPanel key={story.id} desk={desk} story={story} stops={stops} edition={edition} />
							)}
						</StoryList>
					</section>
					{isDebug && <DebugPanel made={shown} />}
				</div>
			</div>
		</>
	);
}
