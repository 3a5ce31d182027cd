'use client';
import { useEffect, useState } from 'react';
import type { ActionResult } from '@/lib/action';
import type { Found } from '@/lib/search/read';

export type SearchDesk = (query: { query: string }) => Promise<ActionResult<Found[]>>;

export interface DeskSearch {
	found: readonly Found[];
	/** Whether the answer to the query is still to come, or did not come. */
	state: 'done' | 'searching' | 'failed';
}

const pauseMs = 150;
const nothing: DeskSearch = { found: [], state: 'done' };

/** Asks the server when the query rests for a moment; what an older query found stays until the newer answer. */
export function useDeskSearch(search: SearchDesk, query: string): DeskSearch {
	const wanted = query.trim();
	const [answer, setAnswer] = useState<{ query: string } & DeskSearch>({ query: '', ...nothing });
	useEffect(() => {
		if (wanted === '') return;
		let isOver = false;
		const timer = setTimeout(async () => {
			const result = await search({ query: wanted }).catch(() => undefined);
			if (isOver) return;
			setAnswer({
				query: wanted,
				...(result?.ok ? { found: result.value, state: 'done' } : { found: [], state: 'failed' }),
			});
		}, pauseMs);
		return () => {
			isOver = true;
			clearTimeout(timer);
		};
	}, [search, wanted]);
	if (wanted === '') return nothing;
	return answer.query === wanted ? answer : { found: answer.found, state: 'searching' };
}
