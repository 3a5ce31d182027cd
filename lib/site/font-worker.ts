// A thread of its own: cutting a face takes up to a second of computing, in which the server must go on answering.
// Imports only what Node runs without a build.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';

type SubsetFont = (font: Buffer, text: string, options: object) => Promise<Buffer>;

const require = createRequire(import.meta.url);
const subsetFont = require('subset-font') as SubsetFont;

/** Kept: half-width marks and Latin, full-width and joined dashes, forms for vertical heads and for the language. */
const keepFeatures = ['halt', 'hwid', 'fwid', 'ccmp', 'vert', 'vrt2', 'locl'];

parentPort?.on('message', async ({ id, file, text }: { id: number; file: string; text: string }) => {
	try {
		const font = await readFile(require.resolve(file));
		const bytes = await subsetFont(font, text, { targetFormat: 'woff2', keepFeatures, noHinting: true });
		parentPort?.postMessage({ id, bytes });
	} catch (error) {
		parentPort?.postMessage({ id, problem: String(error) });
	}
});
