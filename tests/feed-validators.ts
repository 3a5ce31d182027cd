import { DOMParser } from '@xmldom/xmldom';

/** Faults of documents against their specifications, as sentences; none where there is nothing to say. */
type Faults = string[];

/** RFC 822 with a year of four figures, as RSS 2.0 asks. */
const rfc822 =
	/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})$/;
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const mediaType = /^[a-z]+\/[a-z0-9.+-]+$/;

const atomNs = 'http://www.w3.org/2005/Atom';
const contentNs = 'http://purl.org/rss/1.0/modules/content/';
const sitemapNs = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const newsNs = 'http://www.google.com/schemas/sitemap-news/0.9';

/** https://www.rssboard.org/rss-specification */
export function faultsOfRss(xml: string): Faults {
	const { document, faults } = parseXml(xml);
	const rss = document?.documentElement;
	if (!rss) return faults;
	if (rss.tagName !== 'rss' || rss.getAttribute('version') !== '2.0') faults.push('the root is rss version 2.0');
	const channels = children(rss, 'channel');
	const [channel] = channels;
	if (!channel || channels.length !== 1) return [...faults, 'rss holds one channel'];
	for (const name of ['title', 'link', 'description']) {
		if (textOf(channel, name) === undefined) faults.push(`channel has one ${name}`);
	}
	if (!isAddress(textOf(channel, 'link'))) faults.push('the link of the channel is an address');
	if (!textOf(channel, 'language')) faults.push('channel has a language');
	if (!rfc822.test(textOf(channel, 'lastBuildDate') ?? '')) faults.push('lastBuildDate is RFC 822');
	const self = childrenNs(channel, atomNs, 'link').filter((link) => link.getAttribute('rel') === 'self');
	if (self.length !== 1 || !isAddress(self[0]?.getAttribute('href')))
		faults.push('channel has one atom:link to itself');
	const guids = new Set<string>();
	for (const item of children(channel, 'item')) faults.push(...faultsOfItem(item, guids));
	return faults;
}

function faultsOfItem(item: Element, guids: Set<string>): Faults {
	const faults: Faults = [];
	if (!textOf(item, 'title') && !textOf(item, 'description')) faults.push('an item has a title or a description');
	if (!isAddress(textOf(item, 'link'))) faults.push('the link of an item is an address');
	const guid = textOf(item, 'guid') ?? '';
	if (guid === '' || guids.has(guid)) faults.push(`a guid is there and the only one of its kind: ${guid}`);
	guids.add(guid);
	if (!rfc822.test(textOf(item, 'pubDate') ?? '')) faults.push('pubDate is RFC 822');
	for (const author of children(item, 'author')) {
		if (!author.textContent?.includes('@')) faults.push('an author is a mail address');
	}
	for (const enclosure of children(item, 'enclosure')) {
		const { url, length, type } = attributes(enclosure, 'url', 'length', 'type');
		if (!isAddress(url) || !/^\d+$/.test(length) || !mediaType.test(type))
			faults.push('an enclosure has url, length, type');
		if (enclosure.attributes.length > 3) faults.push('an enclosure has nothing beside url, length, type');
	}
	if (childrenNs(item, contentNs, 'encoded').length > 1) faults.push('content:encoded stands once');
	return faults;
}

/** RFC 4287 */
export function faultsOfAtom(xml: string): Faults {
	const { document, faults } = parseXml(xml);
	const feed = document?.documentElement;
	if (!feed) return faults;
	if (feed.localName !== 'feed' || feed.namespaceURI !== atomNs) faults.push('the root is atom:feed');
	faults.push(...faultsOfAtomNode(feed, 'feed'));
	const ids = new Set<string>();
	const entries = childrenNs(feed, atomNs, 'entry');
	const hasAuthor = childrenNs(feed, atomNs, 'author').length > 0;
	for (const entry of entries) {
		faults.push(...faultsOfAtomNode(entry, 'entry'));
		const id = textOf(entry, 'id') ?? '';
		if (ids.has(id)) faults.push(`an id is the only one of its kind: ${id}`);
		ids.add(id);
		if (!hasAuthor && childrenNs(entry, atomNs, 'author').length === 0)
			faults.push('an entry has an author, or its feed');
		const published = textOf(entry, 'published');
		if (published !== undefined && !rfc3339.test(published)) faults.push('published is RFC 3339');
	}
	const self = childrenNs(feed, atomNs, 'link').filter((link) => link.getAttribute('rel') === 'self');
	if (self.length !== 1) faults.push('a feed has one link to itself');
	return faults;
}

function faultsOfAtomNode(node: Element, name: string): Faults {
	const faults: Faults = [];
	for (const required of ['id', 'title', 'updated']) {
		if (childrenNs(node, atomNs, required).length !== 1) faults.push(`${name} has one ${required}`);
	}
	if (!isAddress(textOf(node, 'id'))) faults.push(`the id of ${name} is an IRI`);
	if (!rfc3339.test(textOf(node, 'updated') ?? '')) faults.push(`updated of ${name} is RFC 3339`);
	const links = childrenNs(node, atomNs, 'link');
	const alternates = links.filter((link) => (link.getAttribute('rel') || 'alternate') === 'alternate');
	if (alternates.length !== 1) faults.push(`${name} has one alternate link`);
	for (const link of links) if (!isAddress(link.getAttribute('href'))) faults.push(`a link of ${name} is an address`);
	for (const author of childrenNs(node, atomNs, 'author')) {
		if (childrenNs(author, atomNs, 'name').length !== 1) faults.push('an author has one name');
	}
	for (const category of childrenNs(node, atomNs, 'category')) {
		if (!category.getAttribute('term')) faults.push('a category has a term');
	}
	return faults;
}

