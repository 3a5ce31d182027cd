import { nameplatePath, nameplateViewBox } from '@/components/reader/nameplate';
import { isTyped } from '@/components/reader/nameplate-drawing';
import { figuresOf } from '@/lib/article/body';
import { bylineText } from '@/lib/article/byline';
import type { PublishedArticle } from '@/lib/article/published';
import { mediaPath } from '@/lib/media/files';
import { pickRendition } from '@/lib/media/media';
import { openingOf } from '@/lib/site/opening';
import type { Story } from '@/lib/site/story';
import { origin } from '@/lib/site/version';
import { chineseDate, pageLabel, weekday } from '@/lib/time';
import { shareAddresses } from './share-address';
import type { SharePicture, ShareStory } from './share-story';

/** More than the largest of the pictures has room for. */
const openingLength = 700;
/** The widest place of a picture. */
const pictureWidth = 960;
/** Credits of what is drawn: nothing of it may be cut off. */
const drawn = /制图|绘|作$/;

/** What the pictures of a published story show of it. */
export function toShareStory(paper: string, story: Story): ShareStory {
	const { article, column, series } = story;
	const { bylines, dateline, date, pageNo, pageName } = article;
	return {
		paper,
		nameplate: isTyped(paper) ? undefined : { path: nameplatePath, width: Number(nameplateViewBox.split(' ')[2]) },
		day: `${chineseDate(date)}　${weekday(date)}`,
		place: pageNo > 0 ? `${pageLabel(pageNo)}　${pageName}` : pageName,
		column: column?.name,
		series: series?.name,
		kicker: article.kicker,
		headline: article.headline,
		deck: article.deck,
		byline: bylineText(bylines, dateline),
		names: bylines.map(({ name }) => name).filter((name) => /^[\p{Script=Han}·]{2,6}$/u.test(name)),
		dateline,
		opening: openingTexts(article),
		picture: leadPicture(story),
		address: origin() + shareAddresses(article.id).page,
	};
}

function openingTexts({ body }: PublishedArticle): ShareStory['opening'] {
	const opening: ShareStory['opening'] = [];
	let length = 0;
	for (const { text, block } of openingOf(body)) {
		if (length >= openingLength) break;
		opening.push({ text: text.slice(0, openingLength), isQuestion: block.type === 'question' });
		length += text.length;
	}
	return opening;
}

function leadPicture({ article, pictures }: Story): SharePicture | undefined {
	for (const { attrs } of figuresOf(article.body)) {
		const rendition = pickRendition(pictures.get(attrs.media)?.renditions ?? [], pictureWidth);
		if (!rendition) continue;
		const { width, height, file } = rendition;
		const { credit } = attrs;
		return { file: mediaPath(file), width, height, credit, isWhole: drawn.test(credit) };
	}
	return undefined;
}
