import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { openToken, previewKey, sealToken } from './token';

const key = previewKey('a secret of thirty-two characters or more');
const link = { id: newId(), expiresAt: new Date('2026-12-01T06:03:00Z') };
const token = sealToken(key, link);

describe('a token', () => {
	it('opens as what was sealed', () => {
		expect(openToken(key, token)).toEqual(link);
		expect(sealToken(key, { ...link, expiresAt: new Date(link.expiresAt.getTime() + 999) })).toBe(token);
		expect(encodeURIComponent(token)).toBe(token);
	});

	it('opens under no other key: of another secret, of another purpose', () => {
		expect(openToken(previewKey('another secret of thirty-two characters'), token)).toBeUndefined();
		expect(openToken(Buffer.alloc(32), token)).toBeUndefined();
	});

	it('opens for no change of any one character, and no other spelling', () => {
		const character = fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyzABCXYZ-_.=%/ ');
		fc.assert(
			fc.property(fc.nat(token.length - 1), character, (at, other) => {
				const changed = token.slice(0, at) + other + token.slice(at + 1);
				expect(openToken(key, changed) === undefined).toBe(changed !== token);
			}),
			{ numRuns: 2000 },
		);
		for (const spelling of [
			`${token}=`,
			` ${token}`,
			`${token}\n`,
			token.replace('.', '.0'),
			`0${token}`,
			token.toUpperCase(),
		]) {
			expect(openToken(key, spelling), spelling).toBeUndefined();
		}
	});

	it('opens for nothing that was made up', () => {
		fc.assert(fc.property(fc.string(), (made) => openToken(key, made) === undefined));
	});
});
