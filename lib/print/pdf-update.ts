/** An object of a PDF as it stands there: from its number to before its `endobj`, as latin1. */
export interface PdfObject {
	number: number;
	text: string;
}

/**
 * Replaces objects of a PDF. The bytes stay as they are; what changes is appended, as the format provides for. For PDFs
 * as Chromium writes them, with one plain cross-reference table; throws for any other, such as one that was updated. `change` answers an object's new
 * text, or undefined where it stays. Source: ISO 32000-1, 7.5.6.
 */
export function updateObjects(pdf: Uint8Array, change: (object: PdfObject) => string | undefined): Uint8Array {
	const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
	const { start, trailer, offsets } = readTable(text);
	// Where each object ends: before the next one, or the table.
	const ends = [...offsets.map(([, at]) => at), start].sort((a, b) => a - b);
	let appended = text.endsWith('\n') ? '' : '\n';
	const entries = offsets.flatMap(([number, at]) => {
		const end = text.lastIndexOf(
			'endobj',
			ends.find((other) => other > at),
		);
		const changed = change({ number, text: text.slice(at, end) });
		if (changed === undefined) return [];
		const place = pdf.length + appended.length;
		appended += `${changed}endobj\n`;
		return [`${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`];
	});
	if (entries.length === 0) return pdf;
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
		.map((entry, number) => ({ number, at: Number(entry.slice(0, 10)), isUsed: entry.endsWith('n ') }))
		.filter(({ isUsed }) => isUsed)
		.map(({ number, at }): [number, number] => [number, at]);
	return { start, trailer, offsets };
}
