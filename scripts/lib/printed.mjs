import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const patienceMilliseconds = 180_000;

/**
 * Resolves when the server has made what its pages are owed: PDFs and pictures, which take a browser and a processor that
 * a measurement wants for itself. Where they cannot be made it is not waited for longer than their attempts.
 * @param {string} databaseUrl
 * @param {AbortSignal} signal
 */
export async function untilPrinted(databaseUrl, signal) {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	try {
		for (const until = Date.now() + patienceMilliseconds; Date.now() < until; await sleep(500)) {
			signal.throwIfAborted();
			const { rows } = await client.query(
				`SELECT (SELECT count(*) FROM "Outbox" WHERE "doneAt" IS NULL) + (SELECT count(*) FROM "PrintJob" WHERE "error" = '') AS owed`,
			);
			if (Number(rows[0].owed) === 0) return;
		}
	} finally {
		await client.end();
	}
}
