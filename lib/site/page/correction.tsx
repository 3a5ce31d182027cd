import { CorrectionPage } from '@/components/reader/correction-page';
import { storiesPerPage } from '@/lib/article/archive/archive';
import { listAmendments } from '@/lib/article/published';
import { parsePageNo } from '@/lib/site/page-parts';
import { missing, moved, type PageContext, type ReaderPage } from '@/lib/site/reader-page';
import { siteTags } from '@/lib/site/tags';

const path = '/correction';

/** `/correction`: what the paper has corrected, updated and withdrawn, latest first. */
export const correctionPage: ReaderPage = { pattern: path, answer: (_params, context) => answerLeaf(1, context) };

/** `/correction/2`: older ones. */
export const correctionLeafPage: ReaderPage = {
	pattern: `${path}/:page`,
	async answer({ page = '' }, context) {
		const no = parsePageNo(page);
		if (no === 1) return moved(path);
		return no === undefined ? missing() : answerLeaf(no, context);
	},
};

async function answerLeaf(page: number, { shell }: PageContext) {
	const { rows, total } = await listAmendments(shell.paper.id, page);
	const pages = Math.max(1, Math.ceil(total / storiesPerPage));
	if (page > pages) return missing();
	return {
		kind: 'document' as const,
		tags: [siteTags.amendments, ...rows.map((row) => siteTags.article(row.articleId))],
		document: {
			title: page === 1 ? '更正与说明' : `更正与说明（第 ${page} 页）`,
			description: `《${shell.paper.name}》对已刊发内容的更正、更新与撤稿说明。`,
			path: page === 1 ? path : `${path}/${page}`,
			faces: { head: ['更正与说明', ...rows.map((row) => row.headline)] },
			previous: page > 1 ? (page === 2 ? path : `${path}/${page - 1}`) : undefined,
			next: page < pages ? `${path}/${page + 1}` : undefined,
			body: <CorrectionPage paper={shell.paper.name} rows={rows} page={page} pages={pages} />,
		},
	};
}
