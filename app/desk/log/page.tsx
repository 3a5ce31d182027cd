import type { Metadata } from 'next';
import { PageHead } from '@/components/desk/page-head';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { can } from '@/lib/auth/can';
import { deskRead } from '@/lib/page';
import { getChainEnd, listTrace, listTraceActors } from '@/lib/trace/read';
import { TraceFilters } from '@/lib/trace/schema';
import { ChainLine } from './chain-line';
import { LogFilters } from './log-filters';
import { LogTable } from './log-table';
import { logHref } from './log-url';
import styles from './page.module.css';

export const metadata: Metadata = { title: '留痕' };

export default async function LogPage({ searchParams }: { searchParams: Promise<object> }) {
	const filters = TraceFilters.parse(await searchParams);
	const { trace, actors, end, seesAccounts } = await deskRead(async (actor) => ({
		trace: await listTrace(actor, filters),
		actors: await listTraceActors(actor),
		end: await getChainEnd(actor),
		seesAccounts: can(actor, 'user.manage'),
	}));
	const { before, ...narrowing } = filters;
	const isFiltered = Object.values(narrowing).some(Boolean);
	return (
		<>
			<PageHead title="留痕" aside="谁在什么时候做了什么；只增不改" />
			<ChainLine end={end} />
			<LogFilters filters={filters} actors={actors} isFiltered={isFiltered} />
			{trace.rows.length > 0 ? (
				<LogTable rows={trace.rows} seesAccounts={seesAccounts} />
			) : isFiltered || before ? (
				<EmptyState title="没有符合条件的记录" act={<ButtonLink href="/desk/log">清除条件</ButtonLink>} />
			) : (
				<EmptyState title="还没有记录">
					<p>编辑部里的每个动作，从新建稿件到出版，都会自动记在这里。</p>
				</EmptyState>
			)}
			<nav aria-label="翻页" className={styles.pager}>
				{before && <ButtonLink href={logHref(filters, { before: undefined })}>回到最新</ButtonLink>}
				{trace.older && (
					<ButtonLink href={logHref(filters, { before: trace.older })} rel="next">
						更早的
					</ButtonLink>
				)}
			</nav>
		</>
	);
}
