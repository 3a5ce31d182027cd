import type { Metadata } from 'next';
import { PageHead } from '@/components/desk/page-head';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { can } from '@/lib/auth/can';
import { deskRead } from '@/lib/page';
import { listDepartments, listReporters } from '@/lib/reporter/read';
import { ReporterFilters } from '@/lib/reporter/schema';
import { ReporterFilterForm } from './reporter-filter-form';
import { ReporterTable } from './reporter-table';

export const metadata: Metadata = { title: '记者' };

export default async function ReportersPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
	const filters = ReporterFilters.parse(await searchParams);
	const { reporters, departments, mayManage, mayLedger } = await deskRead(async (actor) => {
		const [reporters, departments] = await Promise.all([listReporters(actor, filters), listDepartments(actor)]);
		return { reporters, departments, mayManage: can(actor, 'reporter.manage'), mayLedger: can(actor, 'ledger.manage') };
	});
	return (
		<>
			<PageHead title="记者" aside={`${reporters.length} 人`}>
				{mayLedger && <ButtonLink href="/desk/reporter/ledger">人名库</ButtonLink>}
				{mayManage && (
					<ButtonLink href="/desk/reporter/new" variant="primary">
						新建记者
					</ButtonLink>
				)}
			</PageHead>
			<ReporterFilterForm filters={filters} departments={departments} />
			{reporters.length > 0 ? (
				<ReporterTable reporters={reporters} />
			) : (
				<EmptyState title="没有符合条件的记者" act={<ButtonLink href="/desk/reporter?show=all">看全部记者</ButtonLink>}>
					<p>可以用姓名、全拼或声母来找，例如“沈知远”“shenzhiyuan”“szy”。</p>
				</EmptyState>
			)}
		</>
	);
}
