import Link from 'next/link';
import { DeadlineWord } from '@/components/desk/deadline-word';
import { type BoardPage, type BoardWord, fitWord, markWord, storyWord } from '@/lib/edition/board/board';
import { type PageStage, pageStageNames } from '@/lib/edition/page-stage';
import { age, clockTime, dayAndTime, dayOf } from '@/lib/time';
import styles from './board.module.css';

interface BoardTableProps {
	pages: readonly BoardPage[];
	now: Date;
	date: string;
	isPublished: boolean;
}

/** A row a page, as high as the wall allows. */
export function BoardTable({ pages, now, date, isPublished }: BoardTableProps) {
	return (
		<table className={styles.board}>
			<caption className="visually-hidden">各版走到哪一步</caption>
			<thead>
				<tr>
					<th scope="col">版</th>
					<th scope="col">阶段</th>
					<th scope="col">负责</th>
					<th scope="col">付印</th>
					<th scope="col">未了校对符号</th>
					<th scope="col">版面</th>
					<th scope="col">稿件</th>
				</tr>
			</thead>
			<tbody>
				{pages.map((page) => (
					<tr key={page.id}>
						<th scope="row">
							<Link
								href={page.stories > 0 ? `/desk/edition/${date}/${page.no}` : `/desk/edition/${date}`}
								prefetch={false}
							>
								<span className={styles.no}>{page.no}</span> {page.name}
							</Link>
							{page.section && <small>{page.section}</small>}
						</th>
						<td data-label="阶段">{isPublished ? '已出版' : <StageWord page={page} now={now} />}</td>
						<td data-label="负责">{page.holder ?? <span className={styles.none}>没有人</span>}</td>
						<td data-label="付印">
							<Deadline page={page} now={now} isPublished={isPublished} />
						</td>
						<td data-label="未了校对符号">
							<Word {...markWord(page.openMarks)} />
						</td>
						<td data-label="版面">
							<Word {...fitWord(page.fit)} />
						</td>
						<td data-label="稿件">
							<Word {...storyWord(page)} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

const steps: readonly PageStage[] = [
	'making_up',
	'first_proof',
	'second_proof',
	'third_proof',
	'clean_proof',
	'locked',
];

/** The stage as a word, with as many steps filled as are gone. */
function StageWord({ page: { stage, stageSince }, now }: { page: BoardPage; now: Date }) {
	const gone = steps.indexOf(stage) + 1;
	return (
		<>
			{pageStageNames[stage]}
			<svg viewBox="0 0 60 8" className={styles.steps} aria-hidden="true">
				{steps.map((step, index) => (
					<rect key={step} x={index * 10 + 1} y="1" width="8" height="6" data-gone={index < gone || undefined} />
				))}
			</svg>
			<small>
				<time dateTime={stageSince.toISOString()} title={dayAndTime(stageSince)}>
					{age(stageSince, now)}
				</time>
			</small>
		</>
	);
}

function Deadline({ page, now, isPublished }: { page: BoardPage; now: Date; isPublished: boolean }) {
	const { deadline, stage } = page;
	if (!deadline) return <span className={styles.none}>没有定</span>;
	const clock = dayOf(deadline) === dayOf(now) ? clockTime(deadline) : dayAndTime(deadline).slice(5);
	if (stage === 'locked' || isPublished) return <span className={styles.none}>{clock}</span>;
	return (
		<>
			<DeadlineWord deadline={deadline} now={now} />
			<small>{clock}</small>
		</>
	);
}

/** What asks for somebody has a mark before it and is bold; the rest is quiet. */
function Word({ words, more, isAlarm }: BoardWord) {
	return (
		<>
			<span className={isAlarm ? styles.alarm : undefined}>
				{isAlarm && <span aria-hidden="true">▲ </span>}
				{words}
			</span>
			{more && <small>{more}</small>}
		</>
	);
}
