'use client';
import { type RefObject, useEffect, useRef } from 'react';

/** Tells the style sheet (`--tools-height`) how tall an element above the text is: what sticks under it must know. */
export function useTopHeight(): RefObject<HTMLDivElement | null> {
	const element = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const { current } = element;
		if (!current) return;
		const { style } = document.documentElement;
		const observer = new ResizeObserver(() => style.setProperty('--tools-height', `${current.offsetHeight}px`));
		observer.observe(current);
		return () => {
			observer.disconnect();
			style.removeProperty('--tools-height');
		};
	}, []);
	return element;
}
