'use client';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Notice } from '@/components/ui/notice';
import { commentLimits } from '@/lib/article/comment/schema';
import { MentionArea, mentionsIn } from './mention-area';
import styles from './remarks.module.css';
import { useRemarksStore } from './use-remarks';

/** What was written, ready to be sent. */
export interface Written {
	text: string;
	blocking: boolean;
	mentions: string[];
}

interface CommentFormProps {
	label: string;
	/** The verb of its button: 批注, 回复, 保存. */
	verb: string;
	/** Under which it is kept in this tab until it is sent. */
	name: string;
	text?: string;
	/** Null: it cannot hold signatures. */
	blocking: boolean | null;
	send: (written: Written) => Promise<{ ok: true } | { ok: false; message: string }>;
	onDone: () => void;
}

/** Where a comment or a reply is written. What is not sent stays, over a failure and over a reload. */
export function CommentForm({ label, verb, name, text: given = '', blocking, send, onDone }: CommentFormProps) {
	const store = useRemarksStore();
	const [text, setText] = useKept(name, given);
	const [holds, setHolds] = useState(blocking ?? false);
	const [fault, setFault] = useState<string>();
	const [isSending, setSending] = useState(false);
	const form = useRef<HTMLFormElement>(null);
	useEffect(() => form.current?.querySelector('textarea')?.focus(), []);

	const submit = async () => {
		if (isSending || text.trim() === '') return;
		setSending(true);
		setFault(undefined);
		const outcome = await send({ text, blocking: holds, mentions: mentionsIn(text, await store.people()) });
		setSending(false);
		if (!outcome.ok) return setFault(outcome.message);
		setText('');
		onDone();
	};
	return (
		<form
			ref={form}
			className={styles.form}
			onSubmit={(event) => {
				event.preventDefault();
				void submit();
			}}
		>
			<MentionArea
				label={label}
				value={text}
				placeholder="@ 提到同事"
				maxLength={commentLimits.text}
				onChange={setText}
				onSubmit={submit}
				onCancel={onDone}
			/>
			{fault && <Notice tone="error">{fault}</Notice>}
			<div className={styles.formActs}>
				{blocking !== null && (
					<Checkbox checked={holds} onChange={(event) => setHolds(event.target.checked)}>
						须处理，否则不能签
					</Checkbox>
				)}
				<Button variant="quiet" onClick={onDone}>
					取消
				</Button>
				<Button type="submit" variant="primary" shortcut="⌃↵" pending={isSending && '正在发出'}>
					{verb}
				</Button>
			</div>
		</form>
	);
}

/** A text that this tab keeps until it is sent. */
function useKept(name: string, given: string): [string, (text: string) => void] {
	const key = `shangban-comment/${name}`;
	const [text, setText] = useState(() => sessionStorage.getItem(key) ?? given);
	return [
		text,
		(next) => {
			setText(next);
			try {
				if (next === '') sessionStorage.removeItem(key);
				else sessionStorage.setItem(key, next);
			} catch {
				// A full store: what is written stands in the form all the same.
			}
		},
	];
}
