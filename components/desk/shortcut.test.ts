import { describe, expect, it } from 'vitest';
import { keyOf, matchKey } from './shortcut';

const shortcuts = [{ keys: 'g a' }, { keys: 'g e' }, { keys: 'n' }, { keys: 'a' }];

describe('matchKey', () => {
	it.each([
		['a single key', '', 'n', 'n', ''],
		['the first of two', '', 'g', undefined, 'g'],
		['the second of two', 'g', 'a', 'g a', ''],
		['a second that leads nowhere but stands for itself', 'g', 'n', 'n', ''],
		['a first again', 'g', 'g', undefined, 'g'],
		['a key of nobody', '', 'z', undefined, ''],
	])('finds %s', (_name, held, key, hit, rest) => {
		expect(matchKey(shortcuts, held, key)).toEqual({ ...(hit && { hit: { keys: hit } }), held: rest });
	});
});

it('reads full-width marks as their half-width ones', () => {
	expect(keyOf({ key: '？' })).toBe('?');
	expect(keyOf({ key: 'Enter' })).toBe('Enter');
});
