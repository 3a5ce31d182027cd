/** The request header in which proxy.ts names the path and query that were asked for. */
export const pathHeader = 'x-shangban-path';

const home = '/desk';

/**
 * Where to go after signing in: a path of the desk on this origin, else the desk's front. An address
 * that a browser could read as another host (`//host`, `/\host`, with control characters) is dropped.
 */
export function safeNext(next: string | null | undefined): string {
	if (!next || /[\\\p{Cc}]/u.test(next)) return home;
	const base = 'http://desk.invalid';
	if (!next.startsWith('/') || !URL.canParse(next, base)) return home;
	const url = new URL(next, base);
	const inDesk = url.pathname === home || url.pathname.startsWith(`${home}/`);
	return url.origin === base && inDesk ? url.pathname + url.search : home;
}

/** The sign-in page that leads back to `path`. */
export function loginPath(path: string | null | undefined): string {
	const next = safeNext(path);
	return next === home ? '/login' : `/login?next=${encodeURIComponent(next)}`;
}
