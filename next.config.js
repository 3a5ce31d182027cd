/** @type {import('next').NextConfig} */
export default {
	poweredByHeader: false,
	reactStrictMode: true,
	// Types are checked by `npm run typecheck` and in CI; the reader's first start need not wait for it.
	typescript: { ignoreBuildErrors: true },
	turbopack: { root: import.meta.dirname },
	images: { unoptimized: true },
	// Next would write the arguments of actions into the log, passwords among them.
	logging: { serverFunctions: false },
	// Native or large packages that Node loads by itself.
	serverExternalPackages: [
		'@node-rs/argon2',
		'@prisma/adapter-pg',
		'@prisma/client',
		'esbuild',
		'pg',
		'pinyin-pro',
		'playwright-core',
		'postgres',
		'sharp',
		'subset-font',
	],
	// A body of 100,000 字 with its marks stays below; pictures go through /api/media, not through actions.
	experimental: {
		serverActions: { bodySizeLimit: '4mb' },
		// Where proxy.ts matches, Next cuts bodies off at 10 MB; pictures of 20 MB and their form must come through whole,
		// so that our own limit is the one that speaks.
		proxyClientMaxBodySize: '24mb',
	},
};
