import { oneLine } from '@/lib/article/article';
import { type Block, type Body, blockTexts } from '@/lib/article/body';
import { bylineText } from '@/lib/article/byline';
import type { PublishedArticle, StoryRow } from '@/lib/article/published';
import { countWords } from '@/lib/text';
import { type IsoDate, zonedTime } from '@/lib/time';
import { bodyHtml, escapeHtml } from './body-html';

/**
 * IPTC ninjs 3.1, News in JSON (iptc.org/standards/ninjs, schema http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json).
 *
 * | ninjs | of a story |
 * |---|---|
 * | uri | its permanent address |
 * | type, profile | text; `text` or `text-photo` |
 * | version | number of the revision that readers have |
 * | firstCreated, contentCreated / versionCreated | published first / changed last, in the newsroom's zone |
 * | pubStatus | usable; `canceled` with nothing else once it is withdrawn, beside status 410 |
 * | headlines | by role: main 主题, kicker 引题, deck 副题, print 见报标题 where it differs |
 * | by, people | the byline as it prints; its persons, `rel` their role, `uri` a reporter's page |
 * | bodies | text/html and text/plain, the 电头 before the first paragraph; charCount in characters, wordCount in 字 |
 * | descriptions | `summary`; `correction` and `update` as readers see them |
 * | subjects | `column`, `series` and `about` (tags), `uri` their pages |
 * | organisations, copyrightHolder, copyrightNotice, usageTerms | the newspaper and what its site says of rights |
 * | associations | its pictures with all renditions |
 * | renditions | the page, the picture of a link, the PDF of the page that printed it |
 * | altIds | `print`: day and number of that page, `rank`: its place on it |
 *
 * An edition is of type composite; its stories are its associations, in the order of pages and ranks. Places and events are
 * not known to us and left out.
 */
export interface Ninjs {
	uri: string;
	[property: string]: unknown;
}

export const ninjsMime = 'application/json; charset=utf-8';

const standard = {
	name: 'ninjs',
	version: '3.1',
	schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
};
const language = 'zh-Hans';

/** The newspaper as its export names it. */
export interface NinjsPaper {
	name: string;
	/** What its site says of rights; empty where it says nothing. */
	copyright: string;
	/** The public address, without a slash at its end. */
	origin: string;
}

interface Named {
	name: string;
	slug: string;
}

export interface NinjsPicture {
	id: string;
	renditions: { href: string; contentType: string; width: number; height: number }[];
}

export interface NinjsStory {
	article: PublishedArticle;
	summary: string;
	column: Named | undefined;
	series: Named | undefined;
	tags: readonly Named[];
	/** Which of its signers have a page. */
	reporters: ReadonlySet<string>;
	pictures: ReadonlyMap<string, NinjsPicture>;
	/** Paths of what else shows it. */
	image: string;
}

/** A story as a news item; the same story gives the same item. */
export function toNinjs(paper: NinjsPaper, story: NinjsStory): Ninjs {
	const { origin } = paper;
	const { article, pictures } = story;
	const associations = picturesOf(article.body, pictures, origin);
	const by = bylineText(article.bylines, article.dateline).replace(/^□ /, '');
	return {
		uri: `${origin}/article/${article.id}`,
		standard,
		type: 'text',
		representationType: 'full',
		profile: associations.length > 0 ? 'text-photo' : 'text',
		version: String(article.revision),
		firstCreated: zonedTime(article.publishedAt),
		contentCreated: zonedTime(article.publishedAt),
		versionCreated: zonedTime(article.updatedAt),
		pubStatus: 'usable',
		language,
		title: oneLine(article.headline),
		headlines: headlinesOf(article),
		...(by && { by }),
		...rightsOf(paper, article.date),
		descriptions: descriptionsOf(story),
		bodies: bodiesOf(paper, story),
		people: article.bylines.map(({ name, role, reporterId }) => ({
			name,
			rel: role,
			...(reporterId && story.reporters.has(reporterId) && { uri: `${origin}/reporter/${reporterId}` }),
		})),
		organisations: [{ name: paper.name, rel: 'publisher', uri: `${origin}/` }],
		subjects: subjectsOf(story, origin),
		...(article.pageNo > 0 && { altIds: placeOf(article) }),
		renditions: renditionsOf(story, origin),
		associations,
	};
}

