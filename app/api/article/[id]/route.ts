import { deskRoute, parseInput, readJson } from '@/app/api/desk-route';
import { getLockView } from '@/lib/article/lock/read';
import { getArticleForEdit, getRevisionContent } from '@/lib/article/read';
import { maxArticleBytes, SaveArticleInput } from '@/lib/article/schema';
import { saveArticle } from '@/lib/article/write';
import type { Actor } from '@/lib/auth/roles';
import { Refusal, refusalStatus } from '@/lib/errors';

/** The present version of an article, for a screen on which somebody else's writing appears. */
export const GET = deskRoute<{ id: string }>(async (actor, _request, { id }) => {
	const article = await getArticleForEdit(actor, id);
	return Response.json(toVersion(article));
});

/**
 * Saves an article from the editor. A route and not an action, because a save must be repeatable
 * after a timeout, must not wait behind other actions, and answers a conflict with the other version.
 */
export const PUT = deskRoute<{ id: string }>(async (actor, request, { id }) => {
	const input = parseInput(SaveArticleInput, { ...(await readJson(request, maxArticleBytes)), id });
	try {
		const { revision, words, savedAt, state } = await saveArticle(actor, input);
		return Response.json({ revision, words, savedAt, state });
	} catch (error) {
		if (!(error instanceof Refusal) || (error.code !== 'stale' && error.code !== 'taken')) throw error;
		return Response.json(await explain(actor, input, error), { status: refusalStatus[error.code] });
	}
});

/** What a late writer needs to bring both together: the version saved meanwhile, and the one that both began with. */
async function explain(actor: Actor, { id, baseRevision, tab }: SaveArticleInput, { code, message }: Refusal) {
	const theirs = toVersion(await getArticleForEdit(actor, id));
	if (code === 'taken') return { code, message, theirs, lock: await getLockView(actor, id, tab ?? '') };
	return { code, message, theirs, base: await getRevisionContent(actor, id, baseRevision) };
}

function toVersion({ revision, actorName, savedAt, content }: Awaited<ReturnType<typeof getArticleForEdit>>) {
	return { revision, actorName, savedAt, content };
}
