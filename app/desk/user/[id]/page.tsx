import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHead } from '@/components/desk/page-head';
import { accountStateNames } from '@/lib/auth/account';
import { must } from '@/lib/auth/can';
import { getAccount } from '@/lib/auth/read';
import { inviteHours } from '@/lib/auth/write';
import { deskRead } from '@/lib/page';
import { AccountFacts } from '../account-facts';
import styles from '../person.module.css';
import { SignInTable } from '../sign-in-table';
import { AccountActs } from './account-acts';
import { EditAccountForm } from './edit-account-form';

export const metadata: Metadata = { title: '账号' };

export default async function AccountPage({ params }: { params: Promise<{ id: string }> }) {
	const { id } = await params;
	const { account, isSelf } = await deskRead(async (actor) => {
		must(actor, 'user.manage');
		return { account: await getAccount(actor, id), isSelf: id === actor.userId };
	});
	return (
		<>
			<PageHead
				title={account.name}
				back={<Link href="/desk/user">账号</Link>}
				aside={accountStateNames[account.state]}
			/>
			<AccountActs account={account} isSelf={isSelf} inviteHours={inviteHours} />
			<div className={styles.columns}>
				<section>
					<h2>资料与角色</h2>
					<EditAccountForm account={account} />
				</section>
				<section>
					<h2>账号</h2>
					<AccountFacts account={account} />
					<h2>登录记录</h2>
					<SignInTable history={account.history} />
				</section>
			</div>
		</>
	);
}
