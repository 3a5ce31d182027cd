import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { createPool } from '@/lib/pool';
import { type FaultProxy, openProxy } from '@/proof/fault-proxy';

let line: FaultProxy;
let pool: ReturnType<typeof createPool>;
beforeAll(async () => {
	line = await openProxy(env().DATABASE_URL);
	pool = createPool({ connectionString: line.url, max: 3, application_name: 'watched' });
	pool.on('error', () => {});
});
afterAll(async () => {
	await line.mend();
	await pool.end();
	await line.close();
});

const sessions = async () => {
	const [row] = await db.$queryRaw<[{ count: number }]>`
		SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'watched'`;
	return row.count;
};

it('leaves a query alone that only takes its time', async () => {
	await Promise.all([pool.query('SELECT pg_sleep(4.5)'), pool.query('SELECT 1')]);
});

it('gives up a connection that died without a word, with what it holds on the server and its idle sisters', async () => {
	const holder = await pool.connect();
	holder.on('error', () => {});
	await Promise.all([pool.query('SELECT pg_sleep(0.1)'), pool.query('SELECT pg_sleep(0.1)')]);
	await holder.query('BEGIN');
	await holder.query('LOCK TABLE "CheckTerm"');
	expect(await sessions()).toBe(3);
	line.stall();
	const lost = holder.query('SELECT 1');
	const outcome = expect(lost).rejects.toThrow(/terminated/);
	await new Promise((resolve) => setTimeout(resolve, 2500));
	const mended = performance.now();
	await line.mend();
	await outcome;
	holder.release(true);
	// The table is free again, and nobody is sent to a dead connection.
	await Promise.all([pool.query('SELECT count(*) FROM "CheckTerm"'), pool.query('SELECT 1'), pool.query('SELECT 1')]);
	expect(performance.now() - mended).toBeLessThan(5000);
}, 20_000);
