'use client';
import type { FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import { AccountFields, type AccountValues, accountValues } from '../account-fields';
import { updateAccountAction } from '../actions';
import styles from '../person.module.css';
import { useFocusFault } from '../use-focus-fault';

export function EditAccountForm({ account }: { account: AccountValues & { id: string } }) {
	const { run, pending, error } = useAction(updateAccountAction);
	const form = useFocusFault(error);
	const { show } = useToast();

	function submit(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		const values = accountValues(new FormData(event.currentTarget));
		run({ id: account.id, ...values }, () => show({ message: `已保存${values.name}的资料，下一次操作起生效。` }));
	}

	return (
		<form ref={form} className={styles.form} onSubmit={submit}>
			<AccountFields values={account} errors={error?.fields ?? {}} />
			{error && Object.keys(error.fields).length === 0 && <Notice tone="error">{error.message}</Notice>}
			<div className={styles.acts}>
				<Button type="submit" variant="primary" pending={pending && '正在保存…'}>
					保存
				</Button>
			</div>
		</form>
	);
}
