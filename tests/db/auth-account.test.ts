import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '@/generated/prisma/enums';
import { hashOfToken } from '@/lib/auth/invite-token';
import { hashPassword } from '@/lib/auth/password';
import { getAccount, getInvite, getSessionOwner, listAccounts } from '@/lib/auth/read';
import { type Actor, roles } from '@/lib/auth/roles';
import { attemptSignIn } from '@/lib/auth/sign-in/write';
import {
	acceptInvite,
	changePassword,
	createAccount,
	disableAccount,
	enableAccount,
	renewInvite,
	updateAccount,
} from '@/lib/auth/write';
import { db } from '@/lib/db';
import { newId } from '@/lib/id';

const password = '湖上清风明月与夜航船';
const passwordHash = await hashPassword(password);
const client = { ip: '', agent: 'vitest' };
let admin: Actor;

beforeEach(async () => {
	const paper = await db.paper.create({ data: { id: newId(), name: '测试报' } });
	admin = await createActor(paper.id, ['admin']);
});

afterAll(() => db.$disconnect());

async function createActor(paperId: string, actorRoles: Role[]): Promise<Actor> {
	const id = newId();
	const user = { id, paperId, login: `user-${id}`, name: '测试人', roles: actorRoles, passwordHash };
	await db.user.create({ data: user });
	return { ...user, userId: id, department: '', desks: [], ip: '127.0.0.1' };
}

async function openSession(actor: Actor): Promise<string> {
	const { login } = await db.user.findUniqueOrThrow({ where: { id: actor.userId } });
	const outcome = await attemptSignIn({ login, password }, client);
	if (outcome.kind !== 'open') throw new Error(outcome.kind);
	return outcome.sessionId;
}

async function actsOn(id: string): Promise<string[]> {
	const rows = await db.trace.findMany({ where: { subjectType: 'user', subjectId: id }, orderBy: { id: 'asc' } });
	return rows.map((row) => row.act);
}

function tokenOf(path: string): string {
	return path.replace('/invite/', '');
}

const someone = () => ({ login: `new-${newId()}`, name: '新同事', department: '要闻部', roles: ['reporter' as const] });

describe('createAccount', () => {
	it('writes the account, its trace and a link of which only the hash is kept', async () => {
		const input = someone();
		const { id, path } = await createAccount(admin, input);
		expect(await db.user.findUniqueOrThrow({ where: { id } })).toMatchObject({
			...input,
			paperId: admin.paperId,
			passwordHash: null,
		});
		expect(await actsOn(id)).toEqual(['user.create']);
		const [invite] = await db.invite.findMany({ where: { userId: id } });
		expect(invite?.tokenHash).toBe(hashOfToken(tokenOf(path)));
		expect(invite!.expiresAt.getTime() - invite!.createdAt.getTime()).toBe(72 * 3_600_000);
	});

	it('refuses a login that is taken, and leaves nothing behind', async () => {
		const input = someone();
		await createAccount(admin, input);
		const before = await db.trace.count();
		await expect(createAccount(admin, input)).rejects.toMatchObject({
			code: 'taken',
			fields: { login: expect.any(String) },
		});
		expect(await db.trace.count()).toBe(before);
	});
});

