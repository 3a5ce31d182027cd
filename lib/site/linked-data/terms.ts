import type { PublishedPaper } from '@/lib/edition/published';
import { origin } from '@/lib/site/version';

/** A thing in the words of schema.org. */
export type Thing = { '@type': string } & Record<string, unknown>;

/** What schema.org knows the language of the paper by. */
export const language = 'zh-CN';

/** A thing as a page says it: with the vocabulary that its words are from. */
export function linkedData(thing: Thing): object {
	return { '@context': 'https://schema.org', ...thing };
}

export const absolute = (path: string): string => origin() + path;

/** The newspaper as who publishes; named by its `@id` wherever it is meant again. */
export function publisherOf({ name, sponsor, imprint }: PublishedPaper): Thing {
	return {
		'@type': 'NewsMediaOrganization',
		'@id': absolute('/#publisher'),
		name,
		url: absolute('/'),
		logo: { '@type': 'ImageObject', url: absolute('/icon-512.png'), width: 512, height: 512 },
		correctionsPolicy: absolute('/correction'),
		...(sponsor && { parentOrganization: { '@type': 'Organization', name: sponsor } }),
		...(imprint.phone && { telephone: imprint.phone }),
		...(imprint.address && { address: imprint.address }),
	};
}

/** The newspaper as what is published day by day. */
export function newspaperOf({ name, cnNumber }: PublishedPaper): Thing {
	return {
		'@type': 'Newspaper',
		'@id': absolute('/#newspaper'),
		name,
		url: absolute('/'),
		...(cnNumber && { identifier: { '@type': 'PropertyValue', propertyID: 'CN', value: cnNumber } }),
	};
}

/** The site as that to which its pages belong. */
export function siteOf({ name }: PublishedPaper): Thing {
	return { '@type': 'WebSite', '@id': absolute('/#site'), name, url: absolute('/'), inLanguage: language };
}

export interface Crumb {
	name: string;
	path: string;
}

/** The way to a page from the front, which needs no naming. */
export function breadcrumbOf(paper: PublishedPaper, crumbs: readonly Crumb[]): Thing {
	const steps = [{ name: paper.name, path: '/' }, ...crumbs];
	return {
		'@type': 'BreadcrumbList',
		itemListElement: steps.map(({ name, path }, index) => ({
			'@type': 'ListItem',
			position: index + 1,
			name,
			item: absolute(path),
		})),
	};
}
