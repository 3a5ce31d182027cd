// A thread of its own: cutting a face takes a tenth of a second of computing, in which the server must go on answering.
// Imports only what Node runs without a build.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';

type SubsetFont = (font: Buffer, text: string, options: object) => Promise<Buffer>;

const require = createRequire(import.meta.url);
const subsetFont = require('subset-font') as SubsetFont;
const face = require.resolve('@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf');
let font: Promise<Buffer> | undefined;

/** Kept: forms of marks at the edges of a line and half as wide. */
const keepFeatures = ['halt', 'chws', 'palt', 'kern', 'locl'];

parentPort?.on('message', async ({ id, text }: { id: number; text: string }) => {
	try {
		font ??= readFile(face);
		const bytes = await subsetFont(await font, text, { targetFormat: 'woff2', keepFeatures, noHinting: true });
		parentPort?.postMessage({ id, bytes });
	} catch (error) {
		parentPort?.postMessage({ id, problem: String(error) });
	}
});
