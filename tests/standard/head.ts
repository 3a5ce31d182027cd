import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Element = DefaultTreeAdapterMap['element'];

/** What the head of a page tells machines. */
export interface PageHead {
	title: string;
	/** Of `meta`, by `name` or `property`, in order. */
	meta: Map<string, string[]>;
	links: { rel: string; href: string; type?: string }[];
	/** The JSON-LD of the page. */
	data: unknown[];
}

export function readHead(html: string): PageHead {
	const head: PageHead = { title: '', meta: new Map(), links: [], data: [] };
	const visit = (node: DefaultTreeAdapterMap['node']) => {
		if ('tagName' in node) readElement(node, head);
		if ('childNodes' in node) for (const child of node.childNodes) visit(child);
	};
	visit(parse(html));
	return head;
}

function readElement(element: Element, head: PageHead): void {
	const attrs = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
	const [first] = element.childNodes;
	const text = first && 'value' in first ? first.value : '';
	if (element.tagName === 'title' && head.title === '') head.title = text;
	if (element.tagName === 'link') head.links.push({ rel: attrs.rel ?? '', href: attrs.href ?? '', type: attrs.type });
	if (element.tagName === 'script' && attrs.type === 'application/ld+json') head.data.push(JSON.parse(text));
	const name = attrs.property ?? attrs.name;
	if (element.tagName === 'meta' && name) head.meta.set(name, [...(head.meta.get(name) ?? []), attrs.content ?? '']);
}

const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** What is wrong with the head of the page at a path (ogp.me, RFC 6596), as sentences; empty where nothing is. */
export function headFaults(html: string, { origin, path }: { origin: string; path: string }): string[] {
	const { title, meta, links } = readHead(html);
	const faults: string[] = [];
	const one = (name: string): string | undefined => {
		const values = meta.get(name) ?? [];
		if (values.length > 1) faults.push(`${name} stands ${values.length} times`);
		return values[0];
	};
	const expect = (holds: boolean, fault: string) => {
		if (!holds) faults.push(fault);
	};
	expect(title !== '', 'no title');
	const canonical = links.filter(({ rel }) => rel === 'canonical').map(({ href }) => href);
	const isHidden = (one('robots') ?? '').includes('noindex');
	if (isHidden) {
		expect(canonical.length === 0, 'hidden, and yet canonical');
		expect(![...meta.keys()].some((name) => name.startsWith('og:')), 'hidden, and yet Open Graph');
		return faults;
	}
	expect(canonical.length === 1 && canonical[0] === origin + path, `canonical is ${canonical.join()}`);
	expect(one('og:url') === origin + path, `og:url is ${one('og:url')}`);
	for (const name of ['og:title', 'og:type', 'og:site_name', 'og:locale', 'description', 'og:description'])
		expect(!!one(name), `no ${name}`);
	if (one('og:type') === 'article') {
		for (const name of ['article:published_time', 'article:modified_time'])
			expect(zoned.test(one(name) ?? ''), `${name} is no time`);
		expect(!!one('article:section'), 'no article:section');
		expect(!!one('og:image'), 'an article without og:image');
	}
	if (one('og:image') !== undefined) {
		expect((one('og:image') ?? '').startsWith(`${origin}/`), 'og:image is no full address');
		for (const name of ['og:image:width', 'og:image:height']) expect(Number(one(name)) > 0, `${name} is no size`);
		expect(!!one('og:image:alt'), 'no og:image:alt');
		expect(one('twitter:card') === 'summary_large_image', 'no twitter:card');
	}
	return faults;
}
