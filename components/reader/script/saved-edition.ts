import type { Latest } from './offline';
import { partsOf } from './parts';

/** One cache an edition; the mark that all of it is there is an entry of its own, written last. */
const prefix = 'edition-';
const markOf = (date: string) => `/saved/${date}`;
const atOnce = 4;

/** Days whose paper is there whole, latest first. */
export async function savedDates(): Promise<string[]> {
	const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
	const dates = names.map((name) => name.slice(prefix.length));
	const whole = await Promise.all(dates.map(async (date) => (await caches.match(markOf(date))) !== undefined));
	return dates
		.filter((_, index) => whole[index])
		.sort()
		.reverse();
}

/** Whether this very edition, with what was corrected in it since, is there. */
export async function isWhole({ date, version }: Latest): Promise<boolean> {
	const mark = await caches.match(markOf(date));
	return mark !== undefined && (await mark.text()) === version;
}

/** Fetches every page of an edition and what they are made of; other editions go when it is whole. */
export async function saveEdition(latest: Latest, tell: (done: number, all: number) => void): Promise<void> {
	const { date, version, paths } = latest;
	const cache = await caches.open(prefix + date);
	const parts = new Set<string>();
	const waiting = [...paths];
	let done = 0;
	await inLanes(waiting, async (path) => {
		const response = await fetchInto(cache, path, 'no-cache');
		for (const part of partsOf(await response.text())) parts.add(part);
		tell(++done, paths.length + parts.size);
	});
	await inLanes([...parts], async (part) => {
		await keepPart(cache, part);
		tell(++done, paths.length + parts.size);
	});
	await cache.put(markOf(date), new Response(version));
	const kept = new Set([...paths, ...parts, markOf(date)]);
	// What an older version had: stories that were withdrawn since, pictures that nothing shows.
	for (const request of await cache.keys()) {
		if (!kept.has(new URL(request.url).pathname)) await cache.delete(request);
	}
	for (const name of await caches.keys()) {
		if (name.startsWith(prefix) && name !== prefix + date) await caches.delete(name);
	}
}

async function inLanes(waiting: string[], work: (path: string) => Promise<void>): Promise<void> {
	const lane = async () => {
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await work(path);
	};
	await Promise.all(Array.from({ length: atOnce }, lane));
}

/** What never changes is fetched once; from another edition it is copied, since that one goes. */
async function keepPart(cache: Cache, part: string): Promise<void> {
	if (await cache.match(part)) return;
	const elsewhere = await caches.match(part);
	if (elsewhere) await cache.put(part, elsewhere);
	else await fetchInto(cache, part, 'default');
}

/** Keeps a copy and answers another; a page that is gone meanwhile is no failure, and goes here too. */
async function fetchInto(cache: Cache, path: string, mode: RequestCache): Promise<Response> {
	const response = await fetch(path, { cache: mode });
	if (response.ok) await cache.put(path, response.clone());
	else if (response.status >= 500) throw new Error(`${path} ${response.status}`);
	else await cache.delete(path);
	return response;
}
