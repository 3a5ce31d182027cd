import type { ReactNode } from 'react';
import type { FaceTexts } from '@/components/sheet/face-text';
import type { IsoDate } from '@/lib/time';
import type { Shell } from './shell';

/** What every page function is given beside its own parameters. */
export interface PageContext {
	shell: Shell;
	/** The newsroom's day by the database's clock. */
	today: IsoDate;
	query: URLSearchParams;
}

/** A page of the reader's paper: one address pattern, one pure function of published data. */
export interface ReaderPage {
	/** Segments between slashes; `:name` stands for any one segment, `:name.pdf` for any with that ending. */
	pattern: string;
	/** Whether the answer depends on the query: then it is rendered for each request and kept nowhere. */
	byQuery?: true;
	/** Whether it is rendered only when somebody asks: no publication waits for it. */
	isLazy?: true;
	answer(params: Readonly<Record<string, string>>, context: PageContext): Promise<PageAnswer>;
}

export type PageAnswer = DocumentAnswer | MovedAnswer | FileAnswer | MissingAnswer;

export interface DocumentAnswer {
	kind: 'document';
	/** 410: withdrawn. */
	status?: 200 | 410;
	document: ReaderDocument;
	/** Beside the paper's own, which every page carries. */
	tags: readonly string[];
}

/** To where the same thing stands; a temporary move carries the tags on which its target depends. */
export interface MovedAnswer {
	kind: 'moved';
	status: 302 | 308;
	to: string;
	tags: readonly string[];
}

export interface FileAnswer {
	kind: 'file';
	/** 410: of a story that was withdrawn. */
	status?: 200 | 410;
	headers: Record<string, string>;
	body: string | Uint8Array;
	tags: readonly string[];
	keep: 'table' | 'memory';
}

/** No such page; where a paper was asked for, what there is instead. */
export interface MissingAnswer {
	kind: 'missing';
	hint?: string;
	/** Days of papers to look at. */
	near: readonly IsoDate[];
}

/** Whether a publication renders the page, so that its first reader need not wait. */
export const isRenderedAhead = ({ byQuery, isLazy }: ReaderPage): boolean => !byQuery && !isLazy;

/** A page before it is a document: what its head says and what its body shows. */
export interface ReaderDocument {
	title: string;
	description?: string;
	/** The canonical address, a path. */
	path: string;
	/** Texts by the face that they are set in: it is cut to their characters. */
	faces: FaceTexts;
	/** Rules of this page alone, such as the places of a made-up page. */
	styles?: string;
	/** Open Graph's kind; a page is a website unless it says otherwise. */
	article?: { publishedAt: Date; updatedAt: Date; section: string; tags: readonly string[] };
	/** Path of a picture that stands for the page. */
	image?: { src: string; width: number; height: number; alt: string };
	/** schema.org, as data. */
	data?: object;
	/** The same in other forms, for programs. */
	alternates?: readonly { type: string; title: string; path: string }[];
	/** Feeds beside the paper's own. */
	feeds?: readonly { title: string; path: string }[];
	/** Pages before and after this one in a list or edition. */
	previous?: string;
	next?: string;
	/** Whether search engines should leave the page alone. */
	unlisted?: boolean;
	/** Which entry of the navigation stands for this page: a path. */
	current?: string;
	/** Above everything: that this is no page of the paper yet. */
	banner?: ReactNode;
	body: ReactNode;
}

export const missing = (hint?: string, near: readonly IsoDate[] = []): MissingAnswer => ({
	kind: 'missing',
	hint,
	near,
});

export const moved = (to: string, status: 302 | 308 = 308, tags: readonly string[] = []): MovedAnswer => ({
	kind: 'moved',
	status,
	to,
	tags,
});

/** The parameters of `path` under `pattern`, undefined where it does not match; both start with a slash. */
export function matchPattern(pattern: string, path: string): Record<string, string> | undefined {
	const wanted = pattern.split('/');
	const given = path.split('/');
	if (wanted.length !== given.length) return undefined;
	const params: Record<string, string> = {};
	for (const [index, segment] of wanted.entries()) {
		const value = given[index] ?? '';
		const [, name, ending = ''] = /^:(\w+)(.*)$/.exec(segment) ?? [];
		if (name === undefined) {
			if (segment !== value) return undefined;
		} else if (value.length <= ending.length || !value.endsWith(ending)) return undefined;
		else params[name] = value.slice(0, value.length - ending.length);
	}
	return params;
}

/**
 * The one spelling of an address: lower case, one slash between segments, none at the end, no `index.html` or
 * `.html`, page numbers without leading zeros. All addresses of the paper are in lower case.
 */
export function canonicalPath(path: string): string {
	const segments = path
		.toLowerCase()
		.split('/')
		.filter((segment) => segment !== '')
		.map((segment) => segment.replace(/\.html?$/, ''))
		.map((segment) => (/^(?=.{2,4}$)0+\d+$/.test(segment) ? String(Number(segment)) : segment));
	if (segments.at(-1) === 'index') segments.pop();
	return `/${segments.join('/')}`;
}
