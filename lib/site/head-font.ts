import { createHash } from 'node:crypto';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { immutable } from './answer';
import { loadPage } from './page-store';
import { readerSecurityHeaders } from './policy';

/** Enters the hash: another face or another way of cutting is another address. */
const cut = 'noto-serif-sc 0.4.3 900 woff2 1';
const patienceMilliseconds = 4000;

/** The heavy 宋 with exactly these heads' characters; `css` declares it under the name that tokens.css expects. */
export interface HeadFont {
	path: string;
	css: string;
}

/**
 * Cuts the head face to the characters of `heads`; the same characters in any order give the same address, and are cut
 * once. Undefined where cutting failed: heads then stand in the reader's own heavy 宋, and the log says why.
 */
export async function cutHeadFont(heads: readonly string[]): Promise<HeadFont | undefined> {
	const text = charactersOf(heads);
	if (text === '') return undefined;
	const hash = createHash('sha256').update(cut).update(text).digest('base64url').slice(0, 16);
	const address = `/assets/font/${hash}.woff2`;
	try {
		await loadPage(address, async () => ({
			status: 200,
			headers: { ...readerSecurityHeaders(), 'Content-Type': 'font/woff2', 'Cache-Control': immutable },
			body: await cutInWorker(text),
			tags: [],
			keep: 'table',
		}));
		return { path: address, css: fontFace(address) };
	} catch (error) {
		console.error(error);
		return undefined;
	}
}

/** Sorted, without repeats and white. */
export function charactersOf(heads: readonly string[]): string {
	return [...new Set(heads.join(''))]
		.filter((character) => /\S/u.test(character))
		.sort()
		.join('');
}

/** The fallback in base.css has the same metrics: nothing moves when the face arrives. */
function fontFace(address: string): string {
	return (
		`@font-face{font-family:'Shangban Head';src:url(${address}) format('woff2');font-weight:900;font-display:swap;` +
		'ascent-override:88%;descent-override:12%;line-gap-override:0%}'
	);
}

interface Cutter {
	worker: Worker;
	jobs: Map<number, { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }>;
	next: number;
}

const shared = globalThis as typeof globalThis & { shangbanCutter?: Cutter };

function cutInWorker(text: string): Promise<Uint8Array> {
	shared.shangbanCutter ??= startCutter();
	const cutter = shared.shangbanCutter;
	const id = cutter.next++;
	return new Promise<Uint8Array>((resolve, reject) => {
		const late = setTimeout(
			() => reject(new Error(`Cutting ${text.length} characters took too long`)),
			patienceMilliseconds,
		);
		cutter.jobs.set(id, { resolve, reject });
		cutter.worker.postMessage({ id, text });
		late.unref();
	}).finally(() => cutter.jobs.delete(id));
}

function startCutter(): Cutter {
	const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/site/head-font-worker.ts');
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
