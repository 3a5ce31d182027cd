import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Trouble } from './trouble.mjs';

/**
 * Postgres refuses to run as root: root hands it to `postgres` or `nobody`.
 * Everyone else runs it as himself: an empty object, to spread into spawn options.
 */
export function databaseUser() {
	if (process.getuid?.() !== 0) return {};
	for (const name of ['postgres', 'nobody']) {
		const uid = idOf('-u', name);
		const gid = idOf('-g', name);
		if (uid !== null && gid !== null) return { uid, gid };
	}
	throw new Trouble('以 root 启动时需要系统用户 postgres 或 nobody 来运行数据库，但两者都不存在：请改用普通用户启动。');
}

function idOf(flag, name) {
	const found = spawnSync('id', [flag, name], { encoding: 'utf8' });
	return found.status === 0 ? Number(found.stdout) : null;
}

const shelters = '/var/lib/shangban';

/**
 * The folder in which the database's files stand. A data folder under /root cannot be entered by the user that root
 * hands the database to: the files then stand under /var/lib, and the wanted folder is a link to them.
 */
export function reachableFolder(wanted, user) {
	const parent = path.dirname(wanted);
	fs.mkdirSync(parent, { recursive: true, mode: user.uid === undefined ? 0o700 : 0o711 });
	const isLink = fs.lstatSync(wanted, { throwIfNoEntry: false })?.isSymbolicLink();
	if (isLink && fs.existsSync(path.dirname(fs.readlinkSync(wanted)))) return fs.readlinkSync(wanted);
	if (canPass(parent, user)) return wanted;
	fs.rmSync(wanted, { force: true });
	const shelter = path.join(shelters, randomBytes(6).toString('hex'));
	fs.mkdirSync(shelter, { recursive: true, mode: 0o711 });
	fs.symlinkSync(path.join(shelter, path.basename(wanted)), wanted);
	return path.join(shelter, path.basename(wanted));
}

/** Removes a database's files for good, a shelter included. */
export function removeFolder(folder) {
	const isSheltered = folder.startsWith(`${shelters}/`);
	fs.rmSync(isSheltered ? path.dirname(folder) : folder, { recursive: true, force: true });
}

/** The database's programs, copied beside its files where its user cannot come to node_modules. */
export function reachablePrograms({ native, version }, folder, user) {
	if (canPass(path.join(native, 'bin/postgres'), user)) return native;
	const copy = path.join(path.dirname(folder), `postgres-${version}`);
	if (fs.existsSync(copy)) return copy;
	const draft = `${copy}.new`;
	fs.rmSync(draft, { recursive: true, force: true });
	try {
		fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
	} catch (error) {
		fs.rmSync(draft, { recursive: true, force: true });
		throw error.code === 'EIO' ? new Error('ENOSPC while the database programs were copied') : error; // as Node says it
	}
	fs.renameSync(draft, copy);
	return copy;
}

/** Whether the user can walk to a folder or run a program. */
function canPass(target, user) {
	return user.uid === undefined || spawnSync('test', ['-x', target], { ...user, cwd: '/' }).status === 0;
}
