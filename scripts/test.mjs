// npm test [-- unit|db|e2e [vitest arguments]]: everything that the chosen tests need, from an installed checkout.
import { underPinnedNode } from './lib/runtime.mjs';

if (underPinnedNode(import.meta.filename)) {
	const { test } = await import('./lib/test.mjs');
	process.exitCode = await test(process.argv.slice(2));
}
