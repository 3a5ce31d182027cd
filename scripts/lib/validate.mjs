import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { generateClient } from './migrate.mjs';
import { bin, childEnv, root } from './root.mjs';
import { report } from './step.mjs';

const script = (name) => [process.execPath, [path.join(root, 'scripts', name)]];

/** Types need the generated database client and Next's types of the routes. */
const checks = [
	['lint', bin('biome'), ['check']],
	['routes', bin('next'), ['typegen']],
	['types', bin('tsc'), ['--noEmit']],
	['floors', ...script('floors.mjs')],
];

/** Lint, types, version floors and, unless left out, every test. Resolves to the exit status. */
export async function validate({ tests }) {
	try {
		await generateClient();
	} catch (error) {
		report(error);
		return 1;
	}
	const all = tests ? [...checks, ['tests', ...script('test.mjs')]] : checks;
	for (const [name, command, args] of all) {
		console.log(`\n# ${name}`);
		const child = spawn(command, args, { cwd: root, env: childEnv(), stdio: 'inherit' });
		const [status] = await once(child, 'exit');
		if (status !== 0) return typeof status === 'number' ? status : 1;
	}
	return 0;
}
