import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setCaption } from '@/lib/makeup/figure';
import { copyOf, storyOf } from '@/lib/makeup/fixture';
import { emOfMm } from '@/lib/makeup/grid';
import { makeUpPage } from '@/lib/makeup/make-up-page';
import { normalize } from '@/lib/makeup/normalize';
import type { Brief, Sheet, SheetBlock } from '@/lib/makeup/sheet';
import { stopCutter } from '@/lib/site/font-cutter';
import { sheetDocument } from '@/lib/site/sheet-document';
import { renderPagePdf } from '@/scripts/makeup/page-pdf';
import { imagesIn } from '@/scripts/makeup/sheet-images';
import { launchBrowser } from '../setup/browser';

const figure = { id: 'lake', width: 1200, height: 800, caption: '航拍下的湿地公园。', credit: '程野 摄' };
const stories: Brief['stories'] = [
	storyOf('lead', 1, '一湖清水\n养一城人', 0, {
		...{ series: '奋进新征程', column: '一把手访谈', byline: '□ 区委书记 沈清和' },
		blocks: copyOf(1700, 1, ['先把账算清', '再把岸修好']),
		figures: [figure],
	}),
	storyOf('lecture', 2, '宣讲团走进车间村头湖岸', 900, { kicker: '学习贯彻全会精神', deck: '2027年前走遍158个村' }),
	storyOf('answers', 3, '新政策怎么办', 0, {
		boxed: true,
		blocks: [
			{ type: 'q', text: '问：几点开门，要带 ID card 和“两证”吗？' },
			{ type: 'a', text: '答：工作日8:30—17:00……第一次来——“带身份证就行”；PM2.5超标时也开门。' },
		],
	}),
	storyOf('rain', 4, '今起三天有小雨', 160),
	storyOf('lamps', 3, '河埠头的26盏灯亮了', 420),
];
const page = { no: 1, name: '要闻', date: '2026-11-22', paper: '澄湖日报' };
const nameplate = { kind: 'nameplate' as const, x: 0, y: 0, w: 142, h: 12 };
const briefs: Record<string, Brief> = {
	'四开, first page': { version: 1, grid: '四开', page, anchors: [nameplate], stories },
	'对开, inside': { version: 1, grid: '对开', page: { ...page, no: 3 }, anchors: [], stories },
};

let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await stopCutter();
});

const documentOf = async (brief: Brief, sheet: Sheet) =>
	sheetDocument({
		...{ brief, sheet, facts: brief.page, images: await imagesIn('.', brief) },
		hrefOf: (id) => `#story-${id}`,
	});

describe.each(Object.entries(briefs))('a page in print: %s', (_name, brief) => {
	const sheet = makeUpPage(brief);
	let read: Reading;
	beforeAll(async () => {
		read = await readPdf(await renderPagePdf(browser, await documentOf(brief, sheet)));
	});

	it('is one page of the true size, its text in the size of the grid', () => {
		const { pageMm, bodyPt } = sheet.grid;
		expect(read.pages).toBe(1);
		expect(read.width).toBeCloseTo(emOfMm(sheet.grid, pageMm[0]) * bodyPt, -0.5);
		expect(read.height).toBeCloseTo(emOfMm(sheet.grid, pageMm[1]) * bodyPt, -0.5);
		expect(read.bodyPt).toBeCloseTo(bodyPt, 1);
	});

	it('is tagged, one article a story in reading order, each with its heading', () => {
		expect(read.articles.map(({ heading }) => heading)).toEqual(
			sheet.blocks.map((block) => compact(rowsOf(block, 'headline'))),
		);
	});

	it('brings its own faces, as outlines of type, and none of the machine that printed it', () => {
		expect(read.fonts.length).toBeGreaterThan(3);
		const own = /^[A-Z]{6}\+(?:NotoSerifSC-(?:Medium|Black)|NotoSansSC-Bold|LXGWWenKai-Regular)$/;
		expect(read.fonts.filter((name) => !own.test(name))).toEqual([]);
	});

	it('has embedded every character, and nothing is missing or in another order', () => {
		for (const [i, block] of sheet.blocks.entries()) expect(read.articles[i]!.text).toBe(textOf(block, sheet, brief));
	});
});

