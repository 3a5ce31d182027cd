import { readFileSync } from 'node:fs';
import path from 'node:path';
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

/** A made-up page as a document that stands alone, in its true size: styles, faces and pictures are in it. */
export async function sheetDocument(printed: PrintedSheet): Promise<string> {
	const { brief, sheet, facts, images, hrefOf } = printed;
	const { no, name, date, paper } = facts;
	const { pageMm } = sheet.grid;
	const hasNameplate = brief.anchors.some((anchor) => anchor.kind === 'nameplate');
	const credits = printed.credits && creditsLine(printed.credits);
	const css = [
		await facesOf(printed, credits),
		...styles.map((file) => readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), file), 'utf8')),
		`@page{size:${pageMm[0]}mm ${pageMm[1]}mm;margin:0}`,
		// A part of a pixel more, from rounding, would be a second page.
		`@media print{.sheet{height:calc(${pageMm[1]}mm - 1px);overflow:hidden}}`,
		sheetCss(sheet, brief),
	].join('\n');
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
				<title>{`${paper} ${date} 第${no}版 ${name}`}</title>
				<style>{minifyCss(css)}</style>
			</head>
			<body>
				<main>
					<h1 className="visually-hidden">{`${paper} 第${no}版 ${name}`}</h1>
					<Sheet
						sheet={sheet}
						brief={brief}
						hrefOf={hrefOf}
						figureOf={(id) => images.get(id)!}
						furniture={{
							nameplate: hasNameplate && <Plate {...facts} />,
							folio: !hasNameplate && <Folio {...facts} />,
							credits,
						}}
					/>
				</main>
			</body>
		</html>,
	);
	return `<!doctype html>${markup}\n`;
}

function facesOf({ brief, sheet, facts }: PrintedSheet, credits: string | undefined): Promise<string> {
	const texts = faceTexts(sheet, brief);
	const furniture = furnitureTexts(facts);
	return inlineFonts({
		song: [...texts.song, ...furniture.song],
		head: [...texts.head, ...furniture.head],
		hei: [...texts.hei, ...furniture.hei, '报眼广告通栏'],
		kai: [...texts.kai, ...(credits ? [credits] : [])],
	});
}
