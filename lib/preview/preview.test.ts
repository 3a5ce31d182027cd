import { describe, expect, it } from 'vitest';
import { isReachable, lapseOf } from './preview';

const now = new Date('2026-12-01T06:00:00Z');
const link = {
	expiresAt: new Date('2026-12-01T06:00:01Z'),
	revokedAt: null,
	makerIsHere: true,
	state: 'draft' as const,
};

describe('lapseOf', () => {
	it.each([
		['open to its last second', {}, undefined],
		['over at that second', { expiresAt: now }, 'expired'],
		['revoked', { revokedAt: now }, 'revoked'],
		['made by one who has left', { makerIsHere: false }, 'revoked'],
		['of a spiked story', { state: 'spiked' as const }, 'closed'],
		['of a withdrawn story', { state: 'withdrawn' as const }, 'closed'],
		['of a signed story', { state: 'signed_off' as const }, undefined],
	])('%s', (_name, facts, lapse) => {
		expect(lapseOf({ ...link, ...facts }, now)).toBe(lapse);
	});
});

it.each([
	['127.0.0.1:3000', false],
	['localhost:3000', false],
	['[::1]:3000', false],
	['paper.example.org', true],
	['192.168.1.8:3000', true],
])('isReachable: %s', (host, is) => {
	expect(isReachable(host)).toBe(is);
});
