import { foldWidth } from '@/lib/text';

/** How many failed attempts are checked within the window before further ones must wait. */
export const signInLimit = { windowMinutes: 10, perAccount: 5, perAddress: 30 } as const;

const maxLogin = 64;

/** The one spelling under which an account is stored, found and counted: half width, lower case, no spaces around. */
export function foldLogin(login: string): string {
	return foldWidth(login.replace(/\p{Cc}/gu, ''))
		.trim()
		.slice(0, maxLogin);
}

/** How an attempt ended; `confirmed` is the password asked again of someone signed in. */
export const signInReasonNames = {
	ok: '登录成功',
	confirmed: '核对密码成功',
	pending: '未完成',
	'wrong-password': '密码不对',
	unknown: '没有这个账号',
	disabled: '账号已停用',
	limited: '尝试过多，未核对',
} as const;

export type SignInReason = keyof typeof signInReasonNames;

export function isSignInReason(reason: string): reason is SignInReason {
	return reason in signInReasonNames;
}

/** Attempts of the window that were checked and did not succeed. */
export interface Failures {
	count: number;
	/** Until the oldest of them leaves the window. */
	secondsLeft: number;
}

/** Minutes to wait before the next check; 0 when it may be made now. */
export function waitMinutes(ofAccount: Failures, ofAddress: Failures): number {
	const waits = [
		ofAccount.count >= signInLimit.perAccount ? ofAccount.secondsLeft : 0,
		ofAddress.count >= signInLimit.perAddress ? ofAddress.secondsLeft : 0,
	];
	return Math.ceil(Math.max(...waits) / 60);
}
