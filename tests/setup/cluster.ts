import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Long enough for the sessions of a test; the same everywhere, so that a server can be started anew. */
export const testSecret = 'a secret for tests alone, kept nowhere else';

/** Migrated and empty, or with the demo paper printed in it. */
export type Template = 'empty' | 'demo';

const templates: Record<Template, string> = { empty: 'shangban_template', demo: 'shangban_demo' };

/** What scripts/test.mjs has prepared and put into the environment. */
export function prepared(name: 'TEST_CLUSTER_URL' | 'TEST_FOLDER' | 'TEST_CHROMIUM'): string {
	const value = process.env[name];
	if (!value) throw new Error(`${name} is missing: run this test through npm test -- db|e2e [file]`);
	return value;
}

/** A database of one's own, copied from a template; it goes with the cluster when the tests end. */
export async function createDatabase(template: Template): Promise<string> {
	const cluster = prepared('TEST_CLUSTER_URL');
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	const client = new pg.Client(`${cluster}/postgres`);
	await client.connect();
	try {
		await client.query(`create database ${name} template ${templates[template]}`);
	} finally {
		await client.end();
	}
	return `${cluster}/${name}`;
}
