import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import sharp from 'sharp';
import { faceTexts } from '@/components/sheet/face-text';
import { Folio, furnitureTexts, Plate } from '@/components/sheet/furniture';
import { Sheet, type SheetImage } from '@/components/sheet/sheet';
import { sheetCss } from '@/components/sheet/sheet-css';
import type { Brief, BriefFigure, Sheet as SheetData } from '@/lib/makeup/sheet';
import { cutsOf, fontFace } from '@/lib/site/face';
import { cutFont } from '@/lib/site/font-cutter';
import { minifyCss } from '@/lib/site/stylesheet';

const styles = [
	'components/tokens.css',
	'components/visually-hidden.css',
	'components/sheet/sheet-face.css',
	'components/sheet/sheet.css',
	'components/sheet/sheet-head.css',
	'components/sheet/furniture.css',
	'scripts/makeup/sheet-document.css',
];
const root = path.resolve(import.meta.dirname, '../..');
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** A made-up page as a document that stands alone: styles, faces and pictures are in it. Pictures lie in `folder`, by id. */
export async function sheetDocument(brief: Brief, sheet: SheetData, folder: string): Promise<string> {
	const { no, name, date, paper } = brief.page;
	const { pageMm } = sheet.grid;
	const figures = brief.stories.flatMap((story) => story.figures);
	const images = new Map(
		await Promise.all(figures.map(async (each) => [each.id, await imageOf(each, folder)] as const)),
	);
	const hasNameplate = brief.anchors.some((anchor) => anchor.kind === 'nameplate');
	const css = [
		await facesOf(brief, sheet),
		...styles.map((file) => readFileSync(path.join(root, file), 'utf8')),
		`@page{size:${pageMm[0]}mm ${pageMm[1]}mm;margin:0}`,
		// A part of a pixel more, from rounding, would be a second page.
		`@media print{.sheet{height:calc(${pageMm[1]}mm - 1px);overflow:hidden}}`,
		sheetCss(sheet, brief),
	].join('\n');
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
						hrefOf={(id) => `#story-${id}`}
						figureOf={(id) => images.get(id)!}
						furniture={{
							nameplate: hasNameplate && <Plate {...brief.page} />,
							folio: !hasNameplate && <Folio {...brief.page} />,
						}}
					/>
				</main>
			</body>
		</html>,
	);
	return `<!doctype html>${markup}\n`;
}

async function facesOf(brief: Brief, sheet: SheetData): Promise<string> {
	const texts = faceTexts(sheet, brief);
	const furniture = furnitureTexts(brief.page);
	const all = {
		...texts,
		song: [...texts.song, ...furniture.song],
		head: [...texts.head, ...furniture.head],
		hei: [...texts.hei, ...furniture.hei, '报眼广告通栏'],
	};
	const rules = cutsOf(all).map(async (cut) => {
		const bytes = Buffer.from(await cutFont(cut.file, cut.text)).toString('base64');
		return fontFace(cut, `data:font/woff2;base64,${bytes}`);
	});
	return (await Promise.all(rules)).join('');
}

const endings = ['', '.jpg', '.jpeg', '.png', '.webp', '.avif'];
/** Enough for a width of the page in print. */
const widest = 2400;

/** The picture as it lies in the folder under its id, in any ending; a grey box where there is none that can be read. */
async function imageOf({ id, width, height, caption = '' }: BriefFigure, folder: string): Promise<SheetImage> {
	const alt = caption || '图片';
	for (const ending of endings) {
		const file = path.resolve(folder, id + ending);
		if (path.relative(folder, file).startsWith('..')) break;
		try {
			const picture = sharp(file).rotate().resize({ width: widest, withoutEnlargement: true }).jpeg({ quality: 82 });
			const { data, info } = await picture.toBuffer({ resolveWithObject: true });
			const src = `data:image/jpeg;base64,${data.toString('base64')}`;
			return { src, alt, width: info.width, height: info.height };
		} catch {
			// The next ending, or none.
		}
	}
	const grey = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#c9c7c1"/></svg>`;
	return { src: `data:image/svg+xml;base64,${Buffer.from(grey).toString('base64')}`, alt, width, height };
}