/** What is left of a story that was withdrawn: that it is. */
export function toCanceledNinjs(origin: string, id: string, withdrawnAt: Date, note: string): Ninjs {
	return {
		uri: `${origin}/article/${id}`,
		standard,
		type: 'text',
		versionCreated: zonedTime(withdrawnAt),
		pubStatus: 'canceled',
		language,
		...(note && { edNote: note }),
	};
}

interface NinjsEdition {
	date: IsoDate;
	issueNo: number;
	publishedAt: Date;
	/** When anything in it changed last. */
	updatedAt: Date;
	pages: readonly { no: number; name: string }[];
	/** In the order of pages and ranks. */
	stories: readonly StoryRow[];
}

/** An edition as a package: its stories by page and rank, each to be had in full at its own address. */
export function toEditionNinjs(paper: NinjsPaper, edition: NinjsEdition): Ninjs {
	const { origin } = paper;
	const { date, issueNo, publishedAt, updatedAt, pages, stories } = edition;
	return {
		uri: `${origin}/paper/${date}`,
		standard,
		type: 'composite',
		representationType: 'full',
		profile: 'edition',
		firstCreated: zonedTime(publishedAt),
		contentCreated: zonedTime(publishedAt),
		versionCreated: zonedTime(updatedAt),
		pubStatus: 'usable',
		language,
		title: `${paper.name} ${date}`,
		headlines: [{ role: 'main', contentType: 'text/plain', value: `${paper.name} ${date} 第${issueNo}期` }],
		...rightsOf(paper, date),
		organisations: [{ name: paper.name, rel: 'publisher', uri: `${origin}/` }],
		altIds: [{ role: 'issue', value: String(issueNo) }],
		renditions: [
			{ name: 'pdf', href: `${origin}/paper/${date}.pdf`, contentType: 'application/pdf', title: '全部版面' },
			...pages.map(({ no, name }) => ({
				name: `page-${no}`,
				href: `${origin}/paper/${date}/${no}`,
				contentType: 'text/html',
				title: `第${no}版 ${name}`,
			})),
		],
		associations: stories.map((story) => ({
			name: `page-${story.pageNo}-${story.rank}`,
			rel: 'part',
			uri: `${origin}/article/${story.id}`,
			type: 'text',
			representationType: 'partial',
			language,
			title: oneLine(story.headline),
			headlines: headlinesOf({ ...story, printedHeadline: story.headline }),
			altIds: placeOf(story),
			renditions: [
				{ name: 'web', href: `${origin}/article/${story.id}`, contentType: 'text/html' },
				{ name: 'ninjs', href: `${origin}/article/${story.id}/ninjs.json`, contentType: 'application/json' },
			],
		})),
	};
}

type Heads = Pick<PublishedArticle, 'kicker' | 'headline' | 'deck' | 'printedHeadline'>;

function headlinesOf({ kicker, headline, deck, printedHeadline }: Heads): object[] {
	const heads = [
		{ role: 'kicker', value: kicker },
		{ role: 'main', value: headline },
		{ role: 'deck', value: deck },
		{ role: 'print', value: printedHeadline === headline ? '' : printedHeadline },
	];
	return heads
		.filter(({ value }) => value !== '')
		.map(({ role, value }) => ({ role, contentType: 'text/plain', value: oneLine(value) }));
}

function rightsOf({ name, copyright }: NinjsPaper, date: IsoDate): object {
	return {
		copyrightHolder: name,
		copyrightNotice: `© ${date.slice(0, 4)} 《${name}》`,
		...(copyright && { usageTerms: copyright }),
	};
}

