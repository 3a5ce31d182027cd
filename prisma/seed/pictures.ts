import sharp from 'sharp';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { addPicture } from '@/lib/media/write';
import { demoReporters } from './newsroom';
import { drawPicture, pictureKeys } from './picture/picture';

/** Draws the demo's pictures and takes them in as an editor would. Gives the asset of each key. */
export async function addDemoPictures(
	actor: Actor,
	keys: readonly string[] = pictureKeys,
	onProgress: (done: number, of: number) => void = () => {},
): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	const waiting = [...keys];
	const draw = async () => {
		for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
			const { svg } = drawPicture(key);
			const jpeg = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).jpeg({ quality: 86 }).toBuffer();
			ids.set(key, (await addPicture(actor, jpeg, { filename: `${key}.jpg` })).id);
			onProgress(ids.size, keys.length);
		}
	};
	// As many at once as the picture workers take.
	await Promise.all([draw(), draw()]);
	return ids;
}

/** Hangs the portraits of the paper's reporters. */
export async function hangPortraits(paperId: string, pictures: ReadonlyMap<string, string>): Promise<void> {
	for (const { name, picture } of demoReporters) {
		const portraitId = pictures.get(picture);
		if (portraitId) await db.reporter.updateMany({ where: { paperId, name }, data: { portraitId } });
	}
}
