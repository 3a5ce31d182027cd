// Loaded before anything else in the process that reads imported files (node --import). The file may be hostile: whatever
// a parser could be talked into, it finds no network, no other program and no thread. Files are barred by Node's own
// permission model, which the parent switches on. Also finds TypeScript the way the rest of the project writes it.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../../', import.meta.url);
const barred = new Set([
	...[
		'net',
		'tls',
		'dgram',
		'dns',
		'dns/promises',
		'http',
		'http2',
		'https',
		'quic',
		'inspector',
		'inspector/promises',
	],
	...['child_process', 'cluster', 'worker_threads', 'repl', 'vm', 'wasi'],
]);

registerHooks({
	resolve(specifier, context, next) {
		bar(specifier);
		const target = specifier.startsWith('@/')
			? new URL(specifier.slice(2), root)
			: relative(specifier, context.parentURL);
		return next(target ? withExtension(target) : specifier, context);
	},
});

const { getBuiltinModule } = process;
Object.defineProperty(process, 'getBuiltinModule', {
	value: (name) => {
		bar(name);
		return getBuiltinModule.call(process, name);
	},
	configurable: false,
	writable: false,
});

function bar(name) {
	if (barred.has(name.replace(/^node:/, ''))) throw new Error(`${name} is barred while a file is read`);
}

for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) {
	Object.defineProperty(globalThis, name, { value: undefined, configurable: false, writable: false });
}

/** Only the project's own sources leave the extension out. */
function relative(specifier, parent) {
	return specifier.startsWith('.') && parent && !parent.includes('/node_modules/')
		? new URL(specifier, parent)
		: undefined;
}

function withExtension(url) {
	const file = fileURLToPath(url);
	return /\.\w+$/.test(file) && existsSync(file) ? url.href : pathToFileURL(`${file}.ts`).href;
}
