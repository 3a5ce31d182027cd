import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { watchInterruption } from '../../scripts/lib/interruption.mjs';
import { migrate } from '../../scripts/lib/migrate.mjs';
import { ensureDatabase, startCluster, throwaway } from '../../scripts/lib/postgres.mjs';
import { root } from '../../scripts/lib/root.mjs';
import { openDataFolder, setForDatabase } from '../../scripts/lib/settings.mjs';
import { report, step } from '../../scripts/lib/step.mjs';
import { count, formatTable, mark, percentile } from '../table.mjs';

const sizes = {
	full: { stories: 200_000, each: 12, rounds: 4, recalled: 6, whole: 1 },
	quick: { stories: 20_000, each: 6, rounds: 2, recalled: 3, whole: 1 },
};
/** Milliseconds at the 95th percentile. */
const aims = { search: 100, related: 30 };
const kinds = { frequent: '常用词', any: '任意' };
const ways = { best: '相关', latest: '最新', filtered: '加筛选' };

/**
 * npm run bench -- search [--quick]: a paper of 200,000 stories searched for 2, 3 and 4 字, frequent words and pieces of stories,
 * by searchStories itself; and what it finds beside a LIKE over everything. Resolves to the exit status: 1 where a figure
 * misses its aim.
 */
export async function benchSearch({ quick }) {
	const size = quick ? sizes.quick : sizes.full;
	const made = { folder: null, cluster: null };
	const signal = watchInterruption(() => made.cluster?.stop('immediate'));
	try {
		const figures = await bringUpAndMeasure(made, size, signal);
		print(figures, size);
		const isMet = figures.isFast && figures.isWhole;
		console.log(JSON.stringify({ bench: 'search', quick, node: process.version, ...figures }));
		return isMet ? 0 : 1;
	} catch (error) {
		if (signal.aborted) console.error(`中断（${signal.reason.message}）。`);
		else report(error, [root, os.tmpdir()]);
		return 1;
	} finally {
		await made.cluster?.discard();
		if (made.folder) fs.rmSync(made.folder, { recursive: true, force: true });
	}
}

async function bringUpAndMeasure(made, size, signal) {
	made.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shangban-search-'));
	fs.chmodSync(made.folder, 0o711); // the user that root hands the database to passes through
	const data = path.join(made.folder, 'data');
	openDataFolder(data);
	await step('数据库', async (note) => {
		made.cluster = await startCluster({ data, overrides: throwaway });
		const url = made.cluster.url('shangban');
		await ensureDatabase(url);
		return migrate(url, { note, signal });
	});
	setForDatabase(made.cluster.url('shangban'), data);
	await import('../../scripts/lib/preload.mjs');
	const { loadStories } = await import('./load-stories.ts');
	await step(`${count(size.stories)} 篇稿件`, (note) =>
		loadStories(made.cluster.url('shangban', 'postgres'), size.stories, note),
	);
	return measure(size);
}

async function measure({ each, rounds, recalled, whole }) {
	const { endMeasuring, measureBeside, measureRecall, measureTimes, queriesOf, sizeOfIndex } = await import(
		'./measure-search.ts'
	);
	try {
		const queries = await queriesOf(each);
		const of = (kind, length, most) =>
			queries.filter((query) => query.kind === kind && query.text.length === length).slice(0, most);
		const some = [2, 3, 4].flatMap((length) => [...of('frequent', length, recalled), ...of('any', length, recalled)]);
		const all = [2, 3, 4].flatMap((length) => of('frequent', length, whole));
		let times;
		let beside;
		let recall;
		await step('预热', () => measureTimes(queries, 1));
		await step('搜索', async () => {
			times = await measureTimes(queries, rounds);
		});
		await step('提示、相关稿件', async () => {
			beside = await measureBeside(queries, rounds);
		});
		await step('对照 LIKE', async () => {
			recall = await measureRecall(some, all);
		});
		return summarise({ times, beside, recall, index: await sizeOfIndex() });
	} finally {
		await endMeasuring();
	}
}

function summarise({ times, beside, recall, index }) {
	const figureOf = (values) => ({
		runs: values.length,
		p50: Math.round(percentile(values, 50)),
		p95: Math.round(percentile(values, 95)),
		max: Math.round(Math.max(...values)),
	});
	const rows = Object.fromEntries(Object.entries(times).map(([key, values]) => [key, figureOf(values)]));
	const byLength = Object.fromEntries(
		['2', '3', '4'].map((length) => [
			length,
			figureOf(Object.entries(times).flatMap(([key, values]) => (key.startsWith(length) ? values : []))),
		]),
	);
	const [suggest, related] = [figureOf(beside.suggest), figureOf(beside.related)];
	return {
		...{ index, rows, byLength, suggest, related, recall },
		isFast: Object.values(byLength).every(({ p95 }) => p95 <= aims.search) && related.p95 <= aims.related,
		isWhole: recall.found === recall.wanted && recall.wrong === 0,
	};
}

function print({ index, rows, byLength, suggest, related, recall, isWhole }) {
	const line = (name, { runs, p50, p95, max }, aim) => [
		name,
		count(runs),
		String(p50),
		aim === undefined ? String(p95) : `${p95} ${mark(p95 <= aim)}`,
		String(max),
	];
	const nameOf = (key) => {
		const [length, kind, way] = key.split(' ');
		return `${length} 字，${kinds[kind]}，${ways[way]}`;
	};
	const table = [
		['', '次', 'p50 毫秒', 'p95 毫秒', '最慢'],
		...Object.entries(rows).map(([key, figure]) => line(nameOf(key), figure)),
		...Object.entries(byLength).map(([length, figure]) => line(`${length} 字，全部`, figure, aims.search)),
		line('提示', suggest),
		line('相关稿件', related, aims.related),
	];
	const megabytes = (bytes) => count(bytes / 1024 / 1024);
	console.log(`\n搜索\n\n${formatTable(table)}\n`);
	console.log(
		`  ${count(index.stories)} 篇，索引 ${megabytes(index.index)} MB，连文字共 ${megabytes(index.table)} MB；` +
			`LIKE 找到 ${count(recall.wanted)} 篇，搜索找到其中 ${count(recall.found)} 篇，错 ${recall.wrong} 篇 ${mark(isWhole)}；` +
			`目标：p95 ≤ ${aims.search} 毫秒，一篇不漏\n`,
	);
}
