import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/env';
import { script } from './script';
import { stylesheet } from './stylesheet';

let tag: string | undefined;

/**
 * The tag that every stored page carries for the program that rendered it: a build, its style sheet and scripts and the address
 * it is reached at. Pages of another program are neither read nor kept when this one starts.
 */
export function programTag(): string {
	tag ??= `program:${createHash('sha256')
		.update(
			[
				buildId(),
				origin(),
				env().WEBSUB_HUB ?? '',
				stylesheet().path,
				script('early').path,
				script('reader').path,
			].join('\n'),
		)
		.digest('base64url')
		.slice(0, 16)}`;
	return tag;
}

/** The public address without a slash at its end. Never taken from a request: a forged Host must not reach a page. */
export function origin(): string {
	const { ORIGIN, HOST, PORT } = env();
	return ORIGIN ? ORIGIN.replace(/\/$/, '') : `http://${HOST}:${PORT}`;
}

function buildId(): string {
	if (env().NODE_ENV === 'development') return 'development';
	try {
		return readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), '.next/BUILD_ID'), 'utf8');
	} catch (error) {
		// Tests and development run from the sources.
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'sources';
		throw error;
	}
}
