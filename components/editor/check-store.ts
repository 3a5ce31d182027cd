import type { Editor } from '@tiptap/react';
import { useSyncExternalStore } from 'react';
import type { Hit, Severity } from '@/lib/check/check';
import type { ArticleChecks } from '@/lib/check/read';

/** What the checks of one editor have found, and what has been answered. */
export interface Checks {
	/** `waiting` until the first answer; `failed` where the rules could not be run. */
	status: 'waiting' | 'ready' | 'failed';
	/** Open hits in reading order: those that somebody let stand are left out. */
	open: readonly Hit[];
	ignored: readonly Hit[];
	/** The hit that keys act on. */
	present: Hit | undefined;
	similar: ArticleChecks['similar'];
	ignores: ArticleChecks['ignores'];
	may: ArticleChecks['may'];
}

const nothing: Checks = {
	status: 'waiting',
	open: [],
	ignored: [],
	present: undefined,
	similar: [],
	ignores: [],
	may: { ignore: false, addWords: false },
};

/** What the panel and keys ask of the checks. */
export interface CheckActs {
	/** Makes a hit the present one and shows its place. */
	goTo: (hit: Hit) => void;
	/** Puts a suggestion in the place of a hit; without one it says so. */
	accept: (hit: Hit, suggestion: string | undefined) => void;
	/** Resolves to a sentence where it was refused. */
	ignore: (hit: { rule: string; key: string }, reason: string) => Promise<string | undefined>;
	heed: (ignore: { rule: string; text: string }) => Promise<string | undefined>;
	addWord: (word: string) => Promise<string | undefined>;
}

/** One editor's checks: what they found, who wants to know, and what can be done. */
export class CheckStore {
	now: Checks = nothing;
	acts: CheckActs | undefined;
	/** The hit whose reason is being asked for, by its key. */
	asking: string | undefined;
	private readonly listeners = new Set<() => void>();

	subscribe = (listener: () => void): (() => void) => {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	};

	set(patch: Partial<Checks>): void {
		this.now = { ...this.now, ...patch };
		for (const listener of this.listeners) listener();
	}
}

const stores = new WeakMap<Editor, CheckStore>();

export function checkStoreOf(editor: Editor): CheckStore {
	const store = stores.get(editor) ?? new CheckStore();
	stores.set(editor, store);
	return store;
}

/** What the checks of an editor say now; renders again when that changes. */
export function useChecks(editor: Editor): Checks {
	const store = checkStoreOf(editor);
	return useSyncExternalStore(
		store.subscribe,
		() => store.now,
		() => nothing,
	);
}

/** How many open hits there are of a severity. */
export function countOf(hits: readonly Hit[], severity: Severity): number {
	return hits.filter((hit) => hit.severity === severity).length;
}

/** Whether two hits are one and the same, found twice. */
export function isSameHit(a: Hit | undefined, b: Hit | undefined): boolean {
	return a !== undefined && b !== undefined && a.rule === b.rule && a.key === b.key && a.from === b.from;
}
