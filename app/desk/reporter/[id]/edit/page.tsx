import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHead } from '@/components/desk/page-head';
import { must } from '@/lib/auth/can';
import { listLinkableAccounts } from '@/lib/auth/read';
import { deskRead } from '@/lib/page';
import { getReporter } from '@/lib/reporter/read';
import { ReporterForm } from '../../reporter-form';

export const metadata: Metadata = { title: '编辑记者' };

export default async function EditReporterPage({ params }: { params: Promise<{ id: string }> }) {
	const { id } = await params;
	const { reporter, accounts } = await deskRead(async (actor) => {
		must(actor, 'reporter.manage');
		const [reporter, accounts] = await Promise.all([getReporter(actor, id), listLinkableAccounts(actor, id)]);
		return { reporter, accounts };
	});
	return (
		<>
			<PageHead
				title={`编辑${reporter.name}的资料`}
				back={<Link href={`/desk/reporter/${id}`}>{reporter.name}</Link>}
			/>
			<ReporterForm reporter={reporter} accounts={accounts} />
		</>
	);
}
