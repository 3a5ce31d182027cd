import type { Metadata } from 'next';
import { z } from 'zod';
import { KeepFresh } from '@/components/desk/keep-fresh';
import { PageHead } from '@/components/desk/page-head';
import { RowKeys } from '@/components/desk/row-keys';
import { ChoiceRow } from '@/components/ui/choice-row';
import { stateNames } from '@/lib/article/article';
import { deskRead } from '@/lib/page';
import { getBoardTime, listStages } from '@/lib/workflow/read';
import { BoardLine } from '../board-row';
import styles from '../review.module.css';
import { ReviewTabs } from '../review-tabs';
import { WorkSection } from '../work-section';

export const metadata: Metadata = { title: '审稿' };

const Filter = z.object({ desk: z.string().max(40).optional().catch(undefined) });
const path = '/desk/review/stage';

/** 审稿: the desk by stage, each story with its age and deadline. */
export default async function StagePage({ searchParams }: { searchParams: Promise<object> }) {
	const { desk } = Filter.parse(await searchParams);
	const { board, now } = await deskRead(async (actor) => ({
		board: await listStages(actor, desk),
		now: await getBoardTime(),
	}));
	return (
		<>
			<PageHead title="审稿" />
			<ReviewTabs here={path} seesBoards />
			{board.desks.length > 1 && (
				<div className={styles.filter}>
					<ChoiceRow
						label="部门"
						choices={[
							{ name: '全部部门', href: path, current: !desk },
							...board.desks.map((name) => ({
								name,
								href: `${path}?desk=${encodeURIComponent(name)}`,
								current: desk === name,
							})),
						]}
					/>
				</div>
			)}
			<div className={styles.stages}>
				{board.stages.map(({ state, rows }) => (
					<WorkSection key={state} id={state} title={stateNames[state]} count={rows.length} nothing="没有">
						{rows.map((row) => (
							<BoardLine key={row.id} row={row} now={now} hideState />
						))}
					</WorkSection>
				))}
			</div>
			<RowKeys />
			<KeepFresh />
		</>
	);
}
