import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '@/lib/auth/password';
import { getSessionOwner } from '@/lib/auth/read';
import { attemptSignIn, endSession } from '@/lib/auth/sign-in/write';
import { db } from '@/lib/db';
import { newId } from '@/lib/id';

const password = '湖上清风明月与夜航船';
const passwordHash = await hashPassword(password);
const agent = 'vitest';
let login: string;
let ip: string;

beforeEach(async () => {
	login = `user-${newId()}`;
	ip = `test-${newId()}`;
	await createUser({ login });
});

afterAll(() => db.$disconnect());

async function createUser(overrides: { login: string; disabledAt?: Date; passwordHash?: string | null }) {
	const paper = await db.paper.create({ data: { id: newId(), name: '测试报' } });
	return db.user.create({
		data: { id: newId(), paperId: paper.id, name: '测试人', roles: ['reporter'], passwordHash, ...overrides },
	});
}

async function reasonsOf(theLogin: string): Promise<string[]> {
	const rows = await db.signIn.findMany({ where: { login: theLogin }, orderBy: { id: 'asc' } });
	return rows.map((row) => row.reason);
}

/** Makes every attempt so far look as old as said. */
async function age(theLogin: string, seconds: number): Promise<void> {
	await db.$executeRaw`UPDATE "SignIn" SET at = at - make_interval(secs => ${seconds}) WHERE login = ${theLogin}`;
}

describe('attemptSignIn', () => {
	it('opens a session for the right password, however wide or high the login was typed', async () => {
		const wide = [...login.toUpperCase()].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
		const outcome = await attemptSignIn({ login: ` ${wide} `, password }, { ip, agent });
		expect(outcome.kind).toBe('open');
		if (outcome.kind !== 'open') return;
		expect(await getSessionOwner(outcome.sessionId)).toMatchObject({ userId: outcome.userId, roles: ['reporter'] });
		const session = await db.session.findUniqueOrThrow({ where: { id: outcome.sessionId } });
		expect(session).toMatchObject({ ip, agent, endedAt: null });
		expect(session.expiresAt.getTime() - session.createdAt.getTime()).toBe(7 * 86_400_000);
		expect(await db.signIn.findMany({ where: { login } })).toMatchObject([
			{ ok: true, reason: 'ok', userId: outcome.userId, ip },
		]);
	});

	it('answers the same for a wrong password, an unknown account and one without a password', async () => {
		const fresh = await createUser({ login: `new-${newId()}`, passwordHash: null });
		for (const tried of [login, `nobody-${newId()}`, fresh.login]) {
			expect(await attemptSignIn({ login: tried, password: 'wrong' }, { ip, agent })).toEqual({ kind: 'refused' });
		}
		expect(await reasonsOf(login)).toEqual(['wrong-password']);
	});

	it('tells a disabled account only to who knows its password', async () => {
		const gone = await createUser({ login: `gone-${newId()}`, disabledAt: new Date() });
		expect(await attemptSignIn({ login: gone.login, password: 'wrong' }, { ip, agent })).toEqual({ kind: 'refused' });
		expect(await attemptSignIn({ login: gone.login, password }, { ip, agent })).toEqual({ kind: 'disabled' });
		expect(await db.session.count({ where: { userId: gone.id } })).toBe(0);
		expect(await reasonsOf(gone.login)).toEqual(['wrong-password', 'disabled']);
	});
});

describe('the limit of an account', () => {
	it('checks five of forty attempts made at once, in whatever spelling and from whatever address', async () => {
		const spellings = [login, login.toUpperCase(), ` ${login}`, login.replace('u', 'ｕ')];
		const attempts = Array.from({ length: 40 }, (_, i) =>
			attemptSignIn({ login: spellings[i % 4]!, password: `wrong ${i}` }, { ip: `${ip}-${i}`, agent }),
		);
		const kinds = (await Promise.all(attempts)).map((outcome) => outcome.kind);
		expect(kinds.filter((kind) => kind === 'refused')).toHaveLength(5);
		expect(kinds.filter((kind) => kind === 'limited')).toHaveLength(35);
		expect((await reasonsOf(login)).filter((reason) => reason === 'wrong-password')).toHaveLength(5);
	});

	it('holds back the right password too, and says for how long', async () => {
		for (let i = 0; i < 5; i++) await attemptSignIn({ login, password: 'wrong' }, { ip, agent });
		await age(login, 200);
		expect(await attemptSignIn({ login, password }, { ip, agent })).toEqual({ kind: 'limited', waitMinutes: 7 });
	});

	it('lets the next one in after the window, and never counts the held back ones', async () => {
		for (let i = 0; i < 8; i++) await attemptSignIn({ login, password: 'wrong' }, { ip, agent });
		await age(login, 601);
		expect((await attemptSignIn({ login, password }, { ip, agent })).kind).toBe('open');
	});

	it('opens at the fifth attempt after four failures', async () => {
		for (let i = 0; i < 4; i++) await attemptSignIn({ login, password: 'wrong' }, { ip, agent });
		expect((await attemptSignIn({ login, password }, { ip, agent })).kind).toBe('open');
	});

	it('locks nobody else out', async () => {
		for (let i = 0; i < 6; i++) await attemptSignIn({ login, password: 'wrong' }, { ip, agent });
		const other = await createUser({ login: `other-${newId()}` });
		expect((await attemptSignIn({ login: other.login, password }, { ip, agent })).kind).toBe('open');
	});
});

describe('the limit of an address', () => {
	it('checks thirty failures over many accounts, then holds that address back', async () => {
		const rows = Array.from({ length: 29 }, () => ({
			login: `spray-${newId()}`,
			ok: false,
			reason: 'unknown',
			ip,
			agent,
		}));
		await db.signIn.createMany({ data: rows });
		expect((await attemptSignIn({ login: `spray-${newId()}`, password: 'wrong' }, { ip, agent })).kind).toBe('refused');
		expect(await attemptSignIn({ login, password }, { ip, agent })).toEqual({ kind: 'limited', waitMinutes: 10 });
		expect((await attemptSignIn({ login, password }, { ip: `${ip}-other`, agent })).kind).toBe('open');
	});
});

describe('a session', () => {
	async function open(): Promise<string> {
		const outcome = await attemptSignIn({ login, password }, { ip, agent });
		if (outcome.kind !== 'open') throw new Error(outcome.kind);
		return outcome.sessionId;
	}

	it('is over once it was ended', async () => {
		const session = await open();
		await endSession(session);
		expect(await getSessionOwner(session)).toBeNull();
	});

	it('is over once it expired', async () => {
		const session = await open();
		await db.$executeRaw`UPDATE "Session" SET "expiresAt" = now() WHERE id = ${session}`;
		expect(await getSessionOwner(session)).toBeNull();
	});

	it('opens nothing for a disabled account, even if nobody ended it', async () => {
		const session = await open();
		await db.user.update({ where: { login }, data: { disabledAt: new Date() } });
		expect(await getSessionOwner(session)).toBeNull();
	});

	it('carries the roles of this moment', async () => {
		const session = await open();
		await db.user.update({ where: { login }, data: { roles: ['proofreader', 'page_editor'] } });
		expect((await getSessionOwner(session))?.roles).toEqual(['proofreader', 'page_editor']);
	});
});
