import { Document, type DocumentProps } from '@/components/reader/document';
import { MissingPage } from '@/components/reader/missing-page';
import { databaseNow, publishedDb } from '@/lib/db';
import { dayOf, type IsoDate } from '@/lib/time';
import { type Answer, revalidate } from './answer';
import { feedLinks } from './hub-link';
import { inlineFonts } from './inline-font';
import { cutPageFonts, type Preload } from './page-font';
import { readerPolicy, readerSecurityHeaders } from './policy';
import {
	canonicalPath,
	type MissingAnswer,
	matchPattern,
	missing,
	type PageContext,
	type ReaderDocument,
	type ReaderPage,
} from './reader-page';
import { script } from './script';
import { readShell, type Shell } from './shell';
import { speculationPath } from './speculation';
import { stylesheet } from './stylesheet';
import { siteTags } from './tags';
import { origin, programTag } from './version';

/**
 * What a page answers at a path: from published rows to the bytes of a document. Same rows and day, which is the database's
 * unless it is given, same bytes.
 */
export async function renderPage(
	page: ReaderPage,
	path: string,
	query = new URLSearchParams(),
	day?: IsoDate,
): Promise<Answer> {
	const [shell, today] = await Promise.all([readShell(), day ?? databaseNow(publishedDb).then(dayOf)]);
	if (!shell) return plainAnswer(503, '报纸还没有创建，请先运行 npm start。');
	const context: PageContext = { shell, today, query };
	const params = matchPattern(page.pattern, path);
	const answer = params ? await page.answer(params, context) : missing();
	const keep = page.byQuery ? 'nowhere' : 'table';
	const always = [siteTags.paper, programTag()];
	switch (answer.kind) {
		case 'document': {
			const rendered = await renderDocument(answer.document, shell, answer.status ?? 200);
			return { ...rendered, tags: [...answer.tags, ...rendered.tags, ...always], keep };
		}
		case 'file':
			return {
				status: answer.status ?? 200,
				headers: { ...readerSecurityHeaders(), ...answer.headers, ...feedLinks(path, answer.headers) },
				body: answer.body,
				// What stands under its own hash belongs to no program.
				tags: answer.tags.length > 0 ? [...answer.tags, ...always] : [],
				keep: page.byQuery ? 'nowhere' : answer.keep,
			};
		case 'moved':
			return movedAnswer(answer.to, answer.status, [...answer.tags, ...always]);
		case 'missing':
			return renderMissing(shell, path, answer);
	}
}

/** What an address that no page claims is answered with: the way to its right spelling, or that there is nothing. */
export async function renderLost(path: string, pages: readonly ReaderPage[]): Promise<Answer> {
	const canonical = canonicalPath(path);
	if (canonical !== path && pages.some((page) => matchPattern(page.pattern, canonical))) {
		return { ...movedAnswer(canonical, 308, []), keep: 'nowhere' };
	}
	const shell = await readShell();
	return shell ? renderMissing(shell, path, missing()) : plainAnswer(404, '没有这一页。');
}

function movedAnswer(to: string, status: 302 | 308, tags: readonly string[]): Answer {
	return {
		status,
		headers: {
			...readerSecurityHeaders(),
			Location: to,
			'Cache-Control': revalidate,
			'Content-Type': 'text/plain; charset=utf-8',
		},
		body: `请看 ${to}\n`,
		tags,
		// A permanent move costs nothing to work out; one that follows the latest edition costs a query.
		keep: status === 302 ? 'table' : 'nowhere',
	};
}

/** Kept nowhere: anyone can make up addresses without end. */
async function renderMissing(shell: Shell, path: string, { hint, near }: MissingAnswer): Promise<Answer> {
	const document: ReaderDocument = {
		title: '没有这一页',
		path,
		faces: { head: ['没有这一页'] },
		unlisted: true,
		body: <MissingPage columns={shell.columns} hint={hint} near={near} />,
	};
	return { ...(await renderDocument(document, shell, 404)), tags: [], keep: 'nowhere' };
}

async function renderDocument(
	document: ReaderDocument,
	shell: Shell,
	status: number,
): Promise<Pick<Answer, 'status' | 'headers' | 'body' | 'tags'>> {
	const fonts = await cutPageFonts(document.faces);
	const style = `${fonts.css}${document.styles ?? ''}`;
	return {
		status,
		headers: {
			...documentHeaders(),
			'Cache-Control': revalidate,
			'Content-Security-Policy': readerPolicy(style === '' ? [] : [style], { inlineScript: script('early').code }),
			'Speculation-Rules': `"${speculationPath}"`,
			...(document.unlisted ? { 'X-Robots-Tag': 'noindex' } : {}),
		},
		body: await markupOf(document, shell, {
			style,
			preload: fonts.preload,
			scripts: { early: script('early').code, path: script('reader').path },
		}),
		tags: fonts.tags,
	};
}

export interface LooseOptions {
	status?: number;
	/** Whether a page of the desk may show it in a frame. */
	isFramed?: boolean;
}

/**
 * A page that is kept nowhere, neither by us nor by anybody between, and named to no other site: what readers do not
 * have. It brings its faces along, so that not even those are stored.
 */
export async function renderLoose(document: ReaderDocument, options: LooseOptions = {}): Promise<Response> {
	const { status = 200, isFramed = false } = options;
	const shell = await readShell();
	if (!shell) throw new Error('There is no paper');
	const style = `${await inlineFonts(document.faces)}${document.styles ?? ''}`;
	const headers = {
		...documentHeaders(),
		'Cache-Control': 'no-store',
		'Content-Security-Policy': readerPolicy(style === '' ? [] : [style], { isFramed, inlineFonts: true }),
		'Referrer-Policy': 'no-referrer',
		'X-Robots-Tag': 'noindex',
	};
	// What machines are told of a page is for the paper's own pages.
	const unlisted = { ...document, unlisted: true, article: undefined, data: undefined, image: undefined };
	const body = await markupOf(unlisted, shell, { style, preload: [] });
	return new Response(body, { status, headers });
}

function documentHeaders(): Record<string, string> {
	return {
		...readerSecurityHeaders(),
		'Content-Type': 'text/html; charset=utf-8',
		'Content-Language': 'zh-CN',
	};
}

async function markupOf(
	document: ReaderDocument,
	shell: Shell,
	{ style, preload, scripts }: Pick<DocumentProps, 'style' | 'scripts'> & { preload: readonly Preload[] },
): Promise<string> {
	// Imported here: Next's build refuses a static import of it beside pages.
	const { renderToStaticMarkup } = await import('react-dom/server');
	const markup = renderToStaticMarkup(
		<Document
			document={document}
			shell={shell}
			origin={origin()}
			stylesheet={stylesheet().path}
			fonts={preload}
			style={style}
			scripts={scripts}
		/>,
	);
	return `<!doctype html>${markup}`;
}

/** A sentence instead of a page, when there is nothing to make a page of. */
export function plainAnswer(status: number, sentence: string): Answer {
	return {
		status,
		headers: { ...readerSecurityHeaders(), 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
		body: `${sentence}\n`,
		tags: [],
		keep: 'nowhere',
	};
}
