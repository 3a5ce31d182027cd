import { listStoriesOfDay } from '@/lib/article/published';
import { findEdition, listPages, type PublishedPaper } from '@/lib/edition/published';
import {
	type Ninjs,
	type NinjsPaper,
	type NinjsPicture,
	ninjsMime,
	toCanceledNinjs,
	toEditionNinjs,
	toNinjs,
} from '@/lib/feed/ninjs';
import type { PublishedPicture } from '@/lib/media/published';
import { revalidate } from '@/lib/site/answer';
import { summaryOf } from '@/lib/site/article-document';
import { pictureSrc } from '@/lib/site/picture-address';
import { type FileAnswer, missing, type ReaderPage } from '@/lib/site/reader-page';
import { shareAddresses } from '@/lib/site/share/share-address';
import { findStory, type Story, tagsOfStory } from '@/lib/site/story';
import { siteTags } from '@/lib/site/tags';
import { origin } from '@/lib/site/version';

/** `/article/{id}/ninjs.json`: the story as IPTC ninjs 3.1; of a withdrawn one that it is canceled, with 410. */
export const articleNinjsPage: ReaderPage = {
	pattern: shareAddresses(':id').data,
	isLazy: true,
	async answer({ id = '' }, { shell: { paper } }) {
		const found = await findStory(id);
		if (!found) return missing();
		if ('withdrawn' in found) {
			const { withdrawnAt, withdrawNote } = found.withdrawn;
			const canceled = toCanceledNinjs(origin(), id, withdrawnAt, withdrawNote);
			return { ...ninjsAnswer(canceled, [siteTags.article(id)]), status: 410 };
		}
		return ninjsAnswer(toNinjs(paperOf(paper), toItem(found.story)), tagsOfStory(found.story));
	},
};

/** `/paper/2026-11-22/ninjs.json`: the edition as a package of its stories, by page and rank. */
export const editionNinjsPage: ReaderPage = {
	pattern: '/paper/:date/ninjs.json',
	isLazy: true,
	async answer({ date = '' }, { shell: { paper } }) {
		const edition = await findEdition(paper.id, date);
		if (!edition) return missing();
		const [ofDay, pages] = await Promise.all([listStoriesOfDay(paper.id, date), listPages(paper.id, date)]);
		const stories = ofDay.filter(({ pageNo }) => pageNo > 0);
		const updatedAt = new Date(Math.max(...[edition.publishedAt, ...pages.map((page) => page.updatedAt)].map(Number)));
		const item = toEditionNinjs(paperOf(paper), { ...edition, updatedAt, stories });
		return ninjsAnswer(item, [siteTags.edition(date), ...stories.map(({ id }) => siteTags.article(id))]);
	},
};

function ninjsAnswer(item: Ninjs, tags: readonly string[]): FileAnswer {
	const headers = { 'Content-Type': ninjsMime, 'Cache-Control': revalidate, 'X-Robots-Tag': 'noindex' };
	return { kind: 'file', headers, body: JSON.stringify(item), tags, keep: 'table' };
}

function paperOf({ name, footer }: PublishedPaper): NinjsPaper {
	return { name, copyright: footer.copyright, origin: origin() };
}

function toItem(story: Story): Parameters<typeof toNinjs>[1] {
	const { article, pictures } = story;
	return {
		...story,
		summary: summaryOf(article),
		image: shareAddresses(article.id).image,
		pictures: new Map([...pictures].map(([id, picture]) => [id, toPicture(picture)])),
	};
}

function toPicture(picture: PublishedPicture): NinjsPicture {
	return {
		id: picture.id,
		renditions: picture.renditions.map((rendition) => ({
			href: origin() + pictureSrc(picture, rendition),
			contentType: rendition.mime,
			width: rendition.width,
			height: rendition.height,
		})),
	};
}
