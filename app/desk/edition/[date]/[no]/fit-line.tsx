'use client';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { titleOf } from '@/lib/article/article';
import { isFiller } from '@/lib/edition/design/filler';
import type { AdPlace } from '@/lib/edition/design/schema';
import { columnX } from '@/lib/makeup/grid';
import type { Advice, Anchor, Grid, Sheet, Taboo } from '@/lib/makeup/sheet';
import { askDoor } from './desk-doors';
import styles from './fit-line.module.css';
import { tabooNames, tabooPlace } from './taboo-names';
import type { PageDesk } from './use-page-desk';

interface FitLineProps {
	desk: PageDesk;
	mayCompose: boolean;
	taboo: Taboo | undefined;
	onTaboo: (taboo: Taboo | undefined) => void;
}

/** 溢文 余空 in lines and 字 with what cures them, and the taboos, each shown on the page when it is pressed. */
export function FitLine({ desk, mayCompose, taboo, onTaboo }: FitLineProps) {
	const { brief, sheet } = desk.shown;
	const titles = new Map(brief.stories.map((story) => [story.id, `《${titleOf(story.headline)}》`]));
	const shown = taboo && sheet.taboos.find(({ id, at }) => id === taboo.id && at === taboo.at);
	return (
		<section className={styles.line} aria-label="版面情况">
			<p className={styles.fit} role="status">
				{desk.busy === 'run' ? '正在组版，找到更好的就换上…' : `${desk.said}${fitWords(sheet, titles)}`}
			</p>
			{mayCompose && desk.busy !== 'run' && <Cures desk={desk} />}
			{sheet.taboos.length > 0 && (
				<ul className={styles.taboos} aria-label={`禁忌 ${sheet.taboos.length} 处`}>
					{sheet.taboos.map((each) => (
						<li key={`${each.id} ${each.at}`}>
							<button
								type="button"
								className={styles.taboo}
								aria-pressed={each === shown}
								onClick={() => onTaboo(each === shown ? undefined : each)}
							>
								{`${tabooNames[each.id] ?? each.id}：${tabooPlace(each.at, (story) => titles.get(story))}`}
							</button>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}

function fitWords({ free, grid, taboos }: Sheet, titles: ReadonlyMap<string, string>): string {
	const over = free.overset.map(
		({ story, lines, chars }) => `${titles.get(story) ?? ''}溢文 ${lines} 行（约 ${chars} 字）`,
	);
	const hole = free.holes > 0 ? `余空 ${free.holes} 行（约 ${free.holes * grid.colEm} 字）` : '没有余空';
	const fit = `${over.length > 0 ? over.join('，') : '全部排下'}，${hole}`;
	return `${fit}；${taboos.length > 0 ? `禁忌 ${taboos.length} 处。` : '没有犯禁忌。'}`;
}

/** What was tried and makes the page fit: by one press where the page can do it, else as a word to the writer. */
function Cures({ desk }: { desk: PageDesk }) {
	const { made } = desk.page;
	const { free } = made.sheet;
	const isFull = free.holes === 0 && free.overset.length === 0;
	const [found, setFound] = useState<{ sheet: Sheet; advice: Advice[] }>();
	useEffect(() => {
		if (isFull) return;
		let isGone = false;
		askDoor<Advice[]>(made.pageId, 'cure').then((answer) => {
			if (!isGone) setFound({ sheet: made.sheet, advice: answer.ok ? answer.value : [] });
		});
		return () => {
			isGone = true;
		};
	}, [isFull, made.pageId, made.sheet]);
	if (isFull) return null;
	if (found?.sheet !== made.sheet) return <p className={styles.looking}>正在试办法…</p>;
	if (found.advice.length === 0)
		return <p className={styles.looking}>没有试出一步就能排满的办法：请增减稿件，或按“组版”重排。</p>;
	return (
		<ul className={styles.cures} aria-label="试排过的办法">
			{found.advice.map((advice) => (
				<li key={advice.text}>
					<Cure advice={advice} desk={desk} />
				</li>
			))}
		</ul>
	);
}

/** The place that a filler was tried in, for a notice of the house. */
function toAd({ x, y, w, h }: Anchor, grid: Grid): AdPlace {
	const cols = Math.round((w + 2 * grid.gapEm) / columnX(grid, 1));
	const col = Math.round(x / columnX(grid, 1));
	return { id: `ad-${Date.now()}`, label: '公益广告', col, y, cols, lines: h };
}

function Cure({ advice, desk }: { advice: Advice; desk: PageDesk }) {
	const { kind, story, text, anchor } = advice;
	const { made, figures } = desk.page;
	const { grid } = made.sheet;
	if (kind === 'filler' && anchor) {
		return <Button onClick={() => desk.act({ kind: 'ad', ad: toAd(anchor, grid) })}>{text}</Button>;
	}
	const ids = (figures[story] ?? []).map(({ id }) => id);
	if (kind === 'figure' && ids.length > 0) {
		return <Button onClick={() => desk.act({ kind: 'hide', story, figures: ids, on: true })}>{text}</Button>;
	}
	const [article, ...others] = story.split(' ');
	const placed = made.brief.stories.find(({ id }) => id === article);
	if (article && isFiller(article)) {
		if (kind !== 'drop') return <span>{text}</span>;
		return <Button onClick={() => desk.act({ kind: 'removeFiller', id: article })}>{text}</Button>;
	}
	if (kind === 'drop' && placed && others.length === 0) {
		return <Button onClick={() => desk.act({ kind: 'unplace', story: placed.id })}>{text}</Button>;
	}
	return (
		<a className={styles.writer} href={`/desk/article/${article}`}>
			{text}
		</a>
	);
}
