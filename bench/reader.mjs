import { fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import path from 'node:path';
import { findAddresses } from '../scripts/lib/demo-address.mjs';
import { load } from './load.mjs';
import { count, mark, median } from './table.mjs';

const connections = 50;
const headers = { 'accept-encoding': 'br' };
const sizes = { full: { rounds: 15, seconds: 2 }, quick: { rounds: 5, seconds: 1 } };
const leastRatio = 0.5;
const names = { article: '文章页', column: '栏目页', page: '版面页' };

/**
 * Requests a second and p99 of three pages held in memory, beside a bare `node:http` server that gives the very same
 * bytes and headers. The two take turns, so that whatever else the machine does falls on both.
 */
export async function measureReader({ url, signal }, { quick, note }) {
	const { rounds, seconds } = quick ? sizes.quick : sizes.full;
	const addresses = await findAddresses(url);
	const pages = {};
	for (const name of Object.keys(names)) {
		const page = url + addresses[name];
		const answer = await askWarm(page);
		const bare = await startBare(answer);
		try {
			note(names[name]);
			pages[name] = {
				path: addresses[name],
				bytes: answer.body.length,
				...(await race(page, bare.url, { rounds, seconds, signal })),
			};
			assertSame(await ask(page), answer);
			assertSame(await ask(bare.url), answer);
		} finally {
			bare.stop();
		}
	}
	return { connections, rounds, seconds, leastRatio, pages };
}

export function readerTable({ pages }) {
	const head = ['', '字节（br）', '上版 次/秒', 'node:http 次/秒', '比', '上版 p99', 'node:http p99'];
	const rows = Object.entries(pages).map(([name, { bytes, site, bare, ratio }]) => [
		names[name],
		count(bytes),
		count(site.perSecond),
		count(bare.perSecond),
		`${ratio.toFixed(2)} ${mark(ratio >= leastRatio)}`,
		`${site.p99} ms`,
		`${bare.p99} ms`,
	]);
	return [head, ...rows];
}

export const readerNote = ({ rounds, seconds }) =>
	`${connections} 条长连接，每轮 ${seconds} 秒，交替 ${rounds} 轮取中位数；目标：比 ≥ ${leastRatio}`;

/** Asks until the page comes from memory: the first answer is rendered by Next and carries headers of its own. */
async function askWarm(page) {
	let last = await ask(page);
	for (let tries = 0; tries < 20; tries++) {
		const next = await ask(page);
		if (next.headers.join() === last.headers.join()) return next;
		last = next;
	}
	throw new Error(`${page} does not settle: its headers change from answer to answer`);
}

/** The answer as it goes over the wire, without what Node itself adds to each. */
async function ask(page) {
	const request = http.get(page, { headers });
	const [response] = await once(request, 'response');
	const body = Buffer.concat(await response.toArray());
	if (response.statusCode !== 200) throw new Error(`${page} answers ${response.statusCode}`);
	const kept = [];
	for (let at = 0; at < response.rawHeaders.length; at += 2) {
		const [name, value] = response.rawHeaders.slice(at, at + 2);
		if (!/^(date|connection|keep-alive)$/i.test(name)) kept.push(name, value);
	}
	return { status: response.statusCode, headers: kept, body };
}

function assertSame(one, other) {
	if (one.headers.join() === other.headers.join() && one.body.equals(other.body)) return;
	throw new Error('The two servers do not give the same answer: nothing was compared');
}

/** In a process group of its own like the site: Linux shares out the processor among groups. */
async function startBare(answer) {
	const child = fork(path.join(import.meta.dirname, 'bare-server.mjs'), {
		serialization: 'advanced',
		detached: process.platform !== 'win32',
	});
	child.send(answer);
	const [{ port }] = await once(child, 'message');
	return { url: `http://127.0.0.1:${port}/`, stop: () => child.disconnect() };
}

async function race(site, bare, { rounds, seconds, signal }) {
	const shoot = (url, seconds) => load({ url, headers, connections, seconds });
	for (const url of [site, bare]) await shoot(url, 1);
	const runs = [];
	for (let round = 0; round < rounds; round++) {
		signal.throwIfAborted();
		// Each goes first as often as the other.
		const order = round % 2 === 0 ? ['site', 'bare'] : ['bare', 'site'];
		const run = {};
		for (const who of order) run[who] = await shoot(who === 'site' ? site : bare, seconds);
		runs.push(run);
	}
	const middle = (who) => ({
		perSecond: Math.round(median(runs.map((run) => run[who].perSecond))),
		p99: Number(median(runs.map((run) => run[who].p99)).toFixed(1)),
	});
	const ratio = median(runs.map((run) => run.site.perSecond / run.bare.perSecond));
	return { site: middle('site'), bare: middle('bare'), ratio: Number(ratio.toFixed(3)) };
}
