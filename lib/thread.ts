import path from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * A thread that answers jobs one after the other: `postMessage({ id, job })` in, `{ id, answer }` or `{ id, problem }` out,
 * and any number of `{ id, piece }` before them.
 */
export interface Thread<Job, Answer, Piece = never> {
	/** The answer to a job; an error when the thread fails or takes longer than it may. `onPiece` hears what it has so far. */
	ask(job: Job, onPiece?: (piece: Piece) => void): Promise<Answer>;
	/** Ends the thread, so that its memory goes and a test leaves nothing behind. */
	stop(): Promise<void>;
}

interface Waiting<Answer, Piece> {
	onPiece?: (piece: Piece) => void;
	resolve: (answer: Answer) => void;
	reject: (error: Error) => void;
}

interface Said<Answer, Piece> {
	id: number;
	piece?: Piece;
	answer?: Answer;
	problem?: string;
}

/**
 * A thread that runs a TypeScript file of the project, started with its first job and again after a crash. It keeps no
 * program alive that has no job in it.
 */
export function threadOf<Job, Answer, Piece = never>(
	file: string,
	patienceMilliseconds: number,
): Thread<Job, Answer, Piece> {
	let worker: Worker | undefined;
	let next = 0;
	const jobs = new Map<number, Waiting<Answer, Piece>>();

	function start(): Worker {
		const root = process.cwd();
		const preload = path.join(/* turbopackIgnore: true */ root, 'scripts/lib/preload.mjs');
		const script = path.join(/* turbopackIgnore: true */ root, file);
		const started = new Worker(script, { execArgv: ['--no-warnings', '--import', preload] });
		started.on('message', ({ id, piece, answer, problem }: Said<Answer, Piece>) => {
			if (piece !== undefined) jobs.get(id)?.onPiece?.(piece);
			else if (problem === undefined) jobs.get(id)?.resolve(answer as Answer);
			else jobs.get(id)?.reject(new Error(problem));
		});
		started.on('error', (error) => {
			worker = undefined;
			for (const job of jobs.values()) job.reject(error as Error);
		});
		return started;
	}

	return {
		ask(job, onPiece) {
			worker ??= start();
			const own = worker;
			const id = next++;
			return new Promise<Answer>((resolve, reject) => {
				const late = setTimeout(() => {
					reject(new Error(`${file} has not answered within ${patienceMilliseconds} ms`));
				}, patienceMilliseconds);
				late.unref();
				jobs.set(id, { onPiece, resolve, reject });
				own.ref();
				own.postMessage({ id, job });
			}).finally(() => {
				jobs.delete(id);
				if (jobs.size === 0) own.unref();
			});
		},
		async stop() {
			const stopped = worker;
			worker = undefined;
			await stopped?.terminate();
		},
	};
}

/** Answers the jobs of `threadOf`, in the thread. */
export async function answerJobs<Job, Answer, Piece = never>(
	answer: (job: Job, tell: (piece: Piece) => void) => Answer | Promise<Answer>,
): Promise<void> {
	const { parentPort } = await import('node:worker_threads');
	parentPort?.on('message', async ({ id, job }: { id: number; job: Job }) => {
		try {
			parentPort.postMessage({ id, answer: await answer(job, (piece) => parentPort.postMessage({ id, piece })) });
		} catch (error) {
			parentPort.postMessage({ id, problem: String(error) });
		}
	});
}
