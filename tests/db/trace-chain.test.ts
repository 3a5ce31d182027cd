import { beforeAll, describe, expect, it } from 'vitest';
import { saveArticle } from '@/lib/article/write';
import { updateAccount } from '@/lib/auth/write';
import { updateHeading } from '@/lib/column/write';
import { db } from '@/lib/db';
import { createEdition, createPage } from '@/lib/edition/write';
import { type ChainFault, genesisOf } from '@/lib/trace/chain';
import { checkChain, getChainEnd, hasAnchor, listChainEnds } from '@/lib/trace/read';
import type { ChainCursor } from '@/lib/trace/schema';
import { writeTrace } from '@/lib/trace/write';
import { submitArticle } from '@/lib/workflow/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { at, content, draft } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});

/** Somebody who may read the record of any paper: a record needs no paper to stand for. */
const readerOf = (paperId: string) => ({ ...newsroom.actors.chief_on_duty, paperId });
const entry = (paperId: string, no = 0) => ({
	...{ paperId, actorId: 'u1', actorName: '沈知远', ip: '127.0.0.1', act: 'article.save', subjectType: 'article' },
	...{
		subjectId: `a${no}`,
		subject: `第 ${no} 篇`,
		before: '',
		after: 'ff',
		detail: { revision: no, tags: ['一', null] },
	},
});
const writeMany = (paperId: string, count: number) =>
	db.trace.createMany({ data: Array.from({ length: count }, (_, no) => entry(paperId, no)) });

async function faultsBySql(paperId: string): Promise<ChainFault[]> {
	const rows = await db.$queryRaw<{ seq: bigint; fault: ChainFault['kind'] }[]>`SELECT * FROM verify_trace(${paperId})`;
	return rows.map(({ seq, fault }) => ({ seq: Number(seq), kind: fault }));
}

async function faultsByPieces(paperId: string): Promise<ChainFault[]> {
	const faults: ChainFault[] = [];
	let after: ChainCursor | null = null;
	do {
		const piece = await checkChain(readerOf(paperId), { after });
		faults.push(...piece.faults);
		after = piece.next;
	} while (after);
	return faults;
}

/** What both find, which must be the same: the database's own check and the one that is written apart from it. */
async function faultsOf(paperId: string): Promise<ChainFault[]> {
	const [bySql, byPieces] = [await faultsBySql(paperId), await faultsByPieces(paperId)];
	expect(byPieces.map(words).sort()).toEqual(bySql.map(words).sort());
	return bySql;
}
const words = ({ seq, kind }: ChainFault) => `${seq} ${kind}`;

