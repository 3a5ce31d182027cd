import pg from 'pg';
import { createArticle } from '@/lib/article/write';
import type { Actor } from '@/lib/auth/roles';
import { contentOf, lostBetween, newWord, wordsOfRevisions } from './words';

/**
 * The control: saves as the product makes them but without compare and set and without a writer's place. Answers how many
 * of so many races lost an acknowledged save; a harness that sees none here would see none anywhere.
 */
export async function countUnguardedLosses(url: string, author: Actor, races: number): Promise<number> {
	const pool = new pg.Pool({ connectionString: url, max: 8 });
	let lossy = 0;
	for (let race = 0; race < races; race++) {
		const { id } = await createArticle(author, { requestId: crypto.randomUUID(), content: contentOf(['一', '二']) });
		await Promise.all([0, 1].map((paragraph) => saveBlindly(pool, id, paragraph)));
		if (lostBetween(await wordsOfRevisions(id)).length > 0) lossy++;
	}
	await pool.end();
	return lossy;
}

async function saveBlindly(pool: pg.Pool, id: string, paragraph: number): Promise<void> {
	const word = newWord();
	const { body } = contentOf(['一', '二'].with(paragraph, word));
	const client = await pool.connect();
	try {
		await client.query('BEGIN');
		const { rows } = await client.query(
			'UPDATE "Article" SET "revision" = "revision" + 1 WHERE "id" = $1 RETURNING "revision", "paperId", "authorId"',
			[id],
		);
		await client.query(
			`INSERT INTO "ArticleRevision" ("id", "paperId", "articleId", "number", "body", "text", "words", "hash", "actorId", "requestId")
			VALUES ($1, $2, $3, $4, $5, $6, 1, '', $7, $8)`,
			[
				crypto.randomUUID(),
				rows[0].paperId,
				id,
				rows[0].revision,
				JSON.stringify(body),
				word,
				rows[0].authorId,
				crypto.randomUUID(),
			],
		);
		await client.query('COMMIT');
	} finally {
		client.release();
	}
}
