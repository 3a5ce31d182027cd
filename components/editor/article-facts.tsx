import { assertNever } from '@/lib/errors';
import { dayAndTime, pageLabel } from '@/lib/time';
import { returnReasons } from '@/lib/workflow/schema';
import { stageNames } from '@/lib/workflow/signatures';
import type { EditedArticle } from './article-editor';
import styles from './editor.module.css';

/** Who wrote it, where it stands, and what reviewers said of it. */
export function ArticleFacts({ article }: { article: EditedArticle }) {
	const { id, authorName, actorName, savedAt, revision, places, reviews } = article;
	return (
		<>
			<h2>稿件</h2>
			<dl className={styles.factList}>
				<dt>作者</dt>
				<dd>{authorName}</dd>
				<dt>最近保存</dt>
				<dd>
					{actorName}，{dayAndTime(new Date(savedAt))}
				</dd>
				<dt>版次</dt>
				<dd>第 {revision} 稿</dd>
				<dt>编号</dt>
				<dd>{id}</dd>
				{places.length > 0 && (
					<>
						<dt>版面</dt>
						{places.map((place) => (
							<dd key={`${place.date}/${place.pageNo}`}>
								{place.date} {pageLabel(place.pageNo)} {place.pageName}
							</dd>
						))}
					</>
				)}
			</dl>
			<h2>审稿记录</h2>
			{reviews.length === 0 && <p className={styles.nothing}>还没有人审过。</p>}
			<ol className={styles.reviews}>
				{reviews.map((review) => (
					<li key={`${review.at} ${review.stage} ${review.verdict}`}>
						<p>
							{reviewWords(review)}　{review.actorName}　第 {review.revision} 稿
							<time dateTime={review.at} className={styles.reviewTime}>
								{dayAndTime(new Date(review.at))}
							</time>
						</p>
						{review.note && <p className={styles.reviewNote}>{review.note}</p>}
						{review.flag && <p className={styles.reviewFlag}>违反审者分离，理由：{review.flag}</p>}
					</li>
				))}
			</ol>
		</>
	);
}

/** 初审通过, 签发, 终审退稿至初审（事实待核）, 复审签名延续 */
function reviewWords({ stage, verdict, returnTo, reason }: EditedArticle['reviews'][number]): string {
	switch (verdict) {
		case 'signed':
			return stage === 'final' ? '签发' : `${stageNames[stage]}通过`;
		case 'carried':
			return `${stageNames[stage]}签名延续`;
		case 'returned':
			return `${stageNames[stage]}退${returnTo ? `至${stageNames[returnTo]}` : '稿'}${reason ? `（${returnReasons[reason]}）` : ''}`;
		default:
			return assertNever(verdict);
	}
}

/** Why it came back, above the text, while it is still a returned one. */
export function latestReturn(article: EditedArticle): string | undefined {
	const [latest] = article.reviews;
	if (article.state !== 'returned' || latest?.verdict !== 'returned') return undefined;
	const reason = latest.reason ? `（${returnReasons[latest.reason]}）` : '';
	return `${latest.actorName} ${dayAndTime(new Date(latest.at))} 退稿${reason}：${latest.note}`;
}
