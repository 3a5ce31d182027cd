// npm run bench -- reader weight makeup check pdf … [--quick]: how fast the paper is, how heavy, how well made up, how well checked, how fast printed. Each ends with a line of its figures as JSON.
import { underPinnedNode } from './lib/runtime.mjs';

if (underPinnedNode(import.meta.filename)) {
	const { bench } = await import('../bench/bench.mjs');
	process.exitCode = await bench(process.argv.slice(2));
}
