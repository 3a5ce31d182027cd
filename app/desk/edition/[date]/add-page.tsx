'use client';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { useAction } from '@/components/ui/use-action';
import { createPageAction } from '../actions';
import styles from './edition-board.module.css';

/** 加版 behind the last one. */
export function AddPage({ editionId, no }: { editionId: string; no: number }) {
	const form = useRef<HTMLFormElement>(null);
	const create = useAction(createPageAction);
	return (
		<form
			ref={form}
			className={styles.addPage}
			onSubmit={(event) => {
				event.preventDefault();
				const name = String(new FormData(event.currentTarget).get('name'));
				create.run({ editionId, name }, () => form.current?.reset());
			}}
		>
			<Field label={`第${no}版的版名`} hideLabel error={create.error?.fields.name ?? create.error?.message}>
				<TextInput name="name" maxLength={12} placeholder={`第${no}版的版名`} required />
			</Field>
			<Button type="submit" pending={create.pending && '正在加版…'}>
				加版
			</Button>
		</form>
	);
}
