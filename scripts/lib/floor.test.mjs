import { describe, expect, it } from 'vitest';
import { belowFloor, compareVersions } from './floor.mjs';

describe('compareVersions', () => {
	// The order of semver.org §11, each older than the next.
	const ascending = [
		'0.8.15',
		'1.0.0-alpha',
		'1.0.0-alpha.1',
		'1.0.0-alpha.beta',
		'1.0.0-beta',
		'1.0.0-beta.2',
		'1.0.0-beta.11',
		'1.0.0-rc.1',
		'1.0.0',
		'1.2.10',
		'1.11.0',
		'2.0.0',
	];
	it.each(ascending.slice(1).map((newer, index) => [ascending[index], newer]))('%s < %s', (older, newer) => {
		expect(compareVersions(older, newer)).toBeLessThan(0);
		expect(compareVersions(newer, older)).toBeGreaterThan(0);
	});

	it('sees no difference in build data', () => expect(compareVersions('1.0.0+a', '1.0.0+b')).toBe(0));
});

describe('belowFloor', () => {
	const table = { sharp: ['0.35.4'], 'next-auth': ['4.24.15', '5.0.0-beta.32'], '@x/y': ['1.0.0'] };
	const lowIn = (packages) =>
		belowFloor(Object.fromEntries(Object.entries(packages).map(([at, version]) => [at, { version }])), table).map(
			({ name, version }) => `${name}@${version}`,
		);

	it.each([
		['at the floor', { 'node_modules/sharp': '0.35.4' }, []],
		['below', { 'node_modules/sharp': '0.35.3' }, ['sharp@0.35.3']],
		['nested', { 'node_modules/a/node_modules/@x/y': '0.9.9' }, ['@x/y@0.9.9']],
		['an older line, mended', { 'node_modules/next-auth': '4.24.15' }, []],
		['an older line, not mended', { 'node_modules/next-auth': '4.24.14' }, ['next-auth@4.24.14']],
		['a beta before the mended one', { 'node_modules/next-auth': '5.0.0-beta.31' }, ['next-auth@5.0.0-beta.31']],
		['a line without a floor', { 'node_modules/next-auth': '3.29.0' }, ['next-auth@3.29.0']],
		['not in the table', { 'node_modules/left-pad': '0.0.1', '': '0.0.1' }, []],
	])('%s', (_name, packages, low) => expect(lowIn(packages)).toEqual(low));
});
