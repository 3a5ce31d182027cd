import { type Db, db, isUniqueViolation } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/id';
import { writeTrace } from '@/lib/trace/write';
import { mustMayDisable, mustMayHoldRoles } from './account';
import { must } from './can';
import type { Client } from './client';
import { hashOfToken, newInviteToken } from './invite-token';
import { hashPassword } from './password';
import { passwordFault } from './password-rule';
import type { Actor } from './roles';
import type {
	AcceptInviteInput,
	AccountInput,
	ChangePasswordInput,
	CreateAccountInput,
	UpdateAccountInput,
} from './schema';
import { confirmPassword, endSessionsOf } from './sign-in/write';

export const inviteHours = 72;

/** A link with which its holder sets the account's password, once. Shown once: only its hash is kept. */
export interface InviteLink {
	id: string;
	path: string;
}

export async function createAccount(actor: Actor, input: CreateAccountInput): Promise<InviteLink> {
	must(actor, 'user.manage');
	const id = newId();
	return db
		.$transaction(async (tx) => {
			await tx.user.create({ data: { id, paperId: actor.paperId, ...input } });
			const path = await issueInvite(tx, id);
			await writeTrace(tx, actor, {
				act: 'user.create',
				subjectType: 'user',
				subjectId: id,
				subject: input.name,
				detail: { login: input.login, roles: input.roles },
			});
			return { id, path };
		})
		.catch((error: unknown) => {
			if (!isUniqueViolation(error)) throw error;
			const sentence = `账号“${input.login}”已经有人用了，请换一个。`;
			throw new Refusal('taken', sentence, { login: sentence });
		});
}

export async function updateAccount(actor: Actor, input: UpdateAccountInput): Promise<void> {
	must(actor, 'user.manage');
	await db.$transaction(async (tx) => {
		const { user, otherAdmins, isWorkingAdmin } = await requireAccount(tx, actor, input.id);
		mustMayHoldRoles({ actorId: actor.userId, userId: user.id, otherAdmins, isWorkingAdmin }, input.roles);
		const { name, department, roles, desks = [] } = input;
		await tx.user.update({ where: { id: user.id }, data: { name, department, roles, desks } });
		await writeTrace(tx, actor, {
			act: 'user.update',
			subjectType: 'user',
			subjectId: user.id,
			subject: name,
			detail: {
				before: { name: user.name, department: user.department, roles: user.roles, desks: user.desks },
				after: { name, department, roles, desks },
			},
		});
	});
}

/** Shuts an account out at its next request: its sessions end with the same commit. */
export async function disableAccount(actor: Actor, { id }: AccountInput): Promise<void> {
	must(actor, 'user.manage');
	await db.$transaction(async (tx) => {
		const { user, otherAdmins, isWorkingAdmin } = await requireAccount(tx, actor, id);
		mustMayDisable({ actorId: actor.userId, userId: id, otherAdmins, isWorkingAdmin });
		if (user.disabledAt) throw new Refusal('wrong-state', `${user.name}的账号已经停用。`);
		await tx.$executeRaw`UPDATE "User" SET "disabledAt" = now() WHERE id = ${id}`;
		await tx.invite.deleteMany({ where: { userId: id, usedAt: null } });
		await endSessionsOf(tx, id);
		await traceAccount(tx, actor, 'user.disable', user);
	});
}

export async function enableAccount(actor: Actor, { id }: AccountInput): Promise<void> {
	must(actor, 'user.manage');
	await db.$transaction(async (tx) => {
		const { user } = await requireAccount(tx, actor, id);
		if (!user.disabledAt) throw new Refusal('wrong-state', `${user.name}的账号没有停用。`);
		await tx.user.update({ where: { id }, data: { disabledAt: null } });
		await traceAccount(tx, actor, 'user.enable', user);
	});
}

/** Takes an account's password away, ends its sessions, and gives a new link to set another. */
export async function renewInvite(actor: Actor, { id }: AccountInput): Promise<InviteLink> {
	must(actor, 'user.manage');
	if (id === actor.userId) throw new Refusal('forbidden', '自己的密码请在“我的账号”里改。');
	return db.$transaction(async (tx) => {
		const { user } = await requireAccount(tx, actor, id);
		if (user.disabledAt) throw new Refusal('wrong-state', `${user.name}的账号已停用，请先启用。`);
		await tx.user.update({ where: { id }, data: { passwordHash: null } });
		await tx.invite.deleteMany({ where: { userId: id, usedAt: null } });
		await endSessionsOf(tx, id);
		const path = await issueInvite(tx, id);
		await traceAccount(tx, actor, 'user.invite', user);
		return { id, path };
	});
}

