import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHead } from '@/components/desk/page-head';
import { must } from '@/lib/auth/can';
import { listLinkableAccounts } from '@/lib/auth/read';
import { deskRead } from '@/lib/page';
import { ReporterForm } from '../reporter-form';

export const metadata: Metadata = { title: '新建记者' };

export default async function NewReporterPage() {
	const accounts = await deskRead(async (actor) => {
		must(actor, 'reporter.manage');
		return listLinkableAccounts(actor, null);
	});
	return (
		<>
			<PageHead title="新建记者" back={<Link href="/desk/reporter">记者</Link>} />
			<ReporterForm accounts={accounts} />
		</>
	);
}
