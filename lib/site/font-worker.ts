// A thread of its own: cutting a face takes up to a second of computing, in which the server must go on answering.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { answerJobs } from '@/lib/thread';
import type { CutJob } from './font-cutter';

type SubsetFont = (font: Buffer, text: string, options: object) => Promise<Buffer>;

const require = createRequire(import.meta.url);
const subsetFont = require('subset-font') as SubsetFont;

/** Kept: half-width marks and Latin, full-width and joined dashes, forms for vertical heads and for the language. */
const keepFeatures = ['halt', 'hwid', 'fwid', 'ccmp', 'vert', 'vrt2', 'locl'];

await answerJobs(async ({ file, text, format }: CutJob) => {
	const font = await readFile(require.resolve(file));
	return subsetFont(font, text, { targetFormat: format, keepFeatures, noHinting: true });
});
