import { createHash } from 'node:crypto';
import { securityHeaders } from '@/lib/auth/security-headers';
import { origin } from './version';

/**
 * The content policy of a reader's page: nothing runs, nothing is framed, styles are the one sheet and these inline
 * ones, known by their hashes. Data blocks (JSON-LD) are not run and need no leave. A preview may stand in a frame of the
 * desk and brings its faces along.
 */
export function readerPolicy(
	inlineStyles: readonly string[],
	{ isFramed = false, inlineFonts = false }: { isFramed?: boolean; inlineFonts?: boolean } = {},
): string {
	const hashes = inlineStyles.map((css) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`);
	return [
		"default-src 'none'",
		["style-src 'self'", ...hashes].join(' '),
		inlineFonts ? "font-src 'self' data:" : "font-src 'self'",
		"img-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		isFramed ? "frame-ancestors 'self'" : "frame-ancestors 'none'",
		...(isHttps() ? ['upgrade-insecure-requests'] : []),
	].join('; ');
}

/** Security headers of everything that a reader is sent. */
export function readerSecurityHeaders(): Record<string, string> {
	return securityHeaders(isHttps());
}

function isHttps(): boolean {
	return origin().startsWith('https:');
}