describe('acceptInvite', () => {
	it('sets the password once, and signs its maker into the trace', async () => {
		const { id, path } = await createAccount(admin, someone());
		const token = tokenOf(path);
		const { login } = await acceptInvite({ token, password }, client);
		expect((await attemptSignIn({ login, password }, client)).kind).toBe('open');
		expect(await actsOn(id)).toEqual(['user.create', 'user.setPassword']);
		await expect(acceptInvite({ token, password: `${password}二` }, client)).rejects.toMatchObject({
			code: 'not-found',
		});
		expect((await attemptSignIn({ login, password }, client)).kind).toBe('open');
	});

	it('lets one of two at the same moment win', async () => {
		const { path } = await createAccount(admin, someone());
		const both = await Promise.allSettled([1, 2].map(() => acceptInvite({ token: tokenOf(path), password }, client)));
		expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
	});

	it('refuses a link that expired, was replaced, was never given, or whose account is disabled', async () => {
		const { id, path } = await createAccount(admin, someone());
		const replaced = tokenOf(path);
		const token = tokenOf((await renewInvite(admin, { id })).path);
		expect(await getInvite(token)).toMatchObject({ name: '新同事' });
		for (const dead of [replaced, 'never-given']) {
			expect(await getInvite(dead)).toBeNull();
			await expect(acceptInvite({ token: dead, password }, client)).rejects.toMatchObject({ code: 'not-found' });
		}
		await db.$executeRaw`UPDATE "Invite" SET "expiresAt" = now() WHERE "userId" = ${id}`;
		expect(await getInvite(token)).toBeNull();
		await expect(acceptInvite({ token, password }, client)).rejects.toMatchObject({ code: 'not-found' });
		const last = tokenOf((await renewInvite(admin, { id })).path);
		await db.user.update({ where: { id }, data: { disabledAt: new Date() } });
		expect(await getInvite(last)).toBeNull();
		await expect(acceptInvite({ token: last, password }, client)).rejects.toMatchObject({ code: 'not-found' });
		expect(await db.user.findUniqueOrThrow({ where: { id } })).toMatchObject({ passwordHash: null });
	});

	it('keeps the link where the password is not fit', async () => {
		const { path } = await createAccount(admin, someone());
		await expect(acceptInvite({ token: tokenOf(path), password: '短' }, client)).rejects.toMatchObject({
			code: 'invalid',
		});
		expect(await getInvite(tokenOf(path))).not.toBeNull();
	});
});

describe('disabling', () => {
	it('ends every session with the same commit and voids unused links; enabling brings none back', async () => {
		const reporter = await createActor(admin.paperId, ['reporter']);
		const session = await openSession(reporter);
		expect(await getSessionOwner(session)).not.toBeNull();
		await disableAccount(admin, { id: reporter.userId });
		expect(await getSessionOwner(session)).toBeNull();
		expect((await db.session.findUniqueOrThrow({ where: { id: session } })).endedAt).not.toBeNull();
		await enableAccount(admin, { id: reporter.userId });
		expect(await getSessionOwner(session)).toBeNull();
		expect(await openSession(reporter)).toBeTruthy();
		expect(await actsOn(reporter.userId)).toEqual(['user.disable', 'user.enable']);
	});

	it('refuses oneself, a stranger, and what is disabled already', async () => {
		await createActor(admin.paperId, ['admin']);
		await expect(disableAccount(admin, { id: admin.userId })).rejects.toMatchObject({ code: 'forbidden' });
		const elsewhere = await createActor((await db.paper.create({ data: { id: newId(), name: '别报' } })).id, [
			'reporter',
		]);
		await expect(disableAccount(admin, { id: elsewhere.userId })).rejects.toMatchObject({ code: 'not-found' });
		const gone = await createActor(admin.paperId, ['reporter']);
		await disableAccount(admin, { id: gone.userId });
		await expect(disableAccount(admin, { id: gone.userId })).rejects.toMatchObject({ code: 'wrong-state' });
	});
});

describe('the last administrator', () => {
	it('keeps the role, even beside one who never set a password', async () => {
		await createAccount(admin, { ...someone(), roles: ['admin'] });
		const change = { id: admin.userId, name: '管理员', department: '', roles: ['reporter' as const] };
		await expect(updateAccount(admin, change)).rejects.toMatchObject({ code: 'wrong-state' });
		await createActor(admin.paperId, ['admin']);
		await updateAccount(admin, change);
		expect((await db.user.findUniqueOrThrow({ where: { id: admin.userId } })).roles).toEqual(['reporter']);
	});

	it('remains when two shut each other out at the same moment', async () => {
		const other = await createActor(admin.paperId, ['admin']);
		const both = await Promise.allSettled([
			disableAccount(admin, { id: other.userId }),
			disableAccount(other, { id: admin.userId }),
		]);
		expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(await db.user.count({ where: { paperId: admin.paperId, disabledAt: null } })).toBe(1);
	});
});

describe('updateAccount', () => {
	it('writes name, department and roles, and what they were into the trace', async () => {
		const reporter = await createActor(admin.paperId, ['reporter']);
		await updateAccount(admin, { id: reporter.userId, name: '改名', department: '副刊部', roles: ['desk_editor'] });
		expect(await db.user.findUniqueOrThrow({ where: { id: reporter.userId } })).toMatchObject({
			name: '改名',
			department: '副刊部',
			roles: ['desk_editor'],
		});
		const trace = await db.trace.findFirstOrThrow({ where: { subjectId: reporter.userId } });
		expect(trace).toMatchObject({
			act: 'user.update',
			actorId: admin.userId,
			detail: { before: { roles: ['reporter'] } },
		});
	});
});

