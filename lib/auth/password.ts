import { hash, type Options, verify } from '@node-rs/argon2';

/** Argon2id is 2 in the package's const enum, which isolated modules cannot import. */
const argon2id = 2;
const cost: Options = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let dummy: Promise<string> | undefined;

/** Argon2id with 19 MiB and two passes (OWASP's first choice of parameters). */
export function hashPassword(password: string): Promise<string> {
	return hash(password.normalize('NFKC'), cost);
}

/**
 * Whether the password is the one that was hashed. Does the same work where there is no hash, so that
 * the time of an answer does not tell whether an account exists.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
	dummy ??= hashPassword(crypto.randomUUID());
	const matches = await verify(passwordHash ?? (await dummy), password.normalize('NFKC'));
	return passwordHash !== null && matches;
}
