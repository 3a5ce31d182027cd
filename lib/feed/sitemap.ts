/** Addresses that one sitemap may hold, by the protocol 50,000. */
export const sitemapLimit = 50_000;

export interface SitemapEntry {
	path: string;
	updatedAt?: Date;
}

/** The map of the site for search engines, in the protocol of sitemaps.org; what is beyond the limit is left out. */
export function toSitemap(origin: string, entries: readonly SitemapEntry[]): string {
	const urls = entries.slice(0, sitemapLimit).map(({ path, updatedAt }) => {
		const modified = updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : '';
		return `<url><loc>${escapeXml(origin + path)}</loc>${modified}</url>`;
	});
	return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

function escapeXml(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
