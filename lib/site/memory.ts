import { LRUCache } from 'lru-cache';
import { type Coding, preferredCoding } from './negotiate';
import { type StoredPage, sizeOf, toWire, type Wire } from './stored-page';

/** A page in memory with what it sends per coding, made at its first use. */
export interface HeldPage {
	page: StoredPage;
	wires: Partial<Record<Coding, Wire>>;
}

/** What the process holds of the site: one for the server and Next's bundle together. */
interface SiteMemory {
	pages: LRUCache<string, HeldPage>;
	/** Renders under way, by path: whoever asks meanwhile waits for the same one. */
	flights: Map<string, Promise<StoredPage>>;
	/** When each tag was last purged, as far as this process knows; milliseconds of the database's clock. */
	purges: Map<string, number>;
	/** Until when they are known: a moment of the database's clock. */
	caughtUpAt: number;
	/** From which moment of the database's clock purges are asked for the next time. */
	askPurgesFrom: number;
	/** Accept-Encoding as sent → the coding chosen: browsers send few different ones. */
	codings: Map<string, Coding>;
}

export const memoryLimit = 64 * 1024 * 1024;
const pageLimit = 8 * 1024 * 1024;
const codingsLimit = 200;

const shared = globalThis as typeof globalThis & { shangbanSite?: SiteMemory };

export function siteMemory(): SiteMemory {
	shared.shangbanSite ??= {
		pages: new LRUCache({
			maxSize: memoryLimit,
			maxEntrySize: pageLimit,
			sizeCalculation: ({ page }) => sizeOf(page),
		}),
		flights: new Map(),
		purges: new Map(),
		caughtUpAt: 0,
		askPurgesFrom: 0,
		codings: new Map(),
	};
	return shared.shangbanSite;
}

/** Keeps a page in memory unless something that it shows was purged since its rendering began; says whether it did. */
export function holdPage(page: StoredPage): boolean {
	const memory = siteMemory();
	if (isOutdated(page)) return false;
	memory.pages.set(page.path, { page, wires: {} });
	return true;
}

function isOutdated(page: StoredPage): boolean {
	const { purges } = siteMemory();
	const begun = page.renderedAt.getTime();
	return page.tags.some((tag) => (purges.get(tag) ?? 0) >= begun);
}

/** Throws away what was rendered before these purges; later renders of the same pages stay. */
export function forgetPurged(purged: readonly { tag: string; at: Date }[]): void {
	if (purged.length === 0) return;
	const memory = siteMemory();
	for (const { tag, at } of purged) {
		memory.purges.set(tag, Math.max(memory.purges.get(tag) ?? 0, at.getTime()));
	}
	for (const [path, { page }] of memory.pages.entries()) if (isOutdated(page)) memory.pages.delete(path);
	// Whoever asks from now on must not be given what is being rendered from yesterday's rows.
	memory.flights.clear();
}

/** Throws away everything: what this process missed is not known any more. */
export function forgetAll(): void {
	const memory = siteMemory();
	memory.pages.clear();
	memory.flights.clear();
}

/** Forgets purges before `horizon`: no render takes that long. */
export function forgetOldPurges(horizon: number): void {
	const { purges } = siteMemory();
	for (const [tag, at] of purges) if (at < horizon) purges.delete(tag);
}

/** What a held page sends to a client with this Accept-Encoding. */
export function wireOf(held: HeldPage, acceptEncoding: string | undefined): Wire {
	const coding = codingFor(acceptEncoding);
	const known = held.wires[coding];
	if (known) return known;
	const wire = toWire(held.page, coding);
	// The plain form of packed text is unpacked for each of its rare clients: kept, it would outweigh the rest.
	if (coding !== 'identity' || held.page.identity) held.wires[coding] = wire;
	return wire;
}

function codingFor(acceptEncoding = ''): Coding {
	const { codings } = siteMemory();
	const known = codings.get(acceptEncoding);
	if (known) return known;
	const coding = preferredCoding(acceptEncoding);
	if (codings.size >= codingsLimit) codings.clear();
	if (acceptEncoding.length <= 200) codings.set(acceptEncoding, coding);
	return coding;
}
