// Runs as a process of its own, with sandbox.mjs before it: reads one imported file, which may be hostile, from its input
// and writes what it found to its output. A crash, an endless loop or a swollen heap ends this process, not the site.
import type { Readable } from 'node:stream';
import { Refusal, type RefusalCode } from '@/lib/errors';
import { importLimits } from './limits';
import { type ReadFile, readFile } from './read-file';

/** What is written, as JSON; schema.ts reads it. */
type Report = ({ ok: true } & ReadFile) | { ok: false; code: RefusalCode; message: string };

const maxMemory = 900_000_000;
const memoryCheckMilliseconds = 50;

setInterval(() => {
	if (process.memoryUsage.rss() > maxMemory) process.exit(137);
}, memoryCheckMilliseconds).unref();
// The parent kills this process before; should the parent be gone, it ends by itself.
setTimeout(() => process.exit(124), importLimits.milliseconds + 2000).unref();

async function readAll(input: Readable): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of input) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

async function report(): Promise<Report> {
	try {
		return { ok: true, ...(await readFile(process.argv[2] ?? '', await readAll(process.stdin))) };
	} catch (error) {
		if (error instanceof Refusal) return { ok: false, code: error.code, message: error.message };
		return {
			ok: false,
			code: 'invalid',
			message: '这个文件读不出来，可能已经损坏。请在原来的程序里另存为 .docx 再导入。',
		};
	}
}

process.stdout.write(JSON.stringify(await report()));
