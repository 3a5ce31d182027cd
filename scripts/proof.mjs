// npm run proof -- audit [--quick]: faults and attacks that the newspaper must withstand. The last line is the figures as JSON.
import { underPinnedNode } from './lib/runtime.mjs';

if (underPinnedNode(import.meta.filename)) {
	const { prove } = await import('../proof/proof.mjs');
	process.exitCode = await prove(process.argv.slice(2));
}
