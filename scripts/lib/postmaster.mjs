import fs from 'node:fs';
import path from 'node:path';

/**
 * The lines of `postmaster.pid`: process id, data folder, start time, port, socket folder, listen address,
 * shared memory (key, id), state. Null when the file is cut short, as a full disk or a crash leaves it.
 */
export function parsePidFile(text) {
	const lines = text.split('\n');
	const pid = Number(lines[0]);
	const port = Number(lines[3]);
	if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return null;
	const memory = Number(lines[6]?.trim().split(/\s+/)[1]);
	return { pid, port, memory: Number.isInteger(memory) ? memory : null };
}

/** Whether a shared memory segment has users, by the table of `/proc/sysvipc/shm`. */
export function isAttached(table, id) {
	return table
		.split('\n')
		.slice(1)
		.map((line) => line.trim().split(/\s+/))
		.some((row) => Number(row[1]) === id && Number(row[6]) > 0);
}

export function readPidFile(folder) {
	try {
		return parsePidFile(fs.readFileSync(path.join(folder, 'postmaster.pid'), 'utf8'));
	} catch {
		return null;
	}
}

/**
 * Removes the `postmaster.pid` of a dead server whose process id now belongs to another program, as happens
 * when a container starts anew: Postgres would take that program for a living postmaster and refuse to start.
 * It is left alone while anything still uses the server's shared memory, because Postgres relies on the file
 * to find out; every other stale file Postgres clears away by itself.
 */
export function clearTakenPid(folder, proc = '/proc') {
	const old = readPidFile(folder);
	if (!old) return;
	const comm = readOr(path.join(proc, String(old.pid), 'comm'));
	if (!comm || comm.trim() === 'postgres') return;
	if (old.memory !== null && isAttached(readOr(path.join(proc, 'sysvipc/shm')), old.memory)) return;
	fs.rmSync(path.join(folder, 'postmaster.pid'), { force: true });
}

function readOr(file) {
	try {
		return fs.readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}
