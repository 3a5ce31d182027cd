'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { isFiltering, noFilter, type PoolFilter, parsePoolFilter, writePoolFilter } from '@/lib/edition/plan/pool';

/** The filter of the pool. The address follows it: a reload, a colleague and the way back find it again. */
export function usePoolFilter() {
	const pathname = usePathname();
	const params = useSearchParams();
	const [filter, setFilter] = useState(() => parsePoolFilter((name) => params.get(name)));
	const set = (next: PoolFilter) => {
		setFilter(next);
		const query = writePoolFilter(next, new URLSearchParams(window.location.search)).toString();
		window.history.replaceState(null, '', query ? `${pathname}?${query}` : pathname);
	};
	return {
		filter,
		isFiltering: isFiltering(filter),
		change: (change: Partial<PoolFilter>) => set({ ...filter, ...change }),
		clear: () => set(noFilter),
	};
}
