import { setTimeout as sleep } from 'node:timers/promises';
import { db } from '@/lib/db';

const stepMilliseconds = 20;

/**
 * Resolves when the site has done all that committed writes owe it: what was published is what readers get. Throws
 * after `patience` milliseconds, naming what still waits; without a running site it always does.
 */
export async function untilSettled(patience = 10_000): Promise<void> {
	const until = performance.now() + patience;
	for (;;) {
		const waiting = await db.outbox.findFirst({
			where: { doneAt: null },
			orderBy: { id: 'asc' },
			select: { event: true, subject: true, error: true },
		});
		if (!waiting) return;
		if (performance.now() > until) {
			throw new Error(`The site has not settled: ${waiting.event} ${waiting.subject} ${waiting.error}`);
		}
		await sleep(stepMilliseconds);
	}
}
