import { expect, it } from 'vitest';
import { faultsOfPlans } from './plans.mjs';

const plan = (query, node) => `2026-11-22 10:00:00.000 UTC [7] LOG:  duration: 0.1 ms  plan:
	Query Text: ${query}
	Limit  (cost=0.42..2.10 rows=30 width=12)
	  ->  ${node}  (cost=0.42..9.10 rows=30 width=12)
	        Filter: true
`;

it('finds long tables read from end to end, and lets the short ones be', () => {
	const log = [
		plan('SELECT 1', 'Index Only Scan using "ArchiveEntry_list" on "ArchiveEntry"'),
		plan('SELECT 2', 'Seq Scan on "Column"'),
		plan('SELECT 3', 'Parallel Seq Scan on "Publication" p'),
	].join('');
	expect(faultsOfPlans(log, { Column: 1999, Publication: 10_000, ArchiveEntry: 9999 })).toEqual({
		statements: 3,
		scans: [{ table: 'Publication', query: 'SELECT 3' }],
	});
});

it('reads nothing from a log without plans', () => {
	expect(faultsOfPlans('LOG:  checkpoint starting', {})).toEqual({ statements: 0, scans: [] });
});
