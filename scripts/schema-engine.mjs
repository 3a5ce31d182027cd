#!/usr/bin/env node
// Prisma's command line speaks JSON-RPC over stdio with a native schema engine that it fetches from a host of its own.
// This program answers in its stead with the same engine from npm (@prisma/schema-engine-wasm), over the driver pg.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { adminUrl, databaseOf, Migrator } from './lib/migrator.mjs';

const options = parseArguments(process.argv.slice(2));

function parseArguments(argv) {
	const parsed = { datamodels: [], url: undefined, command: undefined };
	const rest = [...argv];
	for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
		if (word === '--datamodels') {
			const file = rest.shift();
			parsed.datamodels.push([file, fs.readFileSync(file, 'utf8')]);
		} else if (word === '--datasource') parsed.url = JSON.parse(rest.shift()).url;
		else if (word === '--version') parsed.command = 'version';
		else if (word === 'cli') parsed.command = rest.shift();
		else if (word.startsWith('--')) rest.shift();
	}
	return parsed;
}

/** Prisma reads the engine's standard error line by line, as log entries. */
function logError(message, code) {
	const fields = { message, ...(code && { error_code: code }) };
	const entry = { timestamp: new Date().toISOString(), level: 'ERROR', fields, target: 'schema_engine::logger' };
	process.stderr.write(`\n${JSON.stringify(entry)}\n`);
}

async function query(url, sql) {
	const client = new pg.Client(url);
	await client.connect();
	try {
		if (sql) await client.query(sql);
	} finally {
		await client.end();
	}
}

async function createDatabase(url) {
	const name = databaseOf(url);
	await query(adminUrl(url), `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
	return name;
}

const commands = {
	version: () => console.log('schema-engine-wasm'),
	'can-connect-to-database': () => query(options.url),
	'create-database': () => createDatabase(options.url),
	'drop-database': () =>
		query(
			adminUrl(options.url),
			`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(databaseOf(options.url))} WITH (FORCE)`,
		),
};

const codes = { '3D000': 'P1003', '28P01': 'P1000', ECONNREFUSED: 'P1001' };

async function runCommand(name) {
	try {
		await commands[name]?.();
		process.exit(0);
	} catch (error) {
		logError(error.message || String(error.code), codes[error.code] ?? 'P1001');
		process.exit(1);
	}
}

const panic = { message: '' };

async function loadEngine() {
	const require = createRequire(import.meta.url);
	const glue = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
	const bindings = await import(glue);
	const code = fs.readFileSync(path.join(path.dirname(glue), 'schema_engine_bg.wasm'));
	const { instance } = await WebAssembly.instantiate(code, { './schema_engine_bg.js': bindings });
	bindings.__wbg_set_wasm(instance.exports);
	instance.exports.__wbindgen_start();
	globalThis.PRISMA_WASM_PANIC_REGISTRY = {
		set_message(message) {
			panic.message = message;
		},
	};
	const factory = bindMigrationAwareSqlAdapterFactory(options.url ? new Migrator(options.url) : offline);
	const datamodels = options.datamodels.length > 0 ? options.datamodels : undefined;
	return bindings.SchemaEngine.new({ datamodels }, () => {}, factory);
}

function refuse() {
	throw new Error('no datasource url');
}

/** For the commands that need no database, such as a diff between two files. */
const offline = { provider: 'postgres', adapterName: 'offline', connect: refuse, connectToShadowDb: refuse };

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

let engine;
let printed = 0;

async function call(method, params) {
	if (method === 'createDatabase')
		return { databaseName: await createDatabase(params?.datasource?.url ?? options.url) };
	engine ??= loadEngine();
	const loaded = await engine;
	if (method === 'getDatabaseVersion') return loaded.version(params);
	const result = await loaded[method](params ?? undefined);
	if (method !== 'diff') return result;
	if (result.stdout != null) {
		printed += 1;
		send({ method: 'print', id: printed, params: { content: result.stdout } });
	}
	return { exitCode: result.exitCode };
}

async function answer({ id, method, params }) {
	try {
		send({ id, result: (await call(method, params)) ?? {} });
	} catch (error) {
		const data = { is_panic: false, message: panic.message || error?.message || String(error), meta: error?.meta };
		if (/^P\d+$/.test(error?.code ?? '')) data.error_code = error.code;
		send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } });
	}
}

function serve() {
	// Without this a crash of the engine would end the command line silently, with success.
	process.on('uncaughtException', (error) => {
		logError(`schema engine crashed: ${error.stack ?? error}`);
		process.exit(1);
	});
	let last = Promise.resolve();
	readline
		.createInterface({ input: process.stdin })
		.on('line', (line) => {
			if (!line.trim()) return;
			const message = JSON.parse(line);
			if (message.method) last = last.then(() => answer(message));
		})
		.on('close', () => last.finally(() => process.exit(0)));
}

if (options.command) await runCommand(options.command);
else serve();
