import { createHash } from 'node:crypto';
import type { FaceTexts } from '@/components/sheet/face-text';
import { db } from '@/lib/db';
import { immutable } from './answer';
import { cutsOf, type FaceCut, fontFace } from './face';
import { cutFont } from './font-cutter';
import { loadPage, storePage } from './page-store';
import { readerSecurityHeaders } from './policy';
import type { StoredPage } from './stored-page';
import { siteTags } from './tags';

/** Another way of cutting is another address. */
const wayOfCutting = 'woff2 2';
/** How long a face stays that no stored page asks for: longer than anybody looks at a page that has gone. */
const keepUnused = '2 days';

export interface Preload {
	address: string;
	media?: string;
}

/**
 * Where a page of the paper is read. On a phone it is a map, for which the reader's own faces do; a tenth of a megabyte of
 * ours would keep the text below it waiting.
 */
const wide = 'print,(min-width:700px)';

/** The faces of one page. */
export interface PageFonts {
	/** Declares them under the names that the style sheets expect. */
	css: string;
	/** Those that are needed at once, and on which screens. */
	preload: Preload[];
	/** Tags of the stored page, by which its faces are known to be in use. */
	tags: string[];
}

/**
 * Cuts the faces to exactly these texts. The same characters in any order give the same address, and are cut once.
 * A face that cannot be cut is left out: its text then stands in the reader's own face, and the log says why.
 */
export async function cutPageFonts(texts: FaceTexts): Promise<PageFonts> {
	const cuts = await Promise.all(cutsOf(texts).map(storeCut));
	const stored = cuts.filter((cut) => cut !== undefined);
	return {
		css: cssOf(stored),
		preload: stored
			.filter(({ cut }) => !cut.isSlice)
			.map(({ cut, address }) => (cut.face === 'head' ? { address } : { address, media: wide })),
		tags: stored.map(({ hash }) => siteTags.font(hash)),
	};
}

/** Heads in their face everywhere, the text of the page where it is read. */
function cssOf(stored: { cut: FaceCut; address: string }[]): string {
	const rule = ({ cut, address }: { cut: FaceCut; address: string }) => fontFace(cut, address);
	const rest = stored.filter(({ cut }) => cut.face !== 'head');
	const heads = stored.filter(({ cut }) => cut.face === 'head');
	return heads.map(rule).join('') + (rest.length > 0 ? `@media ${wide}{${rest.map(rule).join('')}}` : '');
}

async function storeCut(cut: FaceCut): Promise<{ cut: FaceCut; address: string; hash: string } | undefined> {
	const parts = [wayOfCutting, cut.version, cut.file, cut.text].join('\n');
	const hash = createHash('sha256').update(parts).digest('base64url').slice(0, 16);
	const address = `${folder}${hash}.woff2`;
	try {
		const page = await loadPage(address, async () => ({
			status: 200,
			headers: { ...readerSecurityHeaders(), 'Content-Type': 'font/woff2', 'Cache-Control': immutable },
			body: await cutFont(cut.file, cut.text),
			tags: [],
			keep: 'table',
		}));
		await noteUse(page);
		return { cut, address, hash };
	} catch (error) {
		console.error(error);
		return undefined;
	}
}

/** How exactly it is known when a face was last asked for. */
const useGrain = '1 hour';

async function noteUse(page: StoredPage): Promise<void> {
	const [row] = await db.$queryRaw<{ isLongAgo: boolean }[]>`
		SELECT "renderedAt" < clock_timestamp() - ${useGrain}::interval AS "isLongAgo" FROM "StoredPage" WHERE "path" = ${page.path}`;
	// Memory may hold what was swept.
	if (!row) await storePage({ ...page, renderedAt: new Date() });
	else if (row.isLongAgo)
		await db.$executeRaw`UPDATE "StoredPage" SET "renderedAt" = clock_timestamp() WHERE "path" = ${page.path}`;
}

const folder = '/assets/font/';

/** Drops the faces that no stored page has asked for in a while. */
export async function sweepFonts(): Promise<void> {
	const [prefix, ending] = [`${folder}%`, '.woff2'];
	await db.$executeRaw`
		DELETE FROM "StoredPage" font
		WHERE font."path" LIKE ${prefix} AND font."renderedAt" < clock_timestamp() - ${keepUnused}::interval
			AND NOT EXISTS (
				SELECT 1 FROM "StoredPage" page
				WHERE page."tags" @> ARRAY[${siteTags.font('')} || substr(replace(font."path", ${ending}, ''), ${folder.length + 1}::int)])`;
}
