import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sandboxArguments } from './process';

/** Runs code as a parser that was taken over would; answers what it printed. */
function run(code: string): string {
	const options = { encoding: 'utf8', env: { NODE_ENV: 'production' }, input: '' } as const;
	const { stdout, stderr } = spawnSync(
		process.execPath,
		[...sandboxArguments(), '--input-type=module', '--eval', code],
		options,
	);
	return (stdout + stderr).trim();
}

/** The outcome of each attempt, as its error's code or message. */
const attempt = (what: string) =>
	`try { ${what}; console.log('DONE') } catch (error) { console.log(error.code ?? error.message) }`;

describe('the sandbox of imported files', () => {
	it('lets nothing be read but our sources, and nothing written', () => {
		const secret = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-')), 'secret');
		fs.writeFileSync(secret, 'secret');
		const found = run(
			[
				"const fs = process.getBuiltinModule('fs');",
				...['/etc/passwd', secret, path.resolve('.env'), path.resolve('.data/secrets.json')].map((file) =>
					attempt(`fs.readFileSync(${JSON.stringify(file)})`),
				),
				attempt(`fs.writeFileSync(${JSON.stringify(`${secret}2`)}, 'x')`),
				attempt(`fs.writeFileSync('lib/x', 'x')`),
				attempt(`fs.readdirSync('/')`),
				attempt(`fs.readFileSync('lib/import/worker.ts')`),
			].join('\n'),
		);
		expect(found.split('\n')).toEqual([...Array(7).fill('ERR_ACCESS_DENIED'), 'DONE']);
	});

	it('knows no network, no program, no thread and no compiler', () => {
		const modules = [
			'node:net',
			'http',
			'node:https',
			'node:dns',
			'node:dgram',
			'node:tls',
			'node:http2',
			'node:child_process',
			'node:worker_threads',
			'node:vm',
			'node:inspector',
		];
		const imports = modules.map((name) => attempt(`await import('${name}')`));
		const requires = modules.map((name) =>
			attempt(`process.getBuiltinModule('module').createRequire(process.cwd() + '/lib/x.js')('${name}')`),
		);
		const found = run([...imports, ...requires].join('\n')).split('\n');
		expect(found).toHaveLength(modules.length * 2);
		expect(found.filter((line) => !line.includes('is barred'))).toEqual([]);
		expect(run(`console.log(typeof fetch, typeof WebSocket)`)).toBe('undefined undefined');
		expect(run(attempt(`eval('1')`))).toMatch(/Code generation from strings disallowed/);
	});

	it('starts no connection by a module that was fetched round the guard', () => {
		const found = run(
			['net', 'http', 'child_process', 'worker_threads']
				.map((name) => attempt(`process.getBuiltinModule('${name}')`))
				.join('\n'),
		);
		expect(found.split('\n').filter((line) => line === 'DONE')).toEqual([]);
	});
});
