'use client';
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let isOn = false;

/** Whether only the text is on the screen now. */
export function isFocusModeOn(): boolean {
	return isOn;
}

export function setFocusMode(on: boolean): void {
	isOn = on;
	for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

/** 专注, for as long as the page stands: an article opens with its tools in sight. */
export function useFocusMode(): boolean {
	return useSyncExternalStore(subscribe, isFocusModeOn, () => false);
}
