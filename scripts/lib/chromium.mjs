import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macPath = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * A Chromium to test with: CHROMIUM_PATH, or one of the machine, or the one from npm, unpacked into `folder` together
 * with the libraries that a bare machine lacks (then in `libraries`, for LD_LIBRARY_PATH).
 * @param {string} folder
 * @returns {Promise<{ executable: string, libraries?: string }>}
 */
export async function findChromium(folder) {
	const own = process.env.CHROMIUM_PATH || installed();
	if (own) return { executable: own };
	// The package unpacks into the temporary folder of its process, whatever it is asked.
	process.env.TMPDIR = folder;
	const { default: packed, inflate } = await import('@sparticuz/chromium');
	const executable = await packed.executablePath();
	if (!spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout?.includes('not found')) return { executable };
	const entry = import.meta.resolve('@sparticuz/chromium');
	await inflate(path.join(path.dirname(new URL(entry).pathname), '../bin/al2023.tar.br'));
	return { executable, libraries: path.join(folder, 'al2023/lib') };
}

function installed() {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	const candidates = [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), macPath];
	return candidates.find((file) => fs.existsSync(file));
}
