import { describe, expect, it } from 'vitest';
import { listenTrouble, portFrom } from './settings.mjs';

describe('listening', () => {
	it.each([
		['EADDRINUSE', '端口 3000 已被占用'],
		['EACCES', '没有权限使用端口 3000'],
		['EADDRNOTAVAIL', '本机没有地址 localhost'],
	])('%s', (code, part) => expect(listenTrouble({ code }, 'localhost', 3000).message).toContain(part));

	it('takes a port and nothing else', () => {
		expect(portFrom('65535')).toBe(65_535);
		for (const wrong of ['0', '65536', '80a', '-1', '3.5']) expect(() => portFrom(wrong)).toThrow(`PORT=${wrong}`);
	});
});
