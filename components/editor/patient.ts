/** No longer than the server itself waits for its database, and some. */
const patienceMs = 15_000;
/** Of a request on which nothing has come by then, the line may be dead and not know it. */
const besideMs = 2500;

/**
 * What a request that may be repeated is answered. When nothing comes, it is sent again beside the first one, which may
 * only be slow; the first answer counts, and what is still under way then is given up.
 */
export async function askPatiently<Answer>(send: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
	const ending = new AbortController();
	let beside = new AbortController();
	let timer: ReturnType<typeof setInterval> | undefined;
	try {
		return await new Promise<Answer>((resolve, reject) => {
			send(AbortSignal.any([ending.signal, AbortSignal.timeout(patienceMs)])).then(resolve, reject);
			timer = setInterval(() => {
				beside.abort();
				beside = new AbortController();
				send(AbortSignal.any([ending.signal, beside.signal])).then(resolve, () => {});
			}, besideMs);
		});
	} finally {
		clearInterval(timer);
		ending.abort();
	}
}
