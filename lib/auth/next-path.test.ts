import { expect, it } from 'vitest';
import { loginPath, safeNext } from './next-path';

it.each(['/desk', '/desk/article/0123?panel=check', '/desk?state=draft&q=%E6%B9%96'])('leads to %s', (next) => {
	expect(safeNext(next)).toBe(next);
});

it.each([
	null,
	'',
	'https://evil.example/desk',
	'//evil.example/desk',
	'/\\evil.example/desk',
	'/\t/evil.example/desk',
	'\n//evil.example',
	'javascript:alert(1)',
	'desk',
	'/desks',
	'/login',
	'/desk/../login',
	'//',
	'/desk\u0000',
])('drops %j', (next) => {
	expect(safeNext(next)).toBe('/desk');
});

it('names where to come back to, but for the front of the desk', () => {
	expect(loginPath('/desk/user?q=沈')).toBe('/login?next=%2Fdesk%2Fuser%3Fq%3D%25E6%25B2%2588');
	expect(loginPath('/desk')).toBe('/login');
	expect(loginPath(null)).toBe('/login');
});
