import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Trouble } from './trouble.mjs';

/** Names the lock that the launcher of a cluster holds in it: «上版» as four bytes. */
const launcherLock = 0x4e0a_7248;

/** A server that died in mid-flight is started again at once, a few times; then patiently, since a full disk takes a person. */
const hastyTries = 3;
const hastyWait = 1000;
const patientWait = 30_000;

/**
 * Holds a cluster for this launcher and starts it again when it dies. The lock lives in the database itself: it
 * cannot outlive a killed launcher, and two launchers on one data folder cannot both stop the server.
 * @param {{ url: (database: string) => string, revive: () => Promise<void> }} cluster
 * @param {(sentence: string) => void} say
 */
export async function guardCluster(cluster, say) {
	let released = false;
	let client;

	async function hold() {
		const held = new pg.Client({ connectionString: cluster.url('postgres'), keepAlive: true });
		let watching = false;
		held.on('error', () => {}); // `end` follows
		held.once('end', () => watching && onEnd());
		await held.connect();
		const { rows } = await held.query('select pg_try_advisory_lock($1) as got', [launcherLock]);
		if (!rows[0].got) {
			await held.end();
			throw new Trouble('这个数据文件夹正被另一个上版使用：请先停止它，或用 DATA_DIR 换一个文件夹。');
		}
		watching = true;
		client = held;
	}

	async function onEnd() {
		if (released) return;
		say('数据库意外停止，正在重新启动；其间读者看到的是已存的版面。');
		for (let tries = 0; !released; tries++) {
			if (tries === hastyTries) say('数据库没能起来，每半分钟再试一次；原因见数据文件夹里的 postgres.log。');
			try {
				await cluster.revive();
				await hold();
				say('数据库已恢复。');
				return;
			} catch {
				await sleep(tries < hastyTries ? hastyWait : patientWait, undefined, { ref: false });
			}
		}
	}

	await hold();
	return {
		async release() {
			released = true;
			await client.end().catch(() => {});
		},
	};
}
