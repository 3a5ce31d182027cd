import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { throwaway } from '../../scripts/lib/postgres.mjs';
import { childEnv, root } from '../../scripts/lib/root.mjs';
import { typescript } from '../../scripts/lib/server-process.mjs';
import { step } from '../../scripts/lib/step.mjs';
import { onGround } from '../ground.mjs';

const sizes = {
	quick: { stories: 150, editions: 2, pages: 4, seconds: 20, control: 60 },
	full: { stories: 1000, editions: 8, pages: 16, seconds: 120, control: 200 },
};
const workers = 4;
/** From the orders to the first that is due. */
const leadMilliseconds = 2000;
const killEveryMilliseconds = 5000;
/** Longer than a claim holds. */
const pauseMilliseconds = 8000;
const graceMilliseconds = 30_000;
const mostLateMilliseconds = 2000;

/**
 * Stories and editions fall due while workers are killed and one is paused past its claim: each is published once, no edition
 * before its moment, and no reader who has seen something of one is then shown what was before it.
 */
export function provePublishOnce({ quick, size }) {
	const { control, editions, pages, seconds, ...all } = quick ? sizes.quick : sizes.full;
	const stories = size ?? all.stories;
	return onGround({ name: 'publish-once', overrides: throwaway }, async (ground) => {
		const found = await publishUnderFire(ground, {
			stories,
			editions,
			pages,
			until: leadMilliseconds + seconds * 1000,
		});
		const careless = await publishCarelessly(ground, control);
		const late = found.late.toSorted((a, b) => a - b);
		const p99 = late[Math.ceil(late.length * 0.99) - 1] ?? Number.POSITIVE_INFINITY;
		const figures = {
			due: found.outcomes.length,
			editions: { count: editions, pages, lateMs: found.editionsLate },
			kills: found.kills,
			paused: 1,
			missed: found.outcomes.filter(isMissed).length,
			doubled: found.outcomes.filter(isDoubled).length,
			lateP50Ms: Math.round(late[Math.floor(late.length / 2)] ?? 0),
			lateP99Ms: Math.round(p99),
			lateMaxMs: Math.round(late.at(-1) ?? 0),
			reader: found.reader,
			control: { stories: control, doubled: careless },
		};
		const text = [
			`  到时间的 ${figures.due} 件（${stories} 篇稿、${editions} 期报，每期 ${pages} 版），${workers} 个进程，击杀 ${figures.kills} 次，一个被停住 ${pauseMilliseconds / 1000} 秒`,
			`  漏发 ${figures.missed}，重发 ${figures.doubled}；晚 ${figures.lateP50Ms} / ${figures.lateP99Ms} 毫秒（p50 / p99），最晚 ${figures.lateMaxMs}`,
			`  读者读 ${figures.reader.reads} 次：早见 ${figures.reader.early}，新旧混杂 ${figures.reader.mixtures}，要现渲染的 ${figures.reader.rendered}`,
			`  对照（不认领）：${control} 篇里 ${careless} 篇重发`,
		].join('\n');
		const { early, mixtures, seen } = figures.reader;
		const isWhole = figures.missed + figures.doubled + early + mixtures === 0 && seen === editions;
		const holds = isWhole && p99 <= mostLateMilliseconds && careless > 0;
		return { text, figures, holds };
	});
}

const isMissed = ({ publications, traces, announcements }) => Math.min(publications, traces, announcements) < 1;
const isDoubled = ({ publications, traces, announcements }) => Math.max(publications, traces, announcements) > 1;

async function publishUnderFire({ newsroom, env, signal }, { stories, editions, pages, until }) {
	const { listDue, listOutcomes, orderEditions, orderStories } = await import('./due-stories.ts');
	const times = { from: leadMilliseconds, until };
	const crew = await Promise.all(Array.from({ length: workers }, () => hire(env, 'worker.ts')));
	const reader = await hire(env, 'reader.ts');
	let ordered = [];
	await step('排期', async (note) => {
		ordered = await orderEditions(newsroom, { count: editions, pages, ...times }, note);
	});
	reader.send(ordered);
	const editionIds = ordered.map(({ id }) => id);
	await orderStories(newsroom, { prefix: 'due', count: stories, ...times });
	const due = await listDue('due', editionIds);
	let kills = 0;
	let isOver = false;
	let told;
	try {
		await step('到点', async (note) => {
			const ends = performance.now() + until + graceMilliseconds;
			const paused = pauseOne(crew, leadMilliseconds + 2000);
			let nextKill = performance.now() + killEveryMilliseconds;
			for (;;) {
				signal.throwIfAborted();
				await sleep(250);
				const outcomes = await listOutcomes(due);
				const done = outcomes.filter((one) => !isMissed(one)).length;
				note(`${done}/${due.size}，击杀 ${kills} 次`);
				if (done === due.size || performance.now() > ends) break;
				if (performance.now() < nextKill) continue;
				nextKill += killEveryMilliseconds;
				// The first one is the one that is paused.
				const victim = 1 + (kills++ % (workers - 1));
				crew[victim].kill('SIGKILL');
				// The others go on while its successor comes up.
				void hire(env, 'worker.ts').then((worker) => {
					if (isOver) worker.kill('SIGKILL');
					crew[victim] = worker;
				});
			}
			await paused;
			reader.send('tell');
			[told] = await once(reader, 'message');
		});
	} finally {
		isOver = true;
		for (const worker of [reader, ...crew]) worker.kill('SIGKILL');
	}
	const outcomes = await listOutcomes(due);
	const lateOf = (ones) => ones.flatMap(({ lateMilliseconds }) => lateMilliseconds ?? []);
	const editionsLate = lateOf(outcomes.filter(({ id }) => editionIds.includes(id))).map(Math.round);
	return { outcomes, kills, reader: told, editionsLate, late: lateOf(outcomes) };
}

/** Stops a worker where it is, longer than its claim holds, and lets it go on. */
async function pauseOne([worker], afterMilliseconds) {
	await sleep(afterMilliseconds);
	worker.kill('SIGSTOP');
	await sleep(pauseMilliseconds);
	worker.kill('SIGCONT');
}

async function publishCarelessly({ newsroom, env }, stories) {
	const { listDue, listOutcomes, orderStories } = await import('./due-stories.ts');
	const crew = await Promise.all([hire(env, 'careless-worker.ts'), hire(env, 'careless-worker.ts')]);
	await orderStories(newsroom, { prefix: 'careless', count: stories, from: 500, until: 1500 });
	const due = await listDue('careless', []);
	try {
		for (const until = performance.now() + graceMilliseconds; performance.now() < until; await sleep(250)) {
			if ((await listOutcomes(due)).every((one) => !isMissed(one))) break;
		}
		await sleep(500);
	} finally {
		for (const worker of crew) worker.kill('SIGKILL');
	}
	return (await listOutcomes(due)).filter(isDoubled).length;
}

/** A process of its own that publishes. */
async function hire(env, file) {
	const worker = spawn(process.execPath, typescript(`proof/publish/${file}`), {
		cwd: root,
		// What is printed is no part of this, and would take the processors from it.
		env: childEnv({ ...env, PRINT_AHEAD: '0' }),
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
	await once(worker, 'message');
	return worker;
}
