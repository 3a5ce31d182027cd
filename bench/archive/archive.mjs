import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { watchInterruption } from '../../scripts/lib/interruption.mjs';
import { generateClient, migrate } from '../../scripts/lib/migrate.mjs';
import { connected, ensureDatabase, startCluster, throwaway } from '../../scripts/lib/postgres.mjs';
import { childEnv, root } from '../../scripts/lib/root.mjs';
import { typescript } from '../../scripts/lib/server-process.mjs';
import { report, step } from '../../scripts/lib/step.mjs';
import { count, formatTable, mark, median, percentile } from '../table.mjs';
import { faultsOfPlans } from './plans.mjs';

/** How many times as long the 95th percentile may take in the large archive as in the small one. */
const aim = 2;
/** What by its protocol has a line for each month of the archive takes as much longer as it is longer: shown, not judged. */
const unjudged = new Set(['站点地图']);
const sizes = { full: [10_000, 1_000_000], quick: [10_000, 50_000] };
/** Runs of a round; the archives are asked by turns. */
const rounds = { full: { rounds: 4, runs: 60 }, quick: { rounds: 2, runs: 20 } };

/**
 * npm run bench -- archive [--quick]: lists, leaves deep in an archive, calendars, feeds and maps of a paper of thirty years and a
 * million stories, beside the same paper of 110 days and ten thousand, as dense a day; and the plans of all statements, in which no
 * long table may be read from end to end. Resolves to the exit status.
 */
export async function benchArchive({ quick }) {
	const size = quick ? 'quick' : 'full';
	const [small, large] = sizes[size];
	const made = { folder: fs.mkdtempSync(path.join(os.tmpdir(), 'shangban-archive-')), cluster: null };
	const signal = watchInterruption(() => made.cluster?.stop('immediate'));
	try {
		fs.chmodSync(made.folder, 0o711); // the user that root hands the database to passes through
		await generateClient();
		made.cluster = await startCluster({ data: made.folder, overrides: { ...throwaway, max_wal_size: '8GB' } });
		const times = { small: {}, large: {} };
		for (const [name, articles] of Object.entries({ small, large })) {
			const url = made.cluster.url(name);
			await step(`${count(articles)} 篇`, async (note) => {
				await ensureDatabase(url);
				await migrate(url, { note, signal });
				await run(url, made.folder, ['fill', String(articles), made.cluster.url(name, 'postgres')]);
			});
		}
		let plans;
		await step('执行计划', async () => {
			plans = await readPlans(made, 'large');
		});
		await step('测量', async (note) => {
			for (let round = 1; round <= rounds[size].rounds; round++) {
				for (const name of ['small', 'large']) {
					note(`第 ${round} 轮`);
					gather(times[name], await run(made.cluster.url(name), made.folder, ['measure', String(rounds[size].runs)]));
				}
			}
		});
		return say({ quick, small, large, times, plans });
	} catch (error) {
		report(error, [root, os.tmpdir()]);
		return 1;
	} finally {
		await made.cluster?.discard();
		fs.rmSync(made.folder, { recursive: true, force: true });
	}
}

function gather(all, round) {
	for (const [name, times] of Object.entries(round)) all[name] = [...(all[name] ?? []), ...times];
}

/** Runs one act of the program on a database; resolves to what it answers. */
async function run(url, folder, args) {
	const env = childEnv({ DATABASE_URL: url, DATA_DIR: folder, AUTH_SECRET: '-'.repeat(32), NODE_ENV: 'production' });
	const program = typescript('bench/archive/archive-program.ts');
	const child = spawn(process.execPath, [...program, ...args], {
		cwd: root,
		env,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let said = '';
	child.stdout.setEncoding('utf8').on('data', (text) => {
		said += text;
	});
	const [status] = await once(child, 'exit');
	if (status !== 0) throw new Error(`${args[0]} ended with ${status}`);
	return JSON.parse(said.trim().split('\n').at(-1));
}

/** What the server's own log says of the plans of each question. */
async function readPlans({ cluster, folder }, database) {
	const log = path.join(folder, 'postgres.log');
	const from = fs.statSync(log).size;
	const explain = {
		session_preload_libraries: "'auto_explain'",
		'auto_explain.log_min_duration': '0',
		'auto_explain.log_nested_statements': 'on',
	};
	await connected(cluster.url('postgres', 'postgres'), async (client) => {
		for (const [name, value] of Object.entries(explain)) {
			await client.query(`ALTER DATABASE ${database} SET ${name} = ${value}`);
		}
	});
	await run(cluster.url(database), folder, ['plans']);
	await connected(cluster.url('postgres', 'postgres'), (client) =>
		client.query(`ALTER DATABASE ${database} RESET ALL`),
	);
	return faultsOfPlans(fs.readFileSync(log).subarray(from).toString(), await rowsOf(cluster.url(database)));
}

/** How many rows each table has, as the planner believes. */
function rowsOf(url) {
	return connected(url, async (client) => {
		const { rows } = await client.query(`SELECT relname, reltuples FROM pg_class WHERE relkind = 'r'`);
		return Object.fromEntries(rows.map(({ relname, reltuples }) => [relname, reltuples]));
	});
}

function say({ quick, small, large, times, plans }) {
	const questions = Object.keys(times.small).map((name) => {
		const of = (list) => ({ p50: round(median(list)), p95: round(percentile(list, 95)) });
		const figures = { small: of(times.small[name]), large: of(times.large[name]) };
		return { name, ...figures, ratio: round(percentile(times.large[name], 95) / percentile(times.small[name], 95)) };
	});
	const missed = questions.filter(({ name, ratio }) => ratio > aim && !unjudged.has(name));
	const table = [
		['', `${count(small)} 篇 p50`, 'p95', `${count(large)} 篇 p50`, 'p95', `倍数 ≤ ${aim}`, ''],
		...questions.map(({ name, small: less, large: more, ratio }) => [
			...[name, String(less.p50), String(less.p95), String(more.p50), String(more.p95)],
			...[ratio.toFixed(2), unjudged.has(name) ? '一个月一行' : mark(ratio <= aim)],
		]),
	];
	console.log(`\n往年稿件（毫秒）\n\n${formatTable(table)}\n`);
	console.log(
		`  ${plans.statements} 条语句的执行计划，整表扫描 ${plans.scans.length} 处 ${mark(plans.scans.length === 0)}`,
	);
	for (const { table: name, query } of plans.scans) console.log(`    ${name}：${query}`);
	console.log();
	console.log(JSON.stringify({ bench: 'archive', quick, node: process.version, small, large, questions, plans }));
	return missed.length > 0 || plans.scans.length > 0 || plans.statements === 0 ? 1 : 0;
}

const round = (number) => Math.round(number * 100) / 100;
