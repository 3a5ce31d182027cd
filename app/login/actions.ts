'use server';
import { redirect } from 'next/navigation';
import { AuthError } from 'next-auth';
import { invalid } from '@/lib/action';
import { safeNext } from '@/lib/auth/next-path';
import { SignInInput } from '@/lib/auth/schema';
import { SignInRefused, signIn, signOut } from '@/lib/auth/session';
import type { SignInOutcome } from '@/lib/auth/sign-in/write';
import { assertNever } from '@/lib/errors';

/** What the form shows again after a sign-in that did not open. */
export interface SignInState {
	login: string;
	message: string;
}

export async function signInAction(_last: SignInState, form: FormData): Promise<SignInState> {
	const login = String(form.get('login') ?? '');
	const parsed = SignInInput.safeParse({ login, password: form.get('password') });
	if (!parsed.success) return { login, message: Object.values(invalid(parsed.error).fields)[0] ?? '' };
	try {
		await signIn('credentials', { ...parsed.data, redirect: false });
	} catch (error) {
		if (error instanceof SignInRefused) return { login, message: sentenceOf(error.outcome) };
		if (error instanceof AuthError) return { login, message: '系统暂时无法核对账号。请稍后再试。' };
		throw error;
	}
	redirect(safeNext(form.get('next')?.toString()));
}

export async function signOutAction(): Promise<void> {
	await signOut({ redirect: false });
	redirect('/login');
}

function sentenceOf(outcome: Exclude<SignInOutcome, { kind: 'open' }>): string {
	switch (outcome.kind) {
		case 'refused':
			return '账号或密码不对。';
		case 'disabled':
			return '这个账号已停用。需要时请联系管理员。';
		case 'limited':
			return `尝试次数过多，请在 ${outcome.waitMinutes} 分钟后再试。`;
		default:
			return assertNever(outcome);
	}
}
