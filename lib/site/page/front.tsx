import { Front } from '@/components/reader/front';
import { factsOf } from '@/components/reader/page-sheet';
import { listOnlineStories } from '@/lib/article/published';
import { findEdition, listPages } from '@/lib/edition/published';
import { listPictures } from '@/lib/media/published';
import { webSite } from '@/lib/site/linked-data/lists';
import { facesOfFront, frontStyles, picturesOfPage } from '@/lib/site/page-parts';
import type { ReaderPage } from '@/lib/site/reader-page';
import { siteTags } from '@/lib/site/tags';
import { findPagePicture, listPagePictures } from './print-of-page';

/** Of what is online before it stands on a page. */
export const mostOnline = 8;

/** `/`: the latest edition, and what came online since. */
export const frontPage: ReaderPage = {
	pattern: '/',
	async answer(_params, { shell: { paper }, today }) {
		const edition = await findEdition(paper.id);
		const pages = edition ? await listPages(paper.id, edition.date) : [];
		const online = await listOnlineStories(paper.id, edition?.date ?? today, mostOnline);
		const [first] = pages;
		const pictures = first ? await listPictures(picturesOfPage(first)) : new Map();
		const pagePictures = edition ? await listPagePictures(pages, edition, paper) : new Map();
		const facts = { ...paper, issueNo: edition?.issueNo ?? 0, pages: pages.length };
		return {
			kind: 'document',
			tags: [
				siteTags.latest,
				siteTags.today,
				...(edition ? [siteTags.edition(edition.date)] : []),
				...pages.flatMap((page) => page.brief.stories.map((story) => siteTags.article(story.id))),
				...online.map((story) => siteTags.article(story.id)),
				...[...pictures.keys()].map(siteTags.media),
			],
			document: {
				title: paper.slogan || '今天的报纸',
				description: `${paper.name}。${paper.slogan}`,
				path: '/',
				current: '/',
				data: webSite(paper),
				image: edition && first && (await findPagePicture(first, edition, facts)),
				faces: first ? facesOfFront(pages, first, factsOf(first, facts)) : {},
				styles: first && frontStyles(first),
				body: <Front {...{ paper: facts, pages, online, pictures, pagePictures, today }} />,
			},
		};
	},
};
