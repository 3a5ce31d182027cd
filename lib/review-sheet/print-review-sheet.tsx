import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ReviewSheet } from '@/components/review-sheet/review-sheet';
import { titleOf } from '@/lib/article/article';
import { printPdf } from '@/lib/print/print';
import { inlineFonts } from '@/lib/site/inline-font';
import type { ReviewSheet as Sheet } from './review-sheet';

/** What the styles write by themselves (review-sheet.css). */
const written = '审稿单第页，共0123456789—“”';

/** The sheet as a PDF: tagged, its faces embedded. Refuses, in a sentence, where the server has no browser to print with. */
export async function printReviewSheet(sheet: Sheet): Promise<Uint8Array> {
	return printPdf(await reviewSheetDocument(sheet));
}

/** The sheet as a document that stands alone. */
export async function reviewSheetDocument(sheet: Sheet): Promise<string> {
	// Imported here: Next's build refuses a static import of it beside pages.
	const { renderToStaticMarkup } = await import('react-dom/server');
	const content = <ReviewSheet sheet={sheet} />;
	const texts = [written, textOf(renderToStaticMarkup(content))];
	const styles = readFileSync(
		path.join(/* turbopackIgnore: true */ process.cwd(), 'components/review-sheet/review-sheet.css'),
		'utf8',
	);
	const markup = renderToStaticMarkup(
		<html lang="zh-CN">
			{/* biome-ignore lint/style/noHeadElement: this is the document itself, not a page of the framework */}
			<head>
				<meta charSet="utf-8" />
				<title>{sheetTitle(sheet)}</title>
				<style>{`${await inlineFonts({ song: texts, hei: texts, head: texts }, 'sfnt')}\nbody{margin:0}\n${styles}`}</style>
			</head>
			<body>{content}</body>
		</html>,
	);
	return `<!doctype html>${markup}`;
}

/** 审稿单《湖边的路修好了》 */
export function sheetTitle({ headline }: Pick<Sheet, 'headline'>): string {
	return `审稿单《${titleOf(headline)}》`;
}

/** Every character that markup may show; those of its own entities do no harm. */
function textOf(markup: string): string {
	return markup.replace(/<[^>]*>/g, ' ');
}
