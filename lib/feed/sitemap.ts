import { escapeXml, withoutControls } from './xml';

/** Addresses that one map may hold, and maps that one index may name, by the protocol 50,000. */
export const sitemapLimit = 50_000;
/** Stories that a map of news may hold, by Google's rule. */
export const newsLimit = 1000;

export interface SitemapEntry {
	path: string;
	updatedAt?: Date;
}

const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A map of the site for search engines, in the protocol of sitemaps.org. */
export function toSitemap(origin: string, entries: readonly SitemapEntry[]): string {
	return documentOf('urlset', protocol, listOf('url', origin, entries));
}

/** The index over all maps. */
export function toSitemapIndex(origin: string, parts: readonly SitemapEntry[]): string {
	return documentOf('sitemapindex', protocol, listOf('sitemap', origin, parts));
}

function listOf(element: 'url' | 'sitemap', origin: string, entries: readonly SitemapEntry[]): string[] {
	if (entries.length > sitemapLimit)
		throw new Error(`A sitemap holds ${sitemapLimit} addresses, not ${entries.length}`);
	return entries.map(({ path, updatedAt }) => {
		const modified = updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : '';
		return `<${element}><loc>${escapeXml(origin + path)}</loc>${modified}</${element}>`;
	});
}

export interface NewsEntry {
	path: string;
	title: string;
	publishedAt: Date;
}

/** The map of what was published of late, in Google's extension of the protocol for news. */
export function toNewsSitemap(origin: string, paper: string, entries: readonly NewsEntry[]): string {
	const publication = `<news:publication><news:name>${escapeXml(paper)}</news:name><news:language>zh-cn</news:language></news:publication>`;
	const urls = entries.slice(0, newsLimit).map(({ path, title, publishedAt }) => {
		const date = `<news:publication_date>${publishedAt.toISOString()}</news:publication_date>`;
		const news = `${publication}${date}<news:title>${escapeXml(title)}</news:title>`;
		return `<url><loc>${escapeXml(origin + path)}</loc><news:news>${news}</news:news></url>`;
	});
	return documentOf('urlset', `${protocol}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9`, urls);
}

function documentOf(root: string, namespace: string, lines: readonly string[]): string {
	const body = lines.map((line) => `${line}\n`).join('');
	return withoutControls(`<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${namespace}">\n${body}</${root}>\n`);
}

/** A part of the map: a month of the paper, and which of its parts should it have more addresses than one map holds. */
export interface SitemapPart {
	month: string;
	part: number;
}

/** `/sitemap/2026-11.xml`, and `/sitemap/2026-11-2.xml` where the month does not fit. */
export function sitemapPath({ month, part }: SitemapPart): string {
	return `/sitemap/${month}${part === 1 ? '' : `-${part}`}.xml`;
}

export function parseSitemapPart(name: string): SitemapPart | undefined {
	const [, month, part] = /^([12]\d{3}-(?:0[1-9]|1[0-2]))(?:-([2-9]|[1-9]\d))?$/.exec(name) ?? [];
	return month === undefined ? undefined : { month, part: Number(part ?? 1) };
}
