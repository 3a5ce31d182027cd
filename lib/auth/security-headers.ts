interface PolicyOptions {
	nonce: string;
	/** Next's development server evaluates code and injects styles. */
	development: boolean;
	https: boolean;
}

/**
 * The content policy of the desk's pages: scripts and styles from here and with this answer's nonce,
 * nothing inline, no frames, no objects, forms to here only.
 */
export function deskPolicy({ nonce, development, https }: PolicyOptions): string {
	const directives = [
		"default-src 'self'",
		`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
		`style-src 'self' 'nonce-${nonce}'`,
		// Its tools write style elements; style attributes are refused there too, so that they are seen in time.
		...(development ? ["style-src-elem 'self' 'unsafe-inline'"] : []),
		"img-src 'self' blob: data:",
		"font-src 'self'",
		`connect-src 'self'${development ? ' ws:' : ''}`,
		// Not left to script-src, whose strict-dynamic browsers read differently for workers.
		"worker-src 'self'",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
		...(https ? ['upgrade-insecure-requests'] : []),
	];
	return directives.join('; ');
}

/** The policy of answers that are data: should a browser ever show one as a page, it can do nothing. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Headers of every answer that Next gives; `https` adds the ones that would lock out a plain address. */
export function securityHeaders(https: boolean): Record<string, string> {
	return {
		'X-Content-Type-Options': 'nosniff',
		'Referrer-Policy': 'strict-origin-when-cross-origin',
		'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Resource-Policy': 'same-origin',
		...(https ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
	};
}
