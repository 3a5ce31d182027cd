'use client';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { ActionError } from '@/components/ui/use-action';
import styles from './ledger.module.css';

interface SpanFieldsProps {
	title?: string;
	from?: string | null;
	to?: string | null;
	error: ActionError | undefined;
}

/** An office and the days on which it is held. */
export function SpanFields({ title, from, to, error }: SpanFieldsProps) {
	return (
		<>
			<Field label="职务" hint="姓名前面怎样印就怎样写，带上单位：青禾镇党委书记" error={error?.fields.title}>
				<TextInput name="title" defaultValue={title} maxLength={60} required />
			</Field>
			<div className={styles.days}>
				<Field label="起任日" hint="不知道就空着" error={error?.fields.from}>
					<TextInput type="date" name="from" defaultValue={from ?? ''} />
				</Field>
				<Field label="卸任日" hint="还在任就空着" error={error?.fields.to}>
					<TextInput type="date" name="to" defaultValue={to ?? ''} />
				</Field>
			</div>
			<p role="alert" className={styles.fault}>
				{error && Object.keys(error.fields).length === 0 ? error.message : ''}
			</p>
		</>
	);
}

/** What the fields hold. */
export function readSpan(form: FormData): { title: string; from: string; to: string } {
	const value = (name: string) => String(form.get(name) ?? '');
	return { title: value('title'), from: value('from'), to: value('to') };
}
