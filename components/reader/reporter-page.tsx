import type { StoryRow } from '@/lib/article/published';
import type { PublishedPicture } from '@/lib/media/published';
import type { PublishedReporter } from '@/lib/reporter/published';
import { Pager } from './pager';
import { Picture } from './picture';
import { StoryList } from './story-list';

export interface ReporterView {
	paper: string;
	reporter: PublishedReporter;
	portrait: PublishedPicture | undefined;
	rows: readonly StoryRow[];
	total: number;
	page: number;
	pages: number;
	columns: ReadonlyMap<string, string>;
}

/** 记者: who he is, what he covers, how to reach him, what he wrote. */
export function ReporterPage({ paper, reporter, portrait, rows, total, page, pages, columns }: ReporterView) {
	return (
		<section className="reporter-page">
			<header className="reporter-head">
				{portrait && <Picture picture={portrait} alt={`${reporter.name}像`} sizes="12rem" first />}
				<div>
					<p className="heading-label">《{paper}》记者</p>
					<h1>{reporter.name}</h1>
					<Facts reporter={reporter} />
					{reporter.retiredAt && <p className="reporter-left">已不在本报任职，署名与作品照旧保留。</p>}
				</div>
			</header>
			<h2 className="rubric">作品 {total} 篇</h2>
			{rows.length === 0 && <p className="empty">还没有刊发过作品。</p>}
			<StoryList rows={rows} columns={columns} level={3} />
			<Pager
				page={page}
				pages={pages}
				hrefOf={(n) => (n === 1 ? `/reporter/${reporter.id}` : `/reporter/${reporter.id}/${n}`)}
			/>
		</section>
	);
}

function Facts({ reporter }: { reporter: PublishedReporter }) {
	const facts = [
		['部门', reporter.department],
		['报道领域', reporter.beats.join('、')],
		['记者证', reporter.pressCard],
		['电话', reporter.phone],
	].filter(([, value]) => value);
	return (
		<dl className="reporter-facts">
			{facts.map(([name, value]) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd>{value}</dd>
				</div>
			))}
			{reporter.email && (
				<div>
					<dt>邮箱</dt>
					<dd>
						<a href={`mailto:${reporter.email}`}>{reporter.email}</a>
					</dd>
				</div>
			)}
		</dl>
	);
}
