import type { ReactNode } from 'react';
import type { InterviewFace, StoryRow } from '@/lib/article/published';
import type { PublishedHeading } from '@/lib/column/published';
import type { PublishedPicture } from '@/lib/media/published';
import { chineseDate } from '@/lib/time';
import { Clauses } from './inline';
import { Pager } from './pager';
import { Picture } from './picture';
import { StoryList } from './story-list';
import { StoryPlace } from './story-place';

/** One leaf of a list of stories under a heading. */
export interface HeadingView {
	/** 栏目, 主题, 标签 */
	label: string;
	heading: PublishedHeading;
	rows: readonly StoryRow[];
	total: number;
	page: number;
	pages: number;
	/** The address of the first leaf. */
	path: string;
	feed?: string;
	/** Names of columns by id, where stories of several stand together. */
	columns?: ReadonlyMap<string, string>;
	/** Who is interviewed, for a column of interviews. */
	faces?: ReadonlyMap<string, InterviewFace>;
	pictures?: ReadonlyMap<string, PublishedPicture>;
}

/** A column, series or tag: its name, what it is, its stories with the latest first. */
export function HeadingPage({
	label,
	heading,
	rows,
	total,
	page,
	pages,
	path,
	feed,
	columns,
	faces,
	pictures,
}: HeadingView) {
	return (
		<section className="heading-page">
			<HeadingHead label={label} name={heading.name} intro={heading.intro}>
				<span>共 {total} 篇</span>
				{feed && <a href={feed}>订阅</a>}
			</HeadingHead>
			{rows.length === 0 && <p className="empty">这里还没有刊发过稿件。</p>}
			{faces ? (
				<InterviewList rows={rows} faces={faces} pictures={pictures ?? new Map()} />
			) : (
				<StoryList rows={rows} columns={columns} level={2} />
			)}
			<Pager page={page} pages={pages} hrefOf={(n) => (n === 1 ? path : `${path}/${n}`)} />
		</section>
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

interface InterviewProps {
	rows: readonly StoryRow[];
	faces: ReadonlyMap<string, InterviewFace>;
	pictures: ReadonlyMap<string, PublishedPicture>;
}

/** 一把手访谈: the person, the office, the portrait; then what was said. */
function InterviewList({ rows, faces, pictures }: InterviewProps) {
	return (
		<ol className="interviews">
			{rows.map((row, index) => {
				const face = faces.get(row.id);
				const picture = face?.pictureId ? pictures.get(face.pictureId) : undefined;
				return (
					<li key={row.id}>
						{picture && (
							<div className="interview-face">
								<Picture picture={picture} alt="" sizes="(max-width: 40rem) 40vw, 14rem" first={index === 0} />
							</div>
						)}
						<div>
							{face && (
								<p className="interview-person">
									<b>{face.name}</b>
									<span>{face.office}</span>
								</p>
							)}
							<h2>
								<a href={`/article/${row.id}`}>
									<Clauses text={row.headline} />
								</a>
							</h2>
							<p className="stories-place">
								<time dateTime={row.date}>{chineseDate(row.date)}</time>
								<StoryPlace row={row} />
							</p>
						</div>
					</li>
				);
			})}
		</ol>
	);
}
