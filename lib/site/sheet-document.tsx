import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ReactNode } from 'react';
import { CropMarks } from '@/components/sheet/crop-marks';
import { faceTexts } from '@/components/sheet/face-text';
import { creditsLine, Folio, furnitureTexts, type PageFacts, Plate } from '@/components/sheet/furniture';
import { Sheet, type SheetImage } from '@/components/sheet/sheet';
import { sheetCss } from '@/components/sheet/sheet-css';
import type { Brief, Sheet as SheetData } from '@/lib/makeup/sheet';
import { inlineFonts } from './inline-font';
import { minifyCss } from './stylesheet';

const styles = [
	'components/tokens.css',
	'components/visually-hidden.css',
	'components/sheet/sheet-face.css',
	'components/sheet/sheet.css',
	'components/sheet/sheet-head.css',
	'components/sheet/furniture.css',
	'components/sheet/sheet-document.css',
];
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

export interface PrintedSheet {
	brief: Brief;
	sheet: SheetData;
	facts: PageFacts;
	/** Who signed for the page; the line is left out without it. */
	credits?: Parameters<typeof creditsLine>[0];
	/** By id, each with its bytes in its address. */
	images: ReadonlyMap<string, SheetImage>;
	hrefOf: (storyId: string) => string;
}

/** What a press needs around a page. Millimetres. */
export interface PressFrame {
	/** 出血: what is cut off at each side */
	bleedMm: number;
	/** 裁切线, drawn outside the bleed */
	hasMarks: boolean;
}

/** A made-up page as a document that stands alone, in its true size: styles, faces and pictures are in it. */
export async function sheetDocument(printed: PrintedSheet, frame?: PressFrame): Promise<string> {
	const { no, name, date, paper } = printed.facts;
	const inset = frame ? insetOf(frame) : 0;
	const [width, height] = printed.sheet.grid.pageMm;
	const css = [
		await facesOf([printed]),
		...printStyles([width, height], inset),
		sheetCss(printed.sheet, printed.brief),
	].join('\n');
	const title = `${paper} ${date} 第${no}版 ${name}`;
	return documentOf(title, css, <PrintPage printed={printed} heading={`${paper} 第${no}版 ${name}`} frame={frame} />);
}

/** All pages of an edition as one document; its outline names each page and, under it, its headlines. */
export async function editionDocument(pages: readonly PrintedSheet[]): Promise<string> {
	const [first] = pages;
	if (!first) throw new Error('An edition without pages');
	const css = [
		await facesOf(pages),
		...printStyles(first.sheet.grid.pageMm, 0),
		// Places are named alike on every page: each page has its own.
		...pages.map(({ sheet, brief }, index) => `@scope(#page-${index}){${sheetCss(sheet, brief)}}`),
		'@media print{.print-page+.print-page{break-before:page}}',
	].join('\n');
	const { paper, date } = first.facts;
	return documentOf(
		`${paper} ${date}`,
		css,
		pages.map((printed, index) => (
			<PrintPage
				key={printed.facts.no}
				id={`page-${index}`}
				printed={printed}
				heading={`第${printed.facts.no}版 ${printed.facts.name}`}
			/>
		)),
	);
}

/** How far the page stands from the edges of what it is printed on. */
export function insetOf({ bleedMm, hasMarks }: PressFrame): number {
	return bleedMm + (hasMarks ? markMm : 0);
}

/** Room for the crop marks. */
const markMm = 8;

function printStyles([width, height]: readonly [number, number], inset: number): string[] {
	return [
		...styles.map((file) => readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), file), 'utf8')),
		`@page{size:${width + 2 * inset}mm ${height + 2 * inset}mm;margin:0}`,
		// A part of a pixel more, from rounding, would be a second page.
		`@media print{.print-page{position:relative;padding:${inset}mm 0 0 ${inset}mm}`,
		`.sheet{width:${width}mm;height:calc(${height}mm - 1px);overflow:hidden}}`,
	];
}

interface PrintPageProps {
	printed: PrintedSheet;
	heading: string;
	id?: string;
	frame?: PressFrame;
}

function PrintPage({ printed, heading, id, frame }: PrintPageProps) {
	const { brief, sheet, facts, images, hrefOf, credits } = printed;
	const hasNameplate = brief.anchors.some((anchor) => anchor.kind === 'nameplate');
	return (
		<div className="print-page" id={id}>
			<h1 className={frame ? 'visually-hidden' : 'print-heading'}>{heading}</h1>
			<Sheet
				sheet={sheet}
				brief={brief}
				hrefOf={hrefOf}
				figureOf={(figure) => images.get(figure)!}
				furniture={{
					nameplate: hasNameplate && <Plate {...facts} />,
					folio: !hasNameplate && <Folio {...facts} />,
					credits: credits && creditsLine(credits),
					imprint: facts.imprint,
				}}
			/>
			{frame?.hasMarks && <CropMarks pageMm={sheet.grid.pageMm} bleedMm={frame.bleedMm} insetMm={insetOf(frame)} />}
		</div>
	);
}

async function documentOf(title: string, css: string, content: ReactNode): Promise<string> {
	// Imported here: Next's build refuses a static import of it beside pages.
	const { renderToStaticMarkup } = await import('react-dom/server');
	const markup = renderToStaticMarkup(
		<html lang="zh-CN">
			{/* biome-ignore lint/style/noHeadElement: this is the document itself, not a page of the framework */}
			<head>
				<meta charSet="utf-8" />
				<meta httpEquiv="Content-Security-Policy" content={policy} />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<title>{title}</title>
				<style>{minifyCss(css)}</style>
			</head>
			<body>
				<main>{content}</main>
			</body>
		</html>,
	);
	return `<!doctype html>${markup}\n`;
}

function facesOf(pages: readonly PrintedSheet[]): Promise<string> {
	const headings = pages.map(({ facts }) => `${facts.paper} 第${facts.no}版 ${facts.name}`);
	const all = pages.map(({ sheet, brief, facts, credits }) => ({
		texts: faceTexts(sheet, brief),
		furniture: furnitureTexts(facts),
		credits: credits ? [creditsLine(credits)] : [],
	}));
	const texts = {
		song: all.flatMap(({ texts, furniture }) => [...texts.song, ...furniture.song]),
		head: all.flatMap(({ texts, furniture }) => [...texts.head, ...furniture.head]),
		hei: [...all.flatMap(({ texts, furniture }) => [...texts.hei, ...furniture.hei]), ...headings, '报眼广告通栏'],
		kai: all.flatMap(({ texts, furniture, credits }) => [...texts.kai, ...furniture.kai, ...credits]),
	};
	return inlineFonts(texts, 'sfnt');
}
