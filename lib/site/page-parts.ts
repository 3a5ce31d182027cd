import { titleClass } from '@/components/reader/page-titles';
import { type FaceTexts, faceTexts } from '@/components/sheet/face-text';
import { creditsLine, furnitureTexts, type PageFacts } from '@/components/sheet/furniture';
import { blockClass, sheetCss } from '@/components/sheet/sheet-css';
import type { PublishedPage } from '@/lib/edition/published';
import type { Grid, Sheet } from '@/lib/makeup/sheet';

type SetPage = Pick<PublishedPage, 'sheet' | 'brief' | 'credits'>;

/** The texts of a page with its furniture, by face. */
export function facesOfPage({ sheet, brief, credits }: SetPage, facts: PageFacts): Required<FaceTexts> {
	const { song, head, hei, kai } = faceTexts(sheet, brief);
	const furniture = furnitureTexts(facts);
	return {
		song: [...song, ...furniture.song],
		head: [...head, ...furniture.head],
		hei: [...hei, ...furniture.hei],
		kai: [...kai, ...furniture.kai, creditsLine(credits)],
	};
}

/** The same of the front: the first page, whose faces it shares, and the headlines in heavy type in the list beside it. */
export function facesOfFront(pages: readonly SetPage[], first: SetPage, facts: PageFacts): FaceTexts {
	const faces = facesOfPage(first, facts);
	return { ...faces, head: [...faces.head, ...pages.flatMap(leadsOf)] };
}

function leadsOf({ brief }: SetPage): string[] {
	return brief.stories.filter((story) => story.priority === 1).map((story) => story.headline);
}

/** The places of a page's parts as rules; its margins are those of a screen, not of a press. */
export function pageStyles(page: PublishedPage, { imprint }: PageFacts): string {
	const { grid } = page.sheet;
	const [top, right, bottom, left] = grid.marginMm;
	// Where no folio stands above, the margin is as at the sides.
	const hasNameplate = page.brief.anchors.some((anchor) => anchor.kind === 'nameplate');
	const crop = {
		top: top - (hasNameplate ? edgeMm : folioMm),
		right: right - edgeMm,
		bottom: bottom - creditsMm - (imprint ? imprintMm : 0),
		left: left - edgeMm,
	};
	return [sheetCss(page.sheet, page.brief), cropRule(grid, crop), ...pairRules(page.sheet)].join('\n');
}

/** A title and its story on the page show each other. */
function pairRules({ blocks }: Sheet): string[] {
	return blocks.flatMap((_, index) => {
		const [story, title] = [`.${blockClass(index)}`, `.${titleClass(index)}`];
		return [
			`main:has(${title} a:is(:hover,:focus-visible)) ${story}{--story-line:var(--accent)}`,
			`main:has(${story}:is(:hover,:focus-within)) ${title}{--title-line:var(--accent)}`,
		];
	});
}

/** The same for the front: the site's own nameplate stands above, so the page begins under its. */
export function frontStyles(page: PublishedPage): string {
	const { grid } = page.sheet;
	const [top, right, bottom, left] = grid.marginMm;
	const nameplate = page.brief.anchors.find((anchor) => anchor.kind === 'nameplate');
	const lineMm = (grid.bodyPt * grid.linePitchEm * 25.4) / 72;
	const crop = {
		top: top + (nameplate ? nameplate.y + nameplate.h : 0) * lineMm - flushMm,
		right: right - flushMm,
		bottom: bottom - creditsMm,
		left: left - flushMm,
	};
	return [sheetCss(page.sheet, page.brief), cropRule(grid, crop), ...pairRules(page.sheet)].join('\n');
}

/** What of the margins a screen keeps, in millimetres of the page. */
const edgeMm = 9;
const folioMm = 18;
const creditsMm = 10;
const imprintMm = 8;
/** Room for the outline of a story. */
const flushMm = 1.5;

/** Shows a page without the outer part of its margins, in a frame that cuts them off. Percentages are of its width. */
function cropRule(grid: Grid, crop: { top: number; right: number; bottom: number; left: number }): string {
	const [width] = grid.pageMm;
	const shown = width - crop.left - crop.right;
	const part = (mm: number) => `${((mm / shown) * 100).toFixed(3)}%`;
	const margin = [crop.top, crop.right, crop.bottom, crop.left].map((mm) => part(-mm)).join(' ');
	return `.page-frame>.sheet{width:${part(width)};margin:${margin}}`;
}

/** Ids of the pictures on a page. */
export function picturesOfPage(page: PublishedPage): string[] {
	return page.sheet.blocks.flatMap((block) => block.figures.map((figure) => figure.id));
}

/** A page's number as an address gives it, from 1; undefined for anything else, leading zeros included. */
export function parsePageNo(text: string | undefined, most = 9999): number | undefined {
	const no = Number(text);
	return text !== undefined && /^[1-9]\d{0,3}$/.test(text) && no <= most ? no : undefined;
}
