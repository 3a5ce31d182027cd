import path from 'node:path';

/** The checkout: every script works on it, from whatever folder it is called. */
export const root = path.resolve(import.meta.dirname, '../..');

const bins = path.join(root, 'node_modules/.bin');

/** A program of an installed package, such as `prisma` or `next`. */
export const bin = (name) => path.join(bins, process.platform === 'win32' ? `${name}.cmd` : name);

/**
 * The environment of a child process: the pinned Node first on the path (programs of packages start with
 * `#!/usr/bin/env node`), no telemetry, no version check over the network.
 */
export function childEnv(extra = {}) {
	return {
		...process.env,
		PATH: `${bins}${path.delimiter}${process.env.PATH ?? ''}`,
		NEXT_TELEMETRY_DISABLED: '1',
		CHECKPOINT_DISABLE: '1',
		PRISMA_HIDE_UPDATE_MESSAGE: '1',
		...extra,
	};
}
