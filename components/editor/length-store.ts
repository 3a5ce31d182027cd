import type { Editor } from '@tiptap/react';
import { useSyncExternalStore } from 'react';
import type { Slot } from '@/lib/edition/slot/slot';

/** How long a story is to be, and how it stands to its slots now. */
export interface Lengths {
	planned: number | null;
	/** Empty where it stands on no page, or nothing is known yet. */
	slots: readonly Slot[];
}

class LengthStore {
	now: Lengths = { planned: null, slots: [] };
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
