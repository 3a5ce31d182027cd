import { papers } from './record.mjs';

/** Something to write instead, for each column. */
const changes = {
	id: '"id" + 1000000',
	paperId: `CASE "paperId" WHEN '${papers[0]}' THEN '${papers[1]}' ELSE '${papers[0]}' END`,
	seq: '"seq" + 100000',
	at: `"at" - interval '1 microsecond'`,
	actorId: `CASE WHEN "actorId" IS NULL THEN '' ELSE NULL END`,
	actorName: `"actorName" || ' '`,
	ip: `'203.0.113.9'`,
	act: `"act" || 's'`,
	subjectType: `upper("subjectType")`,
	subjectId: `"subjectId" || "subjectId"`,
	subject: `replace("subject" || '。', '。', '，')`,
	before: `reverse("before") || '0'`,
	after: `''`,
	detail: `"detail" || '{"revision": 99}'`,
	prev: `reverse("prev")`,
	hash: `reverse("hash")`,
};
const columns = Object.keys(changes);

/** As the record hashes its own rows: whoever owns the database can call it. */
const rehash = (where) => `UPDATE "Trace" t SET "hash" = trace_hash(t) WHERE ${where}`;

/** What is done to a record; `no` counts the tamperings, and chooses place and column. All must show. */
export const tamperings = {
	改一个字段: async (client, no) => {
		const { paper, seq } = await place(client, no);
		const column = columns[Math.floor(no / 9) % columns.length];
		await client.query(`UPDATE "Trace" SET "${column}" = ${changes[column]} WHERE "paperId" = $1 AND "seq" = $2`, [
			paper,
			seq,
		]);
	},
	删一条: async (client, no) => {
		const { paper, seq } = await place(client, no);
		await client.query('DELETE FROM "Trace" WHERE "paperId" = $1 AND "seq" = $2', [paper, seq]);
	},
	删一段: async (client, no) => {
		const { paper, seq } = await place(client, no);
		await client.query('DELETE FROM "Trace" WHERE "paperId" = $1 AND "seq" BETWEEN $2 AND $3', [
			paper,
			seq,
			seq + 1 + (no % 7),
		]);
	},
	截掉末尾: async (client, no) => {
		const { paper, seq } = await place(client, no);
		await client.query('DELETE FROM "Trace" WHERE "paperId" = $1 AND "seq" >= $2', [paper, seq]);
	},
	插一条: async (client, no) => {
		const { paper, seq } = await place(client, no);
		await client.query('UPDATE "Trace" SET "seq" = "seq" + 1 WHERE "paperId" = $1 AND "seq" > $2', [paper, seq]);
		// With a hash that is right for itself, behind the row before it.
		await copy(client, { paper, from: seq, to: seq + 1 });
		await client.query(rehash('"paperId" = $1 AND "seq" = $2'), [paper, seq + 1]);
		await client.query('UPDATE "TraceHead" SET "seq" = "seq" + 1 WHERE "paperId" = $1', [paper]);
	},
	添在末尾: async (client, no) => {
		const { paper, last } = await place(client, no);
		await copy(client, { paper, from: last, to: last + 1 });
		await client.query(rehash('"paperId" = $1 AND "seq" = $2'), [paper, last + 1]);
	},
	调换两条: async (client, no) => {
		const { paper, seq, last } = await place(client, no);
		const other = (seq % last) + 1;
		const swap = 'UPDATE "Trace" SET "seq" = $2 + $3 - "seq" WHERE "paperId" = $1 AND "seq" IN ($2, $3)';
		await client.query(swap, [paper, seq, other]);
	},
	改一条并重算指纹: async (client, no) => {
		const { paper, seq } = await place(client, no);
		await client.query(`UPDATE "Trace" SET "actorName" = "actorName" || '某' WHERE "paperId" = $1 AND "seq" = $2`, [
			paper,
			seq,
		]);
		await client.query(rehash('"paperId" = $1 AND "seq" = $2'), [paper, seq]);
	},
	改链头: async (client, no) => {
		const { paper } = await place(client, no);
		const ways = [
			'SET "seq" = "seq" - 1',
			'SET "seq" = "seq" + 1',
			'SET "hash" = reverse("hash")',
			`SET "paperId" = 'x'`,
		];
		await client.query(`UPDATE "TraceHead" ${ways[Math.floor(no / 9) % ways.length]} WHERE "paperId" = $1`, [paper]);
	},
};

/** What owns the database and moves the head along: the chain cannot see it, an anchor noted outside can. */
export const beyondTheChain = {
	截掉末尾并改链头: async (client, no) => {
		const { paper, seq } = await place(client, no);
		await client.query('DELETE FROM "Trace" WHERE "paperId" = $1 AND "seq" > $2', [paper, Math.max(1, seq - 1)]);
		await moveHead(client, paper);
	},
	从一条起全部重算: async (client, no) => {
		const { paper, seq, last } = await place(client, no);
		await client.query(`UPDATE "Trace" SET "actorName" = '某' || "actorName" WHERE "paperId" = $1 AND "seq" = $2`, [
			paper,
			seq,
		]);
		for (let at = seq; at <= last; at++) {
			await client.query(
				`UPDATE "Trace" SET "prev" = coalesce((SELECT "hash" FROM "Trace" WHERE "paperId" = $1 AND "seq" = $2 - 1), trace_genesis($1))
				WHERE "paperId" = $1 AND "seq" = $2`,
				[paper, at],
			);
			await client.query(rehash('"paperId" = $1 AND "seq" = $2'), [paper, at]);
		}
		await moveHead(client, paper);
	},
};

/** Walks through papers and rows so that first, last and all between come to their turn. */
async function place(client, no) {
	const paper = papers[no % papers.length];
	const { rows } = await client.query('SELECT max("seq")::int AS last FROM "Trace" WHERE "paperId" = $1', [paper]);
	const { last } = rows[0];
	return { paper, last, seq: no % 29 === 0 ? last : no % 31 === 0 ? 1 : ((no * 7919) % last) + 1 };
}

async function copy(client, { paper, from, to }) {
	await client.query(
		`INSERT INTO "Trace" ("paperId", "seq", "at", "actorId", "actorName", "ip", "act", "subjectType", "subjectId", "subject", "before", "after", "detail", "prev", "hash")
		SELECT "paperId", $3, "at", "actorId", '某', "ip", "act", "subjectType", "subjectId", "subject", "before", "after", "detail", "hash", ''
		FROM "Trace" WHERE "paperId" = $1 AND "seq" = $2`,
		[paper, from, to],
	);
}

async function moveHead(client, paper) {
	await client.query(
		`UPDATE "TraceHead" h SET "seq" = t."seq", "hash" = t."hash" FROM "Trace" t
		WHERE h."paperId" = $1 AND t."paperId" = $1 AND t."seq" = (SELECT max("seq") FROM "Trace" WHERE "paperId" = $1)`,
		[paper],
	);
}
