import 'server-only';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db, isUniqueViolation } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/id';
import { truncate } from '@/lib/text';
import { writeTrace } from '@/lib/trace/write';
import {
	clearAbandonedTrays,
	clearTray,
	haveFiles,
	openTray,
	originalFile,
	pictureHash,
	renditionFile,
	shelve,
} from './files';
import { deskPictureSrc, type PictureMime, pictureLimits, type Rendition } from './media';
import { developPicture } from './process';
import { type PictureNotes, Renditions } from './schema';
import { sniffPicture } from './sniff';

/** A picture as the editor puts it into a figure; caption and credit are proposals. */
export interface AddedPicture {
	id: string;
	width: number;
	height: number;
	src: string;
	caption: string;
	credit: string;
	alt: string;
}

const addedSelect = { id: true, width: true, height: true, caption: true, credit: true, alt: true, renditions: true };

/**
 * Takes a picture into the paper's stock: checks its bytes, makes its renditions in a worker, stores the files under
 * their content hash, then the row. The same picture twice is one asset. Refuses, in a sentence, what is no picture
 * that can be printed.
 */
export async function addPicture(actor: Actor, bytes: Uint8Array, notes: PictureNotes): Promise<AddedPicture> {
	must(actor, 'media.upload');
	if (bytes.length > pictureLimits.bytes) throw tooManyBytes();
	const sniffed = sniffPicture(bytes);
	if ('refusal' in sniffed) throw new Refusal('invalid', sniffed.refusal);
	const hash = pictureHash(bytes);
	const known = await findPicture(actor.paperId, hash);
	if (known) return known;
	await clearAbandonedTrays(Date.now());
	const developed = await develop(bytes, hash, sniffed.mime);
	return insertAsset(actor, { hash, mime: sniffed.mime, bytes: bytes.length, ...developed }, notes);
}

/** What is said of a file above the limit, by whoever notices first. */
export function tooManyBytes(): Refusal {
	return new Refusal('too-large', `图片最大 ${pictureLimits.bytes / 1024 / 1024} MB，这个文件超过了。请压缩后再传。`);
}

interface Developed {
	width: number;
	height: number;
	renditions: Rendition[];
	caption: string;
	credit: string;
}

async function develop(bytes: Uint8Array, hash: string, mime: PictureMime): Promise<Developed> {
	const tray = await openTray(bytes).catch(refuseFullDisk);
	try {
		const made = await developPicture({ input: tray.original, folder: tray.folder });
		const renditions = made.renditions.map(({ width, height }) => ({
			width,
			height,
			mime: 'image/webp',
			file: renditionFile(hash, width),
		}));
		const moves = made.renditions.map(({ file, width }) => ({ from: file, to: renditionFile(hash, width) }));
		await shelve(hash, [{ from: tray.original, to: originalFile(hash, mime) }, ...moves]);
		return { ...made, renditions };
	} finally {
		await clearTray(tray.folder);
	}
}

function refuseFullDisk(error: NodeJS.ErrnoException): never {
	if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
		throw new Refusal('unavailable', '服务器磁盘空间不足，图片没有存下。请联系管理员，稍后再传。');
	}
	throw error;
}

/** The asset of the same bytes, unless its files were lost: then the upload makes them anew. */
async function findPicture(paperId: string, hash: string): Promise<AddedPicture | undefined> {
	const asset = await db.mediaAsset.findUnique({ where: { paperId_hash: { paperId, hash } }, select: addedSelect });
	if (!asset) return undefined;
	const { renditions, ...known } = asset;
	const present = await haveFiles(Renditions.parse(renditions).map((rendition) => rendition.file));
	return present ? { ...known, src: deskPictureSrc(known.id) } : undefined;
}

type NewAsset = Developed & { hash: string; mime: PictureMime; bytes: number };

async function insertAsset(actor: Actor, asset: NewAsset, notes: PictureNotes): Promise<AddedPicture> {
	const { filename, source, alt = '', caption = asset.caption, credit = asset.credit } = notes;
	const id = newId();
	const { hash, mime, bytes, width, height } = asset;
	const renditions = asset.renditions.map((rendition) => ({ ...rendition }));
	const row = { paperId: actor.paperId, hash, mime, bytes, width, height, renditions, caption, credit, alt };
	try {
		await db.$transaction(async (tx) => {
			await tx.mediaAsset.create({ data: { ...row, id, uploadedById: actor.userId } });
			await writeTrace(tx, actor, {
				act: 'media.upload',
				subjectType: 'media',
				subjectId: id,
				subject: truncate(filename, 80),
				after: hash,
				detail: { mime, bytes, width, height, ...(source !== undefined && { source }) },
			});
		});
	} catch (error) {
		// The same picture came twice at once, or its files were made anew.
		const known = isUniqueViolation(error) ? await findPicture(actor.paperId, hash) : undefined;
		if (known) return known;
		throw error;
	}
	return { id, width, height, src: deskPictureSrc(id), caption, credit, alt };
}
