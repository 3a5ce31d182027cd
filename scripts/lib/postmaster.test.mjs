import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearTakenPid, isAttached, parsePidFile } from './postmaster.mjs';

const pidFile = (pid) => `${pid}\n/srv/pg\n1795305600\n40123\n\n127.0.0.1\n  34628     98305\nready   \n`;

describe('parsePidFile', () => {
	it('reads process, port and memory', () => {
		expect(parsePidFile(pidFile(4711))).toEqual({ pid: 4711, port: 40123, memory: 98305 });
	});
	it.each([
		['empty', ''],
		['cut short', '4711\n/srv/pg\n'],
		['no number', 'x\n/srv/pg\n1\n40123\n'],
		['a port that was never taken', '4711\n/srv/pg\n1\n0\n'],
	])('%s: nothing', (_name, text) => expect(parsePidFile(text)).toBeNull());
	it('reads a file from before the memory was made', () => {
		expect(parsePidFile('4711\n/srv/pg\n1\n40123\n')).toEqual({ pid: 4711, port: 40123, memory: null });
	});
});

const memoryTable = (users) =>
	`       key      shmid perms  size  cpid  lpid nattch\n     34628      98305   600    56   1     1   ${users}\n`;

describe('isAttached', () => {
	it('tells a segment in use from an idle or unknown one', () => {
		expect(isAttached(memoryTable(3), 98305)).toBe(true);
		expect(isAttached(memoryTable(0), 98305)).toBe(false);
		expect(isAttached(memoryTable(3), 1)).toBe(false);
		expect(isAttached('', 98305)).toBe(false);
	});
});

describe('clearTakenPid', () => {
	let base;
	beforeEach(() => {
		base = fs.mkdtempSync(path.join(os.tmpdir(), 'postmaster-'));
		fs.mkdirSync(path.join(base, 'proc/sysvipc'), { recursive: true });
		fs.writeFileSync(path.join(base, 'postmaster.pid'), pidFile(4711));
	});
	afterEach(() => fs.rmSync(base, { recursive: true }));

	function isKept({ comm, users }) {
		if (comm) {
			fs.mkdirSync(path.join(base, 'proc/4711'));
			fs.writeFileSync(path.join(base, 'proc/4711/comm'), `${comm}\n`);
		}
		fs.writeFileSync(path.join(base, 'proc/sysvipc/shm'), memoryTable(users));
		clearTakenPid(base, path.join(base, 'proc'));
		return fs.existsSync(path.join(base, 'postmaster.pid'));
	}

	it.each([
		['the server lives', { comm: 'postgres', users: 5 }, true],
		['the server is dead: Postgres sees to it', { users: 0 }, true],
		['another program has its id', { comm: 'node', users: 0 }, false],
		['… but a child of the old server still works', { comm: 'node', users: 1 }, true],
	])('%s', (_name, state, kept) => expect(isKept(state)).toBe(kept));
});
