import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { withGrayInk } from '@/lib/print/gray-ink';
import { pointsOf, setPageBoxes } from '@/lib/print/page-boxes';
import { printPdf } from '@/lib/print/print';
import { insetOf, type PressFrame, sheetDocument } from '@/lib/site/sheet-document';
import { origin } from '@/lib/site/version';
import { writeTrace } from '@/lib/trace/write';
import { convertForPress } from './ghostscript';
import { bleedMm } from './press';
import { pressImages } from './press-images';
import { getPressPage } from './read';
import type { PressInput } from './schema';

/** A page for the press, under the name that its file is to have. */
export interface PressFile {
	name: string;
	pdf: Uint8Array;
}

/** 导出印刷 PDF: in its true size, with boxes, from the originals of its pictures; who took it is recorded. */
export async function printForPress(actor: Actor, input: PressInput): Promise<PressFile> {
	must(actor, 'page.pull');
	const { source, print } = await getPressPage(db, actor, input.id);
	const { brief, sheet, facts, credits, hash } = print;
	const frame: PressFrame = { bleedMm: input.bleed ? bleedMm : 0, hasMarks: input.marks };
	const hasCredits = credits.editor || credits.layout || credits.proof;
	const html = await sheetDocument(
		{
			...{ brief, sheet, facts, images: await pressImages(print.paperId, sheet) },
			credits: hasCredits ? credits : undefined,
			hrefOf: (id) => `${origin()}/article/${id}`,
		},
		frame,
	);
	const inset = insetOf(frame);
	const [width, height] = sheet.grid.pageMm;
	const size = {
		width: pointsOf(width + 2 * inset),
		height: pointsOf(height + 2 * inset),
		trim: { inset: pointsOf(inset), bleed: pointsOf(frame.bleedMm) },
	};
	const boxed = setPageBoxes(await printPdf(html), size, withGrayInk);
	const pdf = input.colour === 'rgb' ? boxed : await convertForPress(boxed, input.colour);
	await db.$transaction((tx) =>
		writeTrace(tx, actor, {
			act: 'page.print',
			subjectType: 'page',
			subjectId: input.id,
			subject: `${facts.date} ${facts.no}版 ${facts.name}`,
			after: hash,
			detail: { press: input.colour, bleed: input.bleed, marks: input.marks, source, bytes: pdf.length },
		}),
	);
	return { name: `${facts.paper} ${facts.date} 第${facts.no}版 ${input.colour.toUpperCase()}.pdf`, pdf };
}
