import type { Metadata } from 'next';
import { PageHead } from '@/components/desk/page-head';
import { minPassword } from '@/lib/auth/password-rule';
import { getAccount } from '@/lib/auth/read';
import { roleNames } from '@/lib/auth/roles';
import { deskRead } from '@/lib/page';
import { AccountFacts } from '../account-facts';
import styles from '../person.module.css';
import { SignInTable } from '../sign-in-table';
import { ChangePasswordForm } from './change-password-form';

export const metadata: Metadata = { title: '我的账号' };

export default async function MyAccountPage() {
	const account = await deskRead((actor) => getAccount(actor, actor.userId));
	return (
		<>
			<PageHead title="我的账号" aside={account.roles.map((role) => roleNames[role]).join('、')} />
			<div className={styles.columns}>
				<section>
					<h2>改密码</h2>
					<ChangePasswordForm login={account.login} minLength={minPassword} />
				</section>
				<section>
					<h2>{account.name}</h2>
					<AccountFacts account={account} />
					<h2>登录记录</h2>
					<SignInTable history={account.history} />
				</section>
			</div>
		</>
	);
}
