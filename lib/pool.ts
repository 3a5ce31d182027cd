import pg from 'pg';

/** A connection that has not heard anything for so long while it waits is looked into. */
const silentMilliseconds = 2000;
const lookMilliseconds = 1000;
const askMilliseconds = 4000;

/** What the package knows of a connection; its types leave this out. */
type Client = pg.PoolClient & {
	processID: number;
	readyForQuery: boolean;
	connection: { stream: { bytesRead: number; destroy: () => void } };
};

/** A connection that waits for an answer: since when, and how much it had heard by then. */
interface Wait {
	since: number;
	heard: number;
}

/**
 * A pool that notices connections which died without a word, as when a firewall forgets them or a cable is pulled: a
 * query on one of them would wait for a quarter of an hour. Whether a silent connection is dead or its query only slow
 * is asked of the server over a fresh one; a query that the server works on, or that waits for a lock, is left alone.
 * What a dead connection held on the server is given up there, and idle connections of the pool are renewed with it.
 */
export function createPool(config: pg.PoolConfig): pg.Pool {
	const pool = new pg.Pool(config);
	const clients = new Set<Client>();
	const waits = new Map<Client, Wait>();
	let isLooking = false;
	const look = async () => {
		const suspects = listSilent(clients, waits);
		if (suspects.length === 0 || isLooking) return;
		isLooking = true;
		try {
			await endDead(config, suspects, clients);
		} catch {
			// The server cannot be reached at all; the next look asks again.
		} finally {
			isLooking = false;
		}
	};
	const timer = setInterval(look, lookMilliseconds).unref();
	pool.on('connect', (client) => void clients.add(client as Client));
	pool.on('remove', (client) => {
		clients.delete(client as Client);
		waits.delete(client as Client);
	});
	const end = pool.end.bind(pool) as () => Promise<void>;
	pool.end = () => {
		clearInterval(timer);
		return end();
	};
	return pool;
}

function listSilent(clients: Iterable<Client>, waits: Map<Client, Wait>): Client[] {
	const now = performance.now();
	const silent: Client[] = [];
	for (const client of clients) {
		const heard = client.connection.stream.bytesRead;
		const before = waits.get(client);
		if (client.readyForQuery) waits.delete(client);
		else if (!before || before.heard !== heard) waits.set(client, { since: now, heard });
		else if (now - before.since >= silentMilliseconds) silent.push(client);
	}
	return silent;
}

async function endDead(config: pg.PoolConfig, suspects: Client[], clients: Set<Client>): Promise<void> {
	const heard = new Map(suspects.map((client) => [client, client.connection.stream.bytesRead]));
	const asking = new pg.Client({
		...config,
		connectionTimeoutMillis: askMilliseconds,
		query_timeout: askMilliseconds,
		application_name: 'pool',
	});
	asking.on('error', () => {});
	await asking.connect();
	try {
		const { rows } = await asking.query<{ pid: number }>(
			"SELECT pid FROM pg_stat_activity WHERE pid = ANY($1) AND state = 'active'",
			[suspects.map(({ processID }) => processID)],
		);
		const working = new Set(rows.map(({ pid }) => pid));
		// An answer that was on its way has arrived by now: this one, asked later, has.
		const dead = suspects.filter(
			(client) => !working.has(client.processID) && client.connection.stream.bytesRead === heard.get(client),
		);
		if (dead.length === 0) return;
		const idle = [...clients].filter((client) => client.readyForQuery);
		const doomed = [...dead, ...idle];
		await asking.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = ANY($1)', [
			doomed.map(({ processID }) => processID),
		]);
		for (const client of doomed) client.connection.stream.destroy();
	} finally {
		await asking.end();
	}
}
