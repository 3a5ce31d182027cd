import { expect, it } from 'vitest';
import { passwordFault } from './password-rule';

const owner = { login: 'shenzhiyuan', name: '沈知远' };

it.each([
	['九个字符九个字符的', '至少 10 个字符，现在是 9 个'],
	['a'.repeat(201), '最多 200'],
	['ShenZhiYuan', '账号或姓名'],
	['ｓｈｅｎｚｈｉｙｕａｎ2026!', '账号或姓名'],
	['沈知远沈知远沈知远12', '账号或姓名'],
	['abababababab', '不同的字符太少'],
	['1234567890', '常见'],
	['Password 123', '常见'],
])('refuses %s', (password, reason) => {
	expect(passwordFault(password, owner)).toContain(reason);
});

it.each(['十个字符的一条长密码', `${'a'.repeat(196)}bcde`, 'chenghu-demo', 'shenzhiyuan likes tea'])(
	'takes %s',
	(password) => {
		expect(passwordFault(password, owner)).toBeNull();
	},
);
