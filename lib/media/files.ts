import { createHash } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@/lib/env';
import { newId } from '@/lib/id';
import { type PictureMime, pictureExtensions } from './media';

const abandonedAfter = 24 * 3_600_000;

/** The folder of pictures; a rendition's `file` is relative to it. */
export function mediaFolder(): string {
	return path.join(/* turbopackIgnore: true */ env().DATA_DIR, 'media');
}

/** The absolute name of a stored file. */
export function mediaPath(file: string): string {
	return path.join(/* turbopackIgnore: true */ mediaFolder(), file);
}

/** SHA-256 of the original's bytes, hex: the picture's identity and its files' name. */
export function pictureHash(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** Relative name of the original as it was uploaded; never delivered, its metadata is the photographer's. */
export function originalFile(hash: string, mime: PictureMime): string {
	return path.join(hash.slice(0, 2), `${hash}.${pictureExtensions[mime]}`);
}

/** Relative name of a rendition. */
export function renditionFile(hash: string, width: number): string {
	return path.join(hash.slice(0, 2), `${hash}-${width}.webp`);
}

/** A folder for one upload under way, with the original in it. */
export async function openTray(bytes: Uint8Array): Promise<{ folder: string; original: string }> {
	const folder = mediaPath(path.join('tmp', newId()));
	await mkdir(folder, { recursive: true });
	const original = path.join(folder, 'original');
	const handle = await open(original, 'wx', 0o600);
	try {
		await handle.writeFile(bytes);
		await handle.sync();
	} finally {
		await handle.close();
	}
	return { folder, original };
}

/** Moves finished files to their names; a file that stands there already is the same one. */
export async function shelve(hash: string, moves: readonly { from: string; to: string }[]): Promise<void> {
	const folder = mediaPath(hash.slice(0, 2));
	await mkdir(folder, { recursive: true });
	for (const { from, to } of moves) await rename(from, mediaPath(to));
	const handle = await open(folder);
	await handle.sync().catch(ignoreUnsupported);
	await handle.close();
}

/** Windows cannot flush a folder; the rename is journalled there. */
function ignoreUnsupported(error: NodeJS.ErrnoException): void {
	if (error.code !== 'EPERM' && error.code !== 'EINVAL') throw error;
}

export async function clearTray(folder: string): Promise<void> {
	await rm(folder, { recursive: true, force: true });
}

/** Whether all of these stored files are there. */
export async function haveFiles(files: readonly string[]): Promise<boolean> {
	const missing = await Promise.all(
		files.map((file) =>
			access(mediaPath(file)).then(
				() => false,
				() => true,
			),
		),
	);
	return !missing.includes(true);
}

/** Removes what a crash left of uploads more than a day ago. */
export async function clearAbandonedTrays(now: number): Promise<void> {
	const folder = mediaPath('tmp');
	await mkdir(folder, { recursive: true });
	for (const name of await readdir(folder)) {
		const tray = path.join(folder, name);
		// Another upload may end, and take its tray away, meanwhile.
		const touched = await stat(tray).then(({ mtimeMs }) => mtimeMs, ignoreMissing);
		if (touched !== undefined && now - touched > abandonedAfter) await clearTray(tray);
	}
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
	if (error.code !== 'ENOENT') throw error;
}
