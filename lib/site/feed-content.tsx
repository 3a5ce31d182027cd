import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import { Body } from '@/components/reader/body';
import { amendmentNames } from '@/lib/article/article';
import type { FeedStory } from '@/lib/feed/published';
import { escapeXml } from '@/lib/feed/xml';
import type { PublishedPicture } from '@/lib/media/published';
import { chineseDate, dayOf } from '@/lib/time';
import { toReadingBlocks } from './article-blocks';

type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Boxes of our own style: their content stays. */
const opened = new Set(['div', 'section', 'span']);
const kept = new Set(['href', 'src', 'alt', 'width', 'height', 'colspan', 'rowspan', 'scope', 'start']);
const addresses = new Set(['href', 'src']);

/**
 * The whole of a story for who reads it elsewhere: its corrections, then its body as the site itself sets it, without classes, scripts
 * or the sizes of our own page, every address absolute.
 */
export async function feedContent(
	story: Pick<FeedStory, 'body' | 'dateline' | 'amendments'>,
	pictures: ReadonlyMap<string, PublishedPicture>,
	origin: string,
): Promise<string> {
	// Imported here: Next's build refuses a static import of it beside pages.
	const { renderToStaticMarkup } = await import('react-dom/server');
	const markup = renderToStaticMarkup(
		<Body blocks={toReadingBlocks(story.body.content)} dateline={story.dateline} names={[]} pictures={pictures} />,
	);
	return amendmentsHtml(story.amendments) + cleanMarkup(markup, origin);
}

function amendmentsHtml(amendments: FeedStory['amendments']): string {
	return amendments
		.map(
			({ kind, note, at }) =>
				`<p><strong>${amendmentNames[kind]}（${chineseDate(dayOf(at))}）</strong>　${escapeXml(note)}</p>`,
		)
		.join('');
}

/** Our own markup without its boxes and classes, its addresses absolute. */
export function cleanMarkup(markup: string, origin: string): string {
	const fragment = parseFragment(markup);
	clean(fragment, origin);
	return serialize(fragment);
}

function clean(parent: Parent, origin: string): void {
	parent.childNodes = parent.childNodes.flatMap((node) => {
		if (!('tagName' in node)) return node;
		clean(node, origin);
		if (opened.has(node.tagName)) return node.childNodes;
		node.attrs = attributesOf(node, origin);
		return node;
	});
}

function attributesOf({ attrs }: Element, origin: string): Element['attrs'] {
	return attrs
		.filter(({ name }) => kept.has(name))
		.map((attr) => (addresses.has(attr.name) ? { ...attr, value: absolute(attr.value, origin) } : attr));
}

function absolute(address: string, origin: string): string {
	return address.startsWith('/') ? origin + address : address;
}
