import { foldWidth } from '@/lib/text';
import { commonPasswords } from './common-passwords';

export const minPassword = 10;
export const maxPassword = 200;

const minDistinct = 4;

/**
 * What is wrong with a new password, as a sentence for its writer; null when it may be used. Length is
 * what counts: no kinds of characters are asked for, but what everybody tries first is refused.
 */
export function passwordFault(password: string, owner: { login: string; name: string }): string | null {
	const length = [...password].length;
	if (length < minPassword) return `密码至少 ${minPassword} 个字符，现在是 ${length} 个。`;
	if (length > maxPassword) return `密码最多 ${maxPassword} 个字符。`;
	const folded = foldWidth(password).replace(/\s/g, '');
	if (isOf(folded, owner.login) || isOf(folded, foldWidth(owner.name))) return '密码不能用账号或姓名，请换一个。';
	if (new Set(folded).size < minDistinct) return '密码里不同的字符太少，请换一个。';
	if (commonPasswords.has(folded)) return '这个密码太常见，一猜就中，请换一个。';
	return null;
}

/** The word itself, once or repeated, with nothing but digits and marks around. */
function isOf(password: string, word: string): boolean {
	if (!word) return false;
	const rest = password.replaceAll(word, '');
	return rest !== password && !/\p{L}/u.test(rest);
}
