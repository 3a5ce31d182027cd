'use client';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { RemarksStore, type RemarksView } from './remarks';

const RemarksContext = createContext<RemarksStore | null>(null);

/** Others' comments are looked for so often while the screen is seen, should nothing be heard of them. */
const lookMs = 30_000;
/** How long a page that has just come waits to be told of them: what is asked for before that is asked for twice. */
const silenceMs = 300;

interface RemarksProviderProps {
	articleId: string;
	/** Another one than before: somebody has made, changed or settled a comment. */
	version: string | undefined;
	children: ReactNode;
}

/** Keeps an article's comments for all that is inside it: the text, the list, the marks at the head. */
export function RemarksProvider({ articleId, version, children }: RemarksProviderProps) {
	const [store] = useState(() => new RemarksStore(articleId));
	useEffect(() => {
		const look = () => {
			if (document.visibilityState === 'visible') void store.load();
		};
		const first = setTimeout(look, version === undefined ? silenceMs : 0);
		const timer = setInterval(look, lookMs);
		document.addEventListener('visibilitychange', look);
		return () => {
			clearTimeout(first);
			clearInterval(timer);
			document.removeEventListener('visibilitychange', look);
		};
	}, [store, version]);
	return <RemarksContext value={store}>{children}</RemarksContext>;
}

export function useRemarksStore(): RemarksStore {
	const store = useContext(RemarksContext);
	if (!store) throw new Error('No RemarksProvider around this component');
	return store;
}

/** The comments as they are known now. */
export function useRemarks(): RemarksView {
	const store = useRemarksStore();
	return useSyncExternalStore(
		store.subscribe,
		() => store.view,
		() => store.view,
	);
}
