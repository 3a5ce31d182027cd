import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { db } from '@/lib/db';
import { mediaPath, originalFile, pictureHash } from '@/lib/media/files';
import type { PictureMime, Rendition } from '@/lib/media/media';
import type { Person } from '../writing/person';

const retryMilliseconds = 100;

export interface Uploads {
	underWay: () => number;
	/** Ids of the pictures that were acknowledged. */
	acknowledged: string[];
	stop: () => Promise<void>;
}

/** Pictures that nobody has seen before, sent one after the other; one without an answer is sent again. */
export function startUploads(person: Person): Uploads {
	const state = { isStopped: false, underWay: 0 };
	const acknowledged: string[] = [];
	const loop = (async () => {
		while (!state.isStopped) {
			const picture = await newPicture();
			while (!state.isStopped) {
				state.underWay = 1;
				const id = await send(person, picture);
				state.underWay = 0;
				if (id) acknowledged.push(id);
				if (id) break;
				await sleep(retryMilliseconds);
			}
		}
	})();
	return {
		underWay: () => state.underWay,
		acknowledged,
		async stop() {
			state.isStopped = true;
			await loop;
		},
	};
}

async function newPicture(): Promise<Buffer> {
	const noise = crypto.getRandomValues(new Uint8Array(40 * 30 * 3));
	return sharp(noise, { raw: { width: 40, height: 30, channels: 3 } })
		.resize(1200, 900)
		.jpeg()
		.toBuffer();
}

async function send(person: Person, picture: Buffer): Promise<string | undefined> {
	const form = new FormData();
	form.set('file', new File([new Uint8Array(picture)], 'picture.jpg', { type: 'image/jpeg' }));
	try {
		const response = await person.ask('/api/media', { method: 'POST', body: form });
		return response.ok ? (await response.json()).id : undefined;
	} catch {
		return undefined;
	}
}

/** Pictures of the stock whose files are missing or are not what they are called after. */
export async function countOrphans(): Promise<number> {
	const assets = await db.mediaAsset.findMany({ select: { hash: true, mime: true, renditions: true } });
	const sound = await Promise.all(
		assets.map(async ({ hash, mime, renditions }) => {
			try {
				const original = await readFile(mediaPath(originalFile(hash, mime as PictureMime)));
				const files = (renditions as unknown as Rendition[]).map(({ file }) => readFile(mediaPath(file)));
				const sizes = (await Promise.all(files)).map(({ length }) => length);
				return pictureHash(original) === hash && sizes.every((size) => size > 0);
			} catch {
				return false;
			}
		}),
	);
	return sound.filter((isSound) => !isSound).length;
}

/** Which of these pictures the stock no longer has. */
export async function countLost(ids: readonly string[]): Promise<number> {
	return ids.length - (await db.mediaAsset.count({ where: { id: { in: [...ids] } } }));
}
