/** How large the pages of a print are, and where on them they are cut. Points. */
export interface PageSize {
	width: number;
	height: number;
	/** What is cut off at each side, with the part of it that is printed on so that no white shows at the cut. */
	trim?: { inset: number; bleed: number };
}

/**
 * Gives every page of a PDF its exact size and boxes. Chromium rounds a page to whole points, at its foot and right, and
 * knows of no TrimBox. The bytes stay as they are; what changes is appended, as the format provides for. For PDFs as
 * Chromium writes them: a plain cross-reference table, each page with a MediaBox of its own; throws for any other.
 * Source: ISO 32000-1, 7.5.6 and 14.11.2.
 */
export function setPageBoxes(pdf: Uint8Array, size: PageSize): Uint8Array {
	const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
	const { start, trailer, offsets } = readTable(text);
	const pages = offsets.flatMap(([number, at]) => {
		const head = `${number} 0 obj\n`;
		if (!text.startsWith(`${head}<</Type /Page\n`, at)) return [];
		const body = text.slice(at, text.indexOf('endobj', at));
		return [{ number, body: withBoxes(body, size) }];
	});
	if (pages.length === 0) throw new Error('A PDF without pages');
	let appended = text.endsWith('\n') ? '' : '\n';
	const entries = pages.map(({ number, body }) => {
		const at = pdf.length + appended.length;
		appended += `${body}endobj\n`;
		return `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
	});
	const xref = pdf.length + appended.length;
	appended += `xref\n${entries.join('')}trailer\n${trailer.replace(/>>\s*$/, `\n/Prev ${start}>>`)}\n`;
	return Buffer.concat([pdf, Buffer.from(`${appended}startxref\n${xref}\n%%EOF\n`, 'latin1')]);
}

/** Where the table stands, what follows it, and the place of every object that is in use. */
function readTable(text: string): { start: number; trailer: string; offsets: [number: number, at: number][] } {
	const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? Number.NaN);
	const table = /^xref\n0 (\d+)\n((?:\d{10} \d{5} [nf] \n)+)trailer\n(<<[\s\S]*?>>)\s*startxref/.exec(
		text.slice(start),
	);
	if (!table) throw new Error('A PDF without a plain cross-reference table');
	const [, , entries = '', trailer = ''] = table;
	const offsets = entries
		.split('\n')
		.map((entry, number): [number, number, boolean] => [number, Number(entry.slice(0, 10)), entry.endsWith('n ')])
		.filter(([, , isUsed]) => isUsed)
		.map(([number, at]): [number, number] => [number, at]);
	return { start, trailer, offsets };
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
