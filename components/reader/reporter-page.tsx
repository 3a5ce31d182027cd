import type { ReactNode } from 'react';
import { yearOf, yearsOf } from '@/lib/article/archive/archive';
import type { ArchiveLeaf } from '@/lib/article/archive/leaf';
import type { PublishedHeading } from '@/lib/column/published';
import type { PublishedPicture } from '@/lib/media/published';
import type { PublishedReporter } from '@/lib/reporter/published';
import { ArchiveStrip } from './archive-strip';
import { FeedLinks } from './feed-links';
import { PeriodHead } from './heading-page';
import { LeafEnd } from './leaf-end';
import { Picture } from './picture';
import { StoryList } from './story-list';

export interface ReporterView {
	paper: string;
	reporter: PublishedReporter;
	portrait: PublishedPicture | undefined;
	/** The address of the first leaf. */
	path: string;
	leaf: ArchiveLeaf;
	/** The columns that he writes for, most often first. */
	writesFor: readonly PublishedHeading[];
	/** Names of columns by id. */
	columns: ReadonlyMap<string, string>;
}

/** 记者: who he is, what he covers, how to reach him, what he wrote. */
export function ReporterPage({ paper, reporter, portrait, path, leaf, writesFor, columns }: ReporterView) {
	const { rows, months, period } = leaf;
	return (
		<section className="reporter-page">
			<header className={portrait ? 'reporter-head' : 'reporter-head plain'}>
				{portrait && (
					<div className="reporter-face">
						<Picture picture={portrait} alt={`${reporter.name}像`} sizes="13rem" first />
					</div>
				)}
				<div>
					<p className="heading-label">《{paper}》记者</p>
					<h1>
						{reporter.name}
						{reporter.retiredAt && <small className="reporter-left">已离职</small>}
					</h1>
					<Facts reporter={reporter} leaf={leaf} writesFor={writesFor} />
					{reporter.retiredAt && <p className="reporter-note">署名与作品照旧保留。</p>}
					<p className="heading-facts">
						{period && <a href={path}>最新作品</a>}
						<FeedLinks path={path} />
					</p>
				</div>
			</header>
			{period ? (
				<>
					<ArchiveStrip path={path} months={months} period={period} unit="篇" />
					<PeriodHead leaf={leaf} />
				</>
			) : (
				<h2 className="rubric">作品</h2>
			)}
			{rows.length === 0 && <p className="empty">还没有刊发过作品。</p>}
			<StoryList rows={rows} columns={columns} level={3} />
			<LeafEnd path={path} leaf={leaf} />
		</section>
	);
}

type FactsProps = Pick<ReporterView, 'reporter' | 'leaf' | 'writesFor'>;

function Facts({ reporter, leaf, writesFor }: FactsProps) {
	const { department, beats, pressCard, phone, email } = reporter;
	return (
		<dl className="reporter-facts">
			<Fact name="部门">{department}</Fact>
			<Fact name="领域">{beats.join('、')}</Fact>
			<Fact name="记者证">{pressCard}</Fact>
			<Fact name="电话">{phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>}</Fact>
			<Fact name="邮箱">{email && <a href={`mailto:${email}`}>{email}</a>}</Fact>
			<Fact name="刊发">{output(leaf)}</Fact>
			<Fact name="常写栏目">
				{writesFor.length > 0 && (
					<span className="reporter-columns">
						{writesFor.map(({ slug, name }) => (
							<a key={slug} href={`/column/${slug}`}>
								{name}
							</a>
						))}
					</span>
				)}
			</Fact>
		</dl>
	);
}

/** How many stories, since when, and of this year. */
function output({ months, total }: ArchiveLeaf): string {
	const first = months.at(-1)?.month;
	const [latest] = yearsOf(months);
	if (!first || !latest) return '';
	const since = `${yearOf(first)}年${Number(first.slice(5))}月以来 ${total} 篇`;
	return latest.stories === total ? since : `${since}，其中${latest.year}年 ${latest.stories} 篇`;
}

/** Left out where there is nothing to say. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
	if (!children) return null;
	return (
		<div>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</div>
	);
}
