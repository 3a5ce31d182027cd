'use client';
import { useSyncExternalStore } from 'react';

const storageKey = 'shangban-panel';
const closed = 'closed';
/** Where a panel lies over the text; the same width as in panels.module.css. */
const narrow = '(max-width: 1099px)';
const listeners = new Set<() => void>();

/** A panel over the text is not remembered: an article opens with its text in sight. */
let sheet = closed;

function subscribe(listener: () => void): () => void {
	const width = matchMedia(narrow);
	listeners.add(listener);
	width.addEventListener('change', listener);
	return () => {
		listeners.delete(listener);
		width.removeEventListener('change', listener);
	};
}

/** Whether panels lie over the text now. */
export function isPanelOverText(): boolean {
	return matchMedia(narrow).matches;
}

function openName(): string {
	return isPanelOverText() ? sheet : (localStorage.getItem(storageKey) ?? 'info');
}

/** The panel that is open, one at a time, remembered on this machine; null when none is. */
export function useOpenPanel(): [string | null, (name: string | null) => void] {
	const name = useSyncExternalStore(subscribe, openName, () => closed);
	const open = (name: string | null) => {
		if (isPanelOverText()) sheet = name ?? closed;
		else localStorage.setItem(storageKey, name ?? closed);
		for (const listener of listeners) listener();
	};
	return [name === closed ? null : name, open];
}
