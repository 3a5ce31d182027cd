import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** The largest face takes a second on an idle machine. */
const patienceMilliseconds = 10_000;

interface Cutter {
	worker: Worker;
	jobs: Map<number, { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }>;
	next: number;
}

const shared = globalThis as typeof globalThis & { shangbanCutter?: Cutter };

/** The font file of a package cut to the characters of `text`, as woff2; computed in a thread of its own, one at a time. */
export function cutFont(file: string, text: string): Promise<Uint8Array> {
	shared.shangbanCutter ??= startCutter();
	const cutter = shared.shangbanCutter;
	const id = cutter.next++;
	return new Promise<Uint8Array>((resolve, reject) => {
		const late = setTimeout(
			() => reject(new Error(`Cutting ${file} to ${text.length} characters took too long`)),
			patienceMilliseconds,
		);
		cutter.jobs.set(id, { resolve, reject });
		// A program stays for what is being cut, not for the thread.
		cutter.worker.ref();
		cutter.worker.postMessage({ id, file, text });
		late.unref();
	}).finally(() => {
		cutter.jobs.delete(id);
		if (cutter.jobs.size === 0) cutter.worker.unref();
	});
}

function startCutter(): Cutter {
	const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/site/font-worker.ts');
	const worker = new Worker(file, { execArgv: ['--no-warnings'] });
	const cutter: Cutter = { worker, jobs: new Map(), next: 0 };
	worker.on('message', ({ id, bytes, problem }: { id: number; bytes?: Uint8Array; problem?: string }) => {
		const job = cutter.jobs.get(id);
		if (bytes) job?.resolve(bytes);
		else job?.reject(new Error(problem));
	});
	worker.on('error', (error) => {
		shared.shangbanCutter = undefined;
		for (const job of cutter.jobs.values()) job.reject(error);
	});
	worker.unref();
	return cutter;
}

/** Ends the thread, so that its memory goes and a test leaves nothing behind. */
export async function stopCutter(): Promise<void> {
	const cutter = shared.shangbanCutter;
	shared.shangbanCutter = undefined;
	await cutter?.worker.terminate();
}
