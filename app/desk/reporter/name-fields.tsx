'use client';
import { useRef } from 'react';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { ReporterDetail } from '@/lib/reporter/read';
import styles from '../user/person.module.css';
import { proposePinyinAction } from './actions';

interface NameFieldsProps {
	reporter?: ReporterDetail;
	errors: Record<string, string>;
}

/** A name and its pinyin. The pinyin follows the name until someone has written one of his own. */
export function NameFields({ reporter, errors }: NameFieldsProps) {
	const pinyin = useRef<HTMLInputElement>(null);
	const proposed = useRef('');

	async function propose(name: string) {
		const input = pinyin.current;
		if (!input || !name.trim() || input.value !== proposed.current) return;
		// A proposal is a help: without an answer the server makes it when the form is saved.
		const result = await proposePinyinAction({ name }).catch(() => undefined);
		if (!result?.ok || input.value !== proposed.current) return;
		proposed.current = result.value;
		input.value = result.value;
	}

	return (
		<div className={styles.pair}>
			<Field label="姓名" error={errors.name}>
				<TextInput
					name="name"
					defaultValue={reporter?.name}
					maxLength={20}
					required
					autoFocus={!reporter}
					onBlur={(event) => propose(event.currentTarget.value)}
				/>
			</Field>
			<Field label="拼音" hint="排序和查找用；多音字请核对。" error={errors.pinyin}>
				<TextInput
					ref={pinyin}
					name="pinyin"
					defaultValue={reporter?.pinyin}
					maxLength={80}
					autoCapitalize="none"
					spellCheck={false}
				/>
			</Field>
		</div>
	);
}
