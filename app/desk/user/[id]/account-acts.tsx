'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Notice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import type { AccountState } from '@/lib/auth/account';
import { disableAccountAction, enableAccountAction, renewInviteAction } from '../actions';
import { InviteLink } from '../invite-link';
import styles from '../person.module.css';

interface AccountActsProps {
	account: { id: string; name: string; state: AccountState };
	isSelf: boolean;
	inviteHours: number;
}

/** What can be done to an account besides editing it. */
export function AccountActs({ account, isSelf, inviteHours }: AccountActsProps) {
	const { id, name, state } = account;
	const enable = useAction(enableAccountAction);
	const [asking, setAsking] = useState<'renew' | 'disable'>();
	const [path, setPath] = useState('');
	const { show } = useToast();

	if (isSelf) return <p className={styles.note}>这是您自己的账号：密码在“我的账号”里改，停用要由另一位管理员来做。</p>;
	if (state === 'disabled') {
		const enabled = () => show({ message: `已启用${name}的账号。` });
		return (
			<div className={styles.bar}>
				<Button pending={enable.pending && '正在启用…'} onClick={() => enable.run({ id }, enabled)}>
					启用账号
				</Button>
				{enable.error && <Notice tone="error">{enable.error.message}</Notice>}
			</div>
		);
	}
	return (
		<>
			<div className={styles.bar}>
				<Button onClick={() => setAsking('renew')}>{state === 'working' ? '重设密码' : '换一条链接'}</Button>
				<Button variant="danger" onClick={() => setAsking('disable')}>
					停用账号
				</Button>
			</div>
			{path && <InviteLink key={path} name={name} path={path} hours={inviteHours} />}
			<RenewDialog account={account} open={asking === 'renew'} onClose={() => setAsking(undefined)} onLink={setPath} />
			<DisableDialog account={account} open={asking === 'disable'} onClose={() => setAsking(undefined)} />
		</>
	);
}

interface ActDialogProps {
	account: { id: string; name: string; state: AccountState };
	open: boolean;
	onClose: () => void;
}

function RenewDialog({ account, open, onClose, onLink }: ActDialogProps & { onLink: (path: string) => void }) {
	const { run, pending, error } = useAction(renewInviteAction);
	const done = (invite: { path: string }) => {
		onLink(invite.path);
		onClose();
	};
	return (
		<ConfirmDialog
			open={open}
			onOpenChange={(next) => !next && onClose()}
			title={account.state === 'working' ? `重设${account.name}的密码？` : `给${account.name}换一条链接？`}
			confirm={account.state === 'working' ? '重设密码' : '换链接'}
			pending={pending && '正在生成…'}
			error={error?.message}
			onConfirm={() => run({ id: account.id }, done)}
		>
			{account.state === 'working'
				? '现在的密码立即作废，正在登录的地方会退出；未保存的内容留在各自的浏览器里。随后给您一条设置新密码的链接。'
				: '以前的链接立即作废。'}
		</ConfirmDialog>
	);
}

function DisableDialog({ account, open, onClose }: ActDialogProps) {
	const { run, pending, error } = useAction(disableAccountAction);
	const { show } = useToast();
	const done = () => {
		show({ message: `已停用${account.name}的账号。` });
		onClose();
	};
	return (
		<ConfirmDialog
			open={open}
			onOpenChange={(next) => !next && onClose()}
			title={`停用${account.name}的账号？`}
			confirm="停用账号"
			danger
			pending={pending && '正在停用…'}
			error={error?.message}
			onConfirm={() => run({ id: account.id }, done)}
		>
			{account.name}会立即退出，不能再登录。稿件和署名都保留；以后可以再启用。
		</ConfirmDialog>
	);
}
