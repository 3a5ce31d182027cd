'use client';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { measureFits } from './length-doors';
import { lengthStoreOf } from './length-store';
import type { PanelProps } from './panel';

/** After the last key: a measure is the engine's work, not a stroke's. */
const restMs = 700;
/** A page that is being made up is asked for again, for so long. */
const composingMs = 1000;
const mostAsks = 60;

/** Measures how the story fits whenever writing pauses, where it stands on a page. */
export function LengthAid({ editor, article, head, writing }: PanelProps) {
	const store = lengthStoreOf(editor);
	const isPlaced = article.places.length > 0;
	const latest = useRef({ article, writing });
	useLayoutEffect(() => {
		latest.current = { article, writing };
	});

	useEffect(() => store.set({ planned: article.plannedWords }), [store, article.plannedWords]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the head changes too
	useEffect(() => {
		if (!isPlaced) return store.set({ fits: [] });
		let timer: ReturnType<typeof setTimeout> | undefined;
		let asking = new AbortController();
		const measure = async (asked: number) => {
			if (editor.isDestroyed) return;
			if (editor.view.composing) return later(restMs, asked);
			asking.abort();
			asking = new AbortController();
			const { signal } = asking;
			const { article, writing } = latest.current;
			const fits = await measureFits(article.id, writing?.content() ?? article.content, signal);
			if (signal.aborted || !fits) return;
			store.set({ fits });
			if (asked < mostAsks && fits.some(({ fit }) => fit === 'composing')) later(composingMs, asked + 1);
		};
		const later = (ms: number, asked: number) => {
			clearTimeout(timer);
			timer = setTimeout(() => void measure(asked), ms);
		};
		const onUpdate = () => later(restMs, 0);
		later(store.now.fits.length === 0 ? 0 : restMs, 0);
		editor.on('update', onUpdate);
		return () => {
			clearTimeout(timer);
			asking.abort();
			editor.off('update', onUpdate);
		};
	}, [editor, store, isPlaced, head]);
	return null;
}
