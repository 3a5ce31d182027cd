import type { Metadata } from 'next';
import Link from 'next/link';
import { KeepFresh } from '@/components/desk/keep-fresh';
import { PageHead } from '@/components/desk/page-head';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { getDeadlineBoard } from '@/lib/edition/board/read';
import { deskRead } from '@/lib/page';
import { chineseDate, clockTime, weekday } from '@/lib/time';
import { BoardTable } from './board-table';
import { WallMode } from './wall-mode';

interface BoardPageProps {
	params: Promise<{ date: string }>;
}

export async function generateMetadata({ params }: BoardPageProps): Promise<Metadata> {
	return { title: `${(await params).date} 付印进度` };
}

/** 付印进度: a wall view of every page, which tells what waits without being asked. */
export default async function DeadlineBoardPage({ params }: BoardPageProps) {
	const { date } = await params;
	const { pages, now, issueNo, publishedAt } = await deskRead((actor) => getDeadlineBoard(actor, date));
	const locked = pages.filter((page) => page.stage === 'locked').length;
	const facts = [
		`第 ${issueNo} 期`,
		publishedAt ? '已出版' : `${pages.length} 版，付印 ${locked} 版`,
		`现在 ${clockTime(now)}`,
	];
	return (
		<>
			<PageHead
				back={<Link href={`/desk/edition/${date}`}>{chineseDate(date)} 版面</Link>}
				title={`${chineseDate(date)} ${weekday(date)} 付印进度`}
				aside={facts.join(' · ')}
			>
				<WallMode date={date} />
			</PageHead>
			{pages.length > 0 && pages.every((page) => page.deadline === null) && (
				<Notice>
					这一期还没有付印时间。到<Link href={`/desk/edition/${date}`}>这一期的版面</Link>
					，在“期次设置”里点“统一付印时间”；各版不同的，在各版的“版面设置”里改。
				</Notice>
			)}
			{pages.length > 0 ? (
				<BoardTable pages={pages} now={now} date={date} isPublished={publishedAt !== null} />
			) : (
				<EmptyState title="这一期还没有版面">建好版面之后，各版走到哪一步显示在这里。</EmptyState>
			)}
			<KeepFresh />
		</>
	);
}
