import { count, formatTable, mark, median } from '../table.mjs';

/** What the issue of the engine asks for; a figure that misses its aim is printed with ✗. */
const aims = {
	filled: 98,
	firstP50: 300,
	firstP95: 2000,
	uncut: 90,
	contacts: 0.5,
	upright: 95,
	untouched: 85,
	charsPerSecond: 200_000,
};
const names = { shelf: '逐架贪心', columns: 'CSS 多栏', guillotine: '通切动态规划', annealing: '排列退火' };
const kindNames = { plain: '文字', pictures: '图片', ads: '广告', nameplate: '报头' };

/** The figures of a set of pages. */
export function summarise(pages) {
	const filled = pages.filter((page) => page.filled);
	const share = (part, of) => (of.length === 0 ? null : round((100 * part.length) / of.length, 1));
	const taboo = (page, id) => page.taboos[id] ?? 0;
	const first = filled.map(({ msFirst }) => msFirst);
	const missed = pages.filter((page) => !page.filled);
	const interior = sum(pages, ({ interior }) => interior);
	return {
		pages: pages.length,
		filled: share(filled, pages),
		firstP50: percentile(first, 50),
		firstP95: percentile(first, 95),
		holes: mean(pages, ({ holes }) => holes),
		/** Characters. */
		overset: mean(pages, ({ overset }) => overset),
		best: percentile(
			filled.map(({ msBest }) => msBest),
			50,
		),
		contacts: mean(filled, (page) => taboo(page, 'T1')),
		uncut: share(
			filled.filter((page) => taboo(page, 'T2') === 0),
			filled,
		),
		upright: share(
			filled.filter((page) => taboo(page, 'T7') === 0),
			filled,
		),
		hard: sum(pages, ({ hardTaboos }) => hardTaboos),
		exactLines: interior === 0 ? null : round((100 * sum(pages, ({ exactLines }) => exactLines)) / interior, 1),
		missed: missed.length,
		advised: missed.filter(({ advice }) => advice.given > 0).length,
		adviceGiven: sum(missed, ({ advice }) => advice.given),
		adviceVerified: sum(missed, ({ advice }) => advice.verified),
	};
}

/** Everything that the bench prints, and the same as data. */
export function makeupReport(pages, lines) {
	const all = summarise(pages);
	const stories = groupsBy(pages, (page) => page.stories);
	const kinds = groupsBy(pages, (page) => page.kind);
	const grids = groupsBy(pages, (page) => page.grid);
	const rows = [
		['全部', all],
		...Object.entries(stories).map(([n, figures]) => [`${n} 篇`, figures]),
		...Object.entries(kinds).map(([kind, figures]) => [kindNames[kind], figures]),
		...Object.entries(grids),
	];
	const baselines = Object.keys(names).map((name) => [
		name,
		summariseBaseline(pages.map((page) => page.baselines[name])),
	]);
	const taboos = {};
	for (const page of pages) {
		for (const [id, times] of Object.entries(page.taboos)) taboos[id] = (taboos[id] ?? 0) + times;
	}
	const faults = {};
	for (const rule of pages.flatMap((page) => page.faults)) faults[rule] = (faults[rule] ?? 0) + 1;
	const missed = pages
		.filter(({ filled }) => !filled)
		.map(({ seed, holes, overset, faults }) => ({ seed, holes, overset, faults }));
	const tables = [pageTable(rows), baselineTable(all, baselines), linesTable(lines)].map(formatTable);
	return {
		text: [...tables, missedLines(missed)].filter(Boolean).join('\n\n'),
		figures: { aims, all, stories, kinds, grids, baselines: Object.fromEntries(baselines), taboos, faults, missed },
	};
}

