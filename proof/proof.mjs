import { parseArgs } from 'node:util';

/** Each answers `{ text, figures, holds }` and takes away what it made. */
const proofs = {
	audit: {
		title: '留痕的链：一千次篡改',
		load: () => import('./audit/audit.mjs').then(({ proveAudit }) => proveAudit),
	},
	'two-editors': {
		title: '几个人写一篇稿',
		load: () => import('./writing/two-editors.mjs').then(({ proveTwoEditors }) => proveTwoEditors),
	},
	'net-cut': {
		title: '断网',
		load: () => import('./net/net-cut.mjs').then(({ proveNetCut }) => proveNetCut),
	},
	'publish-once': {
		title: '到点刊发一次',
		load: () => import('./publish/publish-once.mjs').then(({ provePublishOnce }) => provePublishOnce),
	},
	'kill-app': {
		title: '服务被强行终止',
		load: () => import('./crash/kill-app.mjs').then(({ proveKillApp }) => proveKillApp),
	},
	'kill-db': {
		title: '数据库被强行终止',
		load: () => import('./crash/kill-db.mjs').then(({ proveKillDb }) => proveKillDb),
	},
};

/** Runs one proof and prints what it found, then one line of JSON. Resolves to the exit status: 1 where a figure is missed. */
export async function prove(args) {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		strict: false,
		options: { quick: { type: 'boolean', default: false }, size: { type: 'string' } },
	});
	const [name = ''] = positionals;
	if (!Object.hasOwn(proofs, name)) {
		console.error(`用法：npm run proof -- ${Object.keys(proofs).join('|')} [--quick] [--size 次数]`);
		return 2;
	}
	const { title, load } = proofs[name];
	const run = await load();
	const outcome = await run({ quick: values.quick, size: values.size ? Number(values.size) : undefined });
	if (!outcome) return 1;
	const { text, figures, holds } = outcome;
	console.log(`\n${title}\n\n${text}\n`);
	console.log(JSON.stringify({ proof: name, quick: values.quick, node: process.version, ...figures, holds }));
	return holds ? 0 : 1;
}
