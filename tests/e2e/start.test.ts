import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, prepared } from '../setup/cluster';
import { freePort } from '../setup/free-port';

const root = path.resolve(import.meta.dirname, '../..');

type Launcher = { child: ChildProcess; log: () => string; ended: Promise<number | string> };

let dataDir: string;
let port: number;
let launched: Launcher[];

beforeEach(async () => {
	dataDir = fs.mkdtempSync(path.join(prepared('TEST_FOLDER'), 'start-'));
	fs.chmodSync(dataDir, 0o711);
	port = await freePort();
	launched = [];
});

afterEach(async () => {
	for (const { child, ended } of launched) {
		child.kill('SIGTERM');
		await ended;
	}
});

/** `npm start` without npm and without the demo paper. */
function launch(settings: Record<string, string> = {}): Launcher {
	const child = spawn(process.execPath, ['scripts/start.mjs'], {
		cwd: root,
		env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, DEMO: '0', ...settings },
	});
	let text = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (chunk: string) => {
			text += chunk;
		});
	}
	const ended = once(child, 'exit').then(([status, signal]) => status ?? signal);
	const launcher = { child, log: () => text, ended };
	launched.push(launcher);
	return launcher;
}

async function until(isTrue: () => boolean | Promise<boolean>, what: () => string): Promise<void> {
	for (const deadline = Date.now() + 60_000; !(await isTrue()); await sleep(100)) {
		if (Date.now() > deadline) throw new Error(`Waited in vain:\n${what()}`);
	}
}

async function up(settings?: Record<string, string>): Promise<Launcher> {
	const launcher = launch(settings);
	await until(() => launcher.log().includes('按 Ctrl-C 停止') || launcher.child.exitCode !== null, launcher.log);
	expect(launcher.log()).toContain('就绪');
	return launcher;
}

/** What a start that fails says at its end: one line, no stack. */
async function refusal(settings?: Record<string, string>): Promise<string> {
	const { ended, log } = launch(settings);
	expect(await ended).toBe(1);
	expect(log()).not.toMatch(/\n\s+at /);
	return log().match(/上版无法启动：(.*)/)?.[1] ?? log();
}

const health = () => fetch(`http://127.0.0.1:${port}/api/health`);
const isHealthy = () =>
	health().then(
		({ status }) => status === 200,
		() => false,
	);
const postmaster = () => Number(fs.readFileSync(path.join(dataDir, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);

/** The processes that a launcher has started itself: Postgres and the server. */
function childrenOf({ child }: Launcher): number[] {
	const { stdout } = spawnSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' });
	return stdout.split('\n').filter(Boolean).map(Number);
}

async function allGone(pids: number[]): Promise<void> {
	await until(
		() => !pids.some(isAlive),
		() => `of ${pids} some live on`,
	);
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

describe('npm start', () => {
	it('brings the site up, keeps its secrets to itself, and takes Postgres down last', async () => {
		const { child, ended, log } = await up();
		const answer = await health();
		expect(answer.headers.get('cache-control')).toBe('no-store');
		expect(await answer.json()).toMatchObject({ status: 'ok', database: { ok: true }, migrations: { ok: true } });
		for (const name of ['secret', 'pg-password', 'postgres.log']) {
			expect(fs.statSync(path.join(dataDir, name)).mode & 0o077, name).toBe(0);
		}
		const pid = postmaster();
		child.kill('SIGTERM');
		expect(await ended).toBe(0);
		expect(isAlive(pid)).toBe(false);
		expect(fs.existsSync(path.join(dataDir, 'pg/postmaster.pid'))).toBe(false);
		await expect(health()).rejects.toThrow();
		expect(log()).not.toContain(fs.readFileSync(path.join(dataDir, 'secret'), 'utf8').trim());
	});

	it('finishes what is under way before it leaves', async () => {
		const { child, ended } = await up();
		const socket = net.connect(port, '127.0.0.1');
		socket.write('GET /api/health HTTP/1.1\r\nHost: localhost\r\n');
		await sleep(300);
		child.kill('SIGTERM');
		await sleep(500);
		await expect(health()).rejects.toThrow();
		socket.write('\r\n');
		const answer = (await socket.setEncoding('utf8').toArray()).join('');
		expect(answer).toMatch(/^HTTP\/1\.1 200 /);
		expect(answer).toMatch(/^connection: close/im);
		expect(answer).toContain('"status":"ok"');
		expect(await ended).toBe(0);
	});

	it('takes over the database of a launcher that was killed, and stops it in the end', async () => {
		const first = await up();
		const pid = postmaster();
		const servers = childrenOf(first).filter((child) => child !== pid);
		expect(servers).toHaveLength(1);
		first.child.kill('SIGKILL');
		await allGone(servers);
		expect(isAlive(pid)).toBe(true);
		const second = await up();
		expect(second.log()).toContain('接管');
		expect(postmaster()).toBe(pid);
		second.child.kill('SIGTERM');
		expect(await second.ended).toBe(0);
		expect(fs.existsSync(path.join(dataDir, 'pg/postmaster.pid'))).toBe(false);
		await allGone([pid]);
	});

	it('starts a killed database again while the site runs', async () => {
		const { log } = await up();
		const pid = postmaster();
		process.kill(pid, 'SIGKILL');
		await until(() => log().includes('数据库已恢复'), log);
		await until(isHealthy, log);
		expect(postmaster()).not.toBe(pid);
	});

	it('survives the death of everything at once, which leaves a dead postmaster.pid', async () => {
		const first = await up();
		const children = childrenOf(first);
		process.kill(postmaster(), 'SIGKILL');
		first.child.kill('SIGKILL');
		await allGone(children); // the server too, though it has nobody left to complain to
		expect(fs.existsSync(path.join(dataDir, 'pg/postmaster.pid'))).toBe(true);
		await up();
		expect(await isHealthy()).toBe(true);
	});
});

describe('one clear sentence', () => {
	it('for a busy port and for a data folder in use', async () => {
		await up();
		expect(await refusal()).toContain(`端口 ${port} 已被占用`);
		expect(await refusal({ PORT: String(await freePort()) })).toContain('正被另一个上版使用');
		expect(await isHealthy()).toBe(true);
	});

	it('for a database of another version', async () => {
		const { child, ended } = await up();
		child.kill('SIGTERM');
		await ended;
		const file = path.join(dataDir, 'pg/PG_VERSION');
		fs.writeFileSync(file, '99\n');
		expect(await refusal()).toMatch(/PostgreSQL 99 建立，比本版自带的 \d+ 更新/);
		fs.writeFileSync(file, '11\n');
		expect(await refusal()).toMatch(/PostgreSQL 11 建立，比本版自带的 \d+ 更旧/);
	});

	it.each([
		['an unreachable', 'postgresql://a:b@127.0.0.1:1/c', '连不上 DATABASE_URL 指定的数据库 127.0.0.1:1'],
		['a malformed', 'somewhere', 'DATABASE_URL 写法不对'],
	])('for %s DATABASE_URL', async (_name, url, sentence) => {
		expect(await refusal({ DATABASE_URL: url })).toContain(sentence);
	});

	it('for a wrong password', async () => {
		const url = new URL(await createDatabase('empty'));
		url.password = 'wrong';
		const sentence = await refusal({ DATABASE_URL: url.href });
		expect(sentence).toContain('拒绝了用户 shangban');
		expect(sentence).not.toContain('wrong');
	});
});
