'use client';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { nameLimit } from '@/lib/article/history/schema';
import type { RevisionLabel } from '@/lib/article/history/sittings';
import styles from './history-list.module.css';
import { ask } from './use-history';

interface RevisionNamesProps {
	id: string;
	number: number;
	names: readonly RevisionLabel[];
	mayName: boolean;
	onNamed: () => void;
	/** Ways to its differences, beside the one to a name. */
	children: ReactNode;
}

/** 稿次名: what a revision is called. A person's own names are given and taken away here. */
export function RevisionNames({ id, number, names, mayName, onNamed, children }: RevisionNamesProps) {
	const [isNaming, setNaming] = useState(false);
	const [error, setError] = useState<string>();
	const opener = useRef<HTMLButtonElement>(null);
	const send = async (method: 'POST' | 'DELETE', name: string) => {
		const answer = await ask(`/api/article/${id}/name`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ number, name }),
		});
		if ('trouble' in answer) return setError(answer.trouble);
		close();
		onNamed();
	};
	const close = () => {
		setNaming(false);
		setError(undefined);
		requestAnimationFrame(() => opener.current?.focus());
	};
	return (
		<>
			{names.length > 0 && (
				<p className={styles.names}>
					{names.map(({ name, actorName, isOfAct }) => (
						<span key={name} className={styles.name} title={`${actorName}${isOfAct ? '' : '命名'}`}>
							{name}
							{mayName && !isOfAct && (
								<button
									type="button"
									aria-label={`去掉第 ${number} 稿的名字“${name}”`}
									onClick={() => send('DELETE', name)}
								>
									<span aria-hidden="true">×</span>
								</button>
							)}
						</span>
					))}
				</p>
			)}
			<p className={styles.ways}>
				{children}
				{mayName && !isNaming && (
					<button
						ref={opener}
						type="button"
						className={styles.naming}
						aria-label={`命名第 ${number} 稿`}
						onClick={() => setNaming(true)}
					>
						命名
					</button>
				)}
			</p>
			{isNaming && <NameForm number={number} error={error} onName={(name) => send('POST', name)} onClose={close} />}
			{!isNaming && error && (
				<p role="alert" className={styles.trouble}>
					{error}
				</p>
			)}
		</>
	);
}

interface NameFormProps {
	number: number;
	error: string | undefined;
	onName: (name: string) => Promise<void>;
	onClose: () => void;
}

function NameForm({ number, error, onName, onClose }: NameFormProps) {
	const [name, setName] = useState('');
	const [isSending, setSending] = useState(false);
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setSending(true);
		await onName(name);
		setSending(false);
	};
	return (
		<form
			className={styles.nameForm}
			onSubmit={submit}
			onKeyDown={(event) => {
				if (event.key !== 'Escape') return;
				event.preventDefault();
				onClose();
			}}
		>
			<Field label={`第 ${number} 稿的名字，最长 ${nameLimit} 字`} error={error}>
				<TextInput autoFocus value={name} maxLength={nameLimit * 2} onChange={(event) => setName(event.target.value)} />
			</Field>
			<Button type="submit" pending={isSending && '正在记下…'}>
				记下
			</Button>
			<Button variant="quiet" onClick={onClose}>
				取消
			</Button>
		</form>
	);
}
