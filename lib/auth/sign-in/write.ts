import { randomBytes } from 'node:crypto';
import { Prisma } from '@/generated/prisma/client';
import type { Client } from '@/lib/auth/client';
import { verifyPassword } from '@/lib/auth/password';
import { type Db, db } from '@/lib/db';
import { type Failures, foldLogin, type SignInReason, signInLimit, waitMinutes } from './limit';

const sessionDays = 7;
export const sessionSeconds = sessionDays * 86_400;

/** How an attempt to sign in ended. `refused` does not tell whether the account exists. */
export type SignInOutcome =
	| { kind: 'open'; userId: string; sessionId: string }
	| { kind: 'refused' }
	| { kind: 'disabled' }
	| { kind: 'limited'; waitMinutes: number };

interface Account {
	id: string;
	passwordHash: string | null;
}

/**
 * Checks an account's password and opens a session. The attempt is recorded before the password is
 * looked at, so that attempts made at the same moment count each other.
 */
export async function attemptSignIn(
	input: { login: string; password: string },
	client: Client,
): Promise<SignInOutcome> {
	const login = foldLogin(input.login);
	const account = await db.user.findUnique({ where: { login }, select: { id: true, passwordHash: true } });
	const reserved = await reserveAttempt(login, account?.id ?? null, client);
	if (reserved.wait > 0) return { kind: 'limited', waitMinutes: reserved.wait };
	const matches = await verifyPassword(account?.passwordHash ?? null, input.password);
	if (!account || !matches) {
		await settleAttempt(db, reserved.id, account ? 'wrong-password' : 'unknown');
		return { kind: 'refused' };
	}
	return openSession(reserved.id, account, client);
}

/** Checks the password of someone who is signed in already, under the same limit as signing in. */
export async function confirmPassword(
	account: Account & { login: string },
	password: string,
	client: Client,
): Promise<{ kind: 'confirmed' } | { kind: 'refused' } | { kind: 'limited'; waitMinutes: number }> {
	const reserved = await reserveAttempt(account.login, account.id, client);
	if (reserved.wait > 0) return { kind: 'limited', waitMinutes: reserved.wait };
	const matches = await verifyPassword(account.passwordHash, password);
	await settleAttempt(db, reserved.id, matches ? 'confirmed' : 'wrong-password');
	return { kind: matches ? 'confirmed' : 'refused' };
}

/** Ends a session for good. */
export async function endSession(sessionId: string): Promise<void> {
	await db.$executeRaw`UPDATE "Session" SET "endedAt" = now() WHERE id = ${sessionId} AND "endedAt" IS NULL`;
}

/** Ends all sessions of an account inside the caller's transaction. */
export async function endSessionsOf(tx: Db, userId: string): Promise<void> {
	await tx.$executeRaw`UPDATE "Session" SET "endedAt" = now() WHERE "userId" = ${userId} AND "endedAt" IS NULL`;
}

async function reserveAttempt(
	login: string,
	userId: string | null,
	client: Client,
): Promise<{ id: bigint; wait: number }> {
	return db.$transaction(async (tx) => {
		// Always the account's lock before the address's: two attempts cannot hold each other up for ever.
		await lock(tx, `sign-in account ${login}`);
		if (client.ip) await lock(tx, `sign-in address ${client.ip}`);
		const wait = waitMinutes(await failuresOfAccount(tx, login), await failuresOfAddress(tx, client.ip));
		const attempt = await tx.signIn.create({
			data: { login, userId, ok: false, reason: wait > 0 ? 'limited' : 'pending', ...client },
			select: { id: true },
		});
		return { id: attempt.id, wait };
	});
}

async function openSession(attemptId: bigint, account: Account, client: Client): Promise<SignInOutcome> {
	const sessionId = randomBytes(24).toString('base64url');
	return db.$transaction(async (tx) => {
		// Holds off a change of password or a disabling until this session is there to be ended by it.
		const [live] = await tx.$queryRaw<{ disabled: boolean }[]>`
			SELECT "disabledAt" IS NOT NULL AS disabled FROM "User"
			WHERE id = ${account.id} AND "passwordHash" = ${account.passwordHash} FOR SHARE`;
		if (!live) {
			await settleAttempt(tx, attemptId, 'wrong-password');
			return { kind: 'refused' };
		}
		if (live.disabled) {
			await settleAttempt(tx, attemptId, 'disabled');
			return { kind: 'disabled' };
		}
		await settleAttempt(tx, attemptId, 'ok');
		await tx.$executeRaw`
			INSERT INTO "Session" (id, "userId", "expiresAt", ip, agent)
			VALUES (${sessionId}, ${account.id}, now() + make_interval(days => ${sessionDays}::int), ${client.ip}, ${client.agent})`;
		return { kind: 'open', userId: account.id, sessionId };
	});
}

async function settleAttempt(tx: Db, id: bigint, reason: SignInReason): Promise<void> {
	await tx.signIn.update({ where: { id }, data: { ok: reason === 'ok' || reason === 'confirmed', reason } });
}

async function lock(tx: Db, name: string): Promise<void> {
	await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

async function failuresOfAccount(tx: Db, login: string): Promise<Failures> {
	return failuresWhere(tx, Prisma.sql`login = ${login}`);
}

async function failuresOfAddress(tx: Db, ip: string): Promise<Failures> {
	return ip ? failuresWhere(tx, Prisma.sql`ip = ${ip}`) : { count: 0, secondsLeft: 0 };
}

async function failuresWhere(tx: Db, same: Prisma.Sql): Promise<Failures> {
	const window = Prisma.sql`make_interval(mins => ${signInLimit.windowMinutes}::int)`;
	const [failures] = await tx.$queryRaw<Failures[]>`
		SELECT count(*)::int AS count, coalesce(extract(epoch FROM min(at) + ${window} - now()), 0)::float AS "secondsLeft"
		FROM "SignIn" WHERE ${same} AND NOT ok AND reason <> 'limited' AND at > now() - ${window}`;
	return failures!;
}
