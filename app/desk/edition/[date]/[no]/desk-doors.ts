import type { FoundPage } from '@/lib/edition/desk/run';

/** What a door of the page desk answered, or why not, in a sentence. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; code: string; message: string };

const unreachable = '服务器没有回应，这一步没有执行。版面还是刚才的样子，请稍后再试。';
const offline = '网络断开了，这一步没有执行。连上后再试。';

/** Asks a door of the page: `step`, `cure`, `template`. Never throws. */
export async function askDoor<Value>(pageId: string, door: string, body?: object): Promise<Answer<Value>> {
	try {
		const response = await fetch(addressOf(pageId, door), { ...(body && asJson(body)), cache: 'no-store' });
		const answer = await response.json();
		if (response.ok) return { ok: true, value: answer };
		return { ok: false, code: answer.code, message: answer.message };
	} catch {
		return { ok: false, code: 'unreachable', message: navigator.onLine ? unreachable : offline };
	}
}

/** 组版 as it goes on: calls `onFound` for each page until there are no more or `signal` ends it. */
export async function watchRun(
	pageId: string,
	body: { base: number; seeds: number[] },
	{ onFound, signal }: { onFound: (found: FoundPage) => void; signal: AbortSignal },
): Promise<Answer<null>> {
	try {
		const response = await fetch(addressOf(pageId, 'run'), { ...asJson(body), signal });
		if (!response.ok || !response.body) return { ok: false, ...(await response.json()) };
		const lines = response.body.pipeThrough(new TextDecoderStream()).getReader();
		let rest = '';
		for (;;) {
			const { value, done } = await lines.read();
			if (done) return { ok: true, value: null };
			const parts = (rest + value).split('\n');
			rest = parts.pop() ?? '';
			for (const part of parts) onFound(JSON.parse(part));
		}
	} catch {
		return { ok: false, code: signal.aborted ? 'stopped' : 'unreachable', message: unreachable };
	}
}

function addressOf(pageId: string, door: string): string {
	return `/api/edition/page/${pageId}/${door}`;
}

function asJson(body: object): RequestInit {
	return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
