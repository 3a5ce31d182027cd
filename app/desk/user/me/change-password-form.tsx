'use client';
import type { FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import { changePasswordAction } from '../actions';
import styles from '../person.module.css';
import { useFocusFault } from '../use-focus-fault';

export function ChangePasswordForm({ login, minLength }: { login: string; minLength: number }) {
	const { run, pending, error } = useAction(changePasswordAction);
	const form = useFocusFault(error);
	const { show } = useToast();

	function submit(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		const values = new FormData(event.currentTarget);
		const input = { current: String(values.get('current') ?? ''), password: String(values.get('password') ?? '') };
		run(input, () => {
			form.current?.reset();
			show({ message: '密码已改。其他登录的地方都已退出。' });
		});
	}

	return (
		<form ref={form} className={styles.form} onSubmit={submit}>
			{/* For the browser's store of passwords. */}
			<input type="text" name="username" value={login} autoComplete="username" readOnly hidden />
			<Field label="现在的密码" error={error?.fields.current}>
				<TextInput name="current" type="password" autoComplete="current-password" maxLength={500} required />
			</Field>
			<Field label="新密码" hint={`至少 ${minLength} 个字符；一句自己记得住的话最好。`} error={error?.fields.password}>
				<TextInput name="password" type="password" autoComplete="new-password" maxLength={500} required />
			</Field>
			{error && Object.keys(error.fields).length === 0 && <Notice tone="error">{error.message}</Notice>}
			<div className={styles.acts}>
				<Button type="submit" variant="primary" pending={pending && '正在保存…'}>
					改密码
				</Button>
			</div>
		</form>
	);
}
