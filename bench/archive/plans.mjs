/** A table of so many rows is read from end to end sooner than by an index; the planner knows. */
const worthAnIndex = 10_000;

/**
 * Of a log that auto_explain has written: how many statements it holds, and which tables were read from end to end, with the
 * statement that did, but for short ones. `rows` says how long each table is.
 */
export function faultsOfPlans(log, rows) {
	const plans = log.split(/^.*plan:$/m).slice(1);
	const scans = plans.flatMap((plan) => {
		const query = /Query Text: ([\s\S]*?)\n\t?(?=\w[\w ]*\s{2}\(cost)/.exec(plan)?.[1] ?? plan.slice(0, 200);
		return [...plan.matchAll(/Seq Scan on "?(\w+)"?/g)]
			.filter(([, table]) => (rows[table] ?? 0) >= worthAnIndex)
			.map(([, table]) => ({ table, query: query.replace(/\s+/g, ' ').slice(0, 300) }));
	});
	return { statements: plans.length, scans };
}
