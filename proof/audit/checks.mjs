import { checkHead, checkRows, genesisOf } from '../../lib/trace/chain.ts';
import { papers } from './record.mjs';

/** Whether a check sees that something is wrong. Each looks at all papers, as an auditor would. */
export const checks = {
	/** The database's own function. */
	sql: (client) =>
		somePaper(async (paper) => (await client.query('SELECT 1 FROM verify_trace($1)', [paper])).rowCount > 0),
	/** The check that is written apart from it. */
	own: (client) => somePaper(async (paper) => (await faultsOf(client, paper)).length > 0),
	/** Whether what somebody noted outside is still there. */
	anchor: (client, anchor) =>
		somePaper(async (paper) => {
			const { seq, hash } = anchor[paper];
			const kept = await client.query('SELECT 1 FROM "Trace" WHERE "paperId" = $1 AND "seq" = $2 AND "hash" = $3', [
				paper,
				seq,
				hash,
			]);
			return kept.rowCount === 0;
		}),
	/**
	 * The control: all that can be seen of a record without the chain. Ids and moments ascend together, none twice; gaps
	 * among ids are left by every transaction that was rolled back, and say nothing.
	 */
	async control(client) {
		const { rows } = await client.query(`
			SELECT 1 FROM (SELECT "id", "at", lag("at") OVER (ORDER BY "id") AS earlier FROM "Trace") t WHERE "at" < earlier
			UNION ALL SELECT 1 FROM "Trace" GROUP BY "id" HAVING count(*) > 1
			UNION ALL SELECT 1 FROM "Trace" WHERE "at" > clock_timestamp()`);
		return rows.length > 0;
	},
};

/** Of everything that is stored: a tampering that leaves it the same was none. */
export async function digestOf(client) {
	const { rows } = await client.query(`
		SELECT md5((SELECT coalesce(string_agg(t::text, '|' ORDER BY t::text), '') FROM "Trace" t)
			|| (SELECT coalesce(string_agg(h::text, '|' ORDER BY h::text), '') FROM "TraceHead" h)) AS digest`);
	return rows[0].digest;
}

/** Where each chain ends: noted now, compared after. */
export async function noteAnchor(client) {
	const { rows } = await client.query('SELECT * FROM "TraceHead"');
	return Object.fromEntries(rows.map(({ paperId, seq, hash }) => [paperId, { seq, hash }]));
}

async function faultsOf(client, paper) {
	const { rows } = await client.query(
		`SELECT "seq"::float8 AS seq, "id"::text AS id, "paperId", (extract(epoch FROM "at") * 1000000)::bigint::text AS at,
			"actorId", "actorName", "ip", "act", "subjectType", "subjectId", "subject", "before", "after", "detail"::text AS detail,
			"prev", "hash" FROM "Trace" WHERE "paperId" = $1 ORDER BY "seq", "id"`,
		[paper],
	);
	const heads = await client.query('SELECT "seq"::float8 AS seq, "hash" FROM "TraceHead" WHERE "paperId" = $1', [
		paper,
	]);
	const { faults, end } = checkRows(genesisOf(paper), rows);
	return [...faults, ...checkHead(end, heads.rows[0] ?? genesisOf(paper))];
}

async function somePaper(sees) {
	for (const paper of papers) if (await sees(paper)) return true;
	return false;
}
