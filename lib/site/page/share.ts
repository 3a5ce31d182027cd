import { findArticle } from '@/lib/article/published';
import { revalidate } from '@/lib/site/answer';
import { type FileAnswer, missing, type ReaderPage } from '@/lib/site/reader-page';
import { drawShareImage } from '@/lib/site/share/artist';
import { qrSvg } from '@/lib/site/share/qr';
import { shareAddresses } from '@/lib/site/share/share-address';
import type { ShareKind } from '@/lib/site/share/share-story';
import { toShareStory } from '@/lib/site/share/to-share-story';
import { findStory, tagsOfStory } from '@/lib/site/story';
import { siteTags } from '@/lib/site/tags';
import { origin } from '@/lib/site/version';

/** `/article/{id}/og.png`: the picture that stands for a link, 1200 × 630. */
export const linkImagePage = sharePage('image', shareAddresses(':id').image);

/** `/article/{id}/poster.png`: 分享图. */
export const posterPage = sharePage('poster', shareAddresses(':id').poster);

/** Drawn when somebody asks, once; a change of anything that it shows has it drawn anew. */
function sharePage(kind: ShareKind, pattern: string): ReaderPage {
	return {
		pattern,
		isLazy: true,
		async answer({ id = '' }, { shell: { paper } }) {
			const found = await findStory(id);
			if (!found) return missing();
			if ('withdrawn' in found) return withdrawnFile(id);
			const png = await drawShareImage(kind, toShareStory(paper.name, found.story));
			return pictureAnswer('image/png', png, tagsOfStory(found.story));
		},
	};
}

/** `/article/{id}/qr.svg`: 二维码 of the permanent address. */
export const qrPage: ReaderPage = {
	pattern: shareAddresses(':id').code,
	isLazy: true,
	async answer({ id = '' }) {
		const found = await findArticle(id);
		if (!found) return missing();
		if (found.withdrawn) return withdrawnFile(id);
		return pictureAnswer('image/svg+xml', qrSvg(origin() + shareAddresses(id).page), [siteTags.article(id)]);
	},
};

function pictureAnswer(type: string, body: string | Uint8Array, tags: readonly string[]): FileAnswer {
	const headers = { 'Content-Type': type, 'Cache-Control': revalidate };
	return { kind: 'file', headers, body, tags, keep: 'table' };
}

/** What is made of a story goes with it. */
function withdrawnFile(id: string): FileAnswer {
	const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': revalidate };
	return { kind: 'file', status: 410, headers, body: '本文已撤稿。\n', tags: [siteTags.article(id)], keep: 'table' };
}
