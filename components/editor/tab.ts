import { newRequestId } from './request-id';

const storageKey = 'shangban-tab';
const browserKey = 'shangban-browser';
const lockName = (tab: string) => `shangban-tab:${tab}`;
/** How long a reloaded page waits for the one before it to let go. */
const handOverMs = 700;
/** Without locks (a plain http address), a copy this old is taken to be of a closed tab. */
const quietForMs = 60_000;

let claimed: Promise<string> | undefined;

/**
 * This tab's name, the same after a reload. A lock is held on it while the page lives, so that other
 * tabs know; a duplicated tab, which inherits the name, gets a new one.
 */
export function claimTab(): Promise<string> {
	claimed ??= claim();
	return claimed;
}

async function claim(): Promise<string> {
	const known = sessionStorage.getItem(storageKey);
	if (known && (await hold(known))) return known;
	const fresh = newRequestId();
	sessionStorage.setItem(storageKey, fresh);
	await hold(fresh);
	return fresh;
}

function hold(tab: string): Promise<boolean> {
	// Undefined outside secure contexts, whatever the types say.
	if (!('locks' in navigator)) return Promise.resolve(true);
	return new Promise((resolve) => {
		navigator.locks
			.request(lockName(tab), { signal: AbortSignal.timeout(handOverMs) }, () => {
				resolve(true);
				return new Promise<never>(() => {});
			})
			.catch(() => resolve(false));
	});
}

/** Whether the tab that wrote a copy at `at` is still open. */
export async function isTabAlive(tab: string, at: number): Promise<boolean> {
	if (!('locks' in navigator)) return Date.now() - at < quietForMs;
	return isHeld(tab);
}

async function isHeld(tab: string): Promise<boolean> {
	const { held } = await navigator.locks.query();
	return held?.some((lock) => lock.name === lockName(tab)) ?? false;
}

/** A name for one visit of one page: browser, tab and visit. The server tells it to nobody but the person himself. */
export async function newVisit(): Promise<string> {
	return [browserName(), await claimTab(), newRequestId().slice(0, 8)].join('.');
}

/** Whether another visit is known to be over: of this tab, which shows one page at a time, or of a closed tab of this browser. */
export async function isVisitOver(visit: string): Promise<boolean> {
	const [browser, tab = ''] = visit.split('.');
	if (browser !== browserName()) return false;
	if (tab === (await claimTab())) return true;
	return 'locks' in navigator && !(await isHeld(tab));
}

function browserName(): string {
	const known = localStorage.getItem(browserKey);
	if (known) return known;
	const fresh = newRequestId();
	localStorage.setItem(browserKey, fresh);
	return fresh;
}
