import { describe, expect, it } from 'vitest';
import type { BylineInput } from '@/lib/article/schema';
import { limitRows, moveRow, proposeDateline } from './head';

const person = (role: BylineInput['role'], name: string): BylineInput => ({ role, name, office: '', reporterId: null });

describe('proposeDateline', () => {
	it.each([
		[[], '本报讯'],
		[[person('reporter', '沈知远'), person('reporter', '陆佳禾')], '本报讯（记者 沈知远 陆佳禾）'],
		[[person('correspondent', '汪立群'), person('reporter', '沈知远')], '本报讯（记者 沈知远 通讯员 汪立群）'],
		[[person('photographer', '程野'), person('author', '贺长青'), person('reporter', ' ')], '本报讯'],
	])('of %j is %s', (bylines, dateline) => expect(proposeDateline(bylines)).toBe(dateline));
});

describe('limitRows', () => {
	it.each([
		['一', 2, '一'],
		['一\n', 2, '一\n'],
		['一\n二', 2, '一\n二'],
		['一\n二\n三', 2, '一\n二三'],
		['一\r\n二\n三\n四', 3, '一\n二\n三四'],
		['一\n二\n', 2, '一\n二'],
	])('%j in %i rows is %j', (text, rows, limited) => expect(limitRows(text, rows)).toBe(limited));
});

describe('moveRow', () => {
	it('moves by one and stays at the ends', () => {
		expect(moveRow(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
		expect(moveRow(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
		expect(moveRow(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
		expect(moveRow(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
	});
});
