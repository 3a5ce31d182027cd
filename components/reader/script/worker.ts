// Stands between the paper's pages and the network: what cannot be fetched is read from the edition that was saved. It keeps
// nothing by itself, and never sees the desk.

import { isPart, partsOf } from './parts';
import { savedDates } from './saved-edition';

interface FetchEvent extends Event {
	request: Request;
	respondWith(response: Promise<Response>): void;
}

interface Worker {
	skipWaiting(): Promise<void>;
	clients: { claim(): Promise<void> };
	registration: ServiceWorkerRegistration;
	addEventListener(name: string, listener: (event: Event & { waitUntil(work: Promise<unknown>): void }) => void): void;
}

const worker = self as unknown as Worker;
const shell = 'shell';
const offline = '/offline';
/** In a tunnel a line stands that carries nothing: after this the saved page is shown. */
const patience = 3000;

const isClosed = (path: string) => /^\/(desk|login|invite|preview|api)(\/|$)/.test(path);

worker.addEventListener('install', (event) => {
	event.waitUntil(keepShell());
	void worker.skipWaiting();
});

worker.addEventListener('activate', (event) => {
	// An earlier worker had pages fetched ahead, the desk's too, which this one never answers: they came twice.
	event.waitUntil(Promise.all([worker.clients.claim(), worker.registration.navigationPreload?.disable()]));
});

worker.addEventListener('fetch', (event) => {
	const fetching = event as unknown as FetchEvent;
	const { request } = fetching;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== location.origin || isClosed(pathname)) return;
	if (request.mode === 'navigate') fetching.respondWith(openPage(request, pathname));
	else if (isPart(pathname)) fetching.respondWith(openPart(request, pathname));
});

/** The page that says what there is, with what it is made of. */
async function keepShell(): Promise<void> {
	const cache = await caches.open(shell);
	const response = await fetch(offline, { cache: 'no-cache' });
	if (!response.ok) throw new Error(`${offline} ${response.status}`);
	await cache.addAll(partsOf(await response.clone().text()));
	await cache.put(offline, response);
}

/** The network's page, as long as it answers soon; else the saved one; else the page that says so. */
async function openPage(request: Request, path: string): Promise<Response> {
	const saved = (await caches.match(path)) ?? (await firstPage(path));
	const fetched = fetch(request);
	const late = new Promise<undefined>((resolve) => setTimeout(resolve, saved ? patience : 60_000));
	const first = await Promise.race([fetched, late]).catch(() => undefined);
	fetched.then((answer) => forget(path, answer)).catch(() => {});
	if (first && (first.status < 500 || !saved)) return first;
	return saved ?? (await caches.match(offline)) ?? Response.error();
}

/** What was withdrawn is not shown again when the line is gone. */
async function forget(path: string, { status }: Response): Promise<void> {
	if (status !== 404 && status !== 410) return;
	for (const name of await caches.keys()) await (await caches.open(name)).delete(path);
}

/** `/paper` and a day lead to a first page, as on the network, where that day was saved. */
async function firstPage(path: string): Promise<Response | undefined> {
	if (!/^\/paper(\/[\d-]+)?$/.test(path)) return undefined;
	const date = (await savedDates()).find((saved) => path === '/paper' || path === `/paper/${saved}`);
	return date ? Response.redirect(`/paper/${date}/1`) : undefined;
}

/** What stands under its hash never changes. A picture of another size than the saved one is stood in for by that. */
async function openPart(request: Request, path: string): Promise<Response> {
	const saved = await caches.match(path);
	if (saved) return saved;
	return fetch(request).catch(async () => (await otherSize(path)) ?? Response.error());
}

async function otherSize(path: string): Promise<Response | undefined> {
	const picture = /^\/media\/[^/]+\//.exec(path)?.[0];
	if (!picture) return undefined;
	for (const name of await caches.keys()) {
		const cache = await caches.open(name);
		const found = (await cache.keys()).find(({ url }) => new URL(url).pathname.startsWith(picture));
		if (found) return cache.match(found);
	}
	return undefined;
}
