import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { openProxy } from '@/proof/fault-proxy';
import { createDatabase, prepared, type Template, testSecret } from './cluster';
import { freePort } from './free-port';

export type TestServer = {
	url: string;
	/** For the test's own look into the database; a cut does not touch it. */
	databaseUrl: string;
	dataDir: string;
	/** As if Postgres had been stopped, for this server alone. */
	cutDatabase: () => Promise<void>;
	mendDatabase: () => Promise<void>;
	/** What the server has written so far. */
	log: () => string;
	stop: () => Promise<void>;
};

const root = path.resolve(import.meta.dirname, '../..');

/** Starts the built site as production does, on a free port, with a copy of the template's database and pictures. */
export async function startServer({ database = 'demo' as Template, printsAhead = false } = {}): Promise<TestServer> {
	const databaseUrl = await createDatabase(database);
	const gate = await openProxy(databaseUrl);
	const dataDir = fs.mkdtempSync(path.join(prepared('TEST_FOLDER'), 'data-'));
	if (database === 'demo') fs.cpSync(path.join(prepared('TEST_FOLDER'), 'demo'), dataDir, { recursive: true });
	const port = await freePort();
	const child = spawn(process.execPath, ['--import', './scripts/lib/preload.mjs', 'server.ts'], {
		cwd: root,
		env: {
			...process.env,
			NODE_ENV: 'production',
			DATABASE_URL: gate.url,
			DATA_DIR: dataDir,
			AUTH_SECRET: testSecret,
			HOST: '127.0.0.1',
			PORT: String(port),
			CHROMIUM_PATH: process.env.TEST_CHROMIUM ?? '',
			// Two browsers beside the test's own would take the processors from what is tested.
			PRINT_AHEAD: printsAhead ? '1' : '0',
			CHROMIUM_LIBRARIES: process.env.TEST_CHROMIUM_LIBRARIES ?? '',
		},
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
	});
	const log = collect(child);
	await untilReady(child, log);
	return {
		url: `http://127.0.0.1:${port}`,
		databaseUrl,
		dataDir,
		cutDatabase: gate.cut,
		mendDatabase: gate.mend,
		log,
		async stop() {
			const ended = once(child, 'exit');
			if (child.exitCode === null) {
				child.kill('SIGTERM');
				await ended;
			}
			await gate.cut();
		},
	};
}

function collect(child: ChildProcess): () => string {
	let text = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (chunk: string) => {
			text += chunk;
		});
	}
	return () => text;
}

async function untilReady(child: ChildProcess, log: () => string): Promise<void> {
	const [word] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
	if (word !== 'ready') throw new Error(`The server did not start (${JSON.stringify(word)}):\n${log()}`);
}

/** Lets this process write into the server's database with the rooms' own functions, imported after this. */
export function writeInto({ databaseUrl, dataDir }: TestServer): void {
	Object.assign(process.env, { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, AUTH_SECRET: testSecret });
}

/** The end of what `writeInto` began. */
export async function endWriting(): Promise<void> {
	const { db } = await import('@/lib/db');
	await db.$disconnect();
}
