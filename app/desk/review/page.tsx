import type { Metadata } from 'next';
import Link from 'next/link';
import { KeepFresh } from '@/components/desk/keep-fresh';
import { PageHead } from '@/components/desk/page-head';
import { RowKeys } from '@/components/desk/row-keys';
import { listMentions } from '@/lib/article/comment/read';
import { can } from '@/lib/auth/can';
import { deskRead } from '@/lib/page';
import { truncate } from '@/lib/text';
import { dayAndTime } from '@/lib/time';
import { getBoardTime, getMyWork } from '@/lib/workflow/read';
import { stageNames } from '@/lib/workflow/signatures';
import { BoardLine } from './board-row';
import styles from './review.module.css';
import { ReviewTabs } from './review-tabs';
import { WorkSection } from './work-section';

export const metadata: Metadata = { title: '我的工作' };

/** 我的工作: what waits for this person, what came back, what he signed and somebody changed. */
export default async function MyWorkPage() {
	const { work, mentions, now, seesBoards, signs, writes } = await deskRead(async (actor) => ({
		work: await getMyWork(actor),
		mentions: await listMentions(actor),
		now: await getBoardTime(),
		seesBoards: can(actor, 'review.board'),
		signs: can(actor, 'article.signFirst') || can(actor, 'article.signSecond') || can(actor, 'article.signOff'),
		writes: can(actor, 'article.create'),
	}));
	const isIdle = !signs && !writes && mentions.length === 0 && work.changed.length === 0;
	return (
		<>
			<PageHead title="我的工作" />
			<ReviewTabs here="/desk/review" seesBoards={seesBoards} />
			{isIdle && <p className={styles.nothing}>您的账号不写稿、不签稿。有人在批注里提到您，会列在这里。</p>}
			{signs && (
				<WorkSection id="to-sign" title="等我审" count={work.toSign.length} nothing="现在没有等您审的稿件。">
					{work.toSign.map((row) => (
						<BoardLine key={row.id} row={row} now={now} />
					))}
				</WorkSection>
			)}
			<WorkSection id="mentions" title="提到我的批注" count={mentions.length}>
				{mentions.map(({ commentId, articleId, title, authorName, text, at }) => (
					<li key={commentId} className={styles.mention}>
						<Link href={`/desk/article/${articleId}`} prefetch={false}>
							《{title}》
						</Link>
						<span>
							{authorName}：{truncate(text, 60)}
						</span>
						<time dateTime={at.toISOString()}>{dayAndTime(at)}</time>
					</li>
				))}
			</WorkSection>
			<WorkSection id="changed" title="我签之后又有改动" count={work.changed.length}>
				{work.changed.map((row) => (
					<BoardLine
						key={row.id}
						row={row}
						now={now}
						href={`/desk/article/${row.id}/history?from=${row.signedRevision}&to=${row.revision}`}
					>
						<span>
							您在第 {row.signedRevision} 稿签了{stageNames[row.stage]}，{row.isCarried ? '签名延续' : '签名已作废'}
							；点标题看改了什么
						</span>
					</BoardLine>
				))}
			</WorkSection>
			<WorkSection id="returned" title="退给我改的" count={work.returned.length}>
				{work.returned.map((row) => (
					<BoardLine key={row.id} row={row} now={now} hideState />
				))}
			</WorkSection>
			<WorkSection id="under-way" title="我写的，在审" count={work.underWay.length}>
				{work.underWay.map((row) => (
					<BoardLine key={row.id} row={row} now={now} />
				))}
			</WorkSection>
			{writes && (
				<WorkSection
					id="drafts"
					title="我的草稿"
					count={work.drafts.length}
					nothing="没有草稿。按 n 新建一篇，写好后送审。"
				>
					{work.drafts.map((row) => (
						<BoardLine key={row.id} row={row} now={now} hideState />
					))}
				</WorkSection>
			)}
			<RowKeys />
			<KeepFresh />
		</>
	);
}
