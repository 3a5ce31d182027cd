import path from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65535);

const Environment = z.object({
	NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
	DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
	AUTH_SECRET: z.string().min(32),
	/** Where uploads, secrets and the embedded database stand. */
	DATA_DIR: z
		.string()
		.default('.data')
		.transform((folder) => path.resolve(folder)),
	HOST: z.string().default('127.0.0.1'),
	PORT: port.default(3000),
	/** The browser that prints, where it is not to be looked for, and libraries that it needs beside the machine's. */
	CHROMIUM_PATH: z.string().optional(),
	CHROMIUM_LIBRARIES: z.string().optional(),
	PATH: z.string().default(''),
	/** Whether pages are printed before somebody asks; 0 for a machine that has no processor to spare. */
	PRINT_AHEAD: z.enum(['0', '1']).default('1'),
	/** The program that converts for the press, its output profile (ICC) and what the press calls its condition of printing. */
	GHOSTSCRIPT_PATH: z.string().optional(),
	PRESS_ICC: z.string().optional(),
	PRESS_CONDITION: z.string().optional(),
	/** The hub (W3C WebSub) that tells others of the feeds; none where it is not set. */
	WEBSUB_HUB: z.url({ protocol: /^https?$/ }).optional(),
	/** The public address, such as https://example.org, where a proxy stands in front. */
	ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
});

export type Env = z.infer<typeof Environment>;

let parsed: Env | undefined;

/**
 * The process's settings, the only reading of `process.env` in the application. Parsed at the first use, so that a
 * build needs none of them; throws with the names of what is missing, never with a value.
 */
export function env(): Env {
	if (parsed) return parsed;
	const result = Environment.safeParse(withoutBlanks(process.env));
	if (!result.success) {
		const names = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
		throw new Error(`Settings missing or malformed: ${names} (see .env.example)`);
	}
	parsed = result.data;
	return parsed;
}

/** A variable set to nothing, as `.env` files and compose files do, counts as not set. */
function withoutBlanks(all: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')) as NodeJS.ProcessEnv;
}
