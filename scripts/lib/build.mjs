import fs from 'node:fs';
import path from 'node:path';
import { runProgram } from './program.mjs';
import { bin, root } from './root.mjs';
import { sourceHash } from './source-hash.mjs';

const stampFile = path.join(root, '.next/shangban-build.json');

/** Builds the site unless the last build was made from these very sources by this very Node. */
export async function buildSite({ note, signal } = {}) {
	const made = { sources: sourceHash(), node: process.versions.modules };
	if (isFresh(made)) return '已是最新';
	fs.rmSync(stampFile, { force: true });
	await runProgram(bin('next'), ['build'], { env: { NODE_ENV: 'production' }, note, signal });
	fs.writeFileSync(stampFile, JSON.stringify(made));
	return '已完成';
}

function isFresh(wanted) {
	try {
		const made = JSON.parse(fs.readFileSync(stampFile, 'utf8'));
		return made.sources === wanted.sources && made.node === wanted.node;
	} catch {
		return false;
	}
}