/** https://www.jsonfeed.org/version/1.1/ */
export function faultsOfJsonFeed(json: string): Faults {
	const feed = JSON.parse(json);
	const faults: Faults = [];
	if (feed.version !== 'https://jsonfeed.org/version/1.1') faults.push('the version is 1.1');
	if (typeof feed.title !== 'string' || feed.title === '') faults.push('a feed has a title');
	for (const name of ['home_page_url', 'feed_url']) if (!isAddress(feed[name])) faults.push(`${name} is an address`);
	if (!Array.isArray(feed.items)) return [...faults, 'a feed has items'];
	const ids = new Set<string>();
	for (const item of feed.items) {
		if (typeof item.id !== 'string' || item.id === '' || ids.has(item.id)) faults.push('an id is a string of its own');
		ids.add(item.id);
		if (typeof item.content_html !== 'string' && typeof item.content_text !== 'string')
			faults.push('an item has content');
		for (const name of ['date_published', 'date_modified']) {
			if (item[name] !== undefined && !rfc3339.test(item[name])) faults.push(`${name} is RFC 3339`);
		}
		if ('author' in item) faults.push('author is of version 1');
		for (const author of item.authors ?? [])
			if (!author.name && !author.url && !author.avatar) faults.push('an author says who');
		if (item.tags?.some((tag: unknown) => typeof tag !== 'string')) faults.push('tags are strings');
		for (const file of item.attachments ?? []) {
			if (!isAddress(file.url) || !mediaType.test(file.mime_type)) faults.push('an attachment has url and mime_type');
		}
	}
	return faults;
}

/** https://www.sitemaps.org/protocol.html: a map, or an index over maps. */
export function faultsOfSitemap(xml: string, root: 'urlset' | 'sitemapindex'): Faults {
	const { document, faults } = parseXml(xml);
	const top = document?.documentElement;
	if (!top) return faults;
	if (top.localName !== root || top.namespaceURI !== sitemapNs) faults.push(`the root is ${root}`);
	const entries = childrenNs(top, sitemapNs, root === 'urlset' ? 'url' : 'sitemap');
	if (entries.length > 50_000) faults.push('50,000 entries at most');
	if (Buffer.byteLength(xml) > 50 * 1024 * 1024) faults.push('50 MB at most');
	const seen = new Set<string>();
	for (const entry of entries) {
		const loc = textOf(entry, 'loc') ?? '';
		if (!isAddress(loc) || loc.length >= 2048 || seen.has(loc)) faults.push(`loc is an address of its own: ${loc}`);
		seen.add(loc);
		const modified = textOf(entry, 'lastmod');
		if (modified !== undefined && !rfc3339.test(modified)) faults.push('lastmod is a W3C datetime');
	}
	return faults;
}

/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
export function faultsOfNewsSitemap(xml: string): Faults {
	const faults = faultsOfSitemap(xml, 'urlset');
	const urls = childrenNs(parseXml(xml).document?.documentElement, sitemapNs, 'url');
	if (urls.length > 1000) faults.push('1,000 news at most');
	for (const url of urls) {
		const [news] = childrenNs(url, newsNs, 'news');
		const [publication] = childrenNs(news, newsNs, 'publication');
		if (!textOf(publication, 'name')) faults.push('the publication has a name');
		if (!/^([a-z]{2,3}|zh-cn|zh-tw)$/.test(textOf(publication, 'language') ?? ''))
			faults.push('its language is ISO 639 or zh-cn');
		if (!rfc3339.test(textOf(news, 'publication_date') ?? '')) faults.push('publication_date is a W3C datetime');
		if (!textOf(news, 'title')) faults.push('news have a title');
	}
	return faults;
}

function parseXml(xml: string): { document: Document | undefined; faults: Faults } {
	const faults: Faults = [];
	const note = (message: string) => faults.push(message);
	const parser = new DOMParser({ errorHandler: { warning: note, error: note, fatalError: note } });
	const document = parser.parseFromString(xml, 'application/xml');
	// Its parser lets them pass.
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
	if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) faults.push('no control characters');
	return { document, faults };
}

function elements(node: Element | undefined): Element[] {
	return Array.from(node?.childNodes ?? []).filter((child) => child.nodeType === 1) as Element[];
}

const children = (node: Element | undefined, name: string) => elements(node).filter(({ tagName }) => tagName === name);

function childrenNs(node: Element | null | undefined, namespace: string, name: string): Element[] {
	return elements(node ?? undefined).filter((child) => child.namespaceURI === namespace && child.localName === name);
}

/** The text of the one child of that name, whatever its prefix. */
function textOf(node: Element | undefined, name: string): string | undefined {
	const found = elements(node).filter((child) => child.localName === name && (child.prefix ?? '') !== 'atom');
	return found.length === 1 ? (found[0]?.textContent ?? '') : undefined;
}

function attributes<Name extends string>(node: Element, ...names: Name[]): Record<Name, string> {
	return Object.fromEntries(names.map((name) => [name, node.getAttribute(name) ?? ''])) as Record<Name, string>;
}

function isAddress(text: string | null | undefined): boolean {
	return /^https?:\/\//.test(text ?? '') && URL.canParse(text ?? '');
}
