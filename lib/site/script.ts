import { createHash } from 'node:crypto';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { env } from '@/lib/env';

/** `early` stands in the head of a page itself, `reader` is its one script, `worker` keeps an edition for who is offline. */
type Entry = 'early' | 'reader' | 'worker';

interface Script {
	/** `/assets/reader.<hash>.js` */
	path: string;
	code: string;
}

const built = new Map<Entry, Script>();

/** A script of the reader's paper, put together once in a process, each time in development. */
export function script(entry: Entry): Script {
	const made = (env().NODE_ENV === 'development' ? undefined : built.get(entry)) ?? bundle(entry);
	built.set(entry, made);
	return made;
}

/** Its sources as one file, as small as they go. */
export function bundle(entry: Entry): Script {
	const [file] = buildSync({
		entryPoints: [path.join(/* turbopackIgnore: true */ process.cwd(), `components/reader/script/${entry}.ts`)],
		bundle: true,
		minify: true,
		write: false,
		format: 'iife',
		target: 'es2022',
		charset: 'utf8',
		legalComments: 'none',
	}).outputFiles;
	if (!file) throw new Error(`Nothing came of the script ${entry}`);
	const code = file.text.trim();
	const hash = createHash('sha256').update(code).digest('base64url').slice(0, 12);
	return { path: `/assets/${entry}.${hash}.js`, code };
}
