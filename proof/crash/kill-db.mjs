import { setTimeout as sleep } from 'node:timers/promises';
import { step } from '../../scripts/lib/step.mjs';
import { onGround } from '../ground.mjs';
import { killPostgres } from './kill-group.mjs';

const sizes = { quick: { kills: 25, control: 10 }, full: { kills: 500, control: 60 } };
/** Some kills come while a save is written, some between two. */
const longestWait = 250;

/** `kill -9` of Postgres while articles are saved. What was acknowledged must be there when it is back. */
export async function proveKillDb({ quick, size }) {
	const { control: controls, ...all } = quick ? sizes.quick : sizes.full;
	const kills = size ?? all.kills;
	const found = await onGround({ name: 'kill-db' }, (ground) => killOften(ground, '击杀', kills));
	if (!found) return undefined;
	const overrides = { synchronous_commit: 'off' };
	const control = await onGround({ name: 'kill-db', overrides }, (ground) => killOften(ground, '对照', controls));
	if (!control) return undefined;
	const text = [
		`  击杀 ${found.kills} 次，其中 ${found.inMidSave} 次正在保存；确认过的保存 ${found.acknowledged} 次，丢 ${found.lost} 次；存了一半的 ${found.half} 篇`,
		`  对照（synchronous_commit=off）：击杀 ${control.kills} 次，确认过的保存 ${control.acknowledged} 次，丢 ${control.lost} 次`,
	].join('\n');
	const holds = found.lost === 0 && found.half === 0 && found.inMidSave > 0 && control.lost > 0;
	return { text, figures: { ...found, control }, holds };
}

async function killOften({ data, cluster, newsroom, signal }, title, kills) {
	const { countHalfSaves, findMissing, startSavers } = await import('./savers.ts');
	const figures = { kills: 0, inMidSave: 0, acknowledged: 0, lost: 0, half: 0 };
	const savers = startSavers(newsroom.actors.reporter);
	const look = async () => {
		const acknowledged = savers.takeAcknowledged();
		figures.acknowledged += acknowledged.length;
		figures.lost += (await findMissing(acknowledged)).length;
	};
	await step(title, async (note) => {
		for (let kill = 0; kill < kills; kill++) {
			signal.throwIfAborted();
			await sleep(Math.random() * longestWait);
			if (savers.underWay() > 0) figures.inMidSave++;
			await killPostgres(data);
			figures.kills++;
			await cluster.revive();
			await look();
			note(`${kill + 1}/${kills}`);
		}
		await savers.stop();
		await look();
		figures.half = await countHalfSaves();
	});
	return figures;
}
