import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { formatTable } from '../../bench/table.mjs';
import { watchInterruption } from '../../scripts/lib/interruption.mjs';
import { migrate } from '../../scripts/lib/migrate.mjs';
import { ensureDatabase, startCluster, throwaway } from '../../scripts/lib/postgres.mjs';
import { root } from '../../scripts/lib/root.mjs';
import { report, step } from '../../scripts/lib/step.mjs';
import { checks, digestOf, noteAnchor } from './checks.mjs';
import { fillRecord, papers } from './record.mjs';
import { beyondTheChain, tamperings } from './tamperings.mjs';

const sizes = {
	quick: { tamperings: 100, anchored: 20, rows: 60 },
	full: { tamperings: 1000, anchored: 100, rows: 300 },
};

/**
 * Tampers with a record as somebody can who owns the database, and asks the chain. All must be found by both checks; a
 * check without hashes, which is the control, must miss most of them. What the chain alone cannot see must be seen
 * against an anchor that was noted outside.
 */
export async function proveAudit({ quick }) {
	const made = { folder: null, cluster: null };
	const signal = watchInterruption(() => made.cluster?.stop('immediate'));
	try {
		const client = await openRecord(made, signal, quick ? sizes.quick : sizes.full);
		try {
			return await attack(client, signal, quick ? sizes.quick : sizes.full);
		} finally {
			await client.end();
		}
	} catch (error) {
		if (signal.aborted) console.error(`中断（${signal.reason.message}）。`);
		else report(error, [root, os.tmpdir()]);
		return undefined;
	} finally {
		await made.cluster?.discard();
		if (made.folder) fs.rmSync(made.folder, { recursive: true, force: true });
	}
}

async function openRecord(made, signal, { rows }) {
	made.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shangban-audit-'));
	fs.chmodSync(made.folder, 0o711); // the user that root hands the database to passes through
	let client;
	await step('数据库', async (note) => {
		made.cluster = await startCluster({ data: made.folder, overrides: throwaway });
		const url = made.cluster.url('shangban');
		await ensureDatabase(url);
		await migrate(url, { note, signal });
		client = new pg.Client(url);
		await client.connect();
	});
	await step('留痕', async () => {
		await fillRecord(client, rows);
		return `${papers.length} 份报纸各 ${rows} 条`;
	});
	return client;
}

async function attack(client, signal, { tamperings: times, anchored }) {
	const found = await tamper(client, { kinds: tamperings, times, signal, title: '篡改' });
	const beyond = await tamper(client, { kinds: beyondTheChain, times: anchored, signal, title: '连链头一起改写' });
	const rows = [...found, ...beyond];
	const table = [
		['', '次数', '数据库校验', '独立校验', '抄下的指纹', '没有链时'],
		...rows.map(({ title, done, sql, own, anchor, control }) => [title, done, sql, own, anchor, control].map(String)),
	];
	const sum = (list, key) => list.reduce((total, row) => total + row[key], 0);
	const figures = {
		tamperings: sum(found, 'done'),
		foundByDatabase: sum(found, 'sql'),
		foundByOwnCheck: sum(found, 'own'),
		control: sum(found, 'control'),
		rewritten: sum(beyond, 'done'),
		rewrittenFoundByChain: sum(beyond, 'own'),
		rewrittenFoundByAnchor: sum(beyond, 'anchor'),
	};
	const all = figures.foundByDatabase === figures.tamperings && figures.foundByOwnCheck === figures.tamperings;
	// A harness whose control sees everything too would prove nothing.
	const holds = all && figures.control < figures.tamperings / 2 && figures.rewrittenFoundByAnchor === figures.rewritten;
	return { text: formatTable(table), figures, holds };
}

async function tamper(client, { kinds, times, signal, title }) {
	const rows = Object.entries(kinds).map(([name, run]) => ({
		title: name,
		run,
		done: 0,
		sql: 0,
		own: 0,
		anchor: 0,
		control: 0,
	}));
	await step(title, async (note) => {
		const before = await digestOf(client);
		const anchor = await noteAnchor(client);
		for (let no = 0; no < times; no++) {
			signal.throwIfAborted();
			const row = rows[no % rows.length];
			note(`${no + 1}/${times} ${row.title}`);
			const seen = await once(client, row, { no, before, anchor });
			row.done++;
			for (const check of Object.keys(checks)) row[check] += Number(seen[check]);
		}
		return `${times} 次`;
	});
	return rows;
}

/** One tampering, looked at by every check, and undone. */
async function once(client, { title, run }, { no, before, anchor }) {
	await client.query('BEGIN');
	try {
		await client.query('ALTER TABLE "Trace" DISABLE TRIGGER USER');
		await client.query('ALTER TABLE "TraceHead" DISABLE TRIGGER USER');
		await client.query('DROP INDEX "Trace_paperId_seq_key"');
		await run(client, no);
		if ((await digestOf(client)) === before) throw new Error(`Tampering ${no} (${title}) changed nothing`);
		const seen = {};
		for (const [name, check] of Object.entries(checks)) seen[name] = await check(client, anchor);
		return seen;
	} finally {
		await client.query('ROLLBACK');
	}
}
