'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { type ActionError, useAction } from '@/components/ui/use-action';
import { circled, markKindNames, markPlaceNames, markStateNames } from '@/lib/edition/proof/mark';
import type { MarkRow } from '@/lib/edition/proof/read';
import { removeMarkAction, settleMarkAction } from './actions';
import { MarkSign } from './mark-sign';
import styles from './proof.module.css';
import { useWalk } from './walk';

interface MarkListProps {
	marks: readonly MarkRow[];
	titles: Record<string, string>;
	/** Number of the newest proof. */
	newest: number;
	maySettle: boolean;
	mayMark: boolean;
}

/** The page's marks in their order: what each asks for, what became of it, and what can be said of it. */
export function MarkList(props: MarkListProps) {
	const { marks, titles, mayMark } = props;
	const [refusing, setRefusing] = useState<MarkRow>();
	const { current, look } = useWalk();
	if (marks.length === 0) {
		const words = mayMark ? '还没有校对符号。在样上选中文字，或按 m 从表单里画。' : '没有校对符号。';
		return <p className={styles.nothing}>{words}</p>;
	}
	return (
		<>
			<ol className={styles.list}>
				{marks.map((mark) => {
					const key = `mark-${mark.number}`;
					return (
						<li key={mark.id} id={key} tabIndex={-1} data-current={current === key || undefined}>
							<MarkWords mark={mark} title={titles[mark.articleId ?? '']} onLook={() => look(key)} />
							<MarkActs mark={mark} onRefuse={() => setRefusing(mark)} {...props} />
						</li>
					);
				})}
			</ol>
			<RefuseDialog mark={refusing} onClose={() => setRefusing(undefined)} />
		</>
	);
}

interface MarkActsProps extends MarkListProps {
	mark: MarkRow;
	onRefuse: () => void;
}

/** What can be said of a mark in its state, each undone by the next. */
function MarkActs({
	mark: { id, number, state, version, isMine },
	newest,
	maySettle,
	mayMark,
	onRefuse,
}: MarkActsProps) {
	const { show } = useToast();
	const settle = useAction(settleMarkAction);
	const remove = useAction(removeMarkAction);
	const refuse = ({ message }: ActionError) => show({ message, tone: 'error' });
	const reopen = () => settle.run({ id, state: 'open' }, undefined, refuse);
	const told = () => show({ message: `${circled(number)} 已改`, undo: reopen });
	const isOpen = state === 'open';
	const acts = [
		maySettle && isOpen && version < newest && ['已改', () => settle.run({ id, state: 'done' }, told, refuse)],
		maySettle && isOpen && ['不改', onRefuse],
		maySettle && !isOpen && ['重新待改', reopen],
		mayMark && isMine && isOpen && version === newest && ['撤回', () => remove.run({ id }, undefined, refuse)],
	].filter((act): act is [string, () => void] => Array.isArray(act));
	return (
		<div className={styles.rowActs}>
			{acts.map(([verb, run]) => (
				<Button key={verb} variant="quiet" aria-label={`${circled(number)} ${verb}`} onClick={run}>
					{verb}
				</Button>
			))}
		</div>
	);
}

function MarkWords({ mark, title, onLook }: { mark: MarkRow; title: string | undefined; onLook: () => void }) {
	const { number, kind, place, exact, right, note, state, reason, settledBy, doneVersion } = mark;
	const fate = [markStateNames[state], doneVersion && `第 ${doneVersion} 次样`, settledBy].filter(Boolean);
	return (
		<>
			<button type="button" className={styles.markHead} onClick={onLook}>
				<b className={styles.number}>{circled(number)}</b> <MarkSign kind={kind} />{' '}
				<span className={styles.kind}>{markKindNames[kind]}</span>
				<span className={state === 'open' ? styles.open : styles.fate}>
					{state === 'open' ? '○' : state === 'done' ? '✓' : '×'} {fate.join(' · ')}
				</span>
			</button>
			<p className={styles.words}>
				{title && `《${title}》`}
				{markPlaceNames[place]} {exact && <Wrong kind={kind} exact={exact} />} {right && <ins>{right}</ins>}
				{!exact && mark.kind === 'insert' && '（增补）'}
			</p>
			{note && <p className={styles.words}>{note}</p>}
			{reason && <p className={styles.words}>不改：{reason}</p>}
			<p className={styles.minor}>
				{mark.actorName} 在第 {mark.version} 次样上
			</p>
		</>
	);
}

/** A query asks about words and strikes none. */
function Wrong({ kind, exact }: Pick<MarkRow, 'kind' | 'exact'>) {
	return kind === 'query' ? `“${exact}”` : <del>{exact}</del>;
}

function RefuseDialog({ mark, onClose }: { mark: MarkRow | undefined; onClose: () => void }) {
	const settle = useAction(settleMarkAction);
	const close = () => {
		settle.clear();
		onClose();
	};
	return (
		<Dialog open={mark !== undefined} onOpenChange={close} title={mark ? `${circled(mark.number)} 不改` : '不改'}>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					const reason = String(new FormData(event.currentTarget).get('reason') ?? '');
					if (mark) settle.run({ id: mark.id, state: 'refused', reason }, close);
				}}
			>
				<Field label="为什么不改" hint="校对和值班总编都会看到" error={settle.error?.fields.reason}>
					<TextInput name="reason" maxLength={300} />
				</Field>
				{settle.error && <Notice tone="error">{settle.error.message}</Notice>}
				<DialogFoot>
					<Button onClick={close}>取消</Button>
					<Button type="submit" variant="primary" pending={settle.pending && '正在记下…'}>
						不改
					</Button>
				</DialogFoot>
			</form>
		</Dialog>
	);
}
