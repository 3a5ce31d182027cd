import { deskRoute, parseInput, readBytes } from '@/app/api/desk-route';
import { getArticleForEdit } from '@/lib/article/read';
import { maxArticleBytes, SaveArticleInput } from '@/lib/article/schema';
import { saveArticle } from '@/lib/article/write';
import type { Actor } from '@/lib/auth/roles';
import { Refusal, refusalStatus } from '@/lib/errors';

/**
 * Saves an article from the editor. A route and not an action, because a save must be repeatable
 * after a timeout, must not wait behind other actions, and answers a conflict with the other version.
 */
export const PUT = deskRoute<{ id: string }>(async (actor, request, { id }) => {
	const input = parseInput(SaveArticleInput, { ...(await readJson(request)), id });
	try {
		const { revision, words, savedAt, state } = await saveArticle(actor, input);
		return Response.json({ revision, words, savedAt, state });
	} catch (error) {
		if (!(error instanceof Refusal) || error.code !== 'stale') throw error;
		const { code, message } = error;
		return Response.json({ code, message, theirs: await getTheirs(actor, id) }, { status: refusalStatus.stale });
	}
});

/** The version that was saved meanwhile. */
async function getTheirs(actor: Actor, id: string) {
	const { revision, actorName, savedAt, content } = await getArticleForEdit(actor, id);
	return { revision, actorName, savedAt, content };
}

async function readJson(request: Request): Promise<object> {
	const bytes = await readBytes(
		request,
		maxArticleBytes,
		() => new Refusal('too-large', '这篇稿件太长，保存不下，请拆成几篇。'),
	);
	try {
		const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
		if (typeof json === 'object' && json !== null) return json;
	} catch {
		// Said below.
	}
	throw new Refusal('invalid', '保存请求不完整，请刷新页面后再试。');
}
