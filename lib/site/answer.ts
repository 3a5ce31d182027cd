/** What a reader's address is answered with, before it is compressed and kept. */
export interface Answer {
	status: number;
	headers: Record<string, string>;
	body: string | Uint8Array;
	/** Names of everything that it shows (lib/site/tags.ts): a purge of any of them throws it away. */
	tags: readonly string[];
	/**
	 * Where it is kept: `table`, in the database and in memory; `memory` alone (pictures, whose bytes stand in files);
	 * `nowhere`. What any client can make up addresses for (missing pages, searches) is kept nowhere.
	 */
	keep: 'table' | 'memory' | 'nowhere';
}

/** Corrections show at once: a browser may keep a page but asks each time whether it still holds. */
export const revalidate = 'public, max-age=0, must-revalidate';

/** For addresses that carry the hash of what stands there. */
export const immutable = 'public, max-age=31536000, immutable';
