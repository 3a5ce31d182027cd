'use client';
import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { everywhere, isChord, keyOf, matchKey, type Shortcut, sequenceMs } from './shortcut';
import { ShortcutSheet } from './shortcut-sheet';
import { singleKeysOn } from './single-keys';

interface Shortcuts {
	add: (shortcut: Shortcut) => () => void;
	list: () => Shortcut[];
	openSheet: () => void;
}

const ShortcutContext = createContext<Shortcuts>({ add: () => () => {}, list: () => [], openSheet: () => {} });

/** Holds the keys of the screens inside it and runs them; `?` lists them, Ctrl+/ does from inside a text. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
	const known = useRef(new Set<Shortcut>());
	const [listed, setListed] = useState<Shortcut[]>();
	const [shortcuts] = useState<Shortcuts>(() => ({
		add(shortcut) {
			known.current.add(shortcut);
			return () => known.current.delete(shortcut);
		},
		list: () => [...known.current],
		openSheet: () => setListed([...known.current]),
	}));

	useEffect(() => {
		const removals = ['?', 'Ctrl+/'].map((keys) =>
			shortcuts.add({ keys, label: '列出快捷键', group: everywhere, run: shortcuts.openSheet }),
		);
		const unlisten = listen(() => [...known.current].filter((shortcut) => shortcut.run));
		return () => {
			unlisten();
			for (const remove of removals) remove();
		};
	}, [shortcuts]);

	return (
		<ShortcutContext value={shortcuts}>
			{children}
			<ShortcutSheet shortcuts={listed} onClose={() => setListed(undefined)} />
		</ShortcutContext>
	);
}

/** Adds a key to the screen for as long as the component is on it. */
export function useShortcut(keys: string, label: string, run: () => void, group?: string): void {
	const { add } = useContext(ShortcutContext);
	const latest = useRef(run);
	// Before the screen shows the new state: a key pressed at once must act on what is seen.
	useLayoutEffect(() => {
		latest.current = run;
	});
	useEffect(() => add({ keys, label, group, run: () => latest.current() }), [add, keys, label, group]);
}

/** Lists keys that something else hears, such as those of the text. `shortcuts` must be the same at each call. */
export function useKeyList(shortcuts: readonly Shortcut[]): void {
	const { add } = useContext(ShortcutContext);
	useEffect(() => {
		const removals = shortcuts.map(add);
		return () => {
			for (const remove of removals) remove();
		};
	}, [add, shortcuts]);
}

/** Answers the keys of the present screen when it is called. */
export function useShortcutList(): () => Shortcut[] {
	return useContext(ShortcutContext).list;
}

/** Opens the list of keys: for those who do not use them yet. */
export function useShortcutSheet(): () => void {
	return useContext(ShortcutContext).openSheet;
}

/** Runs the shortcuts that keys complete, until the function it answers is called. */
function listen(shortcuts: () => Shortcut[]): () => void {
	let held = '';
	let heldAt = 0;
	const onKey = (event: KeyboardEvent) => {
		if (isChord(event) || !isFree(event) || !singleKeysOn()) return;
		const match = matchKey(shortcuts(), event.timeStamp - heldAt > sequenceMs ? '' : held, keyOf(event));
		held = match.held;
		heldAt = event.timeStamp;
		if (!match.hit) return;
		event.preventDefault();
		match.hit.run?.();
	};
	const onChord = (event: KeyboardEvent) => {
		if (!isChord(event) || event.isComposing || isModalOpen()) return;
		const { hit } = matchKey(shortcuts(), '', keyOf(event));
		if (!hit) return;
		event.preventDefault();
		event.stopPropagation();
		hit.run?.();
	};
	document.addEventListener('keydown', onKey);
	// Before a text takes the keys for its own.
	document.addEventListener('keydown', onChord, true);
	return () => {
		document.removeEventListener('keydown', onKey);
		document.removeEventListener('keydown', onChord, true);
	};
}

/** Whether something is open that keeps the keys to itself. */
function isModalOpen(): boolean {
	return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}

/** Whether a key press is meant for nothing else: no text is being typed, no dialog or menu is open. */
function isFree(event: KeyboardEvent): boolean {
	if (event.defaultPrevented || event.isComposing) return false;
	const target = event.target as HTMLElement;
	if (target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable="true"]')) return false;
	return !isModalOpen();
}
