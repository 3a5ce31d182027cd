'use client';
import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { keyOf, matchKey, type Shortcut, sequenceMs } from './shortcut';
import { ShortcutSheet } from './shortcut-sheet';
import { singleKeysOn } from './single-keys';

interface Shortcuts {
	add: (shortcut: Shortcut) => () => void;
	openSheet: () => void;
}

const ShortcutContext = createContext<Shortcuts>({ add: () => () => {}, openSheet: () => {} });

/** Holds the keys of the screens inside it and runs them; `?` lists them. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
	const known = useRef(new Set<Shortcut>());
	const [listed, setListed] = useState<Shortcut[]>();
	const [shortcuts] = useState<Shortcuts>(() => ({
		add(shortcut) {
			known.current.add(shortcut);
			return () => known.current.delete(shortcut);
		},
		openSheet: () => setListed([...known.current]),
	}));

	useEffect(() => {
		const help = { keys: '?', label: '列出快捷键', run: shortcuts.openSheet };
		const remove = shortcuts.add(help);
		let held = '';
		let heldAt = 0;
		const onKey = (event: KeyboardEvent) => {
			if (!isFree(event) || !singleKeysOn()) return;
			const match = matchKey([...known.current], event.timeStamp - heldAt > sequenceMs ? '' : held, keyOf(event));
			held = match.held;
			heldAt = event.timeStamp;
			if (!match.hit) return;
			event.preventDefault();
			match.hit.run();
		};
		document.addEventListener('keydown', onKey);
		return () => {
			document.removeEventListener('keydown', onKey);
			remove();
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
export function useShortcut(keys: string, label: string, run: () => void): void {
	const { add } = useContext(ShortcutContext);
	const latest = useRef(run);
	// Before the screen shows the new state: a key pressed at once must act on what is seen.
	useLayoutEffect(() => {
		latest.current = run;
	});
	useEffect(() => add({ keys, label, run: () => latest.current() }), [add, keys, label]);
}

/** Opens the list of keys: for those who do not use them yet. */
export function useShortcutSheet(): () => void {
	return useContext(ShortcutContext).openSheet;
}

/** What keeps the keys to itself while it is open. */
const modal = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** Whether a key press is meant for nothing else: no text is being typed, no dialog or menu is open. */
function isFree(event: KeyboardEvent): boolean {
	if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
	const target = event.target as HTMLElement;
	if (target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable="true"]')) return false;
	return document.querySelector(modal) === null;
}
