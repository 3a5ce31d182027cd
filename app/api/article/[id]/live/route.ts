import { deskRoute, parseInput } from '@/app/api/desk-route';
import { watchArticle } from '@/lib/article/live/hub';
import { mustWatch } from '@/lib/article/live/read';
import { Tab } from '@/lib/article/lock/schema';
import { getSessionId } from '@/lib/auth/session';

/** Proxies cut a line on which nothing comes for a minute. */
const beatMilliseconds = 15_000;
/** Browsers come back by themselves; one that has gone without a word is not counted as a reader for ever. */
const longestMilliseconds = 10 * 60_000;

/**
 * What happens to an article, as server-sent events, each the whole of what a screen must know (LiveStatus). The hub asks
 * again and again whether this session still lives and may read; this door asks once.
 */
export const GET = deskRoute<{ id: string }>(async (actor, request, { id }) => {
	const tab = parseInput(Tab, new URL(request.url).searchParams.get('tab'));
	await mustWatch(actor, id);
	const sessionId = (await getSessionId()) ?? '';
	let stop = () => {};
	const stream = new ReadableStream<Uint8Array>({
		start(controller) {
			const write = (text: string) => controller.enqueue(new TextEncoder().encode(text));
			const beat = setInterval(() => write(': \n\n'), beatMilliseconds);
			const late = setTimeout(() => finish(), longestMilliseconds);
			const unwatch = watchArticle({
				articleId: id,
				userId: actor.userId,
				name: actor.name,
				tab,
				sessionId,
				send: (status) => write(`data: ${JSON.stringify(status)}\n\n`),
				close: () => finish(),
			});
			stop = () => {
				clearInterval(beat);
				clearTimeout(late);
				unwatch();
			};
			const finish = () => {
				stop();
				controller.close();
			};
			write('retry: 1000\n\n');
		},
		cancel: () => stop(),
	});
	request.signal.addEventListener('abort', () => stop());
	return new Response(stream, {
		headers: {
			'Content-Type': 'text/event-stream; charset=utf-8',
			// no-transform: a compressor would hold the events back until it has enough of them.
			'Cache-Control': 'no-store, no-transform',
			'X-Accel-Buffering': 'no',
		},
	});
});
