import { describe, expect, it } from 'vitest';
import { compareMigrations } from './migrate.mjs';

const at = (...names) => names.map((name) => ({ name, checksum: `sum of ${name}` }));

describe('compareMigrations', () => {
	it.each([
		['an empty database', at('1', '2'), [], { pending: ['1', '2'], unknown: [] }],
		['up to date', at('1', '2'), at('1', '2'), { pending: [], unknown: [] }],
		['one behind', at('1', '2'), at('1'), { pending: ['2'], unknown: [] }],
		['made by a newer version', at('1'), at('1', '2'), { pending: [], unknown: ['2'] }],
		['a text that has changed', at('1'), [{ name: '1', checksum: 'other' }], { pending: ['1'], unknown: [] }],
	])('%s', (_name, local, applied, expected) => expect(compareMigrations(local, applied)).toEqual(expected));
});
