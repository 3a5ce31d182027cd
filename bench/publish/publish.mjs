import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import zlib from 'node:zlib';
import { warmSite } from '../../scripts/lib/demo-address.mjs';
import { untilPrinted } from '../../scripts/lib/printed.mjs';
import { count, mark, percentile } from '../table.mjs';

const sizes = { full: 24, quick: 4 };
/** Milliseconds from the press of the button, at the 95th percentile. */
const aim = 1000;
const patienceMilliseconds = 15_000;
const lookEveryMilliseconds = 15;
const acts = { online: '签发并上网', correction: '发布更正' };
const places = { article: '文章页', front: '首页', column: '栏目页', feed: '订阅源', page: '版面页' };

/**
 * Stories put online and corrected by the commands that the desk calls, from a process of its own; two processes of the site
 * on one database, neither of which has done the act, are asked all the while, as browsers ask: over kept connections,
 * every other round with the entity tag of what they have. What a signature has made ahead is there, as after some seconds.
 * The first round, in which every process does everything for the first time, is told apart.
 */
export async function measurePublish(site, { quick, note }) {
	const rounds = quick ? sizes.quick : sizes.full;
	note('第二个进程');
	const second = await site.beside();
	await warmSite(second.url);
	await site.join();
	const { endActs, prepareCorrection, prepareOnline } = await import('./acts.ts');
	const agent = new http.Agent({ keepAlive: true, maxSockets: 20 });
	const cold = [];
	const seen = [];
	const acknowledged = { online: [], correction: [] };
	try {
		for (let round = 0; round <= rounds; round++) {
			for (const [act, prepare] of Object.entries({ online: prepareOnline, correction: prepareCorrection })) {
				site.signal.throwIfAborted();
				note(`${round}/${rounds} ${acts[act]}`);
				const prepared = await prepare(round);
				// What the last act owed the printer is no part of this one; what the signature did is.
				await untilPrinted(site.databaseUrl, site.signal);
				const how = { act, agent, isConditional: round % 2 === 1 };
				const { watched, taken } = await watchAct(prepared, [site.url, second.url], how);
				(round === 0 ? cold : seen).push(...watched);
				if (round > 0) acknowledged[act].push(taken);
			}
		}
	} finally {
		agent.destroy();
		await endActs();
		await second.stop();
	}
	return {
		rounds,
		aim,
		...summarise(seen),
		cold: figuresOf(cold.map(({ milliseconds }) => milliseconds)),
		acknowledged: mapValues(acknowledged, figuresOf),
	};
}

/** When each place of each process shows what was done, in milliseconds from the press, and when it was acknowledged. */
async function watchAct({ sign, places, perform }, sites, { act, agent, isConditional }) {
	const watches = sites.flatMap((site, index) =>
		Object.entries(places).map(async ([place, path]) => ({
			act,
			place,
			process: index + 1,
			at: await untilShown(site + path, sign, { agent, isConditional }),
		})),
	);
	const begun = performance.now();
	await perform();
	const taken = performance.now() - begun;
	const watched = (await Promise.all(watches)).map(({ at, ...watch }) => ({ ...watch, milliseconds: at - begun }));
	return { watched, taken };
}

/** Asks until the answer holds the words; resolves to when it came. */
async function untilShown(url, words, { agent, isConditional }) {
	let etag;
	for (const until = performance.now() + patienceMilliseconds; performance.now() < until; ) {
		const answer = await ask(url, agent, isConditional ? etag : undefined);
		if (answer.status === 200 && answer.etag !== etag && textOf(answer).includes(words)) return performance.now();
		if (answer.status === 200) etag = answer.etag;
		await sleep(lookEveryMilliseconds);
	}
	throw new Error(`${url} has not shown ${words} within ${patienceMilliseconds} ms`);
}

async function ask(url, agent, etag) {
	const headers = { 'accept-encoding': 'gzip', ...(etag && { 'if-none-match': etag }) };
	const request = http.get(url, { agent, headers });
	const [response] = await once(request, 'response');
	const body = Buffer.concat(await response.toArray());
	return {
		status: response.statusCode,
		etag: response.headers.etag,
		isPacked: response.headers['content-encoding'] === 'gzip',
		body,
	};
}

const textOf = ({ isPacked, body }) => (isPacked ? zlib.gunzipSync(body) : body).toString();

const mapValues = (object, change) =>
	Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));

function figuresOf(times) {
	const [p50, p95] = [50, 95].map((part) => Math.round(percentile(times, part) ?? 0));
	return { n: times.length, p50, p95, max: Math.round(Math.max(...times)) };
}

function summarise(seen) {
	const of = (list) => figuresOf(list.map(({ milliseconds }) => milliseconds));
	const shown = {};
	for (const act of Object.keys(acts)) {
		const ofAct = seen.filter((one) => one.act === act);
		const byPlace = [...new Set(ofAct.map(({ place }) => place))];
		shown[act] = Object.fromEntries(byPlace.map((place) => [place, of(ofAct.filter((one) => one.place === place))]));
	}
	const processes = [1, 2].map((number) => of(seen.filter((one) => one.process === number)));
	return { ...shown, processes, all: of(seen) };
}

export function publishTable(figures) {
	const row = (name, { n, p50, p95, max }) => [
		name,
		count(n),
		count(p50),
		`${count(p95)} ${mark(p95 <= aim)}`,
		count(max),
	];
	const plain = (name, { n, p50, p95, max }) => [name, count(n), count(p50), count(p95), count(max)];
	return [
		['', '次', 'p50 毫秒', 'p95 毫秒', '最慢'],
		...Object.keys(acts).flatMap((act) =>
			Object.entries(figures[act]).map(([place, times]) => row(`${acts[act]} → ${places[place]}`, times)),
		),
		...figures.processes.map((times, index) => row(`进程 ${index + 1}`, times)),
		row('全部', figures.all),
		plain('第一轮（不计）', figures.cold),
		...Object.entries(figures.acknowledged).map(([act, times]) => plain(`回执：${acts[act]}`, times)),
	];
}

export const publishNote = ({ rounds }) => `各 ${rounds} 次，从按下到读者看见；目标：p95 ≤ ${aim} 毫秒`;
