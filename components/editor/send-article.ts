import { z } from 'zod';
import { ArticleContent } from '@/lib/article/schema';
import { askPatiently } from './patient';
import type { SaveAnswer, SaveRequest } from './save-queue';
import { LockView } from './send-lock';

export const Version = z.object({
	revision: z.number(),
	actorName: z.string(),
	savedAt: z.string(),
	content: ArticleContent,
});
/** One saved version of an article. */
export type Version = z.infer<typeof Version>;

/** The version that someone else saved meanwhile, and the one that both began with, where the server still knows it. */
export interface Theirs extends Version {
	base: ArticleContent | null;
}

const Saved = z.object({ revision: z.number(), savedAt: z.string(), state: z.string() });
const Stale = z.object({ code: z.literal('stale'), theirs: Version, base: ArticleContent.nullable() });
const Taken = z.object({ code: z.literal('taken'), lock: LockView });
const Declined = z.object({ message: z.string() });

/** Who sends, and who is told what comes with an answer. */
interface Sender {
	id: string;
	/** The page in which it was written. */
	visit: string;
	/** The state in which a save left the article. */
	onState: (state: string) => void;
	/** Who writes it instead. */
	onLock: (view: z.infer<typeof LockView>) => void;
}

/**
 * Sends one save to the server and says what came of it. Never throws: whatever is not a clear answer
 * of ours (a lost network, a proxy's error page, a captive portal) is `unreachable`.
 */
export async function sendArticle(sender: Sender, request: SaveRequest<ArticleContent>): Promise<SaveAnswer<Theirs>> {
	const body = JSON.stringify({ ...request, tab: sender.visit });
	try {
		const { status, answer } = await askPatiently(async (signal) => {
			const response = await fetch(`/api/article/${sender.id}`, {
				method: 'PUT',
				headers: { 'Content-Type': 'application/json' },
				body,
				redirect: 'error',
				signal,
			});
			const answer: unknown = await response.json();
			return { status: response.status, answer };
		});
		return toAnswer(status, answer, sender);
	} catch {
		return { kind: 'unreachable' };
	}
}

function toAnswer(status: number, answer: unknown, sender: Sender): SaveAnswer<Theirs> {
	if (status === 200) {
		const saved = Saved.safeParse(answer);
		if (!saved.success) return { kind: 'unreachable' };
		const { revision, savedAt, state } = saved.data;
		sender.onState(state);
		return { kind: 'saved', revision, savedAt };
	}
	if (status === 401) return { kind: 'signed-out' };
	const stale = Stale.safeParse(answer);
	if (status === 409 && stale.success)
		return { kind: 'stale', theirs: { ...stale.data.theirs, base: stale.data.base } };
	const taken = Taken.safeParse(answer);
	if (status === 409 && taken.success) {
		sender.onLock(taken.data.lock);
		return { kind: 'taken', by: taken.data.lock.writer?.name ?? '' };
	}
	const declined = Declined.safeParse(answer);
	const isFinal = [403, 404, 409, 413, 422].includes(status);
	return isFinal && declined.success ? { kind: 'refused', message: declined.data.message } : { kind: 'unreachable' };
}
