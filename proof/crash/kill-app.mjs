import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { throwaway } from '../../scripts/lib/postgres.mjs';
import { childEnv, root } from '../../scripts/lib/root.mjs';
import { typescript } from '../../scripts/lib/server-process.mjs';
import { step } from '../../scripts/lib/step.mjs';
import { onGround } from '../ground.mjs';

const sizes = { quick: { kills: 8, control: 6 }, full: { kills: 100, control: 30 } };
const writers = 6;
const wordsAStory = 400;
/** From before an edition is due until it is out for certain. */
const longestWait = 2500;
const patienceMilliseconds = 60_000;

/** `kill -9` of the site while stories are saved, editions published and pictures taken in. */
export function proveKillApp({ quick, size }) {
	const { control, ...all } = quick ? sizes.quick : sizes.full;
	const kills = size ?? all.kills;
	return onGround({ name: 'kill-app', overrides: throwaway }, async (ground) => {
		const found = await killOften(ground, await ground.serve(), kills);
		const half = await publishCarelessly(ground, kills, control);
		const text = [
			`  击杀 ${found.kills} 次：${found.inMidSave} 次正在保存，${found.inMidPublish} 次到点的期还没有出完，${found.inMidUpload} 次正在上传`,
			`  确认过的文字 ${found.words} 个，丢 ${found.lostWords} 个；确认过的图片 ${found.pictures} 张，丢 ${found.lostPictures} 张`,
			`  出版一半的期 ${found.halfPublished}，没有出成的期 ${found.unpublished}；文件不全的图片 ${found.orphans}，存了一半的稿 ${found.halfSaved}`,
			`  对照（逐行出版）：${control} 期里 ${half} 期只出了一半`,
		].join('\n');
		const bad = ['lostWords', 'lostPictures', 'halfPublished', 'unpublished', 'orphans', 'halfSaved'];
		const wasBusy = found.inMidSave > 0 && found.inMidPublish > 0 && found.inMidUpload > 0;
		const holds = bad.every((name) => found[name] === 0) && wasBusy && half > 0;
		return { text, figures: { ...found, control: { editions: control, half } }, holds };
	});
}

async function killOften({ newsroom, signal }, site, kills) {
	const { orderEdition, publicationOf } = await import('./edition.ts');
	const { countLost, countOrphans, startUploads } = await import('./uploads.ts');
	const { countHalfSaves } = await import('./savers.ts');
	const { signIn } = await import('../writing/person.ts');
	const person = await signIn(site, newsroom.actors.desk_editor);
	const desk = await startTyping(person);
	const uploads = startUploads(person);
	const found = { kills: 0, inMidSave: 0, inMidPublish: 0, inMidUpload: 0, halfPublished: 0, unpublished: 0 };
	await step('击杀', async (note) => {
		for (let kill = 0; kill < kills; kill++) {
			signal.throwIfAborted();
			const edition = await orderEdition(newsroom, kill);
			await sleep(Math.random() * longestWait);
			const before = await publicationOf(edition);
			if (desk.isSaving()) found.inMidSave++;
			if (uploads.underWay() > 0) found.inMidUpload++;
			await site.kill();
			found.kills++;
			const after = await publicationOf(edition);
			if (before === 'none' && (await isDue(edition))) found.inMidPublish++;
			if (after === 'half') found.halfPublished++;
			await site.revive();
			if (!(await untilPublished(() => publicationOf(edition)))) found.unpublished++;
			note(`${kill + 1}/${kills}`);
		}
	});
	await uploads.stop();
	const { words, lostWords } = await desk.stop();
	return {
		...found,
		words,
		lostWords,
		pictures: uploads.acknowledged.length,
		lostPictures: await countLost(uploads.acknowledged),
		orphans: await countOrphans(),
		halfSaved: await countHalfSaves(),
	};
}

async function isDue({ id }) {
	const { db } = await import('../../lib/db.ts');
	return (await db.edition.count({ where: { id, publishAt: { lte: new Date() } } })) === 1;
}

async function untilPublished(look) {
	for (const until = performance.now() + patienceMilliseconds; performance.now() < until; await sleep(100)) {
		if ((await look()) === 'whole') return true;
	}
	return false;
}

/** Writers who type and save all the time, each in a story of his own and, when that is long enough, in another. */
async function startTyping(person) {
	const { wordsOfRevisions } = await import('../writing/words.ts');
	const state = { isStopped: false };
	const all = [];
	const loops = Array.from({ length: writers }, async () => {
		while (!state.isStopped) {
			const writer = await beginStory(person);
			all.push(writer);
			while (!state.isStopped && writer.typed.length < wordsAStory) {
				writer.type(0);
				await writer.settle();
				await sleep(30);
			}
			while ((await writer.settle()) !== 'saved') await sleep(200);
		}
	});
	return {
		isSaving: () => all.some((writer) => writer.isSaving),
		async stop() {
			state.isStopped = true;
			await Promise.all(loops);
			let lostWords = 0;
			for (const { articleId, typed, acknowledged } of all) {
				const last = new Set((await wordsOfRevisions(articleId)).at(-1));
				lostWords += [...typed, ...acknowledged].filter((word) => !last.has(word)).length;
			}
			return { words: all.reduce((sum, { typed }) => sum + typed.length, 0), lostWords };
		},
	};
}

async function beginStory(person) {
	const { Writer } = await import('../writing/writer.ts');
	const { contentOf } = await import('../writing/words.ts');
	const { createArticle } = await import('../../lib/article/write.ts');
	const content = contentOf(['一', '二']);
	const { id } = await createArticle(person.actor, { requestId: crypto.randomUUID(), content });
	const writer = new Writer(person, id);
	const opens = () =>
		writer.open().then(
			() => true,
			() => false,
		);
	while (!(await opens())) await sleep(200);
	return writer;
}

/** The control: the same editions published row by row, by a process that is killed in it. Answers how many are half out. */
async function publishCarelessly({ newsroom, env }, from, editions) {
	const { orderEdition, publicationOf } = await import('./edition.ts');
	const { db } = await import('../../lib/db.ts');
	let half = 0;
	await step('对照', async () => {
		for (let number = 0; number < editions; number++) {
			const edition = await orderEdition(newsroom, from + number);
			// Not by the site, which would do it right.
			await db.edition.update({ where: { id: edition.id }, data: { publishAt: null } });
			const program = typescript('proof/crash/careless-publisher.ts');
			const child = spawn(process.execPath, [...program, JSON.stringify(edition)], {
				cwd: root,
				env: childEnv(env),
				stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
			});
			await once(child, 'message');
			await sleep(Math.random() * 25);
			child.kill('SIGKILL');
			await once(child, 'exit');
			if ((await publicationOf(edition)) === 'half') half++;
		}
	});
	return half;
}
