'use client';
import { useRef } from 'react';
import { useFocusKeeper } from '@/components/desk/use-focus-keeper';
import { ButtonLink } from '@/components/ui/button';
import { pageStageNames } from '@/lib/edition/page-stage';
import type { EditionForDesk } from '@/lib/edition/read';
import type { PageCredits } from '@/lib/edition/schema';
import type { DraggedStory } from './drag';
import { DropZone } from './drop-zone';
import { PageMenu } from './page-menu';
import styles from './page-panel.module.css';
import { PlacedRow } from './placed-row';
import type { Placing } from './placing';

export type DeskPage = EditionForDesk['pages'][number];

interface PagePanelProps {
	page: DeskPage;
	pages: readonly DeskPage[];
	date: string;
	/** Left out where stories stay as they are. */
	placing: Placing | undefined;
	mayPlan: boolean;
	onDrop: (story: DraggedStory) => void;
}

/** One page: its name, how full it is, its stories by rank, its credits. */
export function PagePanel({ page, pages, date, placing, mayPlan, onDrop }: PagePanelProps) {
	const head = `page-${page.id}`;
	const region = useRef<HTMLElement>(null);
	useFocusKeeper(region, { row: 'li', target: 'a', otherwise: 'h2' });
	return (
		<DropZone ref={region} className={styles.page} aria-labelledby={head} onDrop={placing && onDrop}>
			<header className={styles.head}>
				<h2 id={head} className={styles.name} tabIndex={-1}>
					<span className={styles.no}>{page.no}版</span> {page.name}
				</h2>
				<Fill page={page} />
				<Stage page={page} />
				<div className={styles.acts}>
					{(page.stories.length > 0 || page.stage !== 'making_up') && (
						<ButtonLink variant="quiet" href={`/desk/edition/${date}/${page.no}/proof`}>
							校样
						</ButtonLink>
					)}
					{page.stories.length > 0 && (
						<ButtonLink variant="quiet" href={`/desk/edition/${date}/${page.no}`}>
							看版样
						</ButtonLink>
					)}
					{mayPlan && <PageMenu page={page} isFirst={page.no === 1} isLast={page.no === pages.length} />}
				</div>
			</header>
			{page.stories.length > 0 ? (
				<ol className={styles.stories}>
					{page.stories.map((story, index) => (
						<PlacedRow
							key={story.articleId}
							story={story}
							page={page}
							pages={pages}
							placing={placing}
							isFirstOfRank={page.stories[index - 1]?.priority !== story.priority}
							isLastOfRank={page.stories[index + 1]?.priority !== story.priority}
						/>
					))}
				</ol>
			) : (
				<p className={styles.empty}>还没有稿件{placing && '：在“待上版”里选好版面，点“上版”，或者拖到这里'}。</p>
			)}
			<Credits credits={page.credits} />
		</DropZone>
	);
}

/** Where the page is on its way to print, as a word with its mark. */
function Stage({ page: { stage } }: { page: DeskPage }) {
	const mark = stage === 'locked' ? '■' : stage === 'making_up' ? '○' : '◐';
	return (
		<p className={styles.fill}>
			<span aria-hidden="true">{mark}</span> {pageStageNames[stage]}
		</p>
	);
}

/** The page's 字 against what it holds. */
function Fill({ page }: { page: DeskPage }) {
	const words = page.stories.reduce((sum, story) => sum + story.words, 0);
	const share = Math.min(100, Math.round((words / page.capacity) * 100));
	return (
		<p className={styles.fill} title="版心全排正文可容的字数；标题和图片也要占地方，放不放得下以版样为准">
			<svg className={styles.bar} width="64" height="6" aria-hidden="true">
				<rect width="64" height="6" className={styles.room} />
				<rect width={`${share}%`} height="6" className={styles.full} />
			</svg>
			{words.toLocaleString('zh-CN')} 字，版心可排 {page.capacity.toLocaleString('zh-CN')} 字
		</p>
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
