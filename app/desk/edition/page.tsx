import type { Metadata } from 'next';
import { z } from 'zod';
import { PageHead } from '@/components/desk/page-head';
import { RowKeys } from '@/components/desk/row-keys';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { can } from '@/lib/auth/can';
import { isMonth } from '@/lib/edition/plan/month';
import { listEditionModels, listMonth } from '@/lib/edition/plan/read';
import { editionsPerPage, listEditions, proposeEdition } from '@/lib/edition/read';
import { deskRead } from '@/lib/page';
import { dayOf } from '@/lib/time';
import { Calendar } from './calendar';
import { EditionList } from './edition-list';
import styles from './page.module.css';
import { PlanButton } from './plan-button';

export const metadata: Metadata = { title: '版面' };

const Query = z.object({
	page: z.coerce.number().int().min(1).max(2000).catch(1),
	month: z.string().refine(isMonth).optional().catch(undefined),
});

export default async function EditionListPage({ searchParams }: { searchParams: Promise<object> }) {
	const today = dayOf(new Date());
	const { page, month = today.slice(0, 7) } = Query.parse(await searchParams);
	const { editions, proposal, days, models, mayPlan } = await deskRead(async (actor) => {
		const [editions, proposal, days, models] = await Promise.all([
			listEditions(actor, page),
			proposeEdition(actor),
			listMonth(actor, month),
			listEditionModels(actor),
		]);
		return { editions, proposal, days, models, mayPlan: can(actor, 'edition.plan') };
	});
	const { issueNo } = proposal;
	return (
		<>
			<PageHead title="版面">{mayPlan && <PlanButton proposal={proposal} models={models} />}</PageHead>
			<div className={styles.sides}>
				<Calendar {...{ month, today, models, issueNo, mayPlan }} editions={days} />
				{editions.rows.length > 0 ? (
					<div>
						<EditionList editions={editions.rows} />
						<Pagination
							page={page}
							pageSize={editionsPerPage}
							total={editions.total}
							unit="期"
							hrefOf={(to) => `/desk/edition?page=${to}`}
						/>
					</div>
				) : (
					<EmptyState title="还没有期次">
						<p>建一期，定下日期和版名，就能把签发的稿件放到版面上。全部版面一起出版。</p>
					</EmptyState>
				)}
			</div>
			<RowKeys />
		</>
	);
}
