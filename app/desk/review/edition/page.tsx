import type { Metadata } from 'next';
import Link from 'next/link';
import { KeepFresh } from '@/components/desk/keep-fresh';
import { PageHead } from '@/components/desk/page-head';
import { RowKeys } from '@/components/desk/row-keys';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { StateMark } from '@/components/ui/state-mark';
import { deskRead } from '@/lib/page';
import { chineseDate, untilDue, weekday } from '@/lib/time';
import { type EditionBoardRow, getBoardTime, listEditionBoards, type PageBoardRow } from '@/lib/workflow/read';
import styles from '../review.module.css';
import { ReviewTabs } from '../review-tabs';

export const metadata: Metadata = { title: '版面进度' };

/** 按版面: the pages of the editions to come and what each still lacks. */
export default async function EditionBoardPage() {
	const { editions, now } = await deskRead(async (actor) => ({
		editions: await listEditionBoards(actor),
		now: await getBoardTime(),
	}));
	return (
		<>
			<PageHead title="版面进度" />
			<ReviewTabs here="/desk/review/edition" seesBoards />
			{editions.length === 0 && (
				<EmptyState title="没有在编的期次">版面编辑建期之后，各版的稿件进度显示在这里。</EmptyState>
			)}
			{editions.map((edition) => (
				<Edition key={edition.date} edition={edition} now={now} />
			))}
			<RowKeys />
			<KeepFresh />
		</>
	);
}

function Edition({ edition, now }: { edition: EditionBoardRow; now: Date }) {
	const { date, issueNo, publishAt, publishTrouble, pages } = edition;
	return (
		<section aria-labelledby={date}>
			<h2 id={date}>
				<Link href={`/desk/edition/${date}`} prefetch={false}>
					{chineseDate(date)} {weekday(date)} 第 {issueNo} 期
				</Link>
			</h2>
			{publishAt && <p className={styles.note}>定时出版：{untilDue(publishAt, now)}</p>}
			{publishTrouble && <Notice tone="error">到点没有出版：{publishTrouble}</Notice>}
			<div className={styles.pages}>
				{pages.map((page) => (
					<PageColumn key={page.no} page={page} date={date} />
				))}
			</div>
		</section>
	);
}

function PageColumn({ page: { no, name, stories }, date }: { page: PageBoardRow; date: string }) {
	const open = stories.filter((story) => story.state !== 'placed' && story.state !== 'locked');
	return (
		<section className={styles.section} aria-label={`${chineseDate(date)} 第${no}版 ${name}`}>
			<h2>
				{no}版 {name}
				<span className={styles.count}>{lack(stories.length, open.length)}</span>
			</h2>
			<ul className={styles.list}>
				{stories.map((story) => (
					<li key={story.id} className={styles.line}>
						<p className={styles.head}>
							{story.urgent && <strong className={styles.urgent}>急</strong>}
							<Link href={`/desk/article/${story.id}`} prefetch={false} data-row-link="" className={styles.link}>
								{story.headline}
							</Link>
						</p>
						<p className={styles.facts}>
							<StateMark state={story.state} />
							<span>{story.words} 字</span>
						</p>
					</li>
				))}
			</ul>
		</section>
	);
}

function lack(stories: number, open: number): string {
	if (stories === 0) return '还没有稿件';
	return open === 0 ? `${stories} 篇，齐了` : `${stories} 篇，${open} 篇没签完`;
}
