// npm run makeup:check -- brief.json sheet.json: is that sheet what it says it is? Sentences for an editor, the last line JSON.
import { underPinnedNode } from './lib/runtime.mjs';

if (underPinnedNode(import.meta.filename)) {
	await import('./lib/preload.mjs');
	const { makeupCheck } = await import('./lib/makeup-check.mjs');
	process.exitCode = makeupCheck(process.argv.slice(2));
}
