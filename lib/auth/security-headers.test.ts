import { expect, it } from 'vitest';
import { deskPolicy, securityHeaders } from './security-headers';

const strict = { nonce: 'bm9uY2U=', development: false, https: true };

it('allows no inline and no evaluated code outside development', () => {
	const policy = deskPolicy(strict);
	expect(policy).not.toMatch(/unsafe|\*|http:/);
	expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'");
	expect(policy).toContain("style-src 'self' 'nonce-bm9uY2U='");
	for (const directive of [
		"worker-src 'self'",
		"object-src 'none'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
		"form-action 'self'",
	]) {
		expect(policy).toContain(directive);
	}
	expect(deskPolicy({ ...strict, development: true })).toContain("'unsafe-eval'");
});

it('asks for https only where https is', () => {
	expect(deskPolicy({ ...strict, https: false })).not.toContain('upgrade-insecure-requests');
	expect(securityHeaders(false)).not.toHaveProperty('Strict-Transport-Security');
	expect(securityHeaders(true)).toHaveProperty('Strict-Transport-Security');
});
