import sharp from 'sharp';
import type { SheetImage } from '@/components/sheet/sheet';
import { Body, baseBody, mediaOf } from '@/lib/article/body';
import { toBrief } from '@/lib/edition/brief';
import { inLanes } from '@/lib/lanes';
import { makeUpPage } from '@/lib/makeup/make-up-page';
import { printPdf, stopPrinter } from '@/lib/print/print';
import { stopCutter } from '@/lib/site/font-cutter';
import { printPage } from '@/lib/site/page-file/make';
import { jpegAddress } from '@/lib/site/page-file/page-images';
import { editionDocument, type PrintedSheet } from '@/lib/site/sheet-document';
import { todayPages } from '@/prisma/seed/edition-today/pages';
import type { StoryPage } from '@/prisma/seed/story';

const paper = { date: '2026-11-22', paper: '澄湖日报' };
const picture = { width: 1600, height: 1067 };

/** The demo's pages as they are printed, again and again up to so many, each with its pictures. */
export async function pagesToPrint(count: number): Promise<PrintedSheet[]> {
	const noise = { type: 'gaussian' as const, mean: 128, sigma: 20 };
	const jpeg = await sharp({ create: { ...picture, channels: 3, background: '#888', noise } })
		.jpeg({ quality: 82 })
		.toBuffer();
	const image: SheetImage = { src: jpegAddress(jpeg), alt: '', ...picture };
	const made = todayPages.map((page, at) => makeUp(page, at + 1));
	return Array.from({ length: count }, (_, at) => {
		const { brief, sheet } = made[at % made.length]!;
		const facts = { ...brief.page, no: at + 1, cnNumber: 'CN 00-0000', issueNo: 8123, pages: count };
		const figures = sheet.blocks.flatMap((block) => block.figures);
		return {
			...{ brief, sheet, facts },
			credits: { editor: '沈知远', layout: '江月', proof: '程野' },
			images: new Map(figures.map(({ id }) => [id, image])),
			hrefOf: (id: string) => `https://paper.example.org/article/${id}`,
		};
	});
}

function makeUp({ name, stories }: StoryPage, no: number) {
	const contents = stories.map(({ key, kicker = '', deck = '', dateline = '', bylines, body, ...story }) => ({
		...{ articleId: key, kicker, deck, dateline, headline: story.headline, priority: story.priority },
		...{ series: story.series ?? null, column: story.column ?? null },
		bylines: bylines.map((byline) => ({ office: '', ...byline })),
		body: baseBody(Body.parse({ type: 'doc', content: body })),
	}));
	const sizes = new Map(contents.flatMap(({ body }) => mediaOf(body)).map((id) => [id, { id, ...picture }]));
	const brief = toBrief({ no, name, ...paper, grid: '四开' }, contents, sizes);
	return { brief, sheet: makeUpPage(brief) };
}

export interface PrintFigures {
	milliseconds: number;
	bytes: number;
}

/** What is made of a page ahead: its PDF and its two pictures. Faces are cut anew, as for a page that was never printed. */
export async function printAnew(page: PrintedSheet): Promise<PrintFigures> {
	forgetFaces();
	const begun = performance.now();
	const { pdf } = await printPage(page);
	return { milliseconds: performance.now() - begun, bytes: pdf.length };
}

/** The same for several pages as the lane works that prints ahead; answers how long all of them took. */
export async function printTogether(pages: readonly PrintedSheet[]): Promise<number> {
	forgetFaces();
	const begun = performance.now();
	await inLanes(pages, printPage);
	return performance.now() - begun;
}

/** All pages as one PDF. */
export async function printEdition(pages: readonly PrintedSheet[]): Promise<PrintFigures> {
	forgetFaces();
	const begun = performance.now();
	const pdf = await printPdf(await editionDocument(pages), pages.length);
	return { milliseconds: performance.now() - begun, bytes: pdf.length };
}

function forgetFaces(): void {
	(globalThis as { shangbanInlineCuts?: { clear: () => void } }).shangbanInlineCuts?.clear();
}

export async function endPrinting(): Promise<void> {
	await Promise.all([stopPrinter(), stopCutter()]);
}
