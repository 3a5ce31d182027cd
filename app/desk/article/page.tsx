import type { Metadata } from 'next';
import { PageHead } from '@/components/desk/page-head';
import { RowKeys } from '@/components/desk/row-keys';
import { Pagination } from '@/components/ui/pagination';
import { listArticles } from '@/lib/article/list/read';
import { ArticleListFilters, pageSize } from '@/lib/article/schema';
import { can } from '@/lib/auth/can';
import { listColumns } from '@/lib/column/read';
import { listEditions } from '@/lib/edition/read';
import { deskRead } from '@/lib/page';
import { listReporters } from '@/lib/reporter/read';
import { ReporterFilters } from '@/lib/reporter/schema';
import { findStories, mostListed } from '@/lib/search/read';
import { chineseDate } from '@/lib/time';
import { EmptyList } from './empty-list';
import { ImportDesk } from './import-desk';
import { ListFilters, StateRow } from './list-filters';
import { ListTable } from './list-table';
import { listHref } from './list-url';

export const metadata: Metadata = { title: '稿件' };

export default async function ArticleListPage({ searchParams }: { searchParams: Promise<object> }) {
	const filters = ArticleListFilters.parse(await searchParams);
	const { seesAll, mayImport, list, found, columns, reporters, editions } = await deskRead(async (actor) => {
		const found = filters.q ? await findStories(actor, filters.q) : undefined;
		return {
			seesAll: can(actor, 'article.read'),
			mayImport: can(actor, 'article.create'),
			list: await listArticles(actor, filters, found?.where),
			found,
			columns: await listColumns(actor),
			reporters: await listReporters(actor, ReporterFilters.parse({ show: 'all' })),
			editions: await listEditions(actor),
		};
	});
	return (
		<>
			<PageHead title="稿件">{mayImport && <ImportDesk />}</PageHead>
			<StateRow filters={filters} byState={list.byState} />
			<ListFilters
				filters={filters}
				seesAll={seesAll}
				columns={columns.map(({ slug, name }) => ({ value: slug, name }))}
				reporters={reporters.map(({ id, name }) => ({ value: id, name }))}
				editions={editions.rows.map(({ date }) => ({ value: date, name: chineseDate(date) }))}
			/>
			{list.rows.length > 0 ? <ListTable rows={list.rows} filters={filters} /> : <EmptyList filters={filters} />}
			{found?.isCut && (
				<p>
					含“{filters.q}”的稿件很多，只在其中最近的 {mostListed.toLocaleString('en-US')} 篇里找，请换一个更具体的词。
				</p>
			)}
			{list.total > 0 && (
				<Pagination
					page={filters.page ?? 1}
					pageSize={pageSize}
					total={list.total}
					unit="篇"
					hrefOf={(page) => listHref(filters, { page })}
				/>
			)}
			<RowKeys />
		</>
	);
}
