import { describe, expect, it } from 'vitest';
import { sentenceFor, sentenceForDisk } from './trouble.mjs';

describe('sentenceFor', () => {
	const systemError = (code, extra = {}) => Object.assign(new Error(`${code}: …`), { code, ...extra });
	it.each([
		['a full disk, from Node', systemError('ENOSPC'), '磁盘空间不足'],
		['a full disk, from Postgres', 'PANIC:  could not write to file: No space left on device', '磁盘空间不足'],
		['a full disk, from a program', Object.assign(new Error('x'), { output: 'error: ENOSPC' }), '磁盘空间不足'],
		['a quota', systemError('EDQUOT'), '配额'],
		['no permission', systemError('EACCES', { path: '/srv/x' }), '没有权限读写 /srv/x'],
		['a file in the way', systemError('EEXIST', { syscall: 'mkdir', path: '/srv/x' }), '/srv/x 不能用作文件夹'],
	])('%s', (_name, error, part) => expect(sentenceFor(error)).toContain(part));

	it('does not explain a bug away', () => expect(sentenceFor(new TypeError('x is not a function'))).toBeNull());
});

describe('sentenceForDisk', () => {
	const here = [import.meta.dirname, '/nowhere/at/all'];
	it('is silent where there is room, and about what does not exist', () => expect(sentenceForDisk(here)).toBeNull());
	it('speaks where there is less room than needed', () => {
		expect(sentenceForDisk(here, Number.POSITIVE_INFINITY)).toContain('磁盘空间不足');
	});
});
