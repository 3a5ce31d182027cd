import { ReporterPage } from '@/components/reader/reporter-page';
import { listStoriesOfReporter, storiesPerPage } from '@/lib/article/published';
import { findPicture } from '@/lib/media/published';
import { findReporter } from '@/lib/reporter/published';
import { parsePageNo } from '@/lib/site/page-parts';
import { missing, moved, type PageContext, type ReaderPage } from '@/lib/site/reader-page';
import { siteTags } from '@/lib/site/tags';
import { namesOf } from './heading';

/** `/reporter/{id}`: the person and the latest stories. */
export const reporterPage: ReaderPage = {
	pattern: '/reporter/:id',
	answer: ({ id = '' }, context) => answerLeaf(id, 1, context),
};

/** `/reporter/{id}/2`: older stories. */
export const reporterLeafPage: ReaderPage = {
	pattern: '/reporter/:id/:page',
	async answer({ id = '', page = '' }, context) {
		const no = parsePageNo(page);
		if (no === 1) return moved(`/reporter/${id}`);
		return no === undefined ? missing() : answerLeaf(id, no, context);
	},
};

const idPattern = /^[a-z0-9_-]{1,40}$/i;

async function answerLeaf(id: string, page: number, { shell }: PageContext) {
	const reporter = idPattern.test(id) ? await findReporter(id) : null;
	if (!reporter) return missing();
	const [{ rows, total }, portrait] = await Promise.all([
		listStoriesOfReporter(id, page),
		reporter.portraitId ? findPicture(reporter.portraitId) : undefined,
	]);
	const pages = Math.max(1, Math.ceil(total / storiesPerPage));
	if (page > pages) return missing();
	const path = `/reporter/${id}`;
	return {
		kind: 'document' as const,
		tags: [
			siteTags.reporter(id),
			...rows.map((row) => siteTags.article(row.id)),
			...(portrait ? [siteTags.media(portrait.id)] : []),
		],
		document: {
			title: page === 1 ? `记者${reporter.name}` : `记者${reporter.name}（第 ${page} 页）`,
			description: `《${shell.paper.name}》记者${reporter.name}，${reporter.department}。`,
			path: page === 1 ? path : `${path}/${page}`,
			faces: { head: [reporter.name] },
			previous: page > 1 ? (page === 2 ? path : `${path}/${page - 1}`) : undefined,
			next: page < pages ? `${path}/${page + 1}` : undefined,
			body: (
				<ReporterPage
					paper={shell.paper.name}
					reporter={reporter}
					portrait={portrait}
					rows={rows}
					total={total}
					page={page}
					pages={pages}
					columns={namesOf(shell.columns)}
				/>
			),
		},
	};
}
