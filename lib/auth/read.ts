import type { Prisma } from '@/generated/prisma/client';
import type { Role } from '@/generated/prisma/enums';
import { type Db, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { type AccountState, accountState } from './account';
import { can, must } from './can';
import { hashOfToken } from './invite-token';
import type { Actor } from './roles';
import type { AccountFilters } from './schema';

/** Who stands behind a session at this moment. */
export interface SessionOwner {
	userId: string;
	paperId: string;
	name: string;
	department: string;
	roles: Role[];
	desks: string[];
}

/** The owner of a session that is neither ended nor expired and whose account is not disabled. */
export async function getSessionOwner(sessionId: string): Promise<SessionOwner | null> {
	return (await listSessionOwners([sessionId])).get(sessionId) ?? null;
}

/** The same for several sessions at once, by their ids; those that are over are left out. */
export async function listSessionOwners(sessionIds: readonly string[]): Promise<Map<string, SessionOwner>> {
	const rows = await db.$queryRaw<(SessionOwner & { sessionId: string })[]>`
		SELECT s.id AS "sessionId", u.id AS "userId", u."paperId", u.name, u.department, u.roles::text[] AS roles, u.desks
		FROM "Session" s JOIN "User" u ON u.id = s."userId"
		WHERE s.id = ANY(${[...sessionIds]}) AND s."endedAt" IS NULL AND s."expiresAt" > now() AND u."disabledAt" IS NULL`;
	return new Map(rows.map(({ sessionId, ...owner }) => [sessionId, owner]));
}

/** An account as the actor of what it ordered to happen later; null where it was disabled meanwhile. */
export async function getActorById(tx: Db, userId: string): Promise<Actor | null> {
	const user = await tx.user.findFirst({
		where: { id: userId, disabledAt: null },
		select: { id: true, paperId: true, name: true, department: true, roles: true, desks: true },
	});
	if (!user) return null;
	const { id, ...owner } = user;
	return { ...owner, userId: id, ip: '' };
}

/** The newspaper's name, for the sign-in page; the product's own where there is no newspaper yet. */
export async function getHouseName(): Promise<string> {
	const paper = await db.paper.findFirst({ select: { name: true }, orderBy: { createdAt: 'asc' } });
	return paper?.name ?? '上版';
}

/** Whose password a link sets; null where the link is used, expired or was never given. Looking does not use it. */
export async function getInvite(token: string): Promise<{ login: string; name: string } | null> {
	const [owner] = await db.$queryRaw<{ login: string; name: string }[]>`
		SELECT u.login, u.name FROM "Invite" i JOIN "User" u ON u.id = i."userId"
		WHERE i."tokenHash" = ${hashOfToken(token)} AND i."usedAt" IS NULL AND i."expiresAt" > now() AND u."disabledAt" IS NULL`;
	return owner ?? null;
}

/** One row of the list of accounts. */
export interface AccountRow {
	id: string;
	login: string;
	name: string;
	department: string;
	roles: Role[];
	state: AccountState;
	lastSignInAt: Date | null;
}

const maxAccounts = 500;
const signInsShown = 100;

const accountSelect = {
	id: true,
	login: true,
	name: true,
	department: true,
	roles: true,
	disabledAt: true,
	passwordHash: true,
	invites: { where: { usedAt: null }, select: { expiresAt: true }, orderBy: { expiresAt: 'desc' }, take: 1 },
	signIns: { where: { ok: true, reason: 'ok' }, select: { at: true }, orderBy: { at: 'desc' }, take: 1 },
} satisfies Prisma.UserSelect;

/** The house's accounts, those in use first, then by name. */
export async function listAccounts(actor: Actor, { q, state }: AccountFilters): Promise<AccountRow[]> {
	must(actor, 'user.manage');
	const users = await db.user.findMany({
		where: { paperId: actor.paperId, ...(q ? named(q) : {}), ...stateWhere[state] },
		select: accountSelect,
		orderBy: [{ disabledAt: { sort: 'desc', nulls: 'first' } }, { department: 'asc' }, { login: 'asc' }],
		take: maxAccounts,
	});
	return users.map(toAccountRow);
}

export interface SignInRow {
	id: string;
	at: Date;
	ok: boolean;
	reason: string;
	ip: string;
	agent: string;
}

export interface AccountDetail extends AccountRow {
	/** Departments whose stories its roles judge; none means all. */
	desks: string[];
	createdAt: Date;
	passwordChangedAt: Date | null;
	/** Sessions open now. */
	openSessions: number;
	reporter: { id: string; name: string } | null;
	/** The latest attempts to sign in, newest first. */
	history: SignInRow[];
}

/** One account with its sign-in history: administrators any, everyone his own. */
export async function getAccount(actor: Actor, id: string): Promise<AccountDetail> {
	if (id !== actor.userId) must(actor, 'user.manage');
	const [user, history] = await Promise.all([
		db.user.findFirst({
			where: { id, paperId: actor.paperId },
			select: {
				...accountSelect,
				createdAt: true,
				desks: true,
				passwordChangedAt: true,
				reporter: { select: { id: true, name: true } },
				_count: { select: { sessions: { where: { endedAt: null, expiresAt: { gt: new Date() } } } } },
			},
		}),
		db.signIn.findMany({
			where: { userId: id },
			select: { id: true, at: true, ok: true, reason: true, ip: true, agent: true },
			orderBy: { at: 'desc' },
			take: signInsShown,
		}),
	]);
	if (!user) throw new Refusal('not-found', '没有这个账号。');
	const { createdAt, desks, passwordChangedAt, reporter, _count } = user;
	return {
		...toAccountRow(user),
		createdAt,
		desks,
		passwordChangedAt,
		reporter,
		openSessions: _count.sessions,
		history: history.map((row) => ({ ...row, id: String(row.id) })),
	};
}

/** Accounts that a reporter may be linked to: those not linked yet, and the one that `reporterId` has. */
export async function listLinkableAccounts(
	actor: Actor,
	reporterId: string | null,
): Promise<{ id: string; login: string; name: string }[]> {
	if (!can(actor, 'user.manage')) must(actor, 'reporter.manage');
	return db.user.findMany({
		where: {
			paperId: actor.paperId,
			OR: [{ reporter: null }, ...(reporterId ? [{ reporter: { id: reporterId } }] : [])],
		},
		select: { id: true, login: true, name: true },
		orderBy: { login: 'asc' },
		take: maxAccounts,
	});
}

const stateWhere: Record<AccountFilters['state'], Prisma.UserWhereInput> = {
	all: {},
	working: { disabledAt: null, passwordHash: { not: null } },
	waiting: { disabledAt: null, passwordHash: null },
	disabled: { disabledAt: { not: null } },
};

function named(q: string): Prisma.UserWhereInput {
	return { OR: ['name', 'login', 'department'].map((field) => ({ [field]: { contains: q, mode: 'insensitive' } })) };
}

function toAccountRow(user: Prisma.UserGetPayload<{ select: typeof accountSelect }>): AccountRow {
	const { id, login, name, department, roles, disabledAt, passwordHash, invites, signIns } = user;
	const inviteEnds = invites[0]?.expiresAt.getTime() ?? 0;
	const state = accountState({
		disabled: disabledAt !== null,
		hasPassword: passwordHash !== null,
		hasInvite: inviteEnds > Date.now(),
	});
	return { id, login, name, department, roles, state, lastSignInAt: signIns[0]?.at ?? null };
}
