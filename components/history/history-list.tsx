'use client';
import Link from 'next/link';
import { actName } from '@/components/desk/act-words';
import './hands.css';
import type { SentEntry, SentHistory, SentSitting } from '@/lib/article/history/sent';
import { chineseDate, clockTime, dayOf, monthDay } from '@/lib/time';
import { compareHref } from './compare-href';
import { type Hand, handsOf } from './hands';
import styles from './history-list.module.css';
import { RevisionNames } from './revision-names';

interface HistoryListProps {
	id: string;
	history: SentHistory;
	/** A name was given or taken away. */
	onNamed: () => void;
}

/** The history by days, newest first: what somebody wrote in one go, and the acts between. */
export function HistoryList({ id, history, onNamed }: HistoryListProps) {
	const { entries, revision } = history;
	const sittings = entries.filter((entry) => entry.kind === 'sitting');
	const hands = new Map(handsOf(sittings.toReversed()).map((hand) => [hand.key, hand]));
	if (revision === 1) {
		return (
			<p className={styles.hint}>还只有一稿。以后每次保存都会留下一稿：谁改的、改了什么，都能在这里对照，也能恢复。</p>
		);
	}
	return (
		<>
			<p className={styles.hint}>
				<Link href={compareHref({ id })} prefetch={false}>
					任选两稿对照…
				</Link>
			</p>
			{byDay(entries).map(({ day, entries }) => (
				<section key={day} aria-label={chineseDate(day)}>
					<h3 className={styles.day}>{monthDay(day, dayOf(new Date()))}</h3>
					<ol className={styles.entries}>
						{entries.map((entry) =>
							entry.kind === 'act' ? (
								<ActItem key={`${entry.act} ${entry.at}`} act={entry} />
							) : (
								<SittingItem
									key={entry.last}
									sitting={entry}
									hand={hands.get(entry.actorId)}
									{...{ id, history, onNamed }}
								/>
							),
						)}
					</ol>
				</section>
			))}
		</>
	);
}

const momentOf = (entry: SentEntry) => new Date(entry.kind === 'act' ? entry.at : entry.savedAt);

function byDay(entries: readonly SentEntry[]): { day: string; entries: SentEntry[] }[] {
	const days: { day: string; entries: SentEntry[] }[] = [];
	for (const entry of entries) {
		const day = dayOf(momentOf(entry));
		const open = days.at(-1);
		if (open?.day === day) open.entries.push(entry);
		else days.push({ day, entries: [entry] });
	}
	return days;
}

function ActItem({ act }: { act: Extract<SentEntry, { kind: 'act' }> }) {
	return (
		<li className={styles.act}>
			<span>
				{actName(act.act)}　{act.actorName}
			</span>
			<time dateTime={act.at}>{clockTime(new Date(act.at))}</time>
			{act.note && <span className={styles.note}>{act.note}</span>}
		</li>
	);
}

interface SittingItemProps extends HistoryListProps {
	sitting: SentSitting;
	hand: Hand | undefined;
}

function SittingItem({ id, history, sitting, hand, onNamed }: SittingItemProps) {
	const { first, last, actorName, words, wordsAdded, restoredFrom, notes, revisions } = sitting;
	const isPresent = last === history.revision;
	const before = Math.max(1, first - 1);
	return (
		<li className={styles.sitting}>
			<p className={styles.who}>
				<span className={styles.sign} data-hand={hand?.style} aria-hidden="true">
					{hand?.sign}
				</span>
				<b>{actorName}</b>
				<span className={styles.time}>{timeWords(sitting)}</span>
				<span className={styles.words} title={`全文 ${words} 字`}>
					{wordsAdded === null ? `${words} 字` : addedWords(wordsAdded)}
				</span>
			</p>
			<p className={styles.note}>
				{first === last ? `第 ${last} 稿` : `第 ${first}–${last} 稿`}
				{isPresent && '，现在这一稿'}
				{history.publishedRevision !== null && isIn(sitting, history.publishedRevision) && '，读者看到的'}
				{restoredFrom !== null && `，恢复自第 ${restoredFrom} 稿`}
				{notes.map((note) => `，${note}`)}
			</p>
			<RevisionNames
				id={id}
				number={last}
				names={revisions[0]?.names ?? []}
				mayName={history.may.name}
				onNamed={onNamed}
			>
				<Link href={compareHref({ id, from: before, to: last })} prefetch={false}>
					{first === 1 && last === 1 ? '看第 1 稿' : '看改动'}
				</Link>
				{!isPresent && (
					<Link href={compareHref({ id, from: last })} prefetch={false}>
						与现在比较
					</Link>
				)}
			</RevisionNames>
			{revisions.length > 1 && <Saves id={id} present={history.revision} revisions={revisions} />}
		</li>
	);
}

function isIn({ first, last }: SentSitting, number: number): boolean {
	return first <= number && number <= last;
}

function timeWords({ startedAt, savedAt }: SentSitting): string {
	const [start, end] = [startedAt, savedAt].map((at) => clockTime(new Date(at)));
	return start === end ? `${end}` : `${start}–${end}`;
}

function addedWords(count: number): string {
	if (count === 0) return '字数未变';
	return count > 0 ? `＋${count} 字` : `－${-count} 字`;
}

interface SavesProps {
	id: string;
	present: number;
	revisions: SentSitting['revisions'];
}

/** Each save of a sitting by itself. */
function Saves({ id, present, revisions }: SavesProps) {
	return (
		<details className={styles.saves}>
			<summary>{revisions.length} 次保存</summary>
			<ol>
				{revisions.map(({ number, savedAt, words }) => (
					<li key={number}>
						<Link href={compareHref({ id, from: Math.max(1, number - 1), to: number })} prefetch={false}>
							第 {number} 稿
						</Link>
						<span>{clockTime(new Date(savedAt))}</span>
						<span>{words} 字</span>
						{number !== present && (
							<Link href={compareHref({ id, from: number })} prefetch={false}>
								与现在比较
							</Link>
						)}
					</li>
				))}
			</ol>
		</details>
	);
}
