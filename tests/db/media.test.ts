import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { mediaFolder, mediaPath, originalFile, pictureHash } from '@/lib/media/files';
import { pictureLimits, type Rendition } from '@/lib/media/media';
import { getRendition } from '@/lib/media/read';
import { addPicture } from '@/lib/media/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});

/** A picture that no other test adds. */
let colour = 0;
const canvas = (width: number, height: number) =>
	sharp({ create: { width, height, channels: 3, background: { r: ++colour, g: 90, b: 160 } } });

const add = (bytes: Uint8Array, notes: { filename?: string; caption?: string; credit?: string; alt?: string } = {}) =>
	addPicture(newsroom.actors.reporter, bytes, { filename: '照片.jpg', ...notes });

const renditionsOf = async (id: string) =>
	(await db.mediaAsset.findUniqueOrThrow({ where: { id } })).renditions as unknown as Rendition[];

const traysLeft = () => readdir(mediaPath('tmp')).catch(() => []);

describe('a picture', () => {
	it('is kept with its renditions under its content hash, and recorded', async () => {
		const bytes = await canvas(2400, 1600).jpeg().toBuffer();
		const added = await add(bytes, { filename: '湖.jpg', caption: '湖', credit: '程野 摄', alt: '一片湖' });
		expect(added).toMatchObject({ width: 2400, height: 1600, src: `/api/media/${added.id}/960` });
		expect(added).toMatchObject({ caption: '湖', credit: '程野 摄', alt: '一片湖' });
		const hash = pictureHash(bytes);
		const row = await db.mediaAsset.findUniqueOrThrow({ where: { id: added.id } });
		expect(row).toMatchObject({ hash, mime: 'image/jpeg', bytes: bytes.length, width: 2400, height: 1600 });
		const renditions = await renditionsOf(added.id);
		expect(renditions.map(({ width, height, mime }) => [width, height, mime])).toEqual([
			[240, 160, 'image/webp'],
			[480, 320, 'image/webp'],
			[960, 640, 'image/webp'],
			[1600, 1067, 'image/webp'],
		]);
		for (const { file, width } of renditions) {
			expect(file).toBe(`${hash.slice(0, 2)}/${hash}-${width}.webp`);
			expect(await sharp(mediaPath(file)).metadata()).toMatchObject({ format: 'webp', width });
		}
		expect(await readFile(mediaPath(originalFile(hash, 'image/jpeg')))).toEqual(bytes);
		const trace = await db.trace.findFirstOrThrow({ where: { subjectId: added.id } });
		expect(trace).toMatchObject({ act: 'media.upload', subject: '湖.jpg', after: hash, actorName: '沈知远' });
		expect(await traysLeft()).toEqual([]);
	});

	it('is never made larger than it is', async () => {
		const { id } = await add(await canvas(700, 500).png().toBuffer());
		expect((await renditionsOf(id)).map(({ width }) => width)).toEqual([240, 480, 700]);
		const { id: tiny } = await add(await canvas(40, 30).png().toBuffer());
		expect((await renditionsOf(tiny)).map(({ width }) => width)).toEqual([40]);
	});

	it('is one asset however often and however simultaneously it comes', async () => {
		const bytes = await canvas(300, 200).png().toBuffer();
		const all = await Promise.all([add(bytes), add(bytes), add(bytes, { filename: '另一个名字.png' })]);
		const again = await add(bytes);
		expect(new Set([...all, again].map(({ id }) => id)).size).toBe(1);
		expect(await db.trace.count({ where: { subjectId: again.id } })).toBe(1);
	});

	it('gets its files back when they were lost', async () => {
		const bytes = await canvas(310, 200).png().toBuffer();
		const { id } = await add(bytes);
		const [rendition] = await renditionsOf(id);
		await rm(mediaPath(rendition!.file));
		expect((await add(bytes)).id).toBe(id);
		expect((await stat(mediaPath(rendition!.file))).size).toBeGreaterThan(0);
	});

	it.each(['jpeg', 'png', 'webp', 'avif'] as const)('may be %s', async (format) => {
		const { id } = await add(await canvas(64, 48).toFormat(format).toBuffer());
		expect(await renditionsOf(id)).toHaveLength(1);
	});

	it('is turned upright', async () => {
		const { id, width, height } = await add(await canvas(600, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer());
		expect([width, height]).toEqual([400, 600]);
		expect((await renditionsOf(id)).at(-1)).toMatchObject({ width: 400, height: 600 });
	});

	it('tells no reader where it was taken', async () => {
		const exif = { IFD0: { Artist: '程野' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 12/1 0/1' } };
		const bytes = await canvas(500, 400).withExif(exif).jpeg().toBuffer();
		expect((await sharp(bytes).metadata()).exif).toBeDefined();
		const { id } = await add(bytes);
		for (const { file } of await renditionsOf(id)) {
			const { exif, iptc, xmp } = await sharp(mediaPath(file)).metadata();
			expect([exif, iptc, xmp]).toEqual([undefined, undefined, undefined]);
		}
	});

	it('brings along the words its photographer wrote', async () => {
		const bytes = withIptc(await canvas(320, 200).jpeg().toBuffer(), { 120: '湖边的清晨', 80: '程野' });
		expect(await add(bytes)).toMatchObject({ caption: '湖边的清晨', credit: '程野' });
	});
});

describe('a file that is no picture for the paper', () => {
	const refusal = (bytes: Uint8Array) =>
		add(bytes).then(
			() => 'taken',
			(error: Error) => error.message,
		);

	it.each<[string, () => Promise<Uint8Array>, RegExp]>([
		['text named .jpg', async () => Buffer.from('不是图片'.repeat(100)), /不是图片文件/],
		['nothing', async () => new Uint8Array(), /不是图片文件/],
		['an SVG', async () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG/],
		['an SVG behind a comment', async () => Buffer.from('<!-- x --><svg/>'), /不是图片文件/],
		['a GIF', () => canvas(20, 20).gif().toBuffer(), /GIF/],
		['a TIFF', () => canvas(20, 20).tiff().toBuffer(), /TIFF/],
		['a HEIC', async () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), /HEIC.*JPEG/],
		['a JPEG cut short', async () => (await noise(900, 600).jpeg().toBuffer()).subarray(0, 20_000), /不完整|损坏/],
		['a PNG that is only a head', async () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /不完整|损坏/],
		['a PNG that unpacks to a wall', async () => bomb(60_000, 60_000), /尺寸太大/],
		[
			'a picture of one long line',
			() =>
				canvas(pictureLimits.side + 1, 4)
					.png()
					.toBuffer(),
			/尺寸太大/,
		],
		[
			'an SVG behind a JPEG’s head',
			async () => Buffer.from('\xff\xd8\xff<svg><script/></svg>', 'latin1'),
			/不完整|损坏/,
		],
	])('%s is refused in words, and leaves nothing behind', async (_name, make, words) => {
		const before = await db.mediaAsset.count();
		const bytes = await make();
		const began = Date.now();
		expect(await refusal(bytes)).toMatch(words);
		expect(Date.now() - began).toBeLessThan(pictureLimits.milliseconds);
		expect(await db.mediaAsset.count()).toBe(before);
		expect(await traysLeft()).toEqual([]);
	});

	it('is refused above 20 MB, and taken at it', async () => {
		const picture = await canvas(200, 100).jpeg().toBuffer();
		const padded = (size: number) => Buffer.concat([picture, Buffer.alloc(size - picture.length)]);
		await expect(add(padded(pictureLimits.bytes + 1))).rejects.toMatchObject({ code: 'too-large' });
		expect(await add(padded(pictureLimits.bytes))).toMatchObject({ width: 200 });
	});

	it('is refused above 60 million pixels, and taken at them', async () => {
		await expect(add(await canvas(10_001, 6000).png({ compressionLevel: 1 }).toBuffer())).rejects.toThrow(/尺寸太大/);
		expect(await add(await canvas(10_000, 6000).png({ compressionLevel: 1 }).toBuffer())).toMatchObject({
			width: 10_000,
		});
	});
});

describe('who may', () => {
	it('upload: not the proofreader', async () => {
		const bytes = await canvas(30, 20).png().toBuffer();
		const notes = { filename: 'a.png' };
		await expect(addPicture(newsroom.actors.proofreader, bytes, notes)).rejects.toMatchObject({ code: 'forbidden' });
	});

	it('look: everyone of this paper, nobody of another', async () => {
		const { id } = await add(await canvas(1200, 900).png().toBuffer());
		expect(await getRendition(newsroom.actors.proofreader, id, 960)).toMatchObject({ width: 960 });
		expect(await getRendition(newsroom.actors.proofreader, id, 961)).toMatchObject({ width: 1200 });
		expect(await getRendition(newsroom.actors.proofreader, id, 99_999)).toMatchObject({ width: 1200 });
		expect(await getRendition(newsroom.actors.proofreader, id, 0)).toMatchObject({ width: 240 });
		const stranger = { ...newsroom.actors.admin, paperId: 'elsewhere' };
		await expect(getRendition(stranger, id, 960)).rejects.toMatchObject({ code: 'not-found' });
	});
});

describe('what a crash left of an upload', () => {
	it('goes with the next upload after a day, and not before', async () => {
		for (const [name, age] of [
			['old', 25],
			['young', 23],
		] as const) {
			await mkdir(path.join(mediaFolder(), 'tmp', name), { recursive: true });
			const then = new Date(Date.now() - age * 3_600_000);
			await utimes(path.join(mediaFolder(), 'tmp', name), then, then);
		}
		await add(await canvas(33, 20).png().toBuffer());
		expect(await traysLeft()).toEqual(['young']);
	});
});

function noise(width: number, height: number) {
	return sharp({
		create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
	});
}

/** A few kilobytes of PNG that say they are a picture of width × height. */
function bomb(width: number, height: number): Buffer {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 0, 0, 0, 0], 8);
	const data = deflateSync(Buffer.alloc(1_000_000));
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', head),
		chunk('IDAT', data),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const sizes = Buffer.alloc(4);
	sizes.writeUInt32BE(data.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(body));
	return Buffer.concat([sizes, body, check]);
}

function crc32(bytes: Buffer): number {
	let crc = 0xffffffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return (crc ^ 0xffffffff) >>> 0;
}

/** A JPEG with an IPTC block (APP13, Photoshop resource 0x0404) of these datasets. */
function withIptc(jpeg: Buffer, datasets: Record<number, string>): Buffer {
	const records = Object.entries(datasets).map(([dataset, text]) => {
		const value = Buffer.from(text);
		return Buffer.concat([Buffer.from([0x1c, 2, Number(dataset), value.length >> 8, value.length & 255]), value]);
	});
	const block = Buffer.concat(records);
	const size = Buffer.alloc(4);
	size.writeUInt32BE(block.length);
	const resource = Buffer.concat([
		Buffer.from('Photoshop 3.0\x008BIM\x04\x04\x00\x00', 'latin1'),
		size,
		block,
		Buffer.alloc(block.length % 2),
	]);
	const marker = Buffer.from([0xff, 0xed, (resource.length + 2) >> 8, (resource.length + 2) & 255]);
	return Buffer.concat([jpeg.subarray(0, 2), marker, resource, jpeg.subarray(2)]);
}
