import { spawn } from 'node:child_process';
import path from 'node:path';
import { Refusal } from '@/lib/errors';
import { pictureLimits } from './media';
import type { PictureJob, PictureReport } from './worker';

const atOnce = 2;
const mayWait = 40;

/** How many workers run and who waits for one; one count for the server's and Next's copy of this module. */
interface Darkroom {
	running: number;
	waiting: (() => void)[];
}
const shared = globalThis as typeof globalThis & { shangbanDarkroom?: Darkroom };
shared.shangbanDarkroom ??= { running: 0, waiting: [] };
const darkroom = shared.shangbanDarkroom;

type Developed = Extract<PictureReport, { ok: true }>;

const sentences: Record<Extract<PictureReport, { ok: false }>['reason'], string> = {
	broken: '图片文件不完整或已经损坏，打不开。请重新导出后再传。',
	'too-large': `图片尺寸太大，最多 ${pictureLimits.pixels / 10_000} 万像素、单边 ${pictureLimits.side} 像素。请缩小后再传。`,
	disk: '服务器磁盘空间不足，图片没有存下。请联系管理员，稍后再传。',
};

/**
 * Makes the renditions of a picture in a process of its own, at most two at once. Refuses what cannot be decoded,
 * is too large or takes longer than the limit.
 */
export async function developPicture(job: PictureJob): Promise<Developed> {
	await takeTurn();
	try {
		const report = await runWorker(job);
		if (!report.ok) throw new Refusal(refusalCode(report.reason), sentences[report.reason]);
		return report;
	} finally {
		giveTurn();
	}
}

function refusalCode(reason: keyof typeof sentences) {
	return reason === 'disk' ? 'unavailable' : reason === 'too-large' ? 'too-large' : 'invalid';
}

async function takeTurn(): Promise<void> {
	if (darkroom.running < atOnce) {
		darkroom.running++;
		return;
	}
	if (darkroom.waiting.length >= mayWait) {
		throw new Refusal('unavailable', '正在处理的图片太多，请过一会儿再传。');
	}
	// The one who leaves hands its place over, so that the count stands.
	await new Promise<void>((resolve) => darkroom.waiting.push(resolve));
}

function giveTurn(): void {
	const next = darkroom.waiting.shift();
	if (next) next();
	else darkroom.running--;
}

function runWorker(job: PictureJob): Promise<PictureReport> {
	const script = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'media', 'worker.ts');
	const worker = spawn(process.execPath, ['--max-old-space-size=256', '--no-warnings', script, JSON.stringify(job)], {
		stdio: ['ignore', 'pipe', 'ignore'],
		// Nothing of the site's settings: a decoder that was taken over finds no secret here.
		env: { NODE_ENV: 'production' },
		timeout: pictureLimits.milliseconds,
		killSignal: 'SIGKILL',
	});
	return new Promise((resolve, reject) => {
		let output = '';
		worker.stdout.setEncoding('utf8').on('data', (chunk: string) => {
			output += chunk;
		});
		worker.on('error', reject);
		worker.on('close', (code) => {
			if (code === 0) resolve(JSON.parse(output) as PictureReport);
			else reject(new Refusal('invalid', '这张图片处理不了：超时或占用内存太多。请缩小或另存为 JPEG 后再传。'));
		});
	});
}
