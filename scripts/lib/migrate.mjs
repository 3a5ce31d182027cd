import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { connected } from './postgres.mjs';
import { runProgram } from './program.mjs';
import { bin, root } from './root.mjs';
import { Trouble } from './trouble.mjs';

const schemaFile = path.join(root, 'prisma/schema.prisma');
const stampFile = path.join(root, 'generated/prisma/schema.sha256');

/** Generates the database client when the schema or Prisma itself has changed since the last time. */
export async function generateClient({ note, signal } = {}) {
	const version = JSON.parse(fs.readFileSync(path.join(root, 'node_modules/prisma/package.json'), 'utf8')).version;
	const stamp = createHash('sha256').update(version).update(fs.readFileSync(schemaFile)).digest('hex');
	if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp) return false;
	note?.('生成数据库客户端');
	await runProgram(bin('prisma'), ['generate'], { note, signal });
	fs.writeFileSync(stampFile, stamp);
	return true;
}

/** The migrations of this checkout in order, each with the checksum that Prisma keeps of it. */
export function localMigrations(folder = path.join(root, 'prisma/migrations')) {
	if (!fs.existsSync(folder)) return [];
	return fs
		.readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => ({ name: entry.name, file: path.join(folder, entry.name, 'migration.sql') }))
		.filter(({ file }) => fs.existsSync(file))
		.map(({ name, file }) => ({ name, checksum: createHash('sha256').update(fs.readFileSync(file)).digest('hex') }))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * What a database lacks (`pending`), and what it has that this checkout does not know (`unknown`: it was made
 * by a newer version). A migration whose text has changed counts as pending, so that Prisma judges it.
 */
export function compareMigrations(local, applied) {
	const done = new Map(applied.map((row) => [row.name, row.checksum]));
	const known = new Set(local.map(({ name }) => name));
	return {
		pending: local.filter(({ name, checksum }) => done.get(name) !== checksum).map(({ name }) => name),
		unknown: applied.map(({ name }) => name).filter((name) => !known.has(name)),
	};
}

async function appliedMigrations(url) {
	return connected(url, async (client) => {
		const found = await client.query("select to_regclass('_prisma_migrations') is not null as made");
		if (!found.rows[0].made) return [];
		const { rows } = await client.query(
			'select migration_name as name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
		);
		return rows;
	});
}

/** Brings the client and the database to this checkout's schema; costs one query when they are there already. */
export async function migrate(url, { note, signal } = {}) {
	const generated = await generateClient({ note, signal });
	const { pending, unknown } = compareMigrations(localMigrations(), await appliedMigrations(url));
	if (unknown.length > 0) {
		throw new Trouble(`数据库由更新版本的上版建立（本版不认识迁移 ${unknown.at(-1)}）：请升级上版，或换一个数据库。`);
	}
	if (pending.length === 0) return generated ? '客户端已生成' : '已是最新';
	note?.(`执行 ${pending.length} 个迁移`);
	await runProgram(bin('prisma'), ['migrate', 'deploy'], { env: { DATABASE_URL: url }, note, signal });
	return `已执行 ${pending.length} 个迁移`;
}
