'use client';
import { useRef, useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Kbd } from '@/components/ui/kbd';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import type { LedgerRow, LedgerTitle } from '@/lib/reporter/ledger/read';
import type { LedgerFilters } from '@/lib/reporter/ledger/schema';
import { confirmTitleAction, rejectTitleAction } from './actions';
import styles from './ledger.module.css';
import { PersonRow } from './person-row';
import { TitleDialog } from './title-dialog';

interface LedgerListProps {
	rows: readonly LedgerRow[];
	tab: LedgerFilters['tab'];
}

/** What the keys act on: a title that waits, with its person. */
interface Waiting {
	person: LedgerRow;
	title: LedgerTitle;
}

/**
 * The ledger's people, their titles under each name. Of titles that wait one is the present one: y confirms it, x
 * rejects it, e opens it, j and k go on. After an answer the next one is the present one.
 */
export function LedgerList({ rows, tab }: LedgerListProps) {
	const waiting = rows.flatMap((person) =>
		person.titles.flatMap((title) => (title.status === 'proposed' && !person.retired ? [{ person, title }] : [])),
	);
	const [presentId, setPresentId] = useState<string>();
	const [edited, setEdited] = useState<Waiting>();
	const list = useRef<HTMLUListElement>(null);
	const at = Math.max(
		0,
		waiting.findIndex(({ title }) => title.id === presentId),
	);
	const present = waiting[at];
	const answers = useAnswers();
	const go = (by: 1 | -1) => {
		const next = waiting[Math.min(Math.max(at + by, 0), waiting.length - 1)];
		setPresentId(next?.title.id);
		list.current?.querySelector(`[data-title="${next?.title.id}"]`)?.scrollIntoView({ block: 'nearest' });
	};
	const answer = (one: Waiting | undefined, verdict: 'confirm' | 'reject') => {
		if (!one) return;
		setPresentId((waiting[at + 1] ?? waiting[at - 1])?.title.id);
		answers(one, verdict);
	};
	useShortcut('y', '确认这条职务', () => answer(present, 'confirm'));
	useShortcut('x', '不是，否定这条', () => answer(present, 'reject'));
	useShortcut('e', '改这条职务和任期', () => present && setEdited(present));
	useShortcut('j', '下一条', () => go(1));
	useShortcut('k', '上一条', () => go(-1));
	return (
		<>
			{present && (
				<p className={styles.keys}>
					<Kbd>y</Kbd> 确认　<Kbd>x</Kbd> 否定　<Kbd>e</Kbd> 改职务和任期　<Kbd>j</Kbd> <Kbd>k</Kbd> 下一条、上一条
				</p>
			)}
			<ul ref={list} className={styles.list} aria-label="人名库">
				{rows.map((person) => (
					<li key={person.id}>
						<PersonRow
							person={person}
							tab={tab}
							presentId={present?.title.id}
							onAnswer={(title, verdict) => answer({ person, title }, verdict)}
							onEdit={(title) => setEdited({ person, title })}
						/>
					</li>
				))}
			</ul>
			{edited && <TitleDialog {...edited} onClose={() => setEdited(undefined)} />}
		</>
	);
}

/** Confirms or rejects, and says what was done. */
function useAnswers() {
	const { show } = useToast();
	const confirm = useAction(confirmTitleAction);
	const reject = useAction(rejectTitleAction);
	const fail = ({ message }: { message: string }) => show({ message, tone: 'error' });
	return ({ person, title }: Waiting, verdict: 'confirm' | 'reject') => {
		const words = `${title.title}${person.name}`;
		if (verdict === 'reject') {
			reject.run({ id: title.id }, () => show({ message: `已否定“${words}”。` }), fail);
			return;
		}
		const span = { title: title.title, from: title.from ?? '', to: title.to ?? '' };
		confirm.run({ id: title.id, ...span }, () => show({ message: `已确认“${words}”。` }), fail);
	};
}
