import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSite } from './build.mjs';
import { demoAccounts, seedDemo } from './demo.mjs';
import { watchInterruption } from './interruption.mjs';
import { migrate } from './migrate.mjs';
import { ensureDatabase, freePort, startCluster, throwaway } from './postgres.mjs';
import { untilPrinted } from './printed.mjs';
import { root } from './root.mjs';
import { startServer } from './server-process.mjs';
import { authSecret, openDataFolder } from './settings.mjs';
import { report, step } from './step.mjs';

const host = '127.0.0.1';

/**
 * Brings up the demo paper as production serves it, on a free port with a database and a data folder of its own; does
 * `work` on it and takes everything away again. Resolves to the exit status.
 * @param {(site: { url: string, password: string, accounts: { login: string }[], folder: string, signal: AbortSignal,
 *   databaseUrl: string, join: () => Promise<void>, beside: () => Promise<{ url: string, stop: () => Promise<void> }> }) => Promise<void>} work After `join` the
 *   application's own code runs in this process too; `beside` starts another process of the site on the same database
 */
export async function onDemoSite(work) {
	const made = { folder: null, cluster: null, server: null, second: null };
	const signal = watchInterruption(() => {
		for (const server of [made.server, made.second]) server?.kill();
		made.cluster?.stop('immediate');
	});
	try {
		await work(await bringUp(made, signal));
		return 0;
	} catch (error) {
		if (signal.aborted) console.error(`中断（${signal.reason.message}）。`);
		else report(error, [root, os.tmpdir()]);
		return 1;
	} finally {
		await Promise.all([made.server?.stop(), made.second?.stop()]);
		await made.cluster?.discard();
		if (made.folder) fs.rmSync(made.folder, { recursive: true, force: true });
	}
}

async function bringUp(made, signal) {
	made.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shangban-demo-'));
	const data = path.join(made.folder, 'data');
	fs.chmodSync(made.folder, 0o711); // the user that root hands the database to passes through
	openDataFolder(data);
	const settings = { data, databaseUrl: null };
	let url;
	await step('数据库', async (note) => {
		made.cluster = await startCluster({ data, overrides: throwaway });
		url = made.cluster.url('shangban');
		await ensureDatabase(url);
		return migrate(url, { note, signal });
	});
	const env = { DATABASE_URL: url, AUTH_SECRET: authSecret(data, null), DATA_DIR: data, NODE_ENV: 'production' };
	await step('样报', (note) => seedDemo({ url, settings, env, renew: null, note, signal }));
	await step('构建', (note) => buildSite({ note, signal }));
	const port = await freePort();
	await step('服务', () => {
		signal.throwIfAborted();
		made.server = startServer({ env, host, port });
		signal.addEventListener('abort', made.server.stop, { once: true });
		return made.server.ready;
	});
	await step('版面文件', () => untilPrinted(url, signal));
	const site = { url: `http://${host}:${port}`, ...demoAccounts(settings), folder: made.folder, signal };
	const join = async () => {
		Object.assign(process.env, env);
		await import('./preload.mjs');
	};
	return { ...site, databaseUrl: url, join, beside: () => startBeside(made, { ...env, ORIGIN: site.url }) };
}

async function startBeside(made, env) {
	const port = await freePort();
	made.second = startServer({ env, host, port });
	await made.second.ready;
	return { url: `http://${host}:${port}`, stop: made.second.stop };
}
