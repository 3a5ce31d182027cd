import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { SheetImage } from '@/components/sheet/sheet';
import type { PageFileKind } from '@/generated/prisma/enums';
import { db } from '@/lib/db';
import { newId } from '@/lib/id';
import { type PageSize, pointsOf, setPageBoxes } from '@/lib/print/page-boxes';
import { printPdf, printWithPicture, warmPrinter } from '@/lib/print/print';
import { editionDocument, type PrintedSheet, sheetDocument } from '@/lib/site/sheet-document';
import { origin } from '@/lib/site/version';
import { havePageFile, pageFilePath, storePageFile } from './files';
import { hashOfEdition, keyOfEdition, keyOfPage, type PageToPrint, pictureHeight, pictureWidths } from './page-file';
import { imagesOfPages } from './page-images';

/** A file as it was made. */
export interface MadeFile {
	kind: PageFileKind;
	file: string;
	bytes: number;
}

const shared = globalThis as typeof globalThis & { shangbanPageFlights?: Map<string, Promise<MadeFile[]>> };

/** The PDF of a page and its pictures; made where they are not there, by one however many ask. */
export function makePageFiles(page: PageToPrint): Promise<MadeFile[]> {
	const key = keyOfPage(page, origin());
	return once(key, ['pdf', 'small', 'large'], async () => {
		warmPrinter();
		const { pageMm } = page.sheet.grid;
		const { pdf, pictures } = await printPage(toPrinted(page, await imagesOfPages([page])));
		const { paperId, editionId, pageId, hash } = page;
		const row = { paperId, editionId, pageId, hash, key };
		return Promise.all([
			store({ ...row, kind: 'pdf' }, pdf, sizeOf(pageMm)),
			...pictures.map(({ kind, bytes, ...size }) => store({ ...row, kind }, bytes, size)),
		]);
	});
}

interface PrintedPage {
	pdf: Uint8Array;
	pictures: ({ kind: keyof typeof pictureWidths; bytes: Uint8Array } & PageSize)[];
}

/** A page as readers get it: its PDF in its true size, and its pictures. */
export async function printPage(printed: PrintedSheet): Promise<PrintedPage> {
	const { pageMm } = printed.sheet.grid;
	const kinds = Object.keys(pictureWidths) as (keyof typeof pictureWidths)[];
	const { pdf, made } = await printWithPicture(await sheetDocument(printed), pixelsOf(pageMm), (png) =>
		Promise.all(kinds.map((kind) => drawPicture(kind, png, pageMm))),
	);
	return { pdf: setPageBoxes(pdf, sizeOf(pageMm)), pictures: made };
}

/** In a list nobody reads the lines of a page. */
const pictureQuality: Record<keyof typeof pictureWidths, number> = { small: 40, large: 72 };

async function drawPicture(
	kind: keyof typeof pictureWidths,
	png: Uint8Array,
	pageMm: readonly [number, number],
): Promise<PrintedPage['pictures'][number]> {
	const width = pictureWidths[kind];
	const height = pictureHeight(width, pageMm);
	const quality = pictureQuality[kind];
	const bytes = await sharp(png).resize(width, height, { fit: 'fill' }).webp({ quality, effort: 6 }).toBuffer();
	return { kind, bytes, width, height };
}

/** All pages of an edition, in order, as one PDF. */
export function makeEditionFile(pages: readonly PageToPrint[]): Promise<MadeFile[]> {
	const key = keyOfEdition(pages.map((page) => keyOfPage(page, origin())));
	return once(key, ['edition'], async () => {
		const [first] = pages;
		if (!first) throw new Error('An edition without pages');
		const images = await imagesOfPages(pages);
		const html = await editionDocument(pages.map((page) => toPrinted(page, images)));
		const size = sizeOf(first.sheet.grid.pageMm);
		const pdf = setPageBoxes(await printPdf(html, pages.length), size);
		const { paperId, editionId } = first;
		const hash = hashOfEdition(pages.map((page) => page.hash));
		return [await store({ paperId, editionId, pageId: null, hash, key, kind: 'edition' }, pdf, size)];
	});
}

/** The bytes of one of the files. */
export function readPageFile(files: readonly MadeFile[], kind: PageFileKind): Promise<Buffer> {
	const made = files.find((file) => file.kind === kind);
	if (!made) throw new Error(`No file of the kind ${kind} was made`);
	return readFile(pageFilePath(made.file));
}

function once(key: string, kinds: readonly PageFileKind[], make: () => Promise<MadeFile[]>): Promise<MadeFile[]> {
	shared.shangbanPageFlights ??= new Map();
	const flights = shared.shangbanPageFlights;
	const underWay = flights.get(key);
	if (underWay) return underWay;
	const flight = (async () => (await findMade(key, kinds)) ?? (await make()))().finally(() => flights.delete(key));
	flights.set(key, flight);
	return flight;
}

/** All of these kinds, with their bytes; undefined where one is missing: a row whose file was lost counts for nothing. */
async function findMade(key: string, kinds: readonly PageFileKind[]): Promise<MadeFile[] | undefined> {
	const rows = await db.pageFile.findMany({
		where: { key, kind: { in: [...kinds] } },
		select: { kind: true, file: true, bytes: true },
	});
	if (rows.length < kinds.length) return undefined;
	const present = await Promise.all(rows.map(({ file }) => havePageFile(file)));
	return present.includes(false) ? undefined : rows;
}

interface NewFile {
	paperId: string;
	editionId: string;
	pageId: string | null;
	hash: string;
	key: string;
	kind: PageFileKind;
}

/** First the file, then the row that names it. */
async function store(row: NewFile, bytes: Uint8Array, { width, height }: PageSize): Promise<MadeFile> {
	const { key, kind } = row;
	const file = await storePageFile(bytes, kind === 'pdf' || kind === 'edition' ? 'pdf' : 'webp');
	const made = { file, bytes: bytes.length, width, height };
	await db.pageFile.upsert({
		where: { key_kind: { key, kind } },
		create: { id: newId(), ...row, ...made },
		update: made,
		select: { id: true },
	});
	return { kind, file, bytes: bytes.length };
}

function toPrinted(page: PageToPrint, images: ReadonlyMap<string, SheetImage>): PrintedSheet {
	const { brief, sheet, facts, credits } = page;
	const hasCredits = credits.editor || credits.layout || credits.proof;
	return {
		...{ brief, sheet, facts, images },
		credits: hasCredits ? credits : undefined,
		hrefOf: (id) => `${origin()}/article/${id}`,
	};
}

function sizeOf([width, height]: readonly [number, number]): PageSize {
	return { width: pointsOf(width), height: pointsOf(height) };
}

function pixelsOf([width, height]: readonly [number, number]): PageSize {
	return { width: Math.round((width / 25.4) * 96), height: Math.round((height / 25.4) * 96) };
}
