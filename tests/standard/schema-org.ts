/**
 * A checker of JSON-LD against the vocabulary of schema.org, as far as the site speaks it: of each type the properties that it
 * has there, with those that it inherits, and what may stand in them. Everything else is a fault.
 */
type Value = 'text' | 'url' | 'date' | 'dateTime' | 'number' | 'boolean' | `@${string}`;

interface TypeRule {
	parent?: string;
	properties: Record<string, readonly Value[]>;
}

const who = ['@Person', '@Organization'] as const;
const when = ['date', 'dateTime'] as const;

const vocabulary: Record<string, TypeRule> = {
	Thing: {
		properties: {
			name: ['text'],
			url: ['url'],
			description: ['text'],
			image: ['url', '@ImageObject'],
			identifier: ['text', 'url', '@PropertyValue'],
			mainEntityOfPage: ['url', '@CreativeWork'],
			potentialAction: ['@Action'],
		},
	},
	CreativeWork: {
		parent: 'Thing',
		properties: {
			headline: ['text'],
			alternativeHeadline: ['text'],
			author: who,
			contributor: who,
			editor: ['@Person'],
			publisher: who,
			copyrightHolder: who,
			copyrightYear: ['number'],
			datePublished: when,
			dateModified: when,
			inLanguage: ['text'],
			isPartOf: ['url', '@CreativeWork'],
			hasPart: ['@CreativeWork'],
			mainEntity: ['@Thing'],
			keywords: ['text'],
			isAccessibleForFree: ['boolean'],
			correction: ['text', 'url', '@CorrectionComment'],
			encoding: ['@MediaObject'],
			text: ['text'],
		},
	},
	Article: {
		parent: 'CreativeWork',
		properties: {
			articleSection: ['text'],
			wordCount: ['number'],
			pagination: ['text'],
			speakable: ['url', '@SpeakableSpecification'],
		},
	},
	NewsArticle: {
		parent: 'Article',
		properties: {
			dateline: ['text'],
			printColumn: ['text'],
			printEdition: ['text'],
			printPage: ['text'],
			printSection: ['text'],
		},
	},
	Comment: { parent: 'CreativeWork', properties: {} },
	CorrectionComment: { parent: 'Comment', properties: {} },
	CreativeWorkSeries: { parent: 'CreativeWork', properties: { issn: ['text'], startDate: when, endDate: when } },
	Periodical: { parent: 'CreativeWorkSeries', properties: {} },
	Newspaper: { parent: 'Periodical', properties: {} },
	PublicationIssue: {
		parent: 'CreativeWork',
		properties: { issueNumber: ['number', 'text'], pagination: ['text'], pageStart: ['number'], pageEnd: ['number'] },
	},
	WebSite: { parent: 'CreativeWork', properties: { issn: ['text'] } },
	WebPage: {
		parent: 'CreativeWork',
		properties: { breadcrumb: ['text', '@BreadcrumbList'], speakable: ['url', '@SpeakableSpecification'] },
	},
	CollectionPage: { parent: 'WebPage', properties: {} },
	ProfilePage: { parent: 'WebPage', properties: {} },
	MediaObject: {
		parent: 'CreativeWork',
		properties: { contentUrl: ['url'], encodingFormat: ['text'], width: ['number'], height: ['number'] },
	},
	ImageObject: { parent: 'MediaObject', properties: { caption: ['text'] } },
	Person: {
		parent: 'Thing',
		properties: { jobTitle: ['text'], worksFor: ['@Organization'], knowsAbout: ['text', 'url'], telephone: ['text'] },
	},
	Organization: {
		parent: 'Thing',
		properties: {
			logo: ['url', '@ImageObject'],
			address: ['text'],
			telephone: ['text'],
			parentOrganization: ['@Organization'],
			correctionsPolicy: ['url', '@CreativeWork'],
			publishingPrinciples: ['url', '@CreativeWork'],
		},
	},
	NewsMediaOrganization: { parent: 'Organization', properties: { masthead: ['url'] } },
	Intangible: { parent: 'Thing', properties: {} },
	ItemList: {
		parent: 'Intangible',
		properties: {
			itemListElement: ['text', '@Thing'],
			itemListOrder: ['text', 'url'],
			numberOfItems: ['number'],
		},
	},
	BreadcrumbList: { parent: 'ItemList', properties: {} },
	ListItem: { parent: 'Intangible', properties: { position: ['number', 'text'], item: ['url', '@Thing'] } },
	PropertyValue: { parent: 'Intangible', properties: { propertyID: ['text', 'url'], value: ['text', 'number'] } },
	SpeakableSpecification: { parent: 'Intangible', properties: { cssSelector: ['text'], xpath: ['text'] } },
	EntryPoint: { parent: 'Intangible', properties: { urlTemplate: ['url'] } },
	Action: { parent: 'Thing', properties: { target: ['url', '@EntryPoint'] } },
	SearchAction: { parent: 'Action', properties: { 'query-input': ['text'] } },
};

