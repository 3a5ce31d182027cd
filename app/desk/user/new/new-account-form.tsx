'use client';
import { type FormEvent, useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { useAction } from '@/components/ui/use-action';
import { AccountFields, accountValues } from '../account-fields';
import { createAccountAction } from '../actions';
import { InviteLink } from '../invite-link';
import styles from '../person.module.css';
import { useFocusFault } from '../use-focus-fault';

export function NewAccountForm({ inviteHours }: { inviteHours: number }) {
	const { run, pending, error } = useAction(createAccountAction);
	const form = useFocusFault(error);
	const [created, setCreated] = useState<{ id: string; path: string; name: string }>();

	function submit(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		const values = new FormData(event.currentTarget);
		const input = { login: String(values.get('login') ?? ''), ...accountValues(values) };
		run(input, (invite) => setCreated({ ...invite, name: input.name }));
	}

	if (created) {
		return (
			<>
				<Notice>已新建{created.name}的账号。</Notice>
				<InviteLink name={created.name} path={created.path} hours={inviteHours} />
				<div className={styles.acts}>
					<Button onClick={() => setCreated(undefined)}>再建一个</Button>
					<ButtonLink href="/desk/user">回到名单</ButtonLink>
				</div>
			</>
		);
	}
	return (
		<form ref={form} className={styles.form} onSubmit={submit}>
			<Field label="账号" hint="登录时用，建后不改；不分大小写和全半角。" error={error?.fields.login}>
				<TextInput name="login" maxLength={32} autoCapitalize="none" spellCheck={false} required autoFocus />
			</Field>
			<AccountFields errors={error?.fields ?? {}} />
			{error && Object.keys(error.fields).length === 0 && <Notice tone="error">{error.message}</Notice>}
			<div className={styles.acts}>
				<Button type="submit" variant="primary" pending={pending && '正在新建…'}>
					新建账号
				</Button>
				<ButtonLink href="/desk/user">取消</ButtonLink>
			</div>
		</form>
	);
}
