import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

/** All that the production build is made from. */
const sources = [
	'app',
	'components',
	'lib',
	'public',
	'styles',
	'prisma/schema.prisma',
	'proxy.ts',
	'instrumentation.ts',
	'next.config.js',
	'postcss.config.mjs',
	'tsconfig.json',
	'package.json',
	'package-lock.json',
];

const isTest = (name) => /\.test\.(tsx?|mjs)$/.test(name);

/** The files of the build in a fixed order; tests are not part of it. */
export function sourceFiles(base = root, names = sources) {
	return names.flatMap((name) => filesIn(path.join(base, name))).filter((file) => !isTest(file));
}

function filesIn(at) {
	const stat = fs.statSync(at, { throwIfNoEntry: false });
	if (!stat) return [];
	if (stat.isFile()) return [at];
	return fs
		.readdirSync(at)
		.sort()
		.flatMap((name) => filesIn(path.join(at, name)));
}

/** Changes when a byte, a name or a place of any source changes, and only then: not with times or the checkout's folder. */
export function sourceHash(base = root, names = sources) {
	const hash = createHash('sha256');
	for (const file of sourceFiles(base, names)) {
		const bytes = fs.readFileSync(file);
		hash.update(`${path.relative(base, file)}\0${bytes.length}\0`).update(bytes);
	}
	return hash.digest('hex');
}
