import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '@/generated/prisma/client';
import { askingOnce } from '@/lib/ask-once';
import { env } from '@/lib/env';
import { createPool } from '@/lib/pool';

/** A transaction's client, or the whole client where no transaction is needed. */
export type Db = Prisma.TransactionClient;

const readerRole = 'shangban_reader';

// The server and Next's bundle each load this module; one process keeps one pool of each kind.
const shared = globalThis as typeof globalThis & {
	shangbanDb?: PrismaClient;
	shangbanPublishedDb?: PrismaClient;
	/** The transaction that the reader's reads go through, where they do. */
	shangbanReading?: AsyncLocalStorage<Db>;
};

/** No reader's question takes so long; one that does would keep others from the few connections. */
const readerPatience = '4s';

function connect(options?: string): PrismaClient {
	const pool = createPool({
		connectionString: env().DATABASE_URL,
		max: options ? 6 : 12,
		connectionTimeoutMillis: 4000,
		options,
	});
	const adapter = new PrismaPg(pool, { disposeExternalPool: true });
	return new PrismaClient({ adapter, transactionOptions: { maxWait: 4000, timeout: 20_000 } });
}

/** Connects at the first use, so that a build needs no database. */
function lazily(client: () => PrismaClient | Db): PrismaClient {
	return new Proxy({} as PrismaClient, {
		get(_target, property) {
			const target = client();
			const value = Reflect.get(target, property);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
}

/** The newsroom's database: all rows. Only rooms' read.ts and write.ts use it. */
export const db = lazily(() => {
	shared.shangbanDb ??= connect();
	return shared.shangbanDb;
});

/**
 * The reader's database: the same server under a role that can select published views and nothing
 * else. Only rooms' published.ts use it; a draft is denied by the database itself.
 */
export const publishedDb = lazily(() => {
	const through = reading().getStore();
	if (through) return through;
	shared.shangbanPublishedDb ??= connect(`-c role=${readerRole} -c statement_timeout=${readerPatience}`);
	return shared.shangbanPublishedDb;
});

function reading(): AsyncLocalStorage<Db> {
	shared.shangbanReading ??= new AsyncLocalStorage();
	return shared.shangbanReading;
}

/**
 * Does `work` as readers will see the paper once `tx` commits: what it asks `publishedDb` goes through this transaction,
 * under the reader's role, each question once. It may only read; a read that fails leaves the transaction as it was, and is
 * followed by no other.
 */
export async function readAhead<Value>(tx: Db, work: () => Promise<Value>): Promise<Value> {
	await tx.$executeRaw`SAVEPOINT reading`;
	// SET LOCAL ROLE, with the role as a value.
	await tx.$queryRaw`SELECT set_config('role', ${readerRole}, true)`;
	const { tx: reader, end } = askingOnce(tx);
	try {
		return await reading().run(reader, work);
	} finally {
		await end();
		// Gives the role back too.
		await tx.$executeRaw`ROLLBACK TO SAVEPOINT reading`;
		await tx.$executeRaw`RELEASE SAVEPOINT reading`;
	}
}

/** The moment by the database's clock, one for a whole transaction: no application's clock dates anything. */
export async function databaseNow(tx: Db): Promise<Date> {
	const [row] = await tx.$queryRaw<[{ now: Date }]>`SELECT now()`;
	return row.now;
}

/** Whether the database gave a reader's question up, since it took too long. */
export function isTimeout(error: unknown): boolean {
	return error instanceof Error && /\b57014\b|statement timeout/.test(error.message);
}

/** Whether a write failed because a row with the same unique value exists. */
export function isUniqueViolation(error: unknown): boolean {
	return typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002';
}
