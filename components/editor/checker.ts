import type { CheckSettings, Hit, Part } from '@/lib/check/check';

/** A story for the worker. The settings come along when they are new: it remembers what it found under the last ones. */
export interface ToChecker {
	number: number;
	parts: readonly Part[];
	settings?: CheckSettings;
}

interface FromChecker {
	number: number;
	hits: Hit[];
}

/** The rules in a worker of their own. */
export interface Checker {
	/** The hits in a story; undefined where a later story was asked about meanwhile. */
	check: (parts: readonly Part[], settings: CheckSettings) => Promise<Hit[] | undefined>;
	stop: () => void;
}

/** Starts the worker; `onFault` is told when it cannot run. */
export function startChecker(onFault: () => void): Checker {
	const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
	let latest = 0;
	let answer: ((hits: Hit[] | undefined) => void) | undefined;
	let sent: CheckSettings | undefined;
	worker.addEventListener('message', ({ data }: MessageEvent<FromChecker>) => {
		if (data.number !== latest) return;
		answer?.(data.hits);
		answer = undefined;
	});
	worker.addEventListener('error', onFault);
	return {
		check(parts, settings) {
			answer?.(undefined);
			latest++;
			const message: ToChecker = settings === sent ? { number: latest, parts } : { number: latest, parts, settings };
			sent = settings;
			worker.postMessage(message);
			return new Promise((resolve) => {
				answer = resolve;
			});
		},
		stop() {
			answer?.(undefined);
			worker.terminate();
		},
	};
}
