'use client';
import { type RefObject, useEffect } from 'react';

interface Keeping {
	/** Selects the rows inside the region. */
	row: string;
	/** Selects what takes the focus in a row. */
	target: string;
	/** Selects what takes it when no row is left. */
	otherwise: string;
}

/**
 * Keeps the focus in a region whose rows come and go: when the row that holds it leaves, the row in its
 * place gets it, so that one can go on from there by keyboard.
 */
export function useFocusKeeper(region: RefObject<HTMLElement | null>, { row, target, otherwise }: Keeping): void {
	useEffect(() => {
		const root = region.current;
		if (!root) return;
		let held: { row: Element; index: number } | undefined;
		const onFocus = (event: FocusEvent) => {
			const holder = (event.target as Element).closest(row);
			held = holder ? { row: holder, index: [...root.querySelectorAll(row)].indexOf(holder) } : undefined;
		};
		const onChange = () => {
			if (!held || held.row.isConnected) return;
			const rows = root.querySelectorAll(row);
			const next = rows[Math.min(held.index, rows.length - 1)];
			held = undefined;
			if (document.activeElement !== document.body) return;
			(next?.querySelector<HTMLElement>(target) ?? root.querySelector<HTMLElement>(otherwise))?.focus();
		};
		const observer = new MutationObserver(onChange);
		observer.observe(root, { childList: true, subtree: true });
		root.addEventListener('focusin', onFocus);
		return () => {
			observer.disconnect();
			root.removeEventListener('focusin', onFocus);
		};
	}, [region, row, target, otherwise]);
}
