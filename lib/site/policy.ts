import { createHash } from 'node:crypto';
import { securityHeaders } from '@/lib/auth/security-headers';
import { origin } from './version';

/**
 * The content policy of a reader's page: nothing runs, nothing is framed, styles are the one sheet and these inline
 * ones, known by their hashes. Data blocks (JSON-LD) are not run and need no leave.
 */
export function readerPolicy(inlineStyles: readonly string[]): string {
	const hashes = inlineStyles.map((css) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`);
	return [
		"default-src 'none'",
		["style-src 'self'", ...hashes].join(' '),
		"font-src 'self'",
		"img-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
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
