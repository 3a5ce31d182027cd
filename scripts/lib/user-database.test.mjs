import { describe, expect, it } from 'vitest';
import { connectionTrouble, parseDatabaseUrl } from './user-database.mjs';

describe('the operator’s database', () => {
	const target = parseDatabaseUrl('postgresql://li%20na:secret@db.example:5433/%E6%8A%A5');

	it('shows host, user and name, never the password', () => {
		expect(target).toEqual({ host: 'db.example:5433', user: 'li na', database: '报' });
	});
	it.each(['', 'foo', 'mysql://a@b/c', 'postgresql://a@b', 'postgresql://a@b/'])('refuses “%s”', (url) => {
		expect(() => parseDatabaseUrl(url)).toThrow('DATABASE_URL 写法不对');
	});
	it.each([
		['ECONNREFUSED', '连不上'],
		['28P01', '拒绝了用户 li na'],
		['42501', '无权新建'],
		['57P03', '正在启动'],
	])('%s', (code, part) => expect(connectionTrouble({ code, message: '' }, target).message).toContain(part));

	it('sees the code inside a failure on every address', () => {
		const error = new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })], '');
		expect(connectionTrouble(error, target).message).toContain('连不上');
	});
	it('leaves the unknown as it is', () => expect(connectionTrouble(new Error('x'), target)).toBeNull());
});
