import path from 'node:path';
import { findChromium as find } from '../../lib/print/chromium.ts';
import { Trouble } from './trouble.mjs';

/**
 * A Chromium to test with, as the newspaper finds its own; `folder` takes what must be unpacked.
 * @param {string} folder
 * @returns {Promise<{ executable: string, libraries?: string }>}
 */
export async function findChromium(folder) {
	const { CHROMIUM_PATH: own, CHROMIUM_LIBRARIES: ownLibraries, PATH: searchPath = '' } = process.env;
	const found = await find({ own, ownLibraries, searchPath, folder: path.join(folder, 'chromium') });
	if (!found) throw new Trouble('没有找到 Chromium：请用 CHROMIUM_PATH 指定一个。');
	return found;
}
