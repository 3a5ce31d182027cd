import type { Metadata } from 'next';
import { HistoryScreen } from '@/components/history/history-screen';
import { compareRevisions, listRevisions } from '@/lib/article/history/read';
import { CompareQuery } from '@/lib/article/history/schema';
import { listColumns, listSeries, listTags } from '@/lib/column/read';
import { deskRead } from '@/lib/page';
import { restoreAction } from './actions';

export const metadata: Metadata = { title: '历史' };

interface HistoryPageProps {
	params: Promise<{ id: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/**
 * Two revisions of an article against each other: `?from=3&to=8`. Without `to` the present one (what changed since I
 * signed: `?from=` the signed revision), without `from` what the last sitting changed; `from` = `to` reads one alone.
 */
export default async function HistoryPage({ params, searchParams }: HistoryPageProps) {
	const { id } = await params;
	const query = CompareQuery.parse(await searchParams);
	const screen = await deskRead(async (actor) => {
		const [comparison, history, ...headings] = await Promise.all([
			compareRevisions(actor, id, query),
			listRevisions(actor, id, {}),
			listColumns(actor),
			listSeries(actor),
			listTags(actor),
		]);
		return { comparison, history, names: new Map(headings.flat().map(({ id, name }) => [id, name])) };
	});
	return <HistoryScreen {...screen} isSideBySide={query.view === 'side'} restore={restoreAction} />;
}
