import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { writeSecret } from './postgres.mjs';
import { root } from './root.mjs';
import { Trouble } from './trouble.mjs';

/** The operator's settings: the environment, then the file `.env` of the checkout, then the defaults. */
export function readSettings() {
	const file = path.join(root, '.env');
	if (fs.existsSync(file)) process.loadEnvFile(file);
	const given = (name, otherwise) => process.env[name] || otherwise;
	return {
		port: portFrom(given('PORT', '3000')),
		host: given('HOST', '127.0.0.1'),
		data: path.resolve(root, given('DATA_DIR', '.data')),
		databaseUrl: given('DATABASE_URL', null),
		secret: given('AUTH_SECRET', null),
		demo: given('DEMO', '1') !== '0',
	};
}

export function portFrom(text) {
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new Trouble(`PORT=${text} 不是端口号：请用 1–65535 之间的整数。`);
}

/** Makes the data folder: nobody else may list it; the user that root hands the database to may pass through. */
export function openDataFolder(data) {
	fs.mkdirSync(data, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
	fs.accessSync(data, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
}

/** The key that sessions are sealed with: the operator's, or one made at the first start; there is no default. */
export function authSecret(data, given) {
	if (given && given.length < 32) throw new Trouble('AUTH_SECRET 太短：至少 32 个字符；不填则自动生成。');
	if (given) return given;
	const file = path.join(data, 'secret');
	if (!fs.existsSync(file)) writeSecret(file, randomBytes(48).toString('base64url'));
	return fs.readFileSync(file, 'utf8').trim();
}

/** Fails before anything long is done when the site could not listen. */
export async function assertPortFree(host, port) {
	const probe = net.createServer().listen(port, host);
	try {
		await once(probe, 'listening');
	} catch (error) {
		throw listenTrouble(error, host, port) ?? error;
	}
	probe.close();
	await once(probe, 'close');
}

export function listenTrouble({ code }, host, port) {
	if (code === 'EADDRINUSE') {
		return new Trouble(`端口 ${port} 已被占用：请停止占用它的程序，或换一个端口，例如 PORT=${port + 1} npm start。`);
	}
	if (code === 'EACCES') return new Trouble(`没有权限使用端口 ${port}：请用 1024 以上的端口，例如 PORT=3000。`);
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
		return new Trouble(`本机没有地址 ${host}：请检查 HOST，例如 HOST=127.0.0.1 或 HOST=0.0.0.0。`);
	}
	return null;
}

/** Gives a program that reads and writes a database, and serves nobody, the settings of the newspaper. */
export function setForDatabase(url, data) {
	Object.assign(process.env, {
		DATABASE_URL: url,
		AUTH_SECRET: authSecret(data, null),
		DATA_DIR: data,
		NODE_ENV: 'production',
	});
}
