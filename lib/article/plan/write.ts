import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { writeTrace } from '@/lib/trace/write';
import { titleOf } from '../article';
import { getArticleForAct } from '../read';
import type { PlanInput } from './schema';

/** Asks for a length, or for none any more. No part of the content: no signature falls by it. */
export async function planArticle(actor: Actor, { id, words }: PlanInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const article = await getArticleForAct(tx, actor, id);
		must(actor, 'article.plan', article);
		const { plannedWords: before } = await tx.article.findUniqueOrThrow({
			where: { id },
			select: { plannedWords: true },
		});
		if (before === words) return;
		await tx.article.update({ where: { id }, data: { plannedWords: words } });
		await writeTrace(tx, actor, {
			act: 'article.plan',
			subjectType: 'article',
			subjectId: id,
			subject: titleOf(article.current.headline),
			detail: { plannedWords: { before, after: words } },
		});
	});
}
