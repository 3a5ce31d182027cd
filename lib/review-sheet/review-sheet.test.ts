import { describe, expect, it } from 'vitest';
import type { ReviewRow } from '@/lib/workflow/signatures';
import { standingsOf } from './review-sheet';

/** `first a`, `second a carried`, `final a returned>first`: stage, content, verdict and where it went back to. */
function rows(...lines: string[]): ReviewRow[] {
	return lines.map((line, revision) => {
		const [stage = '', hash = '', verdict = 'signed'] = line.split(' ');
		const [name = '', returnTo = null] = verdict.split('>');
		return { stage, hash, verdict: name, returnTo, revision, actorId: 'u' } as ReviewRow;
	});
}

describe('standingsOf', () => {
	it.each([
		[['first a', 'second a', 'final a'], 'a', ['holds', 'holds', 'holds']],
		[['first a', 'second a'], 'b', ['void', 'void']],
		[['first a', 'first b carried'], 'b', ['carried', 'holds']],
		[['first a', 'first b carried', 'first c carried', 'second c'], 'c', ['carried', 'carried', 'holds', 'holds']],
		[['first a', 'second a', 'final a returned>first', 'first b'], 'b', ['void', 'void', 'return', 'holds']],
		[['first a', 'first a returned'], 'a', ['void', 'return']],
	])('%j for %s', (lines, hash, standings) => {
		expect(standingsOf(rows(...lines), hash)).toEqual(standings);
	});
});
