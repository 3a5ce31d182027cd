import type { ArticleContent } from '@/lib/article/schema';
import type { ArticleQueue, ServerVersion } from './use-writing';

const patienceMs = 1500;

/** Articles whose page was left in this tab while a save was still to come. */
const leaving = new Map<string, { queue: ArticleQueue; content: ArticleContent }>();

/** The page of an article is left: what is written is kept, and goes on to the server in the background. */
export function leave(id: string, queue: ArticleQueue, content: ArticleContent): void {
	if (queue.view.kind === 'saved') return;
	queue.keepNow();
	queue.sendNow();
	leaving.set(id, { queue, content });
}

/** The same page lives on (React mounts twice in development). */
export function stay(id: string): void {
	leaving.delete(id);
}

/**
 * An article is opened again: the save that was under way is awaited for a moment, then ended, so that
 * two queues never carry one article. Answers the newest version known.
 */
export async function comeBack(server: ServerVersion): Promise<ServerVersion> {
	const left = leaving.get(server.id);
	if (!left) return server;
	const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs));
	await Promise.race([left.queue.flush(), patience]);
	left.queue.stop();
	leaving.delete(server.id);
	const { view, revision } = left.queue;
	if (view.kind !== 'saved' || revision <= server.revision) return server;
	return { id: server.id, revision, savedAt: view.savedAt, content: left.content };
}
