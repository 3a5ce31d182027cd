// npm start, npm run dev: everything from an installed checkout to a running newspaper.
import { underPinnedNode } from './lib/runtime.mjs';

if (underPinnedNode(import.meta.filename)) {
	const { start } = await import('./lib/start.mjs');
	process.exitCode = await start({ dev: process.argv.includes('--dev') });
}
