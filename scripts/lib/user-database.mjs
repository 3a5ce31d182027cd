import { connected, ensureDatabase } from './postgres.mjs';
import { Trouble } from './trouble.mjs';

/** What the migrations are written for. */
const oldestServer = 15;

/** Checks the operator's own PostgreSQL and makes the database in it when it is missing and he may. */
export async function openUserDatabase(url) {
	const target = parseDatabaseUrl(url);
	try {
		await inspect(url).catch(async (error) => {
			if (error.code !== '3D000') throw error;
			await ensureDatabase(url);
			await inspect(url);
		});
	} catch (error) {
		throw connectionTrouble(error, target) ?? error;
	}
	return `使用 ${target.host} 上的数据库 ${target.database}`;
}

/** What may be shown of a connection string: never the user's password. */
export function parseDatabaseUrl(url) {
	const parsed = URL.canParse(url) ? new URL(url) : null;
	const database = parsed ? decodeURIComponent(parsed.pathname.slice(1)) : '';
	if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol) || !database) {
		throw new Trouble('DATABASE_URL 写法不对：应形如 postgresql://用户:口令@主机:5432/数据库。');
	}
	return { host: parsed.host, user: decodeURIComponent(parsed.username), database };
}

async function inspect(url) {
	const [encoding, version] = await connected(url, async (client) => {
		const { rows } = await client.query(
			"select current_setting('server_encoding') as encoding, current_setting('server_version_num')::int as version",
		);
		return [rows[0].encoding, Math.floor(rows[0].version / 10_000)];
	});
	if (version < oldestServer) {
		throw new Trouble(`DATABASE_URL 指定的 PostgreSQL 是 ${version} 版：上版需要 ${oldestServer} 或更新的版本。`);
	}
	if (encoding !== 'UTF8') {
		throw new Trouble(`DATABASE_URL 指定的数据库编码是 ${encoding}：请换一个 UTF8 编码的数据库。`);
	}
}

const unreachable = [
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'ETIMEDOUT',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ECONNRESET',
];

export function connectionTrouble(error, { host, user, database }) {
	const code = error.code ?? error.errors?.[0]?.code;
	if (unreachable.includes(code) || /timeout expired/i.test(error.message)) {
		return new Trouble(`连不上 DATABASE_URL 指定的数据库 ${host}：请确认它已启动、地址和端口无误。`);
	}
	if (code === '28P01' || code === '28000') {
		return new Trouble(`数据库 ${host} 拒绝了用户 ${user}：请检查 DATABASE_URL 里的用户名和口令。`);
	}
	if (code === '42501') {
		return new Trouble(`数据库 ${database} 不存在，而用户 ${user} 无权新建：请由管理员建好后重试。`);
	}
	if (code === '53300') return new Trouble(`数据库 ${host} 的连接数已满：请稍后重试，或调高 max_connections。`);
	if (code === '57P03') return new Trouble(`数据库 ${host} 正在启动或关闭：请稍后重试。`);
	return null;
}
