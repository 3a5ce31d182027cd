import fs from 'node:fs';
import path from 'node:path';
import { db } from '@/lib/db';
import { version } from '@/package.json';

type Database = { ok: boolean; ms: number };
type Migrations = { ok: boolean; applied: number; pending: number };
type Queue = { ok: boolean; waiting: number; oldestSeconds: number; failed: number };

export type Health = {
	/** `degraded`: readers and writers are served, but what was published is late in reaching the pages. */
	status: 'ok' | 'degraded' | 'down';
	database: Database;
	migrations: Migrations;
	queue: Queue;
	version: string;
	uptimeSeconds: number;
};

/** An outbox row is consumed within a second; one that waits longer than this is stuck. */
const lateSeconds = 60;
const patienceMilliseconds = 2000;
const memoryMilliseconds = 1000;

/** Down without the database or with migrations missing; degraded while the outbox is stuck. */
export function judgeHealth({ database, migrations, queue }: Pick<Health, 'database' | 'migrations' | 'queue'>) {
	if (!database.ok || !migrations.ok) return 'down';
	return queue.ok ? 'ok' : 'degraded';
}

export function judgeQueue(counted: Omit<Queue, 'ok'>): Queue {
	return { ok: counted.oldestSeconds <= lateSeconds && counted.failed === 0, ...counted };
}

let last: { at: number; health: Promise<Health> } | undefined;

/** Looked at once a second at most, however often it is asked for. */
export function readHealth(): Promise<Health> {
	const now = performance.now();
	if (!last || now - last.at > memoryMilliseconds) last = { at: now, health: lookAtHealth() };
	return last.health;
}

async function lookAtHealth(): Promise<Health> {
	const seen = await Promise.race([lookAtDatabase(), afterPatience()]);
	return { status: judgeHealth(seen), ...seen, version, uptimeSeconds: Math.floor(process.uptime()) };
}

type Seen = Pick<Health, 'database' | 'migrations' | 'queue'>;

const unseen: Seen = {
	database: { ok: false, ms: patienceMilliseconds },
	migrations: { ok: false, applied: 0, pending: 0 },
	queue: { ok: false, waiting: 0, oldestSeconds: 0, failed: 0 },
};

function afterPatience(): Promise<Seen> {
	return new Promise((resolve) => {
		setTimeout(resolve, patienceMilliseconds, unseen).unref();
	});
}

async function lookAtDatabase(): Promise<Seen> {
	const started = performance.now();
	try {
		await db.$queryRaw`select 1`;
		const ms = Math.round(performance.now() - started);
		const [migrations, queue] = await Promise.all([lookAtMigrations(), lookAtQueue()]);
		return { database: { ok: true, ms }, migrations, queue };
	} catch {
		// The state is the answer; the cause, which may name hosts and users, stays in the database's own log.
		return { ...unseen, database: { ok: false, ms: Math.round(performance.now() - started) } };
	}
}

async function lookAtMigrations(): Promise<Migrations> {
	const rows = await db.$queryRaw<{ name: string }[]>`
		select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null`;
	const applied = new Set(rows.map(({ name }) => name));
	const pending = ownMigrations().filter((name) => !applied.has(name)).length;
	return { ok: pending === 0, applied: applied.size, pending };
}

function ownMigrations(): string[] {
	const folder = path.join(process.cwd(), 'prisma/migrations');
	return fs
		.readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name);
}

async function lookAtQueue(): Promise<Queue> {
	const [row] = await db.$queryRaw<{ waiting: number; failed: number; oldest: number }[]>`
		select count(*)::int as waiting,
			count(*) filter (where error <> '')::int as failed,
			coalesce(extract(epoch from clock_timestamp() - min("createdAt")), 0)::float as oldest
		from "Outbox" where "doneAt" is null`;
	if (!row) throw new Error('count returns one row');
	return judgeQueue({ waiting: row.waiting, oldestSeconds: Math.floor(row.oldest), failed: row.failed });
}