function descriptionsOf({ article, summary }: NinjsStory): object[] {
	const contentType = 'text/plain';
	return [
		...(summary ? [{ role: 'summary', contentType, value: summary }] : []),
		...article.amendments.map(({ kind, note }) => ({ role: kind, contentType, value: note })),
	];
}

/** Blocks that are no text of the story: their words are left out of the counts, as the standard asks. */
const notText = new Set<Block['type']>(['figure', 'gallery', 'embed', 'divider']);

function bodiesOf({ origin }: NinjsPaper, { article, pictures }: NinjsStory): object[] {
	const { body, dateline } = article;
	const texts = body.content.filter(({ type }) => !notText.has(type)).flatMap(blockTexts);
	const text = [`${dateline}${texts[0] ?? ''}`, ...texts.slice(1)].join('\n');
	const counts = { charCount: [...text].length, wordCount: countWords(text) };
	const pictureOf = (id: string) => pictures.get(id)?.renditions.at(-1)?.href;
	const html = withDateline(bodyHtml(body, { origin, pictureOf }), dateline);
	return [
		{ role: 'main', contentType: 'text/html', ...counts, value: html },
		{ role: 'main', contentType: 'text/plain', ...counts, value: text },
	];
}

/** In the first paragraph, or as one where the story begins otherwise. */
function withDateline(html: string, dateline: string): string {
	if (!dateline) return html;
	const said = `<strong>${escapeHtml(dateline)}</strong>`;
	return html.includes('<p>') ? html.replace('<p>', () => `<p>${said}`) : `<p>${said}</p>\n${html}`;
}

function subjectsOf({ column, series, tags }: NinjsStory, origin: string): object[] {
	const subject = (rel: string, segment: string, { name, slug }: Named) => ({
		name,
		rel,
		uri: `${origin}/${segment}/${slug}`,
	});
	return [
		...(column ? [subject('column', 'column', column)] : []),
		...(series ? [subject('series', 'series', series)] : []),
		...tags.map((tag) => subject('about', 'tag', tag)),
	];
}

function placeOf({ date, pageNo, rank }: Pick<StoryRow, 'date' | 'pageNo' | 'rank'>): object[] {
	return [
		{ role: 'print', value: `${date}/${pageNo}` },
		{ role: 'rank', value: String(rank) },
	];
}

function renditionsOf({ article, image }: NinjsStory, origin: string): object[] {
	const { id, date, pageNo } = article;
	return [
		{ name: 'web', href: `${origin}/article/${id}`, contentType: 'text/html' },
		{ name: 'share', href: origin + image, contentType: 'image/png' },
		...(pageNo > 0
			? [{ name: 'print', href: `${origin}/paper/${date}/${pageNo}.pdf`, contentType: 'application/pdf' }]
			: []),
	];
}

function picturesOf({ content }: Body, pictures: NinjsStory['pictures'], origin: string): object[] {
	const figures = content.flatMap((block) =>
		block.type === 'gallery' ? block.content : block.type === 'figure' ? [block] : [],
	);
	const shown = figures.flatMap(({ attrs }) => {
		const picture = pictures.get(attrs.media);
		return picture ? [{ attrs, picture }] : [];
	});
	return shown.map(({ attrs, picture }, index) => ({
		name: `picture-${index + 1}`,
		rel: 'illustration',
		uri: `${origin}/media/${picture.id}`,
		type: 'picture',
		...(attrs.credit && { by: attrs.credit }),
		descriptions: [
			{ role: 'caption', contentType: 'text/plain', value: attrs.caption },
			{ role: 'alt', contentType: 'text/plain', value: attrs.alt },
		].filter(({ value }) => value !== ''),
		renditions: picture.renditions.map((rendition) => ({ name: `w${rendition.width}`, ...rendition })),
	}));
}
