import { createHash } from 'node:crypto';
import { securityHeaders } from '@/lib/auth/security-headers';
import { origin } from './version';

interface PolicyOptions {
	/** The script that stands in the page; without it nothing runs at all. */
	inlineScript?: string;
	/** Whether a page of the desk may show it in a frame. */
	isFramed?: boolean;
	/** Whether it brings its faces along. */
	inlineFonts?: boolean;
}

/**
 * The content policy of a reader's page: nothing is framed; styles are the one sheet and these inline ones, known by their
 * hashes; what runs is the paper's own script and the lines in the head. Data blocks (JSON-LD) are not run and need no leave.
 */
export function readerPolicy(
	inlineStyles: readonly string[],
	{ inlineScript, isFramed = false, inlineFonts = false }: PolicyOptions = {},
): string {
	return [
		"default-src 'none'",
		["style-src 'self'", ...inlineStyles.map(hashOf)].join(' '),
		...(inlineScript === undefined
			? []
			: [
					`script-src 'self' ${hashOf(inlineScript)}`,
					"connect-src 'self'",
					"manifest-src 'self'",
					"worker-src 'self'",
				]),
		inlineFonts ? "font-src 'self' data:" : "font-src 'self'",
		"img-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		isFramed ? "frame-ancestors 'self'" : "frame-ancestors 'none'",
		...(isHttps() ? ['upgrade-insecure-requests'] : []),
	].join('; ');
}

function hashOf(text: string): string {
	return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Security headers of everything that a reader is sent. */
export function readerSecurityHeaders(): Record<string, string> {
	return securityHeaders(isHttps());
}

function isHttps(): boolean {
	return origin().startsWith('https:');
}