describe('the chain', () => {
	it('begins at its paper and links whatever can stand in a row', async () => {
		expect(await getChainEnd(readerOf('odd'))).toEqual(genesisOf('odd'));
		await db.trace.create({ data: { ...entry('odd'), actorId: null, ip: '', subject: '1:甲,-,' } });
		await db.trace.create({ data: { ...entry('odd'), actorId: '', detail: {} } });
		const detail = {
			z: 1.5,
			a: { 中: '“引号”\n\t\\ \u2028 😀' },
			big: 1e22,
			nothing: null,
			long: 'x'.repeat(9000),
		};
		await db.trace.create({ data: { ...entry('odd'), detail } });
		expect(await faultsOf('odd')).toEqual([]);
		const end = await getChainEnd(readerOf('odd'));
		expect(end).toMatchObject({ seq: 3 });
		expect(await listChainEnds()).toContainEqual({ paperId: 'odd', ...end });
	});

	it('takes no number, moment or hash from a writer', async () => {
		const row = await db.trace.create({
			data: { ...entry('own'), seq: 9n, prev: 'p', hash: 'h', at: new Date('2001-01-01') },
		});
		expect(row).toMatchObject({ seq: 1n, prev: genesisOf('own').hash });
		expect(row.hash).toMatch(/^[0-9a-f]{64}$/);
		expect(Date.now() - row.at.getTime()).toBeLessThan(60_000);
	});

	it('chains many rows of one statement, and loses no number to what was rolled back', async () => {
		await writeMany('many', 3);
		const undone = db.$transaction(async (tx) => {
			await writeTrace(tx, { ...newsroom.actors.reporter, paperId: 'many' }, entryOf('undone'));
			throw new Error('undone');
		});
		await expect(undone).rejects.toThrow('undone');
		await writeMany('many', 2);
		const rows = await db.trace.findMany({ where: { paperId: 'many' }, orderBy: { seq: 'asc' } });
		expect(rows.map(({ seq }) => Number(seq))).toEqual([1, 2, 3, 4, 5]);
		for (const [index, row] of rows.entries()) expect(row.prev).toBe(rows[index - 1]?.hash ?? genesisOf('many').hash);
		expect(await faultsOf('many')).toEqual([]);
	});

	it('keeps commands of all rooms in one line, without a deadlock', async () => {
		const { reporter, desk_editor, admin, page_editor } = newsroom.actors;
		const account = await db.user.findFirstOrThrow({
			where: { paperId: reporter.paperId, roles: { has: 'proofreader' } },
		});
		const column = await db.column.findFirstOrThrow({ where: { paperId: reporter.paperId } });
		const edition = await createEdition(page_editor, { date: '2026-05-01', pages: ['要闻'] });
		const articles = await Promise.all([1, 2, 3, 4].map(() => draft(reporter)));
		const before = await getChainEnd(readerOf(reporter.paperId));
		const rounds = 6;
		const write = async (article: { id: string; revision: number }) => {
			let revision = article.revision;
			for (let round = 0; round < rounds; round++) {
				const body = content({ headline: `第 ${round} 次` });
				const request = { id: article.id, baseRevision: revision, requestId: crypto.randomUUID(), content: body };
				({ revision } = await saveArticle(desk_editor, request));
			}
			await submitArticle(reporter, at({ id: article.id, revision }));
		};
		const repeat = async (act: (round: number) => Promise<unknown>) => {
			for (let round = 0; round < rounds; round++) await act(round);
		};
		await Promise.all([
			...articles.map(write),
			repeat((round) => updateAccount(admin, { ...account, name: `校对${round}`, roles: ['proofreader'] })),
			repeat((round) =>
				updateHeading(admin, { kind: 'column', id: column.id, name: `栏目${round}`, intro: '', columnKind: 'plain' }),
			),
			repeat((round) => createPage(page_editor, { editionId: edition.id, name: `版${round}` })),
			repeat(() => writeMany('beside', 3)),
		]);
		const after = await getChainEnd(readerOf(reporter.paperId));
		expect(after.seq - before.seq).toBe(articles.length * (rounds + 1) + 3 * rounds);
		expect(await faultsOf(reporter.paperId)).toEqual([]);
		expect(await faultsOf('beside')).toEqual([]);
	});

	it('is read in pieces when it is long', async () => {
		// Not in one transaction, in which every version of the head would have to be passed over again and again.
		for (let batch = 0; batch < 21; batch++) {
			await db.$executeRaw`
				INSERT INTO "Trace" ("paperId", "actorName", "ip", "act", "subjectType", "subjectId", "subject")
				SELECT 'long', '', '', 'try', 'try', n::text, '' FROM generate_series(1, 1000) n`;
		}
		const first = await checkChain(readerOf('long'), { after: null });
		expect(first).toMatchObject({ faults: [], seq: 20_000, total: 21_000, next: { seq: 20_000 } });
		expect(await checkChain(readerOf('long'), { after: first.next })).toMatchObject({
			faults: [],
			seq: 21_000,
			next: null,
		});
	});

	it('cannot be changed, nor its head, by anyone without taking the database apart', async () => {
		await writeMany('shut', 2);
		const attempts = [
			`UPDATE "Trace" SET "subject" = '改' WHERE "paperId" = 'shut'`,
			`DELETE FROM "Trace" WHERE "paperId" = 'shut'`,
			'TRUNCATE "Trace"',
			`UPDATE "TraceHead" SET "seq" = 1 WHERE "paperId" = 'shut'`,
			`DELETE FROM "TraceHead" WHERE "paperId" = 'shut'`,
			`INSERT INTO "TraceHead" VALUES ('new', 1, 'x')`,
			'TRUNCATE "TraceHead"',
		];
		for (const statement of attempts) {
			await expect(db.$executeRawUnsafe(statement), statement).rejects.toThrow(/append-only|moved by the trace alone/);
		}
		expect(await faultsOf('shut')).toEqual([]);
	});
});

