'use client';
import { useCallback, useEffect, useState } from 'react';
import type { SentHistory } from '@/lib/article/history/sent';

/** An article's history as far as it has been read. */
export interface HistoryState {
	history: SentHistory | undefined;
	/** Why it could not be read; what was read before stays. */
	trouble: string | undefined;
	isReading: boolean;
	/** Reads it anew from the top. */
	reload: () => void;
	/** Reads the next page. */
	readOlder: () => void;
}

/** Autosaves come by the second; the list follows when writing pauses. */
const settleMs = 1500;

/** Reads the history of an article, and again when another revision stands. */
export function useHistory(id: string, revision: number): HistoryState {
	const [history, setHistory] = useState<SentHistory>();
	const [trouble, setTrouble] = useState<string>();
	const [isReading, setReading] = useState(true);
	const read = useCallback(
		async (before?: number) => {
			setReading(true);
			const answer = await ask(`/api/article/${id}/history${before ? `?before=${before}` : ''}`);
			setReading(false);
			if ('trouble' in answer) return setTrouble(answer.trouble);
			const page = (await answer.response.json()) as SentHistory;
			setTrouble(undefined);
			setHistory((known) => (before && known ? { ...page, entries: [...known.entries, ...page.entries] } : page));
		},
		[id],
	);
	const isKnown = history !== undefined;
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is the reason to read again
	useEffect(() => {
		const timer = setTimeout(() => void read(), isKnown ? settleMs : 0);
		return () => clearTimeout(timer);
	}, [read, revision]);
	return {
		history,
		trouble,
		isReading,
		reload: () => void read(),
		readOlder: () => void read(history?.older ?? undefined),
	};
}

/** A request of the newsroom's own; never throws. */
export async function ask(path: string, init?: RequestInit): Promise<{ response: Response } | { trouble: string }> {
	try {
		const response = await fetch(path, init);
		if (response.ok) return { response };
		const { message } = (await response.json()) as { message?: string };
		return { trouble: message ?? '服务器出了错，请稍后再试。' };
	} catch {
		return { trouble: navigator.onLine ? '服务器没有回应，请稍后再试。' : '网络断开了，连上后再试。' };
	}
}
