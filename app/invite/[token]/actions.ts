'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { refusalOf } from '@/lib/action';
import { clientOf } from '@/lib/auth/client';
import { AcceptInviteInput } from '@/lib/auth/schema';
import { signIn } from '@/lib/auth/session';
import { acceptInvite } from '@/lib/auth/write';

/** What the form shows again where the password was not taken. */
export interface SetPasswordState {
	message: string;
}

/** Authorised by the link's secret alone. */
export async function setPasswordAction(_last: SetPasswordState, form: FormData): Promise<SetPasswordState> {
	const parsed = AcceptInviteInput.safeParse({ token: form.get('token'), password: form.get('password') });
	if (!parsed.success) return { message: '密码过长，请换一个。' };
	let login: string;
	try {
		({ login } = await acceptInvite(parsed.data, clientOf(await headers())));
	} catch (error) {
		return { message: refusalOf(error).message };
	}
	await signIn('credentials', { login, password: parsed.data.password, redirect: false });
	redirect('/desk');
}
