import type { Found } from '@/lib/search/read';

const mostKept = 8;
const keyOf = (userId: string) => `shangban.recent.${userId}`;

/** What a person opened last on this machine, the latest first. */
export function listRecent(userId: string): Found[] {
	try {
		return JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]');
	} catch {
		// A browser that keeps nothing, or a list of an older shape.
		return [];
	}
}

/** Remembers that something was opened. */
export function keepRecent(userId: string, found: Found): void {
	const others = listRecent(userId).filter(({ href }) => href !== found.href);
	try {
		localStorage.setItem(keyOf(userId), JSON.stringify([found, ...others].slice(0, mostKept)));
	} catch {
		// A browser that keeps nothing: the list stays empty.
	}
}