function pageTable(groups) {
	const head = [
		'',
		'版数',
		'满版 %',
		'首个满版 p50',
		'p95 ms',
		'最佳 p50',
		'碰题/版',
		'无通线 %',
		'硬禁忌',
		'无倒挂 %',
		'不挤不拉 %',
		'建议 验/给',
	];
	const is = (value, isMet) => (value === null ? '—' : `${value} ${mark(isMet(value))}`);
	const rows = groups.map(([name, f]) => [
		name,
		count(f.pages),
		is(f.filled, (v) => v >= aims.filled),
		is(f.firstP50, (v) => v <= aims.firstP50),
		is(f.firstP95, (v) => v <= aims.firstP95),
		f.best ?? '—',
		is(f.contacts, (v) => v <= aims.contacts),
		is(f.uncut, (v) => v >= aims.uncut),
		is(f.hard, (v) => v === 0),
		is(f.upright, (v) => v >= aims.upright),
		f.exactLines ?? '—',
		f.missed === 0 ? '—' : `${f.adviceVerified}/${f.adviceGiven}`,
	]);
	return [head, ...rows].map((row) => row.map(String));
}

function summariseBaseline(verdicts) {
	const filled = verdicts.filter((verdict) => verdict.filled);
	return {
		filled: round((100 * filled.length) / verdicts.length, 1),
		holes: mean(verdicts, ({ holes }) => holes),
		overset: mean(verdicts, ({ overset }) => overset),
		uncut: filled.some(({ throughCuts }) => throughCuts !== undefined)
			? round((100 * filled.filter(({ throughCuts }) => throughCuts === 0).length) / filled.length, 1)
			: null,
		contacts: filled.some(({ contacts }) => contacts !== undefined) ? mean(filled, ({ contacts }) => contacts) : null,
	};
}

function baselineTable(own, baselines) {
	const row = (name, f) =>
		[name, `${f.filled}`, f.holes, `${f.overset} 行`, f.uncut ?? '—', f.contacts ?? '—'].map(String);
	return [
		['同场对照', '满版 %', '天窗 格/版', '溢文/版', '无通线 %', '碰题/版'],
		['上版', own.filled, own.holes, `${own.overset} 字`, own.uncut ?? '—', own.contacts ?? '—'].map(String),
		...baselines.map(([name, f]) => row(names[name], f)),
	];
}

const copyNames = { news: '新闻', figures: '数字多的' };

/** Lines alone: the copy of `bench/makeup-lines.mjs` at 13 em, the basic column of a 对开. */
function linesTable({ copies, chars, forbiddenEdges }) {
	const head = [`断行 ${count(chars)} 字`, '禁则违反', '不挤不拉 %', '超 0.12 字的行', '最松 字', '字/秒'];
	const rows = Object.entries(copies).map(([name, { measures }]) => {
		const { untouched, overLimit, maxStretchEm, charsPerSecond } = measures[13];
		return [
			`${copyNames[name]}稿，13 字栏`,
			`${forbiddenEdges} ${mark(forbiddenEdges === 0)}`,
			name === 'news' ? `${untouched} ${mark(untouched >= aims.untouched)}` : `${untouched}`,
			`${overLimit}`,
			`${maxStretchEm}`,
			`${count(charsPerSecond)} ${mark(charsPerSecond >= aims.charsPerSecond)}`,
		];
	});
	return [head, ...rows];
}

function missedLines(missed) {
	const line = ({ seed, holes, overset, faults }) => {
		const wrong = faults.length > 0 ? `，不符：${faults.join(' ')}` : '';
		return `  未满：种子 ${seed}，天窗 ${holes} 格，溢文 ${overset} 字${wrong}`;
	};
	return missed.map(line).join('\n');
}

/** The figures of the pages that are alike in something. */
function groupsBy(pages, keyOf) {
	const groups = Object.groupBy(pages, keyOf);
	return Object.fromEntries(Object.entries(groups).map(([key, own]) => [key, summarise(own)]));
}

/** The value that so many of a hundred do not pass; null of none. */
export function percentile(values, percent) {
	if (values.length === 0) return null;
	if (percent === 50) return median(values);
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.ceil((percent / 100) * sorted.length) - 1];
}

const sum = (items, value) => items.reduce((total, item) => total + value(item), 0);
const mean = (items, value) => (items.length === 0 ? null : round(sum(items, value) / items.length, 2));

function round(value, digits) {
	return Number(value.toFixed(digits));
}
