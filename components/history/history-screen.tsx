import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import type { ActionResult } from '@/lib/action';
import { titleOf } from '@/lib/article/article';
import type { Comparison, History } from '@/lib/article/history/read';
import type { RestoreInput } from '@/lib/article/history/schema';
import { tally } from '@/lib/article/history/tally';
import { dayAndTime } from '@/lib/time';
import { ChangeWalker } from './change-walker';
import { HandLegend } from './hand-legend';
import { handsBySteps, handsOf } from './hands';
import styles from './history-screen.module.css';
import { MarkedCopy } from './marked-copy';
import { RestoreButton } from './restore-button';
import { VersionPicker } from './version-picker';
import { versionsOf } from './versions';

export interface HistoryScreenProps {
	comparison: Comparison;
	history: History;
	/** What columns, series and tags are called. */
	names: ReadonlyMap<string, string>;
	isSideBySide: boolean;
	restore: (input: RestoreInput) => Promise<ActionResult<{ revision: number }>>;
}

/** 历史: two revisions of an article as a 花脸稿, with what can be done with the older one. */
export function HistoryScreen({ comparison, history, names, isSideBySide, restore }: HistoryScreenProps) {
	const { article, from, to, steps, difference, may } = comparison;
	const hands = handsOf(steps);
	const title = `《${titleOf(article.headline)}》`;
	const isSingle = from.number === to.number;
	// What would come back: the older one; where that is the present one, there is nothing to bring back.
	const restorable = from.number === article.revision ? undefined : from.number;
	return (
		<div className={styles.screen}>
			<header className={styles.top}>
				<p className={styles.place}>
					<Link href={`/desk/article/${article.id}`} prefetch={false}>
						回到稿件
					</Link>
				</p>
				<h1 className={styles.title}>
					{title}
					{isSingle ? `第 ${to.number} 稿` : `第 ${from.number} 稿到第 ${to.number} 稿的改动`}
				</h1>
				{may.restore && restorable !== undefined && (
					<RestoreButton id={article.id} number={restorable} present={article.revision} action={restore} />
				)}
				<VersionPicker
					id={article.id}
					versions={versionsOf(history, [from, to])}
					from={from.number}
					to={to.number}
					isSideBySide={isSideBySide}
				/>
			</header>
			{isSingle ? (
				<SingleNote isOnly={article.revision === 1} number={to.number} savedAt={to.savedAt} actorName={to.actorName} />
			) : (
				<div className={styles.bar}>
					<HandLegend hands={hands} steps={steps} tally={tally(difference)} />
					<ChangeWalker key={`${from.number}-${to.number}-${isSideBySide}`} isUnchanged={difference.kind === 'same'} />
				</div>
			)}
			<MarkedCopy
				difference={difference}
				isSideBySide={isSideBySide && !isSingle}
				pen={{ handOf: handsBySteps(steps), isShared: hands.length > 1, names }}
			/>
		</div>
	);
}

interface SingleNoteProps {
	isOnly: boolean;
	number: number;
	savedAt: Date;
	actorName: string;
}

function SingleNote({ isOnly, number, savedAt, actorName }: SingleNoteProps) {
	if (isOnly) {
		return (
			<EmptyState title="还只有一稿，没有改动可以对照">
				<p>每次保存都会留下一稿。有人改过之后，这里像花脸稿一样标出加了什么、删了什么、是谁改的。</p>
			</EmptyState>
		);
	}
	return (
		<p className={styles.single}>
			这里是第 {number} 稿的全文（{actorName}，{dayAndTime(savedAt)}）。在上面另选一稿，就能对照。
		</p>
	);
}
