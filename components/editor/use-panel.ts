'use client';
import { useSyncExternalStore } from 'react';

const storageKey = 'shangban-panel';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

/** Whether 资料 is open, remembered on this machine. */
export function usePanel(): [boolean, (open: boolean) => void] {
	const isOpen = useSyncExternalStore(
		subscribe,
		() => localStorage.getItem(storageKey) !== 'closed',
		() => true,
	);
	const setOpen = (open: boolean) => {
		localStorage.setItem(storageKey, open ? 'open' : 'closed');
		for (const listener of listeners) listener();
	};
	return [isOpen, setOpen];
}
