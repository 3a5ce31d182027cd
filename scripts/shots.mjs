// npm run shots [-- name…|--readme]: pictures of every screen, or of those named, or those that the READMEs show.
import { underPinnedNode } from './lib/runtime.mjs';

if (underPinnedNode(import.meta.filename)) {
	const { shots } = await import('./lib/shots.mjs');
	process.exitCode = await shots(process.argv.slice(2));
}
