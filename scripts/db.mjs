// A development database, without the site: node scripts/db.mjs [name] starts the cluster of DATA_DIR if it does not
// run, makes and migrates the database, prints its DATABASE_URL and leaves it running; --stop stops it.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { migrate } from './lib/migrate.mjs';
import { ensureDatabase, startCluster } from './lib/postgres.mjs';
import { root } from './lib/root.mjs';
import { report } from './lib/step.mjs';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { stop: { type: 'boolean' }, bare: { type: 'boolean' } },
});

try {
	const cluster = await startCluster({ data: path.resolve(process.env.DATA_DIR ?? path.join(root, '.data')) });
	if (values.stop) await cluster.stop();
	else {
		const url = cluster.url(positionals[0] ?? 'shangban');
		await ensureDatabase(url);
		if (!values.bare) await migrate(url);
		console.log(url);
	}
} catch (error) {
	report(error);
	process.exitCode = 1;
}
