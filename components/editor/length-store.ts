import type { Editor } from '@tiptap/react';
import { useSyncExternalStore } from 'react';
import type { PlacedFit } from '@/lib/edition/copyfit/copyfit';

/** How long a story is to be, and how it fits where it stands now. */
export interface Lengths {
	planned: number | null;
	/** Empty where it stands on no page, or nothing is known yet. */
	fits: readonly PlacedFit[];
}

class LengthStore {
	now: Lengths = { planned: null, fits: [] };
	private readonly listeners = new Set<() => void>();

	subscribe = (listener: () => void): (() => void) => {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	};

	set(patch: Partial<Lengths>): void {
		this.now = { ...this.now, ...patch };
		for (const listener of this.listeners) listener();
	}
}

const known = new WeakMap<Editor, LengthStore>();

/** One editor's lengths: its aid measures, the line above the text and the panel show. */
export function lengthStoreOf(editor: Editor): LengthStore {
	const store = known.get(editor) ?? new LengthStore();
	known.set(editor, store);
	return store;
}

export function useLengths(editor: Editor): Lengths {
	const store = lengthStoreOf(editor);
	return useSyncExternalStore(
		store.subscribe,
		() => store.now,
		() => store.now,
	);
}
