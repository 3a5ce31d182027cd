import os from 'node:os';
import { buildSite } from './build.mjs';
import { demoAccounts, seedDemo } from './demo.mjs';
import { guardCluster } from './guard.mjs';
import { watchInterruption } from './interruption.mjs';
import { migrate } from './migrate.mjs';
import { dropDatabase, ensureDatabase, startCluster } from './postgres.mjs';
import { root } from './root.mjs';
import { startServer } from './server-process.mjs';
import { assertPortFree, authSecret, openDataFolder, readSettings } from './settings.mjs';
import { duration, report, step } from './step.mjs';
import { openUserDatabase } from './user-database.mjs';

/** What runs, for the way down: the server first, the database last. */
const running = { server: null, guard: null, cluster: null };

/**
 * Brings the newspaper up, keeps it up until it is told to stop, and takes it down.
 * Resolves to the exit status.
 * @param {{ dev: boolean }} options
 */
export async function start({ dev }) {
	const signal = watchInterruption(force);
	const folders = [root, os.tmpdir()];
	try {
		const settings = readSettings();
		folders.push(settings.data);
		await bringUp({ dev, settings, signal });
		return await untilEnd(signal);
	} catch (error) {
		if (signal.aborted) return 0;
		report(error, folders);
		return 1;
	} finally {
		await takeDown();
	}
}

async function bringUp({ dev, settings, signal }) {
	const began = performance.now();
	await assertPortFree(settings.host, settings.port);
	openDataFolder(settings.data);
	console.log(dev ? '上版（开发）' : '上版');
	const url = await openDatabase(settings, signal);
	const env = environment(settings, url, dev);
	await step('迁移', (note) => migrate(url, { note, signal }));
	if (settings.demo) {
		const renew = settings.databaseUrl ? null : () => renewDatabase(url, signal);
		await step('样报', (note) => seedDemo({ url, settings, env, renew, note, signal }));
	}
	if (!dev) await step('构建', (note) => buildSite({ note, signal }));
	await step('服务', () => serve(settings, env, signal));
	console.log(welcome(settings, demoAccounts(settings), performance.now() - began));
	running.server.speak();
}

async function openDatabase({ data, databaseUrl }, signal) {
	let url = databaseUrl;
	await step('数据库', async () => {
		if (databaseUrl) return openUserDatabase(databaseUrl);
		const cluster = await startCluster({ data });
		if (!cluster.adopted) running.cluster = cluster;
		running.guard = await guardCluster(cluster, announce);
		running.cluster = cluster; // ours to stop, now that no other launcher holds it
		url = cluster.url('shangban');
		await ensureDatabase(url);
		if (cluster.created) return '已新建';
		return cluster.adopted ? '接管上次留下的进程' : '已启动';
	});
	signal.throwIfAborted();
	return url;
}

async function renewDatabase(url, signal) {
	await dropDatabase(url);
	await ensureDatabase(url);
	await migrate(url, { signal });
}

function environment({ data, secret }, url, dev) {
	return {
		DATABASE_URL: url,
		AUTH_SECRET: authSecret(data, secret),
		DATA_DIR: data,
		NODE_ENV: dev ? 'development' : 'production',
	};
}

async function serve({ host, port }, env, signal) {
	signal.throwIfAborted();
	running.server = startServer({ env, host, port });
	signal.addEventListener('abort', running.server.stop, { once: true });
	await running.server.ready;
}

async function untilEnd(signal) {
	const status = await running.server.ended;
	if (signal.aborted) return 0;
	announce('服务意外停止，正在关闭数据库。');
	return typeof status === 'number' && status > 0 ? status : 1;
}

async function takeDown() {
	if (running.server || running.cluster) announce('正在停止……');
	await running.server?.stop();
	await running.guard?.release();
	await running.cluster?.stop();
	if (running.server || running.cluster) announce('已停止。');
}

/** The second Ctrl-C: an immediate stop of Postgres loses nothing that was committed. */
function force() {
	running.server?.kill();
	running.cluster?.stop('immediate');
}

const announce = (sentence) => console.log(`上版：${sentence}`);

function welcome({ host, port }, demo, time) {
	const shown = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host) ? 'localhost' : host;
	const base = `http://${shown}:${port}`;
	return [
		'',
		`  就绪，共 ${duration(time)}`,
		'',
		`  前台    ${base}/`,
		`  编辑台  ${base}/desk`,
		`  健康    ${base}/api/health`,
		...(demo ? accountLines(demo) : []),
		'',
		'  按 Ctrl-C 停止',
		'',
	].join('\n');
}

function accountLines({ accounts, password }) {
	const widest = Math.max(...accounts.map(({ login }) => login.length));
	const longest = Math.max(...accounts.map(({ name }) => name.length));
	return [
		'',
		`  演示账号（初始口令都是 ${password}）`,
		...accounts.map(({ login, name, role }) => `    ${login.padEnd(widest)}  ${name.padEnd(longest, '　')}  ${role}`),
	];
}
