import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSite } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { watchInterruption } from './interruption.mjs';
import { generateClient, migrate } from './migrate.mjs';
import { connected, ensureDatabase, startCluster, throwaway } from './postgres.mjs';
import { endGroup, runProgram, untilGroupEnded } from './program.mjs';
import { bin, childEnv, root } from './root.mjs';
import { typescript } from './server-process.mjs';
import { report, step } from './step.mjs';
import { countTests } from './test-count.mjs';

const parts = ['unit', 'db', 'e2e'];

/** What must not stay behind. */
const made = { folder: null, cluster: null, vitest: null };

/**
 * Prepares what the chosen parts need in a temporary folder, runs them, and leaves nothing behind.
 * Resolves to the exit status; the last line printed is `N passed, N failed`.
 */
export async function test(args) {
	const chosen = parts.includes(args[0]) ? [args[0]] : parts;
	const rest = parts.includes(args[0]) ? args.slice(1) : args;
	const signal = watchInterruption(force);
	try {
		return await prepareAndRun({ chosen, rest, signal });
	} catch (error) {
		if (signal.aborted) console.log(`测试中断（${signal.reason.message}）。`);
		else report(error, [root, os.tmpdir()]);
		return 1;
	} finally {
		await cleanUp();
	}
}

async function prepareAndRun({ chosen, rest, signal }) {
	made.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shangban-test-'));
	fs.chmodSync(made.folder, 0o711); // the user that root hands the database to passes through
	const env = { TEST_FOLDER: made.folder };
	await step('客户端', (note) => generateClient({ note, signal }));
	if (chosen.some((part) => part !== 'unit')) Object.assign(env, await prepareDatabase(signal));
	if (chosen.includes('e2e')) Object.assign(env, await prepareSite(env, signal));
	return runVitest({ chosen, rest, env, signal });
}

async function prepareDatabase(signal) {
	await step('数据库', async (note) => {
		made.cluster = await startCluster({ data: path.join(made.folder, 'cluster'), overrides: throwaway });
		const url = made.cluster.url('shangban_template');
		await ensureDatabase(url);
		return migrate(url, { note, signal });
	});
	return { TEST_CLUSTER_URL: made.cluster.url('').slice(0, -1) };
}

/** The demo paper as a template, the production build, the browser. */
async function prepareSite(env, signal) {
	await step('样报', async (note) => {
		const create = 'create database shangban_demo template shangban_template';
		await connected(made.cluster.url('postgres'), (client) => client.query(create));
		const settings = {
			DATABASE_URL: made.cluster.url('shangban_demo'),
			AUTH_SECRET: 'a secret for tests alone, kept nowhere else',
			DATA_DIR: path.join(made.folder, 'demo'),
		};
		fs.mkdirSync(settings.DATA_DIR);
		await runProgram(process.execPath, typescript('prisma/seed.ts'), { env: { ...env, ...settings }, note, signal });
	});
	await step('构建', (note) => buildSite({ note, signal }));
	let browser;
	await step('浏览器', async () => {
		browser = await findChromium(made.folder);
		return browser.executable;
	});
	return { TEST_CHROMIUM: browser.executable, TEST_CHROMIUM_LIBRARIES: browser.libraries ?? '' };
}

async function runVitest({ chosen, rest, env, signal }) {
	signal.throwIfAborted();
	const results = path.join(made.folder, 'results.json');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
	const projects = chosen.flatMap((part) => ['--project', `${part}*`]);
	made.vitest = spawn(bin('vitest'), ['run', ...projects, ...reporters, ...rest], {
		cwd: root,
		env: childEnv({ ...env, NODE_ENV: 'test' }),
		stdio: ['ignore', 'inherit', 'inherit'],
		detached: process.platform !== 'win32',
	});
	signal.addEventListener('abort', () => endGroup(made.vitest), { once: true });
	const status = await new Promise((resolve) => {
		made.vitest.once('exit', (code, killedBy) => resolve(code ?? killedBy));
	});
	signal.throwIfAborted();
	const { passed, failed } = countTests(JSON.parse(fs.readFileSync(results, 'utf8')));
	if (status !== 0 && failed === 0) console.log('测试之外出了错，见上文。');
	if (passed + failed === 0) console.log('没有找到测试。');
	console.log(`${passed} passed, ${failed} failed`);
	return status === 0 && failed === 0 && passed > 0 ? 0 : 1;
}

async function cleanUp() {
	// Servers that an interrupted test has started are on their way down, and need their files for it.
	if (made.vitest) await untilGroupEnded(made.vitest, 15_000);
	await made.cluster?.discard();
	if (made.folder) fs.rmSync(made.folder, { recursive: true, force: true });
}

function force() {
	if (made.vitest) endGroup(made.vitest, 'SIGKILL');
	made.cluster?.stop('immediate');
	if (made.folder) fs.rmSync(made.folder, { recursive: true, force: true });
}
