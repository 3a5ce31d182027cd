// npm run makeup -- brief.json: composes a page and prints its sheet. --help tells the rest.
import { underPinnedNode } from './lib/runtime.mjs';

/** Only when a PDF is asked for. */
async function openBrowser(folder) {
	const { launchBrowser } = await import('./lib/browser.mjs');
	return launchBrowser(folder, new AbortController().signal);
}

if (underPinnedNode(import.meta.filename)) {
	await import('./lib/preload.mjs');
	const { makeup } = await import('./makeup/command.ts');
	process.exitCode = await makeup(process.argv.slice(2), openBrowser);
}
