import type { LedgerFilters } from '@/lib/reporter/ledger/schema';

const address = '/desk/reporter/ledger';

/** The ledger with these filters; what goes without saying is left out of the address. */
export function ledgerUrl({ tab, q, page }: LedgerFilters): string {
	const query = new URLSearchParams({
		...(tab !== 'proposed' && { tab }),
		...(q && { q }),
		...(page > 1 && { page: String(page) }),
	}).toString();
	return query ? `${address}?${query}` : address;
}
