import { spawn } from 'node:child_process';
import { endGroup, ProgramFailed } from './program.mjs';
import { childEnv, root } from './root.mjs';
import { listenTrouble } from './settings.mjs';

/** Longer than server.ts gives its requests. */
const patience = 12_000;

/** A program in TypeScript under the Node that runs this one. */
export const typescript = (file) => ['--import', './scripts/lib/preload.mjs', file];

/**
 * Starts server.ts; `ready` resolves when it listens. The server hears of this process's death over the IPC channel, so
 * that it never outlives its launcher.
 * @param {{ env: Record<string, string>, host: string, port: number }} options
 */
export function startServer({ env, host, port }) {
	const child = spawn(process.execPath, typescript('server.ts'), {
		cwd: root,
		env: childEnv({ ...env, HOST: host, PORT: String(port) }),
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
		detached: process.platform !== 'win32',
	});
	const said = [];
	const hold = (chunk) => said.push(chunk);
	child.stdout.on('data', hold);
	child.stderr.on('data', hold);
	const ended = new Promise((resolve) => {
		child.once('exit', (status, signal) => resolve(status ?? signal));
		child.once('error', resolve);
	});
	return {
		ended,
		ready: untilReady(child, ended, { host, port }, said),
		/** Lets requests in flight finish; a server that does not answer is ended all the same. */
		async stop() {
			if (child.connected) child.send('stop');
			const late = setTimeout(() => endGroup(child, 'SIGKILL'), patience);
			await ended;
			clearTimeout(late);
		},
		/** Shows what the server says from now on; before, it would run into the steps' lines. */
		speak() {
			for (const name of ['stdout', 'stderr']) child[name].off('data', hold).pipe(process[name]);
		},
		kill: () => endGroup(child, 'SIGKILL'),
	};
}

async function untilReady(child, ended, { host, port }, said) {
	const told = new Promise((resolve) => {
		child.once('message', resolve);
	});
	const message = await Promise.race([told, ended]);
	if (message === 'ready') return;
	const trouble = listenTrouble({ code: message?.code }, host, port);
	throw trouble ?? new ProgramFailed('server.ts', String(message), Buffer.concat(said).toString());
}
