// The store of a site without its doors, which reads all the time what the editions bring, as readers do: from memory, from the
// table, else rendered. It purges what is published and renders nothing again by itself, so that what was not staged shows.
// Told the editions by a message; asked by another, it answers what it saw.
import { setTimeout as sleep } from 'node:timers/promises';
import { catchUp } from '@/lib/site/catch-up';
import { consumeOutbox } from '@/lib/site/outbox';
import { loadPage } from '@/lib/site/page-store';
import { pages } from '@/lib/site/pages';
import { matchPattern } from '@/lib/site/reader-page';
import { renderPage } from '@/lib/site/render';
import { plainBytes } from '@/lib/site/stored-page';
import type { ReadEdition } from './due-stories';

/** Reading begins so long before an edition is due, and ends so long after it was seen. */
const beforeMilliseconds = 2000;
const afterMilliseconds = 3000;

const editions: ReadEdition[] = [];
/** By day: when something of the edition was seen first, before which nobody had anything of it. */
const seen = new Map<string, number>();
const found = { reads: 0, early: 0, mixtures: 0, rendered: 0 };

process.on('message', (message: ReadEdition[] | 'tell') => {
	if (message === 'tell') process.send?.({ ...found, seen: seen.size });
	else editions.push(...message);
});
void purgeAlways();
process.send?.('ready');
for (;;) {
	const now = Date.now();
	const read = editions.filter(({ date, at }) => {
		const first = seen.get(date);
		return now > at - beforeMilliseconds && (first === undefined || now < first + afterMilliseconds);
	});
	for (const edition of read) await readSomething(edition);
	await sleep(5);
}

/** As the site does when the outbox rings. */
async function purgeAlways(): Promise<void> {
	for (;;) {
		await catchUp();
		while (await consumeOutbox());
		await sleep(50);
	}
}

/** Reads one thing; what has been shown whole to somebody is missed by nobody who asks after him. */
async function readSomething(edition: ReadEdition): Promise<void> {
	const path = edition.paths[Math.floor(Math.random() * edition.paths.length)] ?? '/';
	const before = seen.has(edition.date);
	let isRendered = false;
	const page = pages.find(({ pattern }) => matchPattern(pattern, path));
	if (!page) throw new Error(`No page at ${path}`);
	const stored = await loadPage(path, async () => {
		isRendered = true;
		return renderPage(page, path);
	});
	const text = stored.headers.Location ?? Buffer.from(plainBytes(stored)).toString();
	const days = [...text.matchAll(/\/paper\/(\d{4}-\d\d-\d\d)\//g)].map(([, day]) => day ?? '');
	// A later edition may have come meanwhile.
	const shows = stored.status !== 404 && days.some((day) => day >= edition.date);
	found.reads++;
	if (shows && Date.now() < edition.at) found.early++;
	if (!shows && before) found.mixtures++;
	if (shows && isRendered) found.rendered++;
	if (shows && !seen.has(edition.date)) seen.set(edition.date, Date.now());
}
