import { type NextRequest, NextResponse } from 'next/server';
import { loginPath, pathHeader } from '@/lib/auth/next-path';
import { dataPolicy, deskPolicy, securityHeaders } from '@/lib/auth/security-headers';
import { env } from '@/lib/env';

const sessionCookie = /authjs\.session-token(\.\d+)?$/;

/**
 * Headers for what Next answers, and a short cut to the sign-in page for visitors without a cookie.
 * It authorises nothing: pages and actions ask for themselves.
 */
export function proxy(request: NextRequest): NextResponse {
	const { pathname, search } = request.nextUrl;
	const https = isHttps(request);
	const isData = pathname.startsWith('/api/');
	const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
	const development = env().NODE_ENV === 'development';
	const policy = isData ? dataPolicy : deskPolicy({ nonce, development, https });

	const response =
		isReadOfDesk(request) && !hasSessionCookie(request)
			? NextResponse.redirect(new URL(loginPath(pathname + search), request.url))
			: NextResponse.next({ request: { headers: requestHeaders(request, nonce, policy) } });
	for (const [name, value] of Object.entries(securityHeaders(https))) response.headers.set(name, value);
	response.headers.set('Content-Security-Policy', policy);
	if (!isData) {
		response.headers.set('Cache-Control', 'no-store');
		response.headers.set('Referrer-Policy', 'same-origin');
		response.headers.set('X-Robots-Tag', 'noindex, nofollow');
	}
	return response;
}

/** Next reads the nonce from the policy; components that inject styles read it from x-nonce. */
function requestHeaders(request: NextRequest, nonce: string, policy: string): Headers {
	const headers = new Headers(request.headers);
	headers.delete('x-middleware-subrequest');
	headers.set('x-nonce', nonce);
	headers.set('Content-Security-Policy', policy);
	headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
	return headers;
}

/** Actions are POSTs to the page's address: they go through, so that their own redirect is understood. */
function isReadOfDesk(request: NextRequest): boolean {
	const isRead = request.method === 'GET' || request.method === 'HEAD';
	return isRead && /^\/desk(\/|$)/.test(request.nextUrl.pathname);
}

function hasSessionCookie(request: NextRequest): boolean {
	return request.cookies.getAll().some(({ name }) => sessionCookie.test(name));
}

function isHttps(request: NextRequest): boolean {
	const { ORIGIN } = env();
	return ORIGIN ? ORIGIN.startsWith('https:') : request.headers.get('x-forwarded-proto') === 'https';
}

// Reader routes, media and static files carry their own headers.
export const config = { matcher: ['/desk/:path*', '/login', '/invite/:path*', '/api/:path*'] };
