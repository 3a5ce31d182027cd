// npm run validate: all that must hold before a commit is shared; stops at the first failure.
import { underPinnedNode } from './lib/runtime.mjs';

if (underPinnedNode(import.meta.filename)) {
	const { validate } = await import('./lib/validate.mjs');
	process.exitCode = await validate({ tests: !process.argv.includes('--static') });
}