const compact = (text: string) => text.replace(/\s+/g, '');

function rowsOf({ head }: SheetBlock, role?: string): string {
	return head.parts.flatMap((part) => (role === undefined || part.role === role ? part.rows : [])).join('');
}

/** What a block shows by the sheet: head, pictures, lines; without white. */
function textOf(block: SheetBlock, { grid }: Sheet, brief: Brief): string {
	const story = brief.stories.find(({ id }) => id === block.story)!;
	const captions = block.figures.map(({ id, wEm }) => {
		const { text, credit } = setCaption(story.figures.find((each) => each.id === id)!, wEm, grid);
		return text + credit;
	});
	const texts = story.blocks.map(({ text }) => normalize(text));
	const lines = block.frames.flatMap((frame) =>
		frame.lines.map((line) => texts[line.block]!.slice(line.from, line.to)),
	);
	return compact([rowsOf(block), ...captions, ...lines].join(''));
}

interface Reading {
	pages: number;
	/** Points. */
	width: number;
	height: number;
	/** The size that most characters have. */
	bodyPt: number;
	/** Names; drawn characters (Type 3) are marked. */
	fonts: string[];
	/** By their tags. */
	articles: { heading: string; text: string }[];
}

async function readPdf(pdf: Uint8Array): Promise<Reading> {
	const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
	const settings = { cMapUrl: `${folder}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${folder}/standard_fonts/` };
	const data = new Uint8Array(pdf);
	const file = await getDocument({ ...settings, data, verbosity: 0, fontExtraProperties: true }).promise;
	const first = await file.getPage(1);
	const { items } = await first.getTextContent({ includeMarkedContent: true, disableNormalization: true });
	const [texts, sizes] = [new Map<string, string>(), new Map<number, number>()];
	const marks: (string | undefined)[] = [];
	for (const item of items) {
		if ('str' in item) {
			const mark = marks.findLast((id) => id !== undefined) ?? '';
			texts.set(mark, (texts.get(mark) ?? '') + item.str);
			const size = Math.round(item.height * 100) / 100;
			sizes.set(size, (sizes.get(size) ?? 0) + item.str.length);
		} else if (item.type === 'endMarkedContent') marks.pop();
		else marks.push(item.id || undefined);
	}
	const tree = (await first.getStructTree()) as unknown as Tag;
	const textOfTag = (tag: Tag): string =>
		tag.id ? (texts.get(tag.id) ?? '') : (tag.children ?? []).map(textOfTag).join('');
	const [, , width, height] = first.view as [number, number, number, number];
	const articles = tagsOf(tree, 'Art').map((tag) => ({
		heading: compact(tagsOf(tag, 'H2').map(textOfTag).join('')),
		text: compact(textOfTag(tag)),
	}));
	const [bodyPt] = [...sizes].sort((a, b) => b[1] - a[1])[0]!;
	return { pages: file.numPages, width, height, bodyPt, articles, fonts: await fontsOf(first) };
}

async function fontsOf(page: PDFPageProxy): Promise<string[]> {
	const { fnArray, argsArray } = await page.getOperatorList();
	const ids = new Set(argsArray.filter((_, i) => fnArray[i] === OPS.setFont).map(([id]) => id as string));
	return [...ids].map((id) => {
		const { name, isType3Font } = page.commonObjs.get(id) as { name: string; isType3Font?: boolean };
		return isType3Font ? `${name} (Type 3)` : name;
	});
}

interface Tag {
	role?: string;
	id?: string;
	children?: Tag[];
}

function tagsOf(tag: Tag, role: string): Tag[] {
	return tag.role === role ? [tag] : (tag.children ?? []).flatMap((child) => tagsOf(child, role));
}
