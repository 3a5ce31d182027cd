import zlib from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { withGrayInk } from './gray-ink';
import { pointsOf, setPageBoxes } from './page-boxes';

/** A PDF as Chromium lays one out: a plain table, each page with its own MediaBox, rounded to points. */
function pdfOf(pages: number): Uint8Array {
	const kids = Array.from({ length: pages }, (_, i) => `${i + 3} 0 R`).join(' ');
	const objects = [
		'<</Type /Catalog\n/Pages 2 0 R>>',
		`<</Type /Pages\n/Count ${pages}\n/Kids [${kids}]>>`,
		...Array.from(
			{ length: pages },
			() => '<</Type /Page\n/Resources <<>>\n/MediaBox [0 0 282.95999 425.03998]\n/Parent 2 0 R>>',
		),
	];
	let text = '%PDF-1.4\n%\xd3\xeb\xe9\xe1\n';
	const places = objects.map((object, i) => {
		const at = text.length;
		text += `${i + 1} 0 obj\n${object}\nendobj\n`;
		return `${String(at).padStart(10, '0')} 00000 n \n`;
	});
	const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
	const tail = `trailer\n<</Size ${objects.length + 1}\n/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
	return Buffer.from(text + table + tail, 'latin1');
}

async function viewsOf(pdf: Uint8Array): Promise<number[][]> {
	const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
	const numbers = Array.from({ length: file.numPages }, (_, i) => i + 1);
	return Promise.all(numbers.map(async (number) => (await file.getPage(number)).view.map((value) => value as number)));
}

describe('setPageBoxes', () => {
	it('gives every page its exact size, from the top left corner on', async () => {
		const [width, height] = [pointsOf(100), pointsOf(150)];
		const views = await viewsOf(setPageBoxes(pdfOf(3), { width, height }));
		expect(views).toHaveLength(3);
		for (const [left, bottom, right, top] of views) {
			expect(left).toBe(0);
			expect(top).toBeCloseTo(425.04, 2);
			expect(right).toBeCloseTo(width, 3);
			expect(top! - bottom!).toBeCloseTo(height, 3);
		}
	});

	it('says where the page is cut and how far is printed beyond', () => {
		const size = { width: 300, height: 440, trim: { inset: 20, bleed: 8 } };
		const text = Buffer.from(setPageBoxes(pdfOf(1), size)).toString('latin1');
		expect(text).toContain('/TrimBox [20 5.04 280 405.04]');
		expect(text).toContain('/BleedBox [12 -2.96 288 413.04]');
	});

	it('leaves the bytes before as they are', () => {
		const pdf = pdfOf(2);
		const once = setPageBoxes(pdf, { width: 280, height: 420 });
		expect(Buffer.from(once.subarray(0, pdf.length)).equals(Buffer.from(pdf))).toBe(true);
	});

	it('refuses to guess at another kind of file', () => {
		expect(() => setPageBoxes(Buffer.from('%PDF-1.7\n'), { width: 1, height: 1 })).toThrow('cross-reference');
	});
});

describe('withGrayInk', () => {
	const objectOf = (drawing: string, more = '') => {
		const packed = zlib.deflateSync(Buffer.from(drawing, 'latin1')).toString('latin1');
		const text = `7 0 obj\n<<${more}/Filter /FlateDecode\n/Length ${packed.length}>> stream\n${packed}\nendstream\n`;
		return { number: 7, text };
	};
	const drawingOf = (text: string) => {
		const [head = ''] = /^[\s\S]*? stream\n/.exec(text) ?? [];
		const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
		return zlib.inflateSync(Buffer.from(text.slice(head.length, head.length + length), 'latin1')).toString('latin1');
	};

	it('draws neutral colours in grey, as fill and as stroke, and leaves the others', () => {
		const drawing = '0 0 0 rg\n.3333 .3333 .3333 RG 1 w\n.6392 .1373 .1059 rg\n10 0 0 rg\n';
		const changed = withGrayInk(objectOf(drawing)) ?? '';
		expect(drawingOf(changed)).toBe('0 g\n.3333 G 1 w\n.6392 .1373 .1059 rg\n10 0 0 rg\n');
	});

	it('lets pictures, fonts and what has no grey alone', () => {
		expect(withGrayInk(objectOf('0 0 0 rg\n', '/Subtype /Image\n'))).toBeUndefined();
		expect(withGrayInk(objectOf('0 0 0 rg\n', '/Length1 9\n'))).toBeUndefined();
		expect(withGrayInk(objectOf('1 0 0 rg\n'))).toBeUndefined();
		expect(withGrayInk({ number: 7, text: '7 0 obj\n<</Type /Catalog>>\n' })).toBeUndefined();
	});
});
