// Runs as a process of its own: decodes one uploaded picture, which may be hostile, and writes its renditions. A crash,
// an endless loop or a swollen heap ends this process, not the site. Imports only what Node runs without a build.
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { readIptc } from './iptc.ts';
import { pictureLimits, renditionWidths } from './media.ts';

/** What the parent asks, as JSON in the first argument. */
export interface PictureJob {
	/** The original. */
	input: string;
	/** Where renditions are written as `<width>.webp`. */
	folder: string;
}

/** What the worker answers, as JSON on its output. */
export type PictureReport =
	| {
			ok: true;
			width: number;
			height: number;
			renditions: { width: number; height: number; file: string }[];
			caption: string;
			credit: string;
	  }
	| { ok: false; reason: 'broken' | 'too-large' | 'disk' };

const maxMemory = 1_000_000_000;
const memoryCheckMilliseconds = 50;
/** The parent kills this process before; should the parent be gone, it ends by itself. */
const lifetimeMilliseconds = pictureLimits.milliseconds + 2000;

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
	operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'],
});

// The decoder works on another thread, so that this one can watch it.
setInterval(() => {
	if (process.memoryUsage.rss() > maxMemory) process.exit(137);
}, memoryCheckMilliseconds).unref();
setTimeout(() => process.exit(124), lifetimeMilliseconds).unref();

async function develop(job: PictureJob): Promise<PictureReport> {
	const source = sharp(job.input, { limitInputPixels: pictureLimits.pixels, failOn: 'error' });
	const header = await source.metadata();
	const { width, height } = header.autoOrient;
	if (width * height > pictureLimits.pixels || Math.max(width, height) > pictureLimits.side) {
		return { ok: false, reason: 'too-large' };
	}
	const widths = renditionWidths(width);
	// Decoded once, at the largest width; the smaller ones are made of that.
	const { data, info } = await source
		.autoOrient()
		.resize({ width: widths.at(-1) })
		.toColourspace('srgb')
		.raw()
		.toBuffer({ resolveWithObject: true });
	const raw = { width: info.width, height: info.height, channels: info.channels };
	const renditions = [];
	for (const target of widths) {
		const file = path.join(job.folder, `${target}.webp`);
		// Without withMetadata() nothing of the original's metadata is written, GPS included.
		const made = await sharp(data, { raw }).resize({ width: target }).webp({ quality: 82 }).toFile(file);
		await flush(file);
		renditions.push({ width: made.width, height: made.height, file });
	}
	return {
		ok: true,
		width,
		height,
		renditions,
		...(header.iptc ? readIptc(header.iptc) : { caption: '', credit: '' }),
	};
}

async function flush(file: string): Promise<void> {
	const handle = await open(file, 'r+');
	await handle.sync();
	await handle.close();
	if ((await stat(file)).size === 0) throw new Error('No space left on device');
}

function reasonOf(error: unknown): 'broken' | 'too-large' | 'disk' {
	const message = error instanceof Error ? error.message : String(error);
	if (/pixel limit/i.test(message)) return 'too-large';
	return /no space left|ENOSPC|EDQUOT|unable to write/i.test(message) ? 'disk' : 'broken';
}

const job = JSON.parse(process.argv[2] ?? '') as PictureJob;
const report = await develop(job).catch((error: unknown): PictureReport => ({ ok: false, reason: reasonOf(error) }));
process.stdout.write(JSON.stringify(report));
