import { setTimeout as sleep } from 'node:timers/promises';
import { connected } from '../../scripts/lib/postgres.mjs';
import { step } from '../../scripts/lib/step.mjs';
import { onGround } from '../ground.mjs';
import { killPostgres } from './kill-group.mjs';

const sizes = { quick: { kills: 25, control: 10 }, full: { kills: 500, control: 60 } };
/** Between two kills some saves are acknowledged; a kill comes while others are written. */
const mostSaves = 12;
const longestWait = 40;

/** `kill -9` of Postgres while articles are saved. What was acknowledged must be there when it is back. */
export async function proveKillDb({ quick, size }) {
	const { control: controls, ...all } = quick ? sizes.quick : sizes.full;
	const kills = size ?? all.kills;
	return onGround({ name: 'kill-db' }, async (ground) => {
		const found = await killOften(ground, '击杀', kills);
		await forgetDurability(ground.url);
		const control = await killOften(ground, '对照', controls);
		return judge(found, control);
	});
}

/** From the next connection on, a commit is answered before it is written. */
function forgetDurability(url) {
	return connected(url, (client) => client.query('ALTER ROLE CURRENT_USER SET synchronous_commit = off'));
}

function judge(found, control) {
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
	const halfBefore = await countHalfSaves();
	const savers = startSavers(newsroom.actors.reporter);
	const look = async () => {
		const acknowledged = savers.takeAcknowledged();
		figures.acknowledged += acknowledged.length;
		figures.lost += (await findMissing(acknowledged)).length;
	};
	await step(title, async (note) => {
		for (let kill = 0; kill < kills; kill++) {
			signal.throwIfAborted();
			await savers.untilAcknowledged(1 + Math.floor(Math.random() * mostSaves));
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
		figures.half = (await countHalfSaves()) - halfBefore;
	});
	return figures;
}
