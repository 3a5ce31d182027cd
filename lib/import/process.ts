import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '@/lib/errors';
import { importLimits } from './limits';
import { type ImportedFile, ImportReport } from './schema';

/** A report above it is not one of ours. */
const maxReportBytes = 80 * 1024 * 1024;
const atOnce = 2;
const mayWait = 40;

/** How many workers run and who waits for one; one count for the server's and Next's copy of this module. */
interface ReadingRoom {
	running: number;
	waiting: (() => void)[];
}
const shared = globalThis as typeof globalThis & { shangbanReadingRoom?: ReadingRoom };
shared.shangbanReadingRoom ??= { running: 0, waiting: [] };
const room = shared.shangbanReadingRoom;

/**
 * Reads a file in a process of its own, at most two at once. It has the file's bytes and our sources, and nothing else:
 * no other file, no network, no secret of the site. Refuses in words what cannot be read or takes longer than the limit.
 */
export async function readInSandbox(name: string, bytes: Uint8Array): Promise<ImportedFile> {
	await takeTurn();
	try {
		const report = parseReport(await runWorker(name, bytes));
		if (!report.ok) throw new Refusal(report.code, report.message);
		return report;
	} finally {
		giveTurn();
	}
}

/** A report that is not one is a worker's that was taken over, or cut off. */
function parseReport(text: string): ImportReport {
	try {
		return ImportReport.parse(JSON.parse(text));
	} catch {
		throw new Refusal('invalid', '这个文件读不出来，可能已经损坏。请在原来的程序里另存为 .docx 再导入。');
	}
}

async function takeTurn(): Promise<void> {
	if (room.running < atOnce) {
		room.running++;
		return;
	}
	if (room.waiting.length >= mayWait) throw new Refusal('unavailable', '正在导入的文件太多，请过一会儿再试。');
	// The one who leaves hands its place over, so that the count stands.
	await new Promise<void>((resolve) => room.waiting.push(resolve));
}

function giveTurn(): void {
	const next = room.waiting.shift();
	if (next) next();
	else room.running--;
}

/** How a process is started that may read our sources and packages, and nothing else: no data, no network, no program. */
export function sandboxArguments(): string[] {
	const root = realpathSync(process.cwd());
	const folders = ['lib', 'node_modules', 'package.json'].map((name) =>
		path.join(/* turbopackIgnore: true */ root, name),
	);
	const limits = [
		'--max-old-space-size=384',
		'--no-addons',
		'--disallow-code-generation-from-strings',
		'--no-warnings',
	];
	const guard = path.join(/* turbopackIgnore: true */ root, 'lib', 'import', 'sandbox.mjs');
	return ['--permission', ...folders.map((folder) => `--allow-fs-read=${folder}`), ...limits, '--import', guard];
}

function runWorker(name: string, bytes: Uint8Array): Promise<string> {
	const script = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'import', 'worker.ts');
	const worker = spawn(process.execPath, [...sandboxArguments(), script, name], {
		stdio: ['pipe', 'pipe', 'ignore'],
		// Nothing of the site's settings: a parser that was taken over finds no secret here.
		env: { NODE_ENV: 'production' },
		timeout: importLimits.milliseconds,
		killSignal: 'SIGKILL',
	});
	const given = new Refusal(
		'invalid',
		`这个文件读不了：超过 ${importLimits.milliseconds / 1000} 秒，或占用内存太多。请拆小，或另存为 .docx 后再导入。`,
	);
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let size = 0;
		worker.stdout.on('data', (chunk: Buffer) => {
			size += chunk.length;
			chunks.push(chunk);
			if (size > maxReportBytes) worker.kill('SIGKILL');
		});
		worker.on('error', reject);
		worker.on('close', (code) => (code === 0 ? resolve(Buffer.concat(chunks).toString('utf8')) : reject(given)));
		// A worker that ends before it has read everything closes the pipe.
		worker.stdin.on('error', () => {});
		worker.stdin.end(bytes);
	});
}
