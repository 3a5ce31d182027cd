import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/**
 * Prisma's own driver adapter, mended where migrations need it (all three seen with adapter-pg 7.10.0):
 * - it cuts a script at every `;`, and so breaks `$$…$$` bodies and strings;
 * - it refuses the types of the system catalogue that the engine's introspection selects;
 * - its shadow database is the main database when a connection string is given.
 */
export class Migrator extends PrismaPg {
	#url;

	constructor(url) {
		super(...connectionOf(url));
		this.#url = url;
	}

	async connect() {
		return mend(await super.connect());
	}

	async connectToShadowDb() {
		const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
		const admin = new pg.Client(adminUrl(this.#url));
		await admin.connect();
		await admin.query(`CREATE DATABASE "${name}"`);
		const shadow = mend(await new PrismaPg(...connectionOf(this.#url, name)).connect());
		const dispose = shadow.dispose.bind(shadow);
		shadow.dispose = async () => {
			await dispose();
			await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
			await admin.end();
		};
		return shadow;
	}
}

export function adminUrl(url) {
	const admin = new URL(url);
	admin.pathname = '/postgres';
	return admin.href;
}

export const databaseOf = (url) => decodeURIComponent(new URL(url).pathname.slice(1));

function connectionOf(url, database) {
	const target = new URL(url);
	if (database) target.pathname = `/${database}`;
	const schema = target.searchParams.get('schema') ?? undefined;
	target.searchParams.delete('schema');
	return [{ connectionString: target.href }, { schema }];
}

/** The types that the adapter can read; what else the system catalogue holds is reported as text. */
const readable = new Set([
	16, 17, 19, 20, 21, 23, 25, 26, 114, 142, 143, 199, 650, 651, 700, 701, 790, 791, 869, 1000, 1001, 1002, 1005, 1007,
	1009, 1014, 1015, 1016, 1021, 1022, 1028, 1041, 1042, 1043, 1082, 1083, 1114, 1115, 1182, 1183, 1184, 1185, 1231,
	1266, 1560, 1561, 1562, 1563, 1700, 2950, 2951, 3802, 3807,
]);
const text = 25;
const internalChar = 18;
const firstUserType = 16384;

function mend(adapter) {
	adapter.executeScript = async (sql) => {
		try {
			await adapter.client.query(sql);
		} catch (error) {
			adapter.onError(error);
		}
	};
	const { queryRaw, performIO } = adapter;
	adapter.queryRaw = async (query) => {
		const characters = [];
		const reading = Object.create(adapter);
		reading.performIO = async (wanted) => {
			const answer = await performIO.call(adapter, wanted);
			answer.fields.forEach((field, index) => {
				if (field.dataTypeID === internalChar) characters.push(index);
				if (field.dataTypeID < firstUserType && !readable.has(field.dataTypeID)) field.dataTypeID = text;
			});
			return answer;
		};
		const result = await queryRaw.call(reading, query);
		for (const index of characters) result.columnTypes[index] = ColumnTypeEnum.Character; // as text the engine panics
		return result;
	};
	return adapter;
}
