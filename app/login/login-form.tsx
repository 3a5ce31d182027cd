'use client';
import { useActionState } from 'react';
import { signInAction } from './actions';
import { PasswordField } from './password-field';

export function LoginForm({ next }: { next: string }) {
	const [state, action, pending] = useActionState(signInAction, { login: '', message: '' });
	return (
		<form action={action} className="door-form">
			<input type="hidden" name="next" value={next} />
			<label className="door-field">
				<span>账号</span>
				<input
					name="login"
					defaultValue={state.login}
					autoComplete="username"
					autoCapitalize="none"
					spellCheck={false}
					maxLength={200}
					required
				/>
			</label>
			<PasswordField label="密码" name="password" autoComplete="current-password" />
			<p className="door-message" role="alert">
				{state.message}
			</p>
			<button type="submit" className="door-submit" disabled={pending}>
				{pending ? '正在核对…' : '登录'}
			</button>
		</form>
	);
}
