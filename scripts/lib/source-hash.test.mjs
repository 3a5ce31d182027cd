import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceHash } from './source-hash.mjs';

let base;
const write = (name, text) => {
	fs.mkdirSync(path.dirname(path.join(base, name)), { recursive: true });
	fs.writeFileSync(path.join(base, name), text);
};
const hash = () => sourceHash(base, ['app', 'lib', 'proxy.ts']);

beforeEach(() => {
	base = fs.mkdtempSync(path.join(os.tmpdir(), 'hash-'));
	write('app/page.tsx', 'a');
	write('lib/text.ts', 'b');
});
afterEach(() => fs.rmSync(base, { recursive: true }));

describe('sourceHash', () => {
	it('is the same for the same sources, wherever and whenever', () => {
		const first = hash();
		fs.utimesSync(path.join(base, 'app/page.tsx'), 0, 0);
		expect(hash()).toBe(first);
	});

	it.each([
		['a byte', () => write('lib/text.ts', 'c')],
		['a new file', () => write('lib/room/new.ts', '')],
		['a file that was not there', () => write('proxy.ts', '')],
		['a name', () => fs.renameSync(path.join(base, 'lib/text.ts'), path.join(base, 'lib/texts.ts'))],
		[
			'bytes moved from file to file',
			() => {
				write('app/page.tsx', '');
				write('lib/text.ts', 'ab');
			},
		],
	])('changes with %s', (_name, change) => {
		const before = hash();
		change();
		expect(hash()).not.toBe(before);
	});

	it('does not change with a test or with what is not built', () => {
		const before = hash();
		write('lib/text.test.ts', 'x');
		write('docs/readme.md', 'x');
		expect(hash()).toBe(before);
	});
});
