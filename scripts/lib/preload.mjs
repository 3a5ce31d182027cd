// What a TypeScript program of this project needs before it runs under plain Node: node --import ./scripts/lib/preload.mjs x.ts
// tsx reads TypeScript, JSX and the alias `@/`; Next's bundler understands `server-only`, Node would refuse it.
import { registerHooks } from 'node:module';
import 'tsx';

registerHooks({
	resolve(specifier, context, next) {
		if (specifier !== 'server-only') return next(specifier, context);
		return { url: 'data:text/javascript,', format: 'module', shortCircuit: true };
	},
});
