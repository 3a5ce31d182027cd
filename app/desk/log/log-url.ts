import type { TraceFilters } from '@/lib/trace/schema';

/** The filters that are set, as text. */
export function toQuery(filters: TraceFilters): Record<string, string> {
	return Object.fromEntries(Object.entries(filters).filter(([, value]) => value)) as Record<string, string>;
}

/** The record with some filters changed. */
export function logHref(filters: TraceFilters, changes: TraceFilters): string {
	const query = new URLSearchParams(toQuery({ ...filters, ...changes })).toString();
	return query ? `/desk/log?${query}` : '/desk/log';
}
