import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import NextAuth, { AuthError, CredentialsSignin, type NextAuthConfig } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { cache } from 'react';
import { env } from '@/lib/env';
import { clientOf } from './client';
import { loginPath, pathHeader } from './next-path';
import { getSessionOwner } from './read';
import type { Actor } from './roles';
import { attemptSignIn, endSession, type SignInOutcome, sessionSeconds } from './sign-in/write';

declare module 'next-auth' {
	interface User {
		/** The id of the Session row, all that the cookie carries. */
		sid?: string;
	}
}

declare module '@auth/core/jwt' {
	interface JWT {
		sid?: string;
	}
}

/** Thrown by `signIn` when no session was opened; says why. */
export class SignInRefused extends CredentialsSignin {
	constructor(readonly outcome: Exclude<SignInOutcome, { kind: 'open' }>) {
		super(outcome.kind);
		this.code = outcome.kind;
	}
}

/** Read at the first request, so that a build needs neither secret nor database. */
function config(): NextAuthConfig {
	const { AUTH_SECRET, ORIGIN } = env();
	return {
		secret: AUTH_SECRET,
		trustHost: true,
		basePath: '/api/auth',
		// Without a public address the protocol of each request decides.
		useSecureCookies: ORIGIN ? ORIGIN.startsWith('https:') : undefined,
		session: { strategy: 'jwt', maxAge: sessionSeconds },
		pages: { signIn: '/login', signOut: '/login', error: '/login' },
		providers: [
			Credentials({
				credentials: { login: {}, password: { type: 'password' } },
				authorize,
			}),
		],
		callbacks: {
			// Whether the session still lives is asked of the database by getActor: a database that is down
			// must be an error, not a signed-out reader.
			jwt: ({ token, user }) => ({ sid: user?.sid ?? token.sid }),
			session: ({ session }) => ({ expires: session.expires }),
		},
		events: {
			async signOut(message) {
				if ('token' in message && message.token?.sid) await endSession(message.token.sid);
			},
		},
		logger: {
			error(error) {
				if (!(error instanceof CredentialsSignin)) console.error(error);
			},
		},
	};
}

async function authorize(credentials: Partial<Record<string, unknown>>, request: Request) {
	const input = { login: String(credentials.login ?? ''), password: String(credentials.password ?? '') };
	const outcome = await attemptSignIn(input, clientOf(request.headers)).catch((cause: unknown) => {
		// next-auth answers any other error with a redirect, which reads as success.
		throw new AuthError('No sign-in could be checked', { cause });
	});
	if (outcome.kind !== 'open') throw new SignInRefused(outcome);
	return { id: outcome.userId, sid: outcome.sessionId };
}

const { auth, handlers, signIn, signOut } = NextAuth(config);

export { handlers, signIn, signOut };

/** The session that the request names, alive or not; for doors that ask again and again whether it still is. */
export async function getSessionId(): Promise<string | undefined> {
	return (await auth())?.user?.sid;
}

/**
 * Who is asking, or null. The account, its roles and its session are read from the database once per
 * request: a disabled account or an ended session is out at the next request.
 */
export const getActor = cache(async (): Promise<Actor | null> => {
	const sid = await getSessionId();
	if (!sid) return null;
	const owner = await getSessionOwner(sid);
	return owner && { ...owner, ip: clientOf(await headers()).ip };
});

/** Who is asking; a visitor without a session is sent to sign in and led back afterwards. */
export async function requireActor(): Promise<Actor> {
	const actor = await getActor();
	return actor ?? redirect(loginPath((await headers()).get(pathHeader)));
}
