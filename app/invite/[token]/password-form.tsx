'use client';
import { useActionState } from 'react';
import { PasswordField } from '@/app/login/password-field';
import { setPasswordAction } from './actions';

interface PasswordFormProps {
	token: string;
	login: string;
	minLength: number;
}

export function PasswordForm({ token, login, minLength }: PasswordFormProps) {
	const [state, action, pending] = useActionState(setPasswordAction, { message: '' });
	return (
		<form action={action} className="door-form">
			<input type="hidden" name="token" value={token} />
			<label className="door-field">
				<span>账号</span>
				<input value={login} name="username" autoComplete="username" readOnly />
			</label>
			<PasswordField
				label="新密码"
				name="password"
				autoComplete="new-password"
				hint={`至少 ${minLength} 个字符；一句自己记得住的话最好。`}
				error={state.message}
			/>
			<button type="submit" className="door-submit" disabled={pending}>
				{pending ? '正在保存…' : '保存密码并登录'}
			</button>
		</form>
	);
}
