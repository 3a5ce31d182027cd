'use client';
import { listKeys } from './command';
import { useShortcut } from './shortcuts';

/**
 * Walks the rows of the list on the screen with `j` and `k`; `o` or Enter opens the row in focus, `o` the
 * first one where none is. A row is a link
 * with `data-row-link`.
 */
export function RowKeys() {
	useShortcut('j', '下一条', () => step(1), listKeys);
	useShortcut('k', '上一条', () => step(-1), listKeys);
	useShortcut(
		'o',
		'打开这一条',
		() => {
			const row = document.activeElement;
			// Nothing in focus: the first is the one that is next.
			if (row instanceof HTMLElement && 'rowLink' in row.dataset) row.click();
			else document.querySelector<HTMLElement>('[data-row-link]')?.click();
		},
		listKeys,
	);
	return null;
}

/** Moves the focus; from outside the list, to its first or last row. */
function step(by: 1 | -1): void {
	const rows = [...document.querySelectorAll<HTMLElement>('[data-row-link]')];
	const here = rows.indexOf(document.activeElement as HTMLElement);
	const next = here < 0 ? (by > 0 ? 0 : rows.length - 1) : here + by;
	rows[next]?.focus();
}