describe('renewInvite', () => {
	it('takes the password and the sessions away', async () => {
		const reporter = await createActor(admin.paperId, ['reporter']);
		const session = await openSession(reporter);
		await renewInvite(admin, { id: reporter.userId });
		expect(await getSessionOwner(session)).toBeNull();
		expect((await db.user.findUniqueOrThrow({ where: { id: reporter.userId } })).passwordHash).toBeNull();
		expect(await actsOn(reporter.userId)).toEqual(['user.invite']);
	});

	it('refuses oneself and a disabled account', async () => {
		await expect(renewInvite(admin, { id: admin.userId })).rejects.toMatchObject({ code: 'forbidden' });
		const gone = await createActor(admin.paperId, ['reporter']);
		await disableAccount(admin, { id: gone.userId });
		await expect(renewInvite(admin, { id: gone.userId })).rejects.toMatchObject({ code: 'wrong-state' });
	});
});

describe('changePassword', () => {
	const fresh = '换一条崭新的长密码吧';

	it('needs the present one, ends all sessions, leaves a trace', async () => {
		const reporter = await createActor(admin.paperId, ['reporter']);
		const session = await openSession(reporter);
		await expect(changePassword(reporter, { current: '不是它', password: fresh })).rejects.toMatchObject({
			fields: { current: expect.any(String) },
		});
		expect(await getSessionOwner(session)).not.toBeNull();
		const { login } = await changePassword(reporter, { current: password, password: fresh });
		expect(await getSessionOwner(session)).toBeNull();
		expect((await attemptSignIn({ login, password }, client)).kind).toBe('refused');
		expect((await attemptSignIn({ login, password: fresh }, client)).kind).toBe('open');
		expect(await actsOn(reporter.userId)).toEqual(['user.changePassword']);
	});

	it('counts wrong guesses like signing in does', async () => {
		const reporter = await createActor(admin.paperId, ['reporter']);
		const guess = () => changePassword(reporter, { current: '不是它', password: fresh }).catch((error) => error.code);
		const codes = [await guess(), await guess(), await guess(), await guess(), await guess(), await guess()];
		expect(codes).toEqual(['invalid', 'invalid', 'invalid', 'invalid', 'invalid', 'unavailable']);
	});

	it('takes neither a weak one nor the same again', async () => {
		await expect(changePassword(admin, { current: password, password })).rejects.toMatchObject({
			fields: { password: expect.stringContaining('一样') },
		});
		await expect(changePassword(admin, { current: password, password: '1234567890' })).rejects.toMatchObject({
			fields: { password: expect.stringContaining('常见') },
		});
	});
});

describe('who may', () => {
	it.each(roles.filter((role) => role !== 'admin'))('%s may neither see nor change accounts', async (role) => {
		const actor = await createActor(admin.paperId, [role]);
		const { userId: id } = admin;
		const refused = { code: 'forbidden' };
		await expect(createAccount(actor, someone())).rejects.toMatchObject(refused);
		await expect(updateAccount(actor, { id, name: '乙', department: '', roles: ['admin'] })).rejects.toMatchObject(
			refused,
		);
		await expect(disableAccount(actor, { id })).rejects.toMatchObject(refused);
		await expect(enableAccount(actor, { id })).rejects.toMatchObject(refused);
		await expect(renewInvite(actor, { id })).rejects.toMatchObject(refused);
		await expect(listAccounts(actor, { q: '', state: 'all' })).rejects.toMatchObject(refused);
		await expect(getAccount(actor, id)).rejects.toMatchObject(refused);
		expect((await getAccount(actor, actor.userId)).roles).toEqual([role]);
	});

	it('an administrator sees the accounts of his paper, with state and last sign-in', async () => {
		const reporter = await createActor(admin.paperId, ['reporter']);
		await openSession(reporter);
		await createAccount(admin, { ...someone(), name: '候任' });
		const rows = await listAccounts(admin, { q: '', state: 'all' });
		expect(rows).toHaveLength(3);
		expect(rows.find((row) => row.id === reporter.userId)).toMatchObject({
			state: 'working',
			lastSignInAt: expect.any(Date),
		});
		expect(await listAccounts(admin, { q: '候', state: 'waiting' })).toMatchObject([
			{ name: '候任', state: 'invited' },
		]);
	});
});
