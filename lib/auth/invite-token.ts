import { createHash, randomBytes } from 'node:crypto';

/** A fresh secret for a one-time link, 256 bits, fit for a URL. */
export function newInviteToken(): string {
	return randomBytes(32).toString('base64url');
}

/** SHA-256, hex: all that is kept of a token. It is random in full, so a slow hash would add nothing. */
export function hashOfToken(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
