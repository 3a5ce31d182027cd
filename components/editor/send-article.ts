import { z } from 'zod';
import { ArticleContent } from '@/lib/article/schema';
import type { SaveAnswer, SaveRequest } from './save-queue';

const Theirs = z.object({
	revision: z.number(),
	actorName: z.string(),
	savedAt: z.string(),
	content: ArticleContent,
});
/** The version that someone else saved meanwhile. */
export type Theirs = z.infer<typeof Theirs>;

const Saved = z.object({ revision: z.number(), savedAt: z.string(), state: z.string() });
const Stale = z.object({ code: z.literal('stale'), theirs: Theirs });
const Declined = z.object({ message: z.string() });

/** Longer than the server itself waits for its database. */
const patienceMs = 15_000;

/**
 * Sends one save to the server and says what came of it. Never throws: whatever is not a clear answer
 * of ours (a lost network, a proxy's error page, a captive portal) is `unreachable`. `onState` is told the
 * state in which a save left the article.
 */
export async function sendArticle(
	id: string,
	request: SaveRequest<ArticleContent>,
	onState: (state: string) => void,
): Promise<SaveAnswer<Theirs>> {
	try {
		const response = await fetch(`/api/article/${id}`, {
			method: 'PUT',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(request),
			redirect: 'error',
			signal: AbortSignal.timeout(patienceMs),
		});
		return toAnswer(response.status, await response.json(), onState);
	} catch {
		return { kind: 'unreachable' };
	}
}

function toAnswer(status: number, answer: unknown, onState: (state: string) => void): SaveAnswer<Theirs> {
	if (status === 200) {
		const saved = Saved.safeParse(answer);
		if (!saved.success) return { kind: 'unreachable' };
		const { revision, savedAt, state } = saved.data;
		onState(state);
		return { kind: 'saved', revision, savedAt };
	}
	if (status === 401) return { kind: 'signed-out' };
	const stale = Stale.safeParse(answer);
	if (status === 409 && stale.success) return { kind: 'stale', theirs: stale.data.theirs };
	const declined = Declined.safeParse(answer);
	const isFinal = [403, 404, 409, 413, 422].includes(status);
	return isFinal && declined.success ? { kind: 'refused', message: declined.data.message } : { kind: 'unreachable' };
}