/** Sets the password of the link's account; answers with the login to sign in with. */
export async function acceptInvite({ token, password }: AcceptInviteInput, client: Client): Promise<{ login: string }> {
	const tokenHash = hashOfToken(token);
	const unused = { tokenHash, usedAt: null, expiresAt: { gt: new Date() } };
	const invite = await db.invite.findFirst({ where: unused, select: { user: { select: ownerSelect } } });
	if (!invite) throw lapsed();
	const { id, login, ...owner } = invite.user;
	mustBeFit(password, invite.user);
	const passwordHash = await hashPassword(password);
	return db.$transaction(async (tx) => {
		// The link is taken and the account asked in one statement each: of two at a time one finds it used.
		const taken = await tx.$executeRaw`
			UPDATE "Invite" SET "usedAt" = now() WHERE "tokenHash" = ${tokenHash} AND "usedAt" IS NULL AND "expiresAt" > now()`;
		if (taken === 0 || !(await setPassword(tx, id, passwordHash))) throw lapsed();
		await traceAccount(tx, { ...owner, userId: id, desks: [], ip: client.ip }, 'user.setPassword', invite.user);
		return { login };
	});
}

/** Changes one's own password and ends all sessions of the account; answers with the login to sign in with anew. */
export async function changePassword(actor: Actor, input: ChangePasswordInput): Promise<{ login: string }> {
	const user = await db.user.findUniqueOrThrow({
		where: { id: actor.userId },
		select: { id: true, login: true, name: true, passwordHash: true },
	});
	const confirmed = await confirmPassword(user, input.current, { ip: actor.ip, agent: '' });
	if (confirmed.kind === 'limited') {
		throw new Refusal('unavailable', `尝试次数过多，请在 ${confirmed.waitMinutes} 分钟后再试。`);
	}
	if (confirmed.kind === 'refused') {
		throw new Refusal('invalid', '现在的密码不对。', { current: '现在的密码不对。' });
	}
	mustBeFit(input.password, user);
	if (input.password === input.current) {
		throw new Refusal('invalid', '新密码和现在的一样。', { password: '新密码和现在的一样，请换一个。' });
	}
	const passwordHash = await hashPassword(input.password);
	await db.$transaction(async (tx) => {
		if (!(await setPassword(tx, user.id, passwordHash))) throw new Refusal('forbidden', '这个账号已停用。');
		await traceAccount(tx, actor, 'user.changePassword', user);
	});
	return { login: user.login };
}

const ownerSelect = { id: true, login: true, paperId: true, name: true, department: true, roles: true } as const;

interface NamedAccount {
	id: string;
	name: string;
}

async function traceAccount(tx: Db, actor: Actor, act: string, { id, name }: NamedAccount): Promise<void> {
	await writeTrace(tx, actor, { act, subjectType: 'user', subjectId: id, subject: name });
}

/** The account, with the administrators locked: two of them cannot shut each other out at the same moment. */
async function requireAccount(tx: Db, actor: Actor, id: string) {
	const admins = await tx.$queryRaw<{ id: string }[]>`
		SELECT id FROM "User"
		WHERE "paperId" = ${actor.paperId} AND 'admin' = ANY(roles) AND "disabledAt" IS NULL AND "passwordHash" IS NOT NULL
		ORDER BY id FOR NO KEY UPDATE`;
	const user = await tx.user.findFirst({
		where: { id, paperId: actor.paperId },
		select: { id: true, name: true, department: true, roles: true, desks: true, disabledAt: true },
	});
	if (!user) throw new Refusal('not-found', '没有这个账号，请刷新名单。');
	const otherAdmins = admins.filter((admin) => admin.id !== id).length;
	return { user, otherAdmins, isWorkingAdmin: admins.length > otherAdmins };
}

/** False where the account is disabled. A set password voids every older session and link. */
async function setPassword(tx: Db, userId: string, passwordHash: string): Promise<boolean> {
	const changed = await tx.$executeRaw`
		UPDATE "User" SET "passwordHash" = ${passwordHash}, "passwordChangedAt" = now()
		WHERE id = ${userId} AND "disabledAt" IS NULL`;
	await tx.invite.deleteMany({ where: { userId, usedAt: null } });
	await endSessionsOf(tx, userId);
	return changed === 1;
}

async function issueInvite(tx: Db, userId: string): Promise<string> {
	const token = newInviteToken();
	await tx.$executeRaw`
		INSERT INTO "Invite" ("tokenHash", "userId", "expiresAt")
		VALUES (${hashOfToken(token)}, ${userId}, now() + make_interval(hours => ${inviteHours}::int))`;
	return `/invite/${token}`;
}

function mustBeFit(password: string, owner: { login: string; name: string }): void {
	const fault = passwordFault(password, owner);
	if (fault) throw new Refusal('invalid', fault, { password: fault });
}

function lapsed(): Refusal {
	return new Refusal('not-found', '这条链接已经用过或过期。请向管理员要一条新的。');
}
