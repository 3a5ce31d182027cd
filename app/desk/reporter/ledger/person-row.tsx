'use client';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import type { LedgerRow, LedgerTitle } from '@/lib/reporter/ledger/read';
import type { LedgerFilters } from '@/lib/reporter/ledger/schema';
import { mergePeopleAction, restorePersonAction, retirePersonAction } from './actions';
import styles from './ledger.module.css';
import { TitleDialog } from './title-dialog';

interface PersonRowProps {
	person: LedgerRow;
	tab: LedgerFilters['tab'];
	/** The title that keys act on. */
	presentId: string | undefined;
	onAnswer: (title: LedgerTitle, verdict: 'confirm' | 'reject') => void;
	onEdit: (title: LedgerTitle) => void;
}

/** A person with his titles: those that wait with their source and an answer, those that hold with their days. */
export function PersonRow({ person, tab, presentId, onAnswer, onEdit }: PersonRowProps) {
	const [isAdding, setAdding] = useState(false);
	const shown = tab === 'used' ? person.titles.filter(({ status }) => status === 'confirmed') : person.titles;
	return (
		<article className={styles.person} data-retired={person.retired || undefined}>
			<div className={styles.name}>
				<h2>{person.name}</h2>
				{person.retired && <span className={styles.note}>已停用</span>}
				{person.note && <span className={styles.note}>{person.note}</span>}
				<PersonActs person={person} onAdd={() => setAdding(true)} />
			</div>
			<ul className={styles.titles}>
				{shown.map((title) => (
					<li
						key={title.id}
						data-title={title.id}
						className={styles.title}
						aria-current={title.id === presentId || undefined}
					>
						<TitleWords title={title} />
						<span className={styles.acts}>
							{title.status === 'proposed' && (
								<>
									<Button aria-label={`确认${title.title}`} onClick={() => onAnswer(title, 'confirm')}>
										确认
									</Button>
									<Button variant="quiet" aria-label={`否定${title.title}`} onClick={() => onAnswer(title, 'reject')}>
										否定
									</Button>
								</>
							)}
							<Button variant="quiet" aria-label={`修改${title.title}`} onClick={() => onEdit(title)}>
								修改
							</Button>
						</span>
					</li>
				))}
			</ul>
			<Namesakes person={person} />
			{isAdding && <TitleDialog person={person} onClose={() => setAdding(false)} />}
		</article>
	);
}

function TitleWords({ title: { title, status, from, to, source } }: { title: LedgerTitle }) {
	const days = from || to ? `${from ?? '…'} 至 ${to ?? '今'}` : '';
	return (
		<span className={styles.words}>
			<span>{title}</span>
			{status === 'proposed' && <span className={styles.waiting}>待确认</span>}
			{days && <span className={styles.note}>{days}</span>}
			{source && (
				<Link href={`/desk/article/${source.articleId}`} prefetch={false} className={styles.source}>
					见《{source.headline}》
				</Link>
			)}
		</span>
	);
}

function PersonActs({ person, onAdd }: { person: LedgerRow; onAdd: () => void }) {
	const { show } = useToast();
	const retire = useAction(retirePersonAction);
	const restore = useAction(restorePersonAction);
	const { id, name } = person;
	if (person.retired) {
		return (
			<Button variant="quiet" onClick={() => restore.run({ id }, () => show({ message: `${name}已恢复。` }))}>
				恢复
			</Button>
		);
	}
	const undo = () => restore.run({ id });
	return (
		<span className={styles.acts}>
			<Button variant="quiet" aria-label={`加职务：${name}`} onClick={onAdd}>
				加职务
			</Button>
			<Button
				variant="quiet"
				aria-label={`停用${name}`}
				onClick={() => retire.run({ id }, () => show({ message: `${name}已停用，不再用来核对。`, undo }))}
			>
				停用
			</Button>
		</span>
	);
}

/** Others of the same name: one person twice, or two people. */
function Namesakes({ person }: { person: LedgerRow }) {
	const { show } = useToast();
	const merge = useAction(mergePeopleAction);
	if (person.namesakes.length === 0 || person.retired) return null;
	return (
		<ul className={styles.titles} aria-label={`与${person.name}同名的人`}>
			{person.namesakes.map((other) => (
				<li key={other.id} className={styles.title}>
					<span className={styles.note}>同名：{other.titles.join('、') || '还没有职务'}</span>
					<Button
						variant="quiet"
						pending={merge.pending && '正在合并…'}
						onClick={() =>
							merge.run({ id: other.id, into: person.id }, () =>
								show({ message: `两个${person.name}已合并成一个人。` }),
							)
						}
					>
						是同一个人，合并
					</Button>
				</li>
			))}
		</ul>
	);
}
