import { expect, it } from 'vitest';
import { foldLogin, waitMinutes } from './limit';

it.each([' Admin ', 'ＡＤＭＩＮ', 'ad\u0000min', '　admin\n'])('%j is admin', (login) => {
	expect(foldLogin(login)).toBe('admin');
});

it('cuts what is longer than any login', () => {
	expect(foldLogin('㍿'.repeat(64))).toHaveLength(64);
});

const none = { count: 0, secondsLeft: 0 };

it.each([
	[none, none, 0],
	[{ count: 4, secondsLeft: 500 }, { count: 29, secondsLeft: 500 }, 0],
	[{ count: 5, secondsLeft: 500 }, none, 9],
	[{ count: 6, secondsLeft: 1 }, none, 1],
	[none, { count: 30, secondsLeft: 600 }, 10],
	[{ count: 5, secondsLeft: 60 }, { count: 30, secondsLeft: 61 }, 2],
])('%j of the account and %j of the address wait %i minutes', (account, address, minutes) => {
	expect(waitMinutes(account, address)).toBe(minutes);
});
