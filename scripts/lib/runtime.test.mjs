import { describe, expect, it } from 'vitest';
import { isOlder } from './runtime.mjs';

describe('isOlder', () => {
	it.each([
		['v20.19.0', true],
		['v22.18.0', true],
		['v22.19.0', false],
		['v24.0.0', false],
	])('Node %s is too old: %s', (version, old) => expect(isOlder(version, [22, 19])).toBe(old));
});
