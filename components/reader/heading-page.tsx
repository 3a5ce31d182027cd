import type { ReactNode } from 'react';
import { type ArchiveLeaf, periodName } from '@/lib/article/archive/leaf';
import { ArchiveStrip } from './archive-strip';
import { FeedLinks } from './feed-links';
import { InterviewGallery, type InterviewView } from './interview-gallery';
import { LeafEnd } from './leaf-end';
import { StoryList } from './story-list';

/** One leaf of a list of stories under a heading. */
export interface HeadingView {
	/** 栏目, 主题, 标签 */
	label: string;
	name: string;
	intro: string;
	/** The address of the first leaf. */
	path: string;
	leaf: ArchiveLeaf;
	/** Names of columns by id, where stories of several stand together. */
	columns?: ReadonlyMap<string, string>;
	/** Who is interviewed, for a column of interviews. */
	interviews?: InterviewView;
}

/** A column, series or tag: its name, what it is, its stories with the latest first. */
export function HeadingPage({ label, name, intro, path, leaf, columns, interviews }: HeadingView) {
	const { rows, months, total, period, page } = leaf;
	return (
		<section className={interviews ? 'heading-page heading-gallery' : 'heading-page'}>
			<HeadingHead label={label} name={name} intro={intro}>
				<span>共 {total} 篇</span>
				{months.length > 1 && !period && <a href="#archive">按年月查看</a>}
				{period && <a href={path}>最新稿件</a>}
				<FeedLinks path={path} />
			</HeadingHead>
			{period && <ArchiveStrip path={path} months={months} period={period} unit="篇" />}
			{period && <PeriodHead leaf={leaf} />}
			{rows.length === 0 && <p className="empty">这里还没有刊发过稿件。</p>}
			{interviews ? (
				<InterviewGallery rows={rows} {...interviews} withLead={page === 1 && !period} />
			) : (
				<StoryList rows={rows} columns={columns} level={period ? 3 : 2} />
			)}
			<LeafEnd path={path} leaf={leaf} />
		</section>
	);
}

/** Which year or month of an archive this is. */
export function PeriodHead({ leaf: { period, stories } }: { leaf: ArchiveLeaf }) {
	return (
		<h2 className="archive-head">
			{periodName(period)} <small>{stories} 篇</small>
		</h2>
	);
}

/** The head of a list: under a thick and a thin rule, what kind of heading, its name, its introduction. */
export function HeadingHead(props: { label: string; name: string; intro: string; children?: ReactNode }) {
	return (
		<header className="heading-head">
			<p className="heading-label">{props.label}</p>
			<h1>{props.name}</h1>
			{props.intro && <p className="heading-intro">{props.intro}</p>}
			<p className="heading-facts">{props.children}</p>
		</header>
	);
}
