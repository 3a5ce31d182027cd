import { deskRoute, parseInput, readJson } from '@/app/api/desk-route';
import { ComposeInput } from '@/lib/edition/design/schema';
import { startRun } from '@/lib/edition/desk/run';

const maxBytes = 1000;

/**
 * 组版 as somebody watches it: a line of JSON for each page found, `{ seed, piece, sheet }`. The search ends when the
 * line is cut.
 */
export const POST = deskRoute<{ id: string }>(async (actor, request, { id }) => {
	const input = parseInput(ComposeInput, await readJson(request, maxBytes));
	const gone = new AbortController();
	request.signal.addEventListener('abort', () => gone.abort());
	const run = await startRun(actor, id, input);
	const lines = new ReadableStream<Uint8Array>({
		async start(controller) {
			const tell = (line: object) => {
				if (!gone.signal.aborted) controller.enqueue(new TextEncoder().encode(`${JSON.stringify(line)}\n`));
			};
			try {
				await run(tell, gone.signal);
				if (!gone.signal.aborted) controller.close();
			} catch (error) {
				controller.error(error);
			}
		},
		cancel: () => gone.abort(),
	});
	return new Response(lines, {
		headers: {
			'content-type': 'application/x-ndjson; charset=utf-8',
			'cache-control': 'no-store',
			'x-accel-buffering': 'no',
		},
	});
});
