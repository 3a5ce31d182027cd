// npm run bench -- reader weight search makeup check pdf … [--quick]: how fast, how heavy, how well found, made up and checked the paper is. Each ends with a line of its figures as JSON.
import { underPinnedNode } from './lib/runtime.mjs';

if (underPinnedNode(import.meta.filename)) {
	const { bench } = await import('../bench/bench.mjs');
	process.exitCode = await bench(process.argv.slice(2));
}
