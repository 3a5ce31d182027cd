import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readPidFile } from '../../scripts/lib/postmaster.mjs';

/** `kill -9` of a Postgres server with all its processes, as a machine's out-of-memory killer or a power cut takes them. Linux only. */
export async function killPostgres(data) {
	const { pid } = readPidFile(path.join(data, 'pg')) ?? {};
	if (!pid) throw new Error('The server to be killed does not run');
	// The postmaster first: it would start a recovery when one of its children dies.
	const family = [pid, ...childrenOf(pid)];
	for (const one of family) kill(one);
	while (family.some(isAlive)) await sleep(5);
}

function childrenOf(pid) {
	return fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
}

function kill(pid) {
	try {
		process.kill(pid, 'SIGKILL');
	} catch (error) {
		if (error.code !== 'ESRCH') throw error;
	}
}

/** A zombie holds nothing any more. */
function isAlive(pid) {
	try {
		return !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
	} catch {
		return false;
	}
}
