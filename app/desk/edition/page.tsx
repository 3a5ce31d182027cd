import type { Metadata } from 'next';
import { z } from 'zod';
import { PageHead } from '@/components/desk/page-head';
import { RowKeys } from '@/components/desk/row-keys';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { can } from '@/lib/auth/can';
import { editionsPerPage, listEditions, proposeEdition } from '@/lib/edition/read';
import { deskRead } from '@/lib/page';
import { EditionList } from './edition-list';
import { PlanButton } from './plan-button';

export const metadata: Metadata = { title: '版面' };

const Query = z.object({ page: z.coerce.number().int().min(1).max(2000).catch(1) });

export default async function EditionListPage({ searchParams }: { searchParams: Promise<object> }) {
	const { page } = Query.parse(await searchParams);
	const { editions, proposal, mayPlan } = await deskRead(async (actor) => ({
		editions: await listEditions(actor, page),
		proposal: await proposeEdition(actor),
		mayPlan: can(actor, 'edition.plan'),
	}));
	return (
		<>
			<PageHead title="版面">{mayPlan && <PlanButton proposal={proposal} />}</PageHead>
			{editions.rows.length > 0 ? (
				<>
					<EditionList editions={editions.rows} />
					<Pagination
						page={page}
						pageSize={editionsPerPage}
						total={editions.total}
						unit="期"
						hrefOf={(to) => `/desk/edition?page=${to}`}
					/>
				</>
			) : (
				<EmptyState title="还没有期次">
					<p>建一期，定下日期和版名，就能把签发的稿件放到版面上。全部版面一起出版。</p>
				</EmptyState>
			)}
			<RowKeys />
		</>
	);
}
