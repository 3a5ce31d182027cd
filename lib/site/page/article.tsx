import { type ArticleView, Withdrawn } from '@/components/reader/article';
import { storiesPerPage } from '@/lib/article/archive/archive';
import { listLatestStories } from '@/lib/article/archive/published';
import { mediaOf } from '@/lib/article/body';
import { findArticle, listStoriesOfDay, type PublishedArticle, type StoryRow } from '@/lib/article/published';
import { listPages, type PublishedPaper } from '@/lib/edition/published';
import { listPictures } from '@/lib/media/published';
import { listRelated } from '@/lib/search/published';
import { type Around, articleDocument, readArticleView, relatedAsked } from '@/lib/site/article-document';
import { missing, type PageAnswer, type ReaderPage } from '@/lib/site/reader-page';
import { tagsOfStory } from '@/lib/site/story';
import { siteTags } from '@/lib/site/tags';
import { origin } from '@/lib/site/version';
import { addDays, type IsoDate } from '@/lib/time';

/** Of ids as lib/id.ts makes them, and of those that were imported: nothing else is looked up. */
const idPattern = /^[a-z0-9_-]{1,40}$/i;

/** `/article/{id}`: the story as readers have it, 410 with the notice where it was withdrawn. */
export const articlePage: ReaderPage = {
	pattern: '/article/:id',
	async answer({ id = '' }, { shell, today }) {
		const found = idPattern.test(id) ? await findArticle(id) : undefined;
		if (found?.withdrawn) return withdrawnAnswer(id, found.withdrawn);
		if (!found?.article) return missing();
		const { paper } = shell;
		const { article } = found;
		const read = await readArticleView(paper, article, () => readAround(paper, article));
		const view = { ...read, address: `${origin()}/article/${id}` };
		return { kind: 'document', tags: tagsOf(view, today), document: articleDocument(paper, view) };
	},
};

async function readAround(paper: PublishedPaper, article: PublishedArticle): Promise<Around> {
	const { columnId, date, pageNo } = article;
	const [[page], ofDay, ofColumn, related, pictures] = await Promise.all([
		listPages(paper.id, date, pageNo),
		listStoriesOfDay(paper.id, date),
		columnId ? listLatestStories({ kind: 'column', id: columnId }, storiesPerPage) : [],
		listRelated(article, relatedAsked),
		listPictures(mediaOf(article.body)),
	]);
	return {
		page,
		siblings: ofDay.filter((row) => row.pageNo === pageNo),
		ofColumn,
		related,
		pictures,
	};
}

/** What stands beside an older story stays as it was found: it is not rendered anew for every story of its column. */
const daysWithNews = 30;

function tagsOf(view: ArticleView, today: IsoDate): string[] {
	const { article, column, tags, previous, next, related, more } = view;
	const beside: StoryRow[] = [previous, next, ...related, ...more].filter((row) => row !== undefined);
	const headings = [...(column ? [siteTags.column(column.id)] : []), ...tags.map(({ id }) => siteTags.tag(id))];
	const lists = article.date < addDays(today, -daysWithNews) ? [] : headings.map(siteTags.storiesOf);
	return [...new Set([...tagsOfStory(view), ...beside.map((row) => siteTags.article(row.id)), ...lists])];
}

function withdrawnAnswer(
	id: string,
	{ withdrawnAt, withdrawNote }: { withdrawnAt: Date; withdrawNote: string },
): PageAnswer {
	return {
		kind: 'document',
		status: 410,
		tags: [siteTags.article(id)],
		document: {
			title: '本文已撤稿',
			path: `/article/${id}`,
			faces: { head: ['本文已撤稿'] },
			unlisted: true,
			body: <Withdrawn note={withdrawNote} at={withdrawnAt} />,
		},
	};
}
