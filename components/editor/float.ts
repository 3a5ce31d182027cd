const gap = 6;

/**
 * Puts a box that is fixed on the screen beside a place of the text, above or under it, where there is room; never
 * over the edge.
 */
export function floatAt(
	box: HTMLElement,
	{ left, top, bottom }: { left: number; top: number; bottom: number },
	side: 'above' | 'below',
): void {
	const { offsetHeight, offsetWidth } = box;
	const under = bottom + gap;
	const over = top - gap - offsetHeight;
	const fitsUnder = under + offsetHeight <= window.innerHeight;
	const fitsOver = over >= gap;
	const isUnder = side === 'below' ? fitsUnder || !fitsOver : !fitsOver && fitsUnder;
	box.style.top = `${Math.max(gap, isUnder ? under : over)}px`;
	box.style.left = `${Math.max(gap, Math.min(left, window.innerWidth - offsetWidth - gap))}px`;
}

/** Calls at once, and again whenever what is fixed on the screen would lose its place; answers how to stop. */
export function whenMoved(place: () => void): () => void {
	place();
	document.addEventListener('scroll', place, { capture: true, passive: true });
	window.addEventListener('resize', place);
	return () => {
		document.removeEventListener('scroll', place, { capture: true });
		window.removeEventListener('resize', place);
	};
}
