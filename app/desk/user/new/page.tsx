import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHead } from '@/components/desk/page-head';
import { must } from '@/lib/auth/can';
import { inviteHours } from '@/lib/auth/write';
import { deskRead } from '@/lib/page';
import { NewAccountForm } from './new-account-form';

export const metadata: Metadata = { title: '新建账号' };

export default async function NewAccountPage() {
	await deskRead(async (actor) => must(actor, 'user.manage'));
	return (
		<>
			<PageHead title="新建账号" back={<Link href="/desk/user">账号</Link>} />
			<NewAccountForm inviteHours={inviteHours} />
		</>
	);
}
