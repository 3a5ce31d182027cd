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
export function MarkList({ marks, titles, newest, maySettle, mayMark }: MarkListProps) {
	const [refusing, setRefusing] = useState<MarkRow>();
	const { current, look } = useWalk();
	const { show } = useToast();
	const settle = useAction(settleMarkAction);
	const remove = useAction(removeMarkAction);
	const refuse = ({ message }: ActionError) => show({ message, tone: 'error' });
	const reopen = (id: string) => settle.run({ id, state: 'open' }, undefined, refuse);
	const done = ({ id, number }: MarkRow) =>
		settle.run(
			{ id, state: 'done' },
			() => show({ message: `${circled(number)} 已改`, undo: () => reopen(id) }),
			refuse,
		);
	if (marks.length === 0) {
		return <p className={styles.nothing}>还没有校对符号。{mayMark && '在样上选中文字，或按 M 从表单里画。'}</p>;
	}
	return (
		<>
			<ol className={styles.list}>
				{marks.map((mark) => (
					<li
						key={mark.id}
						id={`mark-${mark.number}`}
						tabIndex={-1}
						data-current={current === `mark-${mark.number}` || undefined}
					>
						<MarkWords mark={mark} title={titles[mark.articleId ?? '']} onLook={() => look(`mark-${mark.number}`)} />
						<div className={styles.rowActs}>
							{maySettle && mark.state === 'open' && mark.version < newest && (
								<Button variant="quiet" aria-label={`${circled(mark.number)} 已改`} onClick={() => done(mark)}>
									已改
								</Button>
							)}
							{maySettle && mark.state === 'open' && (
								<Button variant="quiet" aria-label={`${circled(mark.number)} 不改`} onClick={() => setRefusing(mark)}>
									不改…
								</Button>
							)}
							{maySettle && mark.state !== 'open' && (
								<Button variant="quiet" aria-label={`${circled(mark.number)} 重新待改`} onClick={() => reopen(mark.id)}>
									重新待改
								</Button>
							)}
							{mayMark && mark.isMine && mark.state === 'open' && mark.version === newest && (
								<Button
									variant="quiet"
									aria-label={`撤回 ${circled(mark.number)}`}
									onClick={() => remove.run({ id: mark.id }, undefined, refuse)}
								>
									撤回
								</Button>
							)}
						</div>
					</li>
				))}
			</ol>
			<RefuseDialog mark={refusing} onClose={() => setRefusing(undefined)} />
		</>
	);
}

function MarkWords({ mark, title, onLook }: { mark: MarkRow; title: string | undefined; onLook: () => void }) {
	const { number, kind, place, exact, right, note, state, reason, settledBy, doneVersion } = mark;
	const fate = [markStateNames[state], doneVersion && `第 ${doneVersion} 次样`, settledBy, reason].filter(Boolean);
	return (
		<>
			<button type="button" className={styles.markHead} onClick={onLook}>
				<b className={styles.number}>{circled(number)}</b> <MarkSign kind={kind} /> {markKindNames[kind]}
				<span className={state === 'open' ? styles.open : styles.fate}>
					{state === 'open' ? '○' : state === 'done' ? '✓' : '×'} {fate.join(' · ')}
				</span>
			</button>
			<p className={styles.words}>
				{title && `《${title}》`}
				{markPlaceNames[place]} {exact && <del>{exact}</del>} {right && <ins>{right}</ins>}
				{!exact && mark.kind === 'insert' && '（增补）'}
			</p>
			{note && <p className={styles.words}>{note}</p>}
			<p className={styles.minor}>
				{mark.actorName} 在第 {mark.version} 次样上
			</p>
		</>
	);
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
