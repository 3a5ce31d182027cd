import { parseArgs } from 'node:util';

/** Each answers `{ text, figures, holds }` and takes away what it made. */
const proofs = {
	audit: {
		title: '留痕的链：一千次篡改',
		load: () => import('./audit/audit.mjs').then(({ proveAudit }) => proveAudit),
	},
};

/** Runs one proof and prints what it found, then one line of JSON. Resolves to the exit status: 1 where a figure is missed. */
export async function prove(args) {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		strict: false,
		options: { quick: { type: 'boolean', default: false } },
	});
	const [name = ''] = positionals;
	if (!Object.hasOwn(proofs, name)) {
		console.error(`用法：npm run proof -- ${Object.keys(proofs).join('|')} [--quick]`);
		return 2;
	}
	const { title, load } = proofs[name];
	const run = await load();
	const outcome = await run({ quick: values.quick });
	if (!outcome) return 1;
	const { text, figures, holds } = outcome;
	console.log(`\n${title}\n\n${text}\n`);
	console.log(JSON.stringify({ proof: name, quick: values.quick, node: process.version, ...figures, holds }));
	return holds ? 0 : 1;
}
