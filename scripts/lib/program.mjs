import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnv, root } from './root.mjs';

/** What a program said before it failed, kept in `output` so that a cause can be found in it. */
export class ProgramFailed extends Error {
	name = 'ProgramFailed';

	constructor(command, status, output) {
		super(`${command} ended with ${status}`);
		this.output = output;
	}

	get tail() {
		return this.output.trimEnd().split('\n').slice(-30).join('\n');
	}
}

/** Ends a program that leads its own process group, with all that it has started. */
export function endGroup(child, signal = 'SIGTERM') {
	if (child.exitCode !== null || child.signalCode !== null) return;
	if (process.platform === 'win32') child.kill();
	else process.kill(-child.pid, signal);
}

/** Resolves when nothing is left of the group, or when `patience` milliseconds are over. */
export async function untilGroupEnded(child, patience) {
	if (process.platform === 'win32') return;
	for (const deadline = Date.now() + patience; isGroupAlive(child.pid) && Date.now() < deadline; ) await sleep(50);
}

function isGroupAlive(leader) {
	try {
		return process.kill(-leader, 0);
	} catch {
		return false;
	}
}

/**
 * Runs a program to its end and returns its standard output; the last line it has written goes to `note`.
 * An abort of `signal` ends it and its children and rejects.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, note?: (line: string) => void, signal?: AbortSignal }} [options]
 */
export function runProgram(command, args, { env, note = () => {}, signal } = {}) {
	return new Promise((resolve, reject) => {
		signal?.throwIfAborted();
		const child = spawn(command, args, {
			cwd: root,
			env: childEnv(env),
			stdio: ['ignore', 'pipe', 'pipe'],
			detached: process.platform !== 'win32', // Ctrl-C in the terminal comes from us, not beside us
			shell: process.platform === 'win32', // programs of packages are .cmd files there
		});
		const stop = () => endGroup(child);
		signal?.addEventListener('abort', stop, { once: true });
		let output = '';
		let answer = '';
		const take = (chunk, isAnswer) => {
			output += chunk;
			if (isAnswer) answer += chunk;
			const line = chunk.trimEnd().split('\n').at(-1)?.trim();
			if (line) note(line);
		};
		child.stdout.setEncoding('utf8').on('data', (chunk) => take(chunk, true));
		child.stderr.setEncoding('utf8').on('data', (chunk) => take(chunk, false));
		child.on('error', reject);
		child.on('close', (status, killedBy) => {
			signal?.removeEventListener('abort', stop);
			if (signal?.aborted) reject(signal.reason);
			else if (status === 0) resolve(answer);
			else reject(new ProgramFailed([command, ...args].join(' '), status ?? killedBy, output));
		});
	});
}
