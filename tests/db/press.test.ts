import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db, publishedDb } from '@/lib/db';
import { composePages } from '@/lib/edition/compose';
import { addPicture } from '@/lib/media/write';
import { convertForPress, findGhostscript } from '@/lib/press/ghostscript';
import { pixelsToPrint } from '@/lib/press/press';
import { getPressRoom } from '@/lib/press/read';
import { printForPress } from '@/lib/press/write';
import { pointsOf } from '@/lib/print/page-boxes';
import { stopPrinter } from '@/lib/print/print';
import { stopCutter } from '@/lib/site/font-cutter';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { figure, p } from '@/prisma/seed/story';
import { laidOut } from '../factories';

let newsroom: Newsroom;
let pageId: string;
/** The picture whose original is large. */
let largeId: string;
const date = '2026-05-01';

beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
	const { desk_editor } = newsroom.actors;
	const noise = {
		width: 4200,
		height: 2800,
		channels: 3 as const,
		noise: { type: 'gaussian' as const, mean: 128, sigma: 30 },
	};
	const large = await sharp({ create: { ...noise, background: '#fff' } })
		.jpeg()
		.toBuffer();
	const coarse = await sharp(large).resize(200).jpeg().toBuffer();
	const [sharpOne, coarseOne] = await Promise.all([
		addPicture(desk_editor, large, { filename: 'large.jpg' }),
		addPicture(desk_editor, coarse, { filename: 'coarse.jpg' }),
	]);
	largeId = sharpOne.id;
	const bodyWith = (id: string, text: string) => ({
		type: 'doc' as const,
		content: [p(text), figure(id, '步道一景', '程野 摄', '湖边')],
	});
	const { pageIds } = await laidOut(newsroom, date, [
		[
			{ headline: '图片清楚的稿', body: bodyWith(sharpOne.id, '环湖步道昨天全线贯通，从北桥到柳浦走一圈要两个小时。') },
			{ headline: '图片太小的稿', body: bodyWith(coarseOne.id, '镇里的图书室上周开门，晚上也亮着灯。') },
		],
	]);
	pageId = pageIds[0] ?? '';
});
afterAll(async () => {
	await Promise.all([stopCutter(), stopPrinter()]);
	await Promise.all([db.$disconnect(), publishedDb.$disconnect()]);
});

const choices = { bleed: true, marks: true, colour: 'rgb' as const };
const latin = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');

describe('the press', { timeout: 120_000 }, () => {
	it('is told which pictures are too coarse, by the names of their stories', async () => {
		const room = await getPressRoom(newsroom.actors.page_editor, date, '1');
		expect(room).toMatchObject({ source: 'makeup', mayPrint: true, files: { pdf: { state: 'notYet' } } });
		expect(room.weak.map(({ headline }) => headline)).toEqual(['图片太小的稿']);
		expect((await getPressRoom(newsroom.actors.reporter, date, '1')).mayPrint).toBe(false);
		await expect(getPressRoom(newsroom.actors.page_editor, date, '7')).rejects.toMatchObject({ code: 'not-found' });
	});

	it('gets the page in its true size with boxes, its pictures from the originals, and a trace', async () => {
		const { name, pdf } = await printForPress(newsroom.actors.page_editor, { id: pageId, ...choices });
		expect(name).toContain('第1版 RGB.pdf');
		const boxOf = (box: string) =>
			new RegExp(`/${box} \\[([^\\]]+)\\]`).exec(latin(pdf))?.[1]?.split(' ').map(Number) ?? [];
		const sizeOf = ([left = 0, bottom = 0, right = 0, top = 0]: number[]) => [right - left, top - bottom];
		const close = (size: number[], mm: [number, number]) => {
			for (const [at, value] of size.entries()) expect(value).toBeCloseTo(pointsOf(mm[at]!), 2);
		};
		close(sizeOf(boxOf('TrimBox')), [275, 390]);
		close(sizeOf(boxOf('BleedBox')), [281, 396]);
		// The last of them: what was appended holds.
		const file = await open(pdf);
		expect(file.numPages).toBe(1);
		const page = await file.getPage(1);
		close(sizeOf(page.view.map(Number)), [275 + 22, 390 + 22]);
		const pictures = await picturesOf(page);
		// 300 dpi at its size, and what there is of the other.
		const [made] = await composePages(db, { id: pageId });
		const needed = pixelsToPrint(made!.sheet).get(largeId) ?? 0;
		expect(needed).toBeLessThan(4200);
		expect(pictures.sort((one, other) => one - other)).toEqual([200, needed]);
		const trace = await db.trace.findFirstOrThrow({ where: { act: 'page.print', subjectId: pageId } });
		expect(trace.detail).toMatchObject({ press: 'rgb', bleed: true, marks: true, source: 'makeup', bytes: pdf.length });
		expect(trace.after).toMatch(/^[0-9a-f]{64}$/);
	});

	it('is printed for by those who pull pages alone, and only what is there', async () => {
		const input = { id: pageId, ...choices };
		await expect(printForPress(newsroom.actors.reporter, input)).rejects.toMatchObject({ code: 'forbidden' });
		const nowhere = { ...input, id: 'no-such-page' };
		await expect(printForPress(newsroom.actors.page_editor, nowhere)).rejects.toMatchObject({ code: 'not-found' });
		expect(await db.trace.count({ where: { act: 'page.print' } })).toBe(1);
	});

	it('gets four inks and PDF/X-3 where Ghostscript is, a sentence where it is not', async () => {
		const input = { id: pageId, ...choices, colour: 'pdfx' as const };
		if (!findGhostscript()) {
			await expect(printForPress(newsroom.actors.page_editor, input)).rejects.toThrow('本机没有 Ghostscript');
			return;
		}
		const { pdf } = await printForPress(newsroom.actors.page_editor, input);
		expect(latin(pdf)).toContain('PDF/X-3');
		expect(latin(pdf)).toContain('/OutputIntents');
		expect(latin(pdf)).not.toContain('/DeviceRGB');
		const [, width, height] = /\/TrimBox\s*\[\s*[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)/.exec(latin(pdf)) ?? [];
		expect(Number(width)).toBeCloseTo(pointsOf(275 + 11), 0);
		expect(Number(height)).toBeCloseTo(pointsOf(390 + 11), 0);
	});

	it('does not take what Ghostscript cannot read for a page', async () => {
		if (!findGhostscript()) return;
		await expect(convertForPress(Buffer.from('no pdf'), 'cmyk')).rejects.toMatchObject({ code: 'unavailable' });
	});
});

function open(pdf: Uint8Array) {
	const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
	const settings = { cMapUrl: `${folder}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${folder}/standard_fonts/` };
	return getDocument({ ...settings, data: new Uint8Array(pdf), verbosity: 0 }).promise;
}

/** Widths of the pictures on a page, in pixels. */
async function picturesOf(page: Awaited<ReturnType<Awaited<ReturnType<typeof open>>['getPage']>>): Promise<number[]> {
	const { fnArray, argsArray } = await page.getOperatorList();
	return argsArray.flatMap((args, at) => (fnArray[at] === OPS.paintImageXObject ? [args[1] as number] : []));
}
