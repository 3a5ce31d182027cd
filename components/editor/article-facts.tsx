import { amendmentNames } from '@/lib/article/article';
import { errorRateWords } from '@/lib/article/error-rate';
import { clockTime, dayAndTime, pageLabel } from '@/lib/time';
import { reviewWords } from '@/lib/workflow/review-words';
import { returnReasons } from '@/lib/workflow/schema';
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
				{article.errorRate && (
					<>
						<dt>校对</dt>
						<dd>{errorRateWords(article.errorRate)}</dd>
					</>
				)}
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
			{article.amendments.length > 0 && <AmendmentFacts amendments={article.amendments} />}
			<h2>审稿记录</h2>
			<p>
				<a href={`/desk/article/${id}/sheet`} target={`sheet-${id}`} aria-keyshortcuts="Control+Alt+S">
					审稿单
				</a>
			</p>
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

/** What was changed after publication, and where it is seen to have arrived. */
function AmendmentFacts({ amendments }: Pick<EditedArticle, 'amendments'>) {
	return (
		<>
			<h2>更正与回执</h2>
			<ol className={styles.reviews}>
				{amendments.map((amendment) => (
					<li key={amendment.at}>
						<p>
							{amendmentNames[amendment.kind]}　{amendment.actorName}
							<time dateTime={amendment.at} className={styles.reviewTime}>
								{dayAndTime(new Date(amendment.at))}
							</time>
						</p>
						<p className={styles.reviewNote}>{amendment.note}</p>
						{amendment.notice !== 'none' && <p className={styles.reviewNote}>{noticeWords[amendment.notice]}</p>}
						<ul className={styles.receipts}>
							{amendment.receipts.length === 0 && <li>正在核对各处…</li>}
							{amendment.receipts.map(({ outlet, path, ok, at }) => (
								<li key={path}>
									<a href={path} target="_blank" rel="noopener">
										{outletNames[outlet] ?? outlet}
									</a>
									{ok ? `已生效 ${clockTime(new Date(at))}` : '还没有生效，请告知技术部'}
								</li>
							))}
						</ul>
					</li>
				))}
			</ol>
		</>
	);
}

const noticeWords: Record<Exclude<EditedArticle['amendments'][number]['notice'], 'none'>, string> = {
	owed: '下一期报纸的相应版位还欠一条更正',
	printed: '报纸已刊登更正',
	waived: '报纸不再刊登更正（已豁免）',
};

const outletNames: Record<string, string> = {
	article: '文章页',
	list: '列表',
	feed: '订阅',
	search: '搜索',
	page: '版面',
	pdf: '版面 PDF',
};

/** Why it came back, above the text, while it is still a returned one. */
export function latestReturn(article: EditedArticle): string | undefined {
	const [latest] = article.reviews;
	if (article.state !== 'returned' || latest?.verdict !== 'returned') return undefined;
	const reason = latest.reason ? `（${returnReasons[latest.reason]}）` : '';
	return `${latest.actorName} ${dayAndTime(new Date(latest.at))} 退稿${reason}：${latest.note}`;
}
