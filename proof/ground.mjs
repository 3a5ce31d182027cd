import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSite } from '../scripts/lib/build.mjs';
import { watchInterruption } from '../scripts/lib/interruption.mjs';
import { migrate } from '../scripts/lib/migrate.mjs';
import { ensureDatabase, freePort, startCluster } from '../scripts/lib/postgres.mjs';
import { root } from '../scripts/lib/root.mjs';
import { startServer } from '../scripts/lib/server-process.mjs';
import { authSecret, openDataFolder } from '../scripts/lib/settings.mjs';
import { report, step } from '../scripts/lib/step.mjs';

const host = '127.0.0.1';

/**
 * A newspaper to do harm to: a cluster and a data folder of its own, migrated, with a newsroom and nothing written. Does
 * `work` on it and takes everything away. Resolves to what `work` answers, undefined where it could not be done.
 * @param {{ name: string, overrides?: Record<string, string> }} options `overrides` are settings of the cluster
 * @param {(ground: Ground) => Promise<unknown>} work
 *
 * @typedef {{
 *   url: string, data: string, newsroom: import('../prisma/seed/newsroom.ts').Newsroom, env: Record<string, string>, signal: AbortSignal,
 *   cluster: { revive: () => Promise<number>, url: (database: string) => string },
 *   serve: (env?: Record<string, string>) => Promise<Site>,
 * }} Ground
 * @typedef {{ url: string, kill: () => Promise<void>, revive: () => Promise<void> }} Site
 */
export async function onGround({ name, overrides = {} }, work) {
	const made = { folder: null, cluster: null, servers: [], db: null };
	const signal = watchInterruption(() => {
		for (const server of made.servers) server.kill();
		made.cluster?.stop('immediate');
	});
	try {
		return await work(await layGround(made, { name, overrides, signal }));
	} catch (error) {
		if (signal.aborted) console.error(`中断（${signal.reason.message}）。`);
		else report(error, [root, os.tmpdir()]);
		return undefined;
	} finally {
		await Promise.all(made.servers.map((server) => server.stop()));
		await made.db?.$disconnect().catch(() => {});
		await made.cluster?.discard();
		if (made.folder) fs.rmSync(made.folder, { recursive: true, force: true });
	}
}

async function layGround(made, { name, overrides, signal }) {
	made.folder = fs.mkdtempSync(path.join(os.tmpdir(), `shangban-${name}-`));
	fs.chmodSync(made.folder, 0o711); // the user that root hands the database to passes through
	const data = path.join(made.folder, 'data');
	openDataFolder(data);
	let url;
	await step('数据库', async (note) => {
		made.cluster = await startCluster({ data, overrides });
		url = made.cluster.url('shangban');
		await ensureDatabase(url);
		return migrate(url, { note, signal });
	});
	const env = { DATABASE_URL: url, AUTH_SECRET: authSecret(data, null), DATA_DIR: data, NODE_ENV: 'production' };
	// The application's own code runs in this process too: what a client does, and what the newsroom did before.
	Object.assign(process.env, env);
	await import('../scripts/lib/preload.mjs');
	made.db = (await import('../lib/db.ts')).db;
	let newsroom;
	await step('编辑部', async () => {
		const { createNewsroom } = await import('../prisma/seed/newsroom.ts');
		newsroom = await createNewsroom({ withPasswords: false });
	});
	return {
		url,
		data,
		newsroom,
		env,
		signal,
		cluster: made.cluster,
		serve: (extra) => serve(made, { ...env, ...extra }, signal),
	};
}

/** The built site on a free port, killed and started again at will. */
async function serve(made, env, signal) {
	await step('构建', (note) => buildSite({ note, signal }));
	const port = await freePort();
	let server;
	const start = async () => {
		signal.throwIfAborted();
		server = startServer({ env, host, port });
		made.servers.push(server);
		await server.ready;
	};
	await step('服务', start);
	return {
		url: `http://${host}:${port}`,
		/** `kill -9`, and waits until it is dead. */
		async kill() {
			server.kill();
			await server.ended;
			made.servers.splice(made.servers.indexOf(server), 1);
		},
		revive: start,
	};
}