/** What search engines ask of the thing that a page is; what is part of another is named there, not described. */
const requiredOfPage: Record<string, string[]> = {
	NewsArticle: ['headline', 'image', 'datePublished', 'dateModified', 'author', 'publisher', 'mainEntityOfPage'],
	CollectionPage: ['name', 'url', 'mainEntity', 'breadcrumb'],
	ProfilePage: ['mainEntity', 'url'],
	PublicationIssue: ['issueNumber', 'datePublished', 'isPartOf', 'hasPart'],
	WebSite: ['name', 'url', 'potentialAction'],
};

const required: Record<string, string[]> = {
	BreadcrumbList: ['itemListElement'],
	ListItem: ['position'],
	CorrectionComment: ['text', 'datePublished'],
};

/** What is wrong with the data of a page, as sentences; empty where nothing is. */
export function schemaFaults(data: unknown): string[] {
	if (!isObject(data)) return ['no object'];
	const faults = data['@context'] === 'https://schema.org' ? [] : ['@context is not schema.org'];
	const { '@context': _, ...thing } = data;
	return [...faults, ...thingFaults(thing, 'root')];
}

function thingFaults(thing: Record<string, unknown>, at: string): string[] {
	const { '@type': type, '@id': id, ...properties } = thing;
	const faults: string[] = [];
	if (id !== undefined && !isUrl(id)) faults.push(`${at}.@id is no full address`);
	// A thing that is only named is described elsewhere.
	if (type === undefined && id !== undefined && Object.keys(properties).length === 0) return faults;
	if (typeof type !== 'string' || !vocabulary[type]) return [...faults, `${at}: unknown type ${type}`];
	const allowed = propertiesOf(type);
	const wanted = [...(required[type] ?? []), ...((at === 'root' && requiredOfPage[type]) || [])];
	faults.push(
		...wanted.filter((name) => properties[name] === undefined).map((name) => `${at}: ${type} without ${name}`),
	);
	for (const [name, value] of Object.entries(properties)) {
		const rule = allowed[name];
		if (!rule) faults.push(`${at}: ${type} has no ${name}`);
		else faults.push(...valueFaults(value, rule, `${at}.${name}`));
	}
	if (type === 'NewsArticle' && String(properties.headline).length > 110) faults.push(`${at}.headline is too long`);
	return faults;
}

function valueFaults(value: unknown, rule: readonly Value[], at: string): string[] {
	if (Array.isArray(value)) {
		if (value.length === 0 && !at.endsWith('hasPart') && !at.endsWith('itemListElement')) return [`${at} is empty`];
		return value.flatMap((each, index) => valueFaults(each, rule, `${at}[${index}]`));
	}
	if (isObject(value)) {
		const { '@type': type, '@id': id } = value;
		const isOnlyNamed = type === undefined && id !== undefined;
		const fits = rule.some((one) => one.startsWith('@') && isA(String(type), one.slice(1)));
		return [...(fits || isOnlyNamed ? [] : [`${at} may not be a ${type}`]), ...thingFaults(value, at)];
	}
	return rule.some((one) => isOf(one, value)) ? [] : [`${at} may not be ${JSON.stringify(value)}`];
}

function isOf(kind: Value, value: unknown): boolean {
	switch (kind) {
		case 'text':
			return typeof value === 'string' && value.trim() !== '';
		case 'url':
			return isUrl(value);
		case 'date':
			return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
		case 'dateTime':
			return (
				typeof value === 'string' &&
				/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/.test(value) &&
				!Number.isNaN(Date.parse(value))
			);
		case 'number':
			return typeof value === 'number' && Number.isFinite(value);
		case 'boolean':
			return typeof value === 'boolean';
		default:
			return false;
	}
}

function propertiesOf(type: string): TypeRule['properties'] {
	const { parent, properties } = vocabulary[type] ?? { properties: {} };
	return { ...(parent ? propertiesOf(parent) : {}), ...properties };
}

function isA(type: string, wanted: string): boolean {
	if (type === wanted) return true;
	const parent = vocabulary[type]?.parent;
	return parent !== undefined && isA(parent, wanted);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isUrl = (value: unknown): boolean =>
	typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value.replace(/\{[a-z_]+\}/g, 'x'));
