import { setTimeout as sleep } from 'node:timers/promises';
import { createArticle, saveArticle } from '@/lib/article/write';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { contentOf, newWord } from '../writing/words';

const savers = 6;
const retryMilliseconds = 20;

export interface Savers {
	/** Saves whose answer is awaited at this moment. */
	underWay: () => number;
	/** Resolves when so many more saves are acknowledged. */
	untilAcknowledged: (count: number) => Promise<void>;
	/** The request ids of the saves that were acknowledged since this was asked last. */
	takeAcknowledged: () => string[];
	stop: () => Promise<void>;
}

/**
 * Some articles, each saved over and over by the product's own command, one save after the other; a save whose answer was
 * lost is repeated under its id until it is answered, as the editor does it.
 */
export function startSavers(author: Actor): Savers {
	const state = { isStopped: false, underWay: 0 };
	let acknowledged: string[] = [];
	const saveOn = async (id: string) => {
		for (let baseRevision = 1; !state.isStopped; ) {
			const requestId = crypto.randomUUID();
			const content = contentOf([newWord()]);
			state.underWay++;
			try {
				baseRevision = (await untilAnswered(() => saveArticle(author, { id, baseRevision, requestId, content })))
					.revision;
				acknowledged.push(requestId);
			} finally {
				state.underWay--;
			}
		}
	};
	const loops = Array.from({ length: savers }, async () => {
		while (!state.isStopped) {
			const requestId = crypto.randomUUID();
			const { id } = await untilAnswered(() => createArticle(author, { requestId, content: contentOf(['一']) }));
			// Refused: what it was built on was acknowledged and is gone. That is counted; another article goes on.
			await saveOn(id).catch(ignoreRefusal);
		}
	});
	return {
		underWay: () => state.underWay,
		async untilAcknowledged(count) {
			for (const goal = acknowledged.length + count; acknowledged.length < goal; ) await sleep(5);
		},
		takeAcknowledged() {
			const taken = acknowledged;
			acknowledged = [];
			return taken;
		},
		async stop() {
			state.isStopped = true;
			await Promise.all(loops);
		},
	};
}

async function untilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
	for (;;) {
		try {
			return await ask();
		} catch (error) {
			if (error instanceof Refusal) throw error;
			await sleep(retryMilliseconds);
		}
	}
}

function ignoreRefusal(error: unknown): void {
	if (!(error instanceof Refusal)) throw error;
}

/** Which of these saves the database no longer has. */
export async function findMissing(requestIds: readonly string[]): Promise<string[]> {
	const where = { requestId: { in: [...requestIds] } };
	const rows = await db.articleRevision.findMany({ where, select: { requestId: true } });
	const there = new Set(rows.map(({ requestId }) => requestId));
	return requestIds.filter((requestId) => !there.has(requestId));
}

/** Articles whose number, revisions and record do not agree: what a save that was half done would leave. */
export async function countHalfSaves(): Promise<number> {
	const [row] = await db.$queryRaw<[{ half: number }]>`
		SELECT count(*)::int AS half FROM "Article" a WHERE a."revision" <>
			(SELECT count(*) FROM "ArticleRevision" r WHERE r."articleId" = a."id")
		OR a."revision" <> (SELECT count(*) FROM "Trace" t WHERE t."subjectId" = a."id" AND t."act" IN ('article.create', 'article.save'))`;
	return row.half;
}
