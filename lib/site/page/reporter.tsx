import { ReporterPage } from '@/components/reader/reporter-page';
import { type LeafAsked, leafPath, leafTitle } from '@/lib/article/archive/leaf';
import { listColumnsOfReporter } from '@/lib/article/archive/published';
import { listHeadingsById, type PublishedHeading } from '@/lib/column/published';
import { findPicture } from '@/lib/media/published';
import { findReporter } from '@/lib/reporter/published';
import { profilePage } from '@/lib/site/linked-data/lists';
import { type DocumentAnswer, missing, type PageContext } from '@/lib/site/reader-page';
import { siteTags } from '@/lib/site/tags';
import { archivePages, readLeaf } from './archive-pages';
import { namesOf } from './heading';
import { findSubject, tagsOfSubject } from './subject';

/** Of the columns that he writes for. */
const mostColumns = 5;

/** `/reporter/{id}`: the person, and his stories by leaves, years and months. */
export const reporterPages = archivePages('reporter', answerLeaf);

async function answerLeaf(id: string, asked: LeafAsked, { shell }: PageContext) {
	const subject = await findSubject('reporter', shell.paper.id, id);
	const reporter = subject && (await findReporter(id));
	const leaf = subject && (await readLeaf(subject, asked));
	if (!reporter || !leaf) return missing();
	const [columns, portrait] = await Promise.all([
		readColumns(id),
		reporter.portraitId ? findPicture(reporter.portraitId) : undefined,
	]);
	const { path, name } = subject;
	const { rows, page, pages } = leaf;
	const pathOf = (no: number) => leafPath(path, { ...asked, page: no });
	const answer: DocumentAnswer = {
		kind: 'document',
		tags: [
			...tagsOfSubject(subject),
			...rows.map((row) => siteTags.article(row.id)),
			...(portrait ? [siteTags.media(portrait.id)] : []),
		],
		document: {
			title: leafTitle(name, asked),
			description: `《${shell.paper.name}》${[name, reporter.department].filter(Boolean).join('，')}。`,
			path: pathOf(page),
			data: profilePage(shell.paper, { reporter, portrait, path: pathOf(page), rows }),
			faces: { head: [reporter.name] },
			previous: page > 1 ? pathOf(page - 1) : undefined,
			next: page < pages ? pathOf(page + 1) : undefined,
			feeds: [{ title: name, path: `${path}/feed.xml` }],
			body: (
				<ReporterPage
					paper={shell.paper.name}
					reporter={reporter}
					portrait={portrait}
					path={path}
					leaf={leaf}
					writesFor={columns}
					columns={namesOf(shell.columns)}
				/>
			),
		},
	};
	return answer;
}

/** The columns for which he writes, most often first. */
async function readColumns(reporterId: string): Promise<PublishedHeading[]> {
	const written = await listColumnsOfReporter(reporterId, mostColumns);
	const { columns } = await listHeadingsById({ columns: written.map(({ id }) => id), series: [], tags: [] });
	const byId = new Map(columns.map((column) => [column.id, column]));
	return written.flatMap(({ id }) => byId.get(id) ?? []);
}
