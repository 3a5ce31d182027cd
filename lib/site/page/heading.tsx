import { HeadingPage } from '@/components/reader/heading-page';
import type { InterviewView } from '@/components/reader/interview-gallery';
import { type LeafAsked, leafPath, leafTitle } from '@/lib/article/archive/leaf';
import { listInterviewFaces, type StoryRow } from '@/lib/article/published';
import type { PublishedHeading } from '@/lib/column/published';
import { listPictures } from '@/lib/media/published';
import { collectionPage } from '@/lib/site/linked-data/lists';
import { type DocumentAnswer, missing, type PageContext } from '@/lib/site/reader-page';
import { siteTags } from '@/lib/site/tags';
import { archivePages, readLeaf } from './archive-pages';
import { findSubject, tagsOfSubject } from './subject';

const labels = { column: '栏目', series: '主题', tag: '标签' };

export const columnPages = headingPages('column');
export const seriesPages = headingPages('series');
export const tagPages = headingPages('tag');

/** `/column/{slug}`: its stories, the latest first, by leaves, years and months. */
function headingPages(kind: keyof typeof labels) {
	return archivePages(kind, (slug, asked, context) => answerLeaf(kind, slug, asked, context));
}

async function answerLeaf(kind: keyof typeof labels, slug: string, asked: LeafAsked, { shell }: PageContext) {
	const subject = await findSubject(kind, shell.paper.id, slug);
	const leaf = subject && (await readLeaf(subject, asked));
	if (!subject || !leaf) return missing();
	const { name, path, intro } = subject;
	const { rows, page, pages } = leaf;
	const interviews = subject.columnKind === 'interview' ? await readInterviews(rows) : undefined;
	const pathOf = (no: number) => leafPath(path, { ...asked, page: no });
	const description = intro || `${labels[kind]}“${name}”的全部稿件`;
	const answer: DocumentAnswer = {
		kind: 'document',
		tags: [
			...tagsOfSubject(subject),
			...rows.map((row) => siteTags.article(row.id)),
			...[...(interviews?.pictures.keys() ?? [])].map(siteTags.media),
		],
		document: {
			title: leafTitle(name, asked),
			description,
			path: pathOf(page),
			current: path,
			faces: { head: [name, ...(interviews ? rows.slice(0, 1).map((row) => row.headline) : [])] },
			previous: page > 1 ? pathOf(page - 1) : undefined,
			next: page < pages ? pathOf(page + 1) : undefined,
			data: collectionPage(
				shell.paper,
				{ name, description, path: pathOf(page), firstPath: path, page },
				rows,
				leaf.stories,
			),
			feeds: [{ title: name, path: `${path}/feed.xml` }],
			body: (
				<HeadingPage
					label={labels[kind]}
					name={name}
					intro={intro}
					path={path}
					leaf={leaf}
					columns={kind === 'column' ? undefined : namesOf(shell.columns)}
					interviews={interviews}
				/>
			),
		},
	};
	return answer;
}

async function readInterviews(rows: readonly StoryRow[]): Promise<InterviewView> {
	const faces = await listInterviewFaces(rows.map((row) => row.id));
	const pictures = await listPictures([...faces.values()].flatMap((face) => face.pictureId ?? []));
	return { faces, pictures };
}

/** Names of columns by their ids. */
export function namesOf(columns: readonly PublishedHeading[]): Map<string, string> {
	return new Map(columns.map(({ id, name }) => [id, name]));
}