describe('tampering by who can take the triggers off', () => {
	const forge = `"hash" = trace_hash(ROW(t."id", t."paperId", t."at", t."actorId", t."actorName", t."ip", t."act", t."subjectType",
		t."subjectId", '改', t."before", t."after", t."detail", t."hash", t."prev", t."seq"))`;
	it.each([
		['a changed text', `UPDATE "Trace" SET "subject" = '改' WHERE "seq" = 3 AND`, ['3 changed']],
		['an absent actor made an empty one', `UPDATE "Trace" SET "actorId" = NULL WHERE "seq" = 3 AND`, ['3 changed']],
		['a microsecond', `UPDATE "Trace" SET "at" = "at" + interval '1 microsecond' WHERE "seq" = 3 AND`, ['3 changed']],
		['a detail', `UPDATE "Trace" SET "detail" = '{}' WHERE "seq" = 3 AND`, ['3 changed']],
		['a hash', `UPDATE "Trace" SET "hash" = 'ff' WHERE "seq" = 3 AND`, ['3 changed', '4 unlinked']],
		[
			'a forged row with its hash',
			`UPDATE "Trace" t SET "subject" = '改', ${forge} WHERE "seq" = 3 AND`,
			['4 unlinked'],
		],
		[
			'the last row forged with its hash',
			`UPDATE "Trace" t SET "subject" = '改', ${forge} WHERE "seq" = 5 AND`,
			['5 head'],
		],
		['a row lost', `DELETE FROM "Trace" WHERE "seq" = 3 AND`, ['3 missing']],
		['the tail lost', `DELETE FROM "Trace" WHERE "seq" > 3 AND`, ['4 cut']],
		['all lost', 'DELETE FROM "Trace" WHERE', ['1 cut']],
		['the head set back', `UPDATE "TraceHead" SET "seq" = 4 WHERE`, ['5 added']],
		['the head lost', `DELETE FROM "TraceHead" WHERE`, ['1 added']],
		['a row moved to another paper', `UPDATE "Trace" SET "paperId" = 'elsewhere' WHERE "seq" = 3 AND`, ['3 missing']],
	])('shows: %s', async (name, statement, faults) => {
		const paperId = `tampered ${name}`;
		await writeMany(paperId, 5);
		await untriggered(`${statement} "paperId" = '${paperId}'`);
		expect((await faultsOf(paperId)).map(words)).toEqual(faults);
	});

	it('shows: a row put in between, with all numbers behind it moved on', async () => {
		await writeMany('inserted', 5);
		await untriggered(
			'DROP INDEX "Trace_paperId_seq_key"',
			`UPDATE "Trace" SET "seq" = "seq" + 1 WHERE "paperId" = 'inserted' AND "seq" > 2`,
			`INSERT INTO "Trace" ("paperId", "seq", "prev", "hash", "actorName", "ip", "act", "subjectType", "subjectId", "subject")
				SELECT "paperId", 3, "hash", 'ff', '', '', 'forged', '', '', '' FROM "Trace" WHERE "paperId" = 'inserted' AND "seq" = 2`,
			`UPDATE "TraceHead" SET "seq" = 6 WHERE "paperId" = 'inserted'`,
			'CREATE UNIQUE INDEX "Trace_paperId_seq_key" ON "Trace"("paperId", "seq")',
		);
		expect((await faultsOf('inserted')).map(words)).toEqual([
			'3 changed',
			'4 changed',
			'4 unlinked',
			'5 changed',
			'6 changed',
		]);
	});

	it('shows against an anchor: a chain rewritten from end to end', async () => {
		await writeMany('rewritten', 5);
		const noted = await getChainEnd(readerOf('rewritten'));
		expect(await hasAnchor(readerOf('rewritten'), noted)).toBe(true);
		expect(await hasAnchor(readerOf('rewritten'), { ...noted, hash: noted.hash.slice(0, 16) })).toBe(true);
		expect(await hasAnchor(readerOf('rewritten'), { ...noted, seq: 6 })).toBe(false);
		await untriggered(
			`DELETE FROM "Trace" WHERE "paperId" = 'rewritten'`,
			`DELETE FROM "TraceHead" WHERE "paperId" = 'rewritten'`,
		);
		await writeMany('rewritten', 5);
		expect(await faultsOf('rewritten')).toEqual([]);
		expect(await hasAnchor(readerOf('rewritten'), noted)).toBe(false);
	});
});

it('is checked by chiefs and administrators alone', async () => {
	const { reporter, proofreader } = newsroom.actors;
	for (const actor of [reporter, proofreader]) {
		await expect(getChainEnd(actor)).rejects.toMatchObject({ code: 'forbidden' });
		await expect(checkChain(actor, { after: null })).rejects.toMatchObject({ code: 'forbidden' });
		await expect(hasAnchor(actor, { seq: 1, hash: 'ff' })).rejects.toMatchObject({ code: 'forbidden' });
	}
});

function entryOf(subject: string) {
	return { act: 'article.save', subjectType: 'article', subjectId: 'a', subject };
}

/** As an owner of the tables can do it. */
async function untriggered(...statements: string[]): Promise<void> {
	const tables = ['"Trace"', '"TraceHead"'];
	await db.$transaction(async (tx) => {
		for (const table of tables) await tx.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
		for (const statement of statements) await tx.$executeRawUnsafe(statement);
		for (const table of tables) await tx.$executeRawUnsafe(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
	});
}
