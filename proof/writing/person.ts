import { encode } from 'next-auth/jwt';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { env } from '@/lib/env';

const cookieName = 'authjs.session-token';

/** Somebody of the newsroom who is signed in at a site, and may ask it for anything. */
export interface Person {
	actor: Actor;
	cookie: { name: string; value: string };
	ask: (path: string, init?: RequestInit) => Promise<Response>;
}

/** Opens a session for an account, as signing in does. */
export async function signIn(site: { url: string }, actor: Actor): Promise<Person> {
	const id = crypto.randomUUID();
	await db.session.create({ data: { id, userId: actor.userId, expiresAt: new Date(Date.now() + 86_400_000) } });
	const value = await encode({ token: { sid: id }, secret: env().AUTH_SECRET, salt: cookieName });
	return {
		actor,
		cookie: { name: cookieName, value },
		ask: (path, init = {}) =>
			fetch(site.url + path, {
				...init,
				headers: { ...init.headers, cookie: `${cookieName}=${value}`, origin: site.url },
			}),
	};
}
