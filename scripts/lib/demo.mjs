import fs from 'node:fs';
import path from 'node:path';
import { connected, writeSecret } from './postgres.mjs';
import { runProgram } from './program.mjs';
import { typescript } from './server-process.mjs';
import { Trouble } from './trouble.mjs';
import { parseDatabaseUrl } from './user-database.mjs';

const fileOf = (data) => path.join(data, 'demo.json');

/**
 * Prints the demo paper into an empty database. The seed's last line tells the accounts it has made:
 * `{ "password": "…", "accounts": [{ "login": "…", "name": "…", "role": "…" }] }`; they are kept for later starts.
 * A printing that was cut off is begun again on a database made anew by `renew`; where there is none, because the
 * database is the operator's own, it is for him to clear.
 * @param {{ url: string, settings: object, env: Record<string, string>, renew: (() => Promise<void>) | null,
 *   note: (line: string) => void, signal: AbortSignal }} options
 */
export async function seedDemo({ url, settings, env, renew, note, signal }) {
	if (kept(settings)?.printing) await clearHalf(renew);
	else if (await hasPaper(url)) return '已有报纸';
	keep(settings, { printing: true });
	const said = await runProgram(process.execPath, typescript('prisma/seed.ts'), { env, note, signal });
	keep(settings, accountsIn(said) ?? {});
	return '已印出';
}

async function clearHalf(renew) {
	if (!renew) throw new Trouble('上次印样报时中断，数据库里只有半份报纸：请换一个空数据库，或设 DEMO=0 跳过样报。');
	await renew();
}

async function hasPaper(url) {
	const { rowCount } = await connected(url, (client) => client.query('select 1 from "Paper" limit 1'));
	return rowCount > 0;
}

export function accountsIn(output) {
	const last = output.trimEnd().split('\n').at(-1) ?? '';
	try {
		const told = JSON.parse(last);
		return Array.isArray(told.accounts) ? told : null;
	} catch {
		return null;
	}
}

/** The accounts that the demo seed made in this very database; null for any other. */
export function demoAccounts(settings) {
	const demo = kept(settings);
	return demo?.accounts ? demo : null;
}

function keep(settings, demo) {
	writeSecret(fileOf(settings.data), JSON.stringify({ ...demo, database: databaseOf(settings) }));
}

function kept(settings) {
	try {
		const demo = JSON.parse(fs.readFileSync(fileOf(settings.data), 'utf8'));
		return demo.database === databaseOf(settings) ? demo : null;
	} catch {
		return null;
	}
}

function databaseOf({ databaseUrl }) {
	if (!databaseUrl) return 'embedded';
	const { host, database } = parseDatabaseUrl(databaseUrl);
	return `${host}/${database}`;
}
