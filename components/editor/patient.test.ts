import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askPatiently } from './patient';

/** Requests that a test answers by hand. */
function line() {
	const sent: { answer: (text: string) => void; fail: () => void; signal: AbortSignal }[] = [];
	const send = (signal: AbortSignal) =>
		new Promise<string>((resolve, reject) => {
			sent.push({ answer: resolve, fail: () => reject(new TypeError('Failed to fetch')), signal });
			signal.addEventListener('abort', () => reject(signal.reason));
		});
	return { sent, send };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('askPatiently', () => {
	it('asks once when an answer comes', async () => {
		const { sent, send } = line();
		const asked = askPatiently(send);
		await vi.advanceTimersByTimeAsync(2400);
		sent[0]?.answer('一');
		expect(await asked).toBe('一');
		await vi.advanceTimersByTimeAsync(10_000);
		expect(sent).toHaveLength(1);
	});

	it('asks again beside a request on a dead line, one at a time', async () => {
		const { sent, send } = line();
		const asked = askPatiently(send);
		await vi.advanceTimersByTimeAsync(7500);
		expect(sent.map(({ signal }) => signal.aborted)).toEqual([false, true, true, false]);
		sent[3]?.answer('四');
		expect(await asked).toBe('四');
		expect(sent.every(({ signal }) => signal.aborted)).toBe(true);
	});

	it('takes the answer of a first request that was only slow', async () => {
		const { sent, send } = line();
		const asked = askPatiently(send);
		await vi.advanceTimersByTimeAsync(4000);
		sent[1]?.fail();
		sent[0]?.answer('一');
		expect(await asked).toBe('一');
	});

	it('fails with the first request, at once or after its time', async () => {
		const cut = line();
		const refused = askPatiently(cut.send);
		cut.sent[0]?.fail();
		await expect(refused).rejects.toThrow('Failed to fetch');
	});
});
