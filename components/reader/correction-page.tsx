import { amendmentNames } from '@/lib/article/article';
import type { AmendmentRow } from '@/lib/article/published';
import { chineseDate, dayAndTime } from '@/lib/time';
import { Clauses } from './inline';
import { Pager } from './pager';

export interface CorrectionView {
	paper: string;
	rows: readonly AmendmentRow[];
	page: number;
	pages: number;
}

/** 更正与说明: what was wrong stays for all to see, in the order in which it was put right. */
export function CorrectionPage({ paper, rows, page, pages }: CorrectionView) {
	return (
		<section className="corrections">
			<header className="corrections-head">
				<h1>更正与说明</h1>
				<p>《{paper}》发现刊发的内容有误，即予更正，并在这里留下说明。</p>
			</header>
			{rows.length === 0 && <p className="empty">还没有需要更正的内容。</p>}
			<ol className="corrections-list">
				{rows.map((row) => (
					<li key={row.id}>
						<p className="corrections-kind">
							{amendmentNames[row.kind]}
							<time dateTime={row.at.toISOString()}>{dayAndTime(row.at)}</time>
						</p>
						{row.headline && (
							<h2>
								<a href={`/article/${row.articleId}`}>
									<Clauses text={row.headline} />
								</a>
							</h2>
						)}
						<p>{row.note}</p>
						<p className="stories-place">
							原载 <time dateTime={row.date}>{chineseDate(row.date)}</time>{' '}
							{row.pageNo > 0 ? `第${String(row.pageNo).padStart(2, '0')}版` : '网络版'}
						</p>
					</li>
				))}
			</ol>
			<Pager page={page} pages={pages} hrefOf={(n) => (n === 1 ? '/correction' : `/correction/${n}`)} />
		</section>
	);
}
