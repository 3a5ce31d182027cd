import { type PdfObject, updateObjects } from './pdf-update';

/** How large the pages of a print are, and where on them they are cut. Points. */
export interface PageSize {
	width: number;
	height: number;
	/** What is cut off at each side, with the part of it that is printed on so that no white shows at the cut. */
	trim?: { inset: number; bleed: number };
}

/**
 * Gives every page of a PDF its exact size and boxes. Chromium rounds a page to whole points, at its foot and right, and
 * knows of no TrimBox. `others` changes what is no page, in the same update: there is but one. Throws where a page has no
 * MediaBox of its own, as Chromium's have. Source: ISO 32000-1, 14.11.2.
 */
export function setPageBoxes(
	pdf: Uint8Array,
	size: PageSize,
	others: (object: PdfObject) => string | undefined = () => undefined,
): Uint8Array {
	let pages = 0;
	const sized = updateObjects(pdf, (object) => {
		if (!/^\d+ 0 obj\n<<\/Type \/Page\n/.test(object.text)) return others(object);
		pages++;
		return withBoxes(object.text, size);
	});
	if (pages === 0) throw new Error('A PDF without pages');
	return sized;
}

function withBoxes(page: string, { width, height, trim }: PageSize): string {
	const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page);
	if (!box) throw new Error('A page without a MediaBox of its own');
	// Its origin is at the foot, and the foot is where it was rounded.
	const top = Number(box[2]);
	const inside = (inset: number) =>
		`[${[inset, top - height + inset, width - inset, top - inset].map((value) => Number(value.toFixed(4))).join(' ')}]`;
	const boxes = [`/MediaBox ${inside(0)}`, `/CropBox ${inside(0)}`];
	if (trim) boxes.push(`/BleedBox ${inside(trim.inset - trim.bleed)}`, `/TrimBox ${inside(trim.inset)}`);
	return page.replace(box[0], boxes.join('\n'));
}

/** Millimetres as points. */
export function pointsOf(mm: number): number {
	return (mm / 25.4) * 72;
}
