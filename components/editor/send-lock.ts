import { z } from 'zod';
import type { LiveStatus } from '@/lib/article/live/live';
import type { LockAct } from '@/lib/article/lock/lock';
import type { LockAnswer } from './writer-lock';

export const LockView = z.object({
	at: z.number(),
	revision: z.number(),
	writer: z
		.object({ name: z.string(), since: z.string(), isMe: z.boolean(), isHere: z.boolean(), tab: z.string().nullable() })
		.nullable(),
	ask: z.object({ name: z.string(), isMe: z.boolean(), isHere: z.boolean(), answerInMs: z.number() }).nullable(),
});

const Status = LockView.extend({
	state: z.string(),
	comments: z.string(),
	others: z.array(z.object({ name: z.string(), isMe: z.boolean() })),
});

const Declined = z.object({ message: z.string() });

const patienceMs = 8000;

/** Asks the server for an act on an article's lock. Never throws. */
export async function sendLock(id: string, tab: string, act: LockAct): Promise<LockAnswer> {
	try {
		const response = await fetch(lockAddress(id), {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ act, tab }),
			redirect: 'error',
			signal: AbortSignal.timeout(patienceMs),
		});
		const answer: unknown = await response.json();
		const view = LockView.safeParse(answer);
		if (response.ok && view.success) return { kind: 'view', view: view.data };
		const declined = Declined.safeParse(answer);
		const isSaid = [403, 404, 409].includes(response.status) && declined.success;
		if (!isSaid) return { kind: 'unreachable' };
		return { kind: 'refused', message: declined.data.message, isFinal: act === 'take' };
	} catch {
		return { kind: 'unreachable' };
	}
}

/** Leaves the writer's place from a page that is being closed; nothing waits for the answer. */
export function leaveLock(id: string, tab: string): void {
	navigator.sendBeacon(lockAddress(id), JSON.stringify({ act: 'leave', tab }));
}

const lockAddress = (id: string) => `/api/article/${id}/lock`;

/** An event of the server's as a status; undefined for what is none. */
export function parseStatus(data: string): LiveStatus | undefined {
	const status = Status.safeParse(JSON.parse(data));
	return status.success ? (status.data as LiveStatus) : undefined;
}
