import { createHash } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@/lib/env';
import { newId } from '@/lib/id';

const abandonedAfter = 3_600_000;

/** The absolute name of a page's file. */
export function pageFilePath(file: string): string {
	return path.join(/* turbopackIgnore: true */ env().DATA_DIR, 'page', file);
}

/**
 * Writes a file under the hash of its bytes and answers its name. It is whole and on the disk before it has that name:
 * who dies before leaves a draft, which the next one sweeps.
 */
export async function storePageFile(bytes: Uint8Array, ending: 'pdf' | 'webp'): Promise<string> {
	const hash = createHash('sha256').update(bytes).digest('hex');
	const file = path.join(hash.slice(0, 2), `${hash}.${ending}`);
	const target = pageFilePath(file);
	const draft = pageFilePath(path.join('tmp', newId()));
	await mkdir(path.dirname(draft), { recursive: true });
	await mkdir(path.dirname(target), { recursive: true });
	const handle = await open(draft, 'wx', 0o600);
	try {
		await handle.writeFile(bytes);
		await handle.sync();
	} finally {
		await handle.close();
	}
	await rename(draft, target);
	const folder = await open(path.dirname(target));
	await folder.sync().catch(ignoreUnsupported);
	await folder.close();
	return file;
}

export async function havePageFile(file: string): Promise<boolean> {
	return access(pageFilePath(file)).then(
		() => true,
		() => false,
	);
}

/** Removes what a crash left half written. */
export async function clearDrafts(now: number): Promise<void> {
	const folder = pageFilePath('tmp');
	const names = await readdir(folder).catch(ignoreMissing);
	for (const name of names ?? []) {
		const draft = path.join(folder, name);
		const touched = await stat(draft).then(({ mtimeMs }) => mtimeMs, ignoreMissing);
		if (touched !== undefined && now - touched > abandonedAfter) await rm(draft, { force: true });
	}
}

/** Windows cannot flush a folder; the rename is journalled there. */
function ignoreUnsupported(error: NodeJS.ErrnoException): void {
	if (error.code !== 'EPERM' && error.code !== 'EINVAL') throw error;
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
	if (error.code !== 'ENOENT') throw error;
}
