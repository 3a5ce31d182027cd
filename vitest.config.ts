import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** It drives five persons' pages at once, by keys that must meet what stands on them: alone, after the others. */
const alone = 'tests/e2e/review.test.ts';
const browserTest = {
	// A machine that is busy for a second is no defect of ours; what fails twice is.
	retry: process.env.CI ? 1 : 0,
	testTimeout: 90_000,
	hookTimeout: 120_000,
	// What is waited for comes when it comes: a save on a busy machine takes longer than a second.
	expect: { poll: { timeout: 15_000 } },
};

const unitRooms = '{lib,components,app,prisma,scripts,bench}/**/*.test.{ts,tsx,mjs}';

/** `npm test` brings the database, the built site and the browser; the unit project needs none of them. */
export default defineConfig({
	resolve: {
		alias: {
			'@': import.meta.dirname,
			'server-only': path.join(import.meta.dirname, 'tests/setup/server-only.ts'),
		},
	},
	test: {
		// On two cores Vitest would run one file at a time; most of a test with the database is waiting.
		maxWorkers: 2,
		projects: [
			{ extends: true, test: { name: 'unit', include: [unitRooms] } },
			{
				extends: true,
				test: {
					name: 'db',
					include: ['tests/db/**/*.test.ts'],
					setupFiles: ['tests/setup/database.ts'],
					testTimeout: 20_000,
					hookTimeout: 60_000,
				},
			},
			{
				extends: true,
				test: {
					...browserTest,
					name: 'e2e',
					include: ['tests/e2e/**/*.test.ts'],
					exclude: [alone],
					sequence: { groupOrder: 1 }, // after the others, which keep both cores busy
				},
			},
			{ extends: true, test: { ...browserTest, name: 'e2e-alone', include: [alone], sequence: { groupOrder: 2 } } },
		],
	},
});
