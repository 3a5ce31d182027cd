import path from 'node:path';
import { defineConfig } from 'prisma/config';

// Prisma fetches its native schema engine from a host of its own; ours runs the same engine from an npm package,
// so that a registry is all that an installation needs (docs/decisions).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve(import.meta.dirname, 'scripts/schema-engine.mjs');
process.env.CHECKPOINT_DISABLE ??= '1';

export default defineConfig({
	schema: 'prisma/schema.prisma',
	migrations: { path: 'prisma/migrations', seed: 'tsx prisma/seed.ts' },
	datasource: { url: process.env.DATABASE_URL ?? 'postgresql://127.0.0.1/none' },
});
