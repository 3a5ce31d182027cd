'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useAction } from '@/components/ui/use-action';
import type { ActionResult } from '@/lib/action';
import type { ReporterDetail } from '@/lib/reporter/read';
import styles from '../user/person.module.css';
import { useFocusFault } from '../user/use-focus-fault';
import { createReporterAction, updateReporterAction } from './actions';
import { ContactFields } from './contact-fields';
import { NameFields } from './name-fields';
import { PortraitField } from './portrait-field';
import { WorkFields } from './work-fields';

export interface AccountChoice {
	id: string;
	login: string;
	name: string;
}

interface ReporterFormProps {
	/** Left out for a new one. */
	reporter?: ReporterDetail;
	accounts: readonly AccountChoice[];
}

/** Makes a new reporter or edits one. What was typed stays when the server refuses. */
export function ReporterForm({ reporter, accounts }: ReporterFormProps) {
	const router = useRouter();
	const [portraitId, setPortraitId] = useState(reporter?.portraitId ?? null);
	const { run, pending, error } = useAction((values: ReporterValues) => save(reporter?.id, values));
	const form = useFocusFault(error);
	const errors = error?.fields ?? {};

	function submit(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		run(valuesOf(new FormData(event.currentTarget), portraitId), (id) => router.push(`/desk/reporter/${id}`));
	}

	return (
		<form ref={form} className={styles.form} onSubmit={submit}>
			<NameFields reporter={reporter} errors={errors} />
			<PortraitField id={portraitId} onChange={setPortraitId} error={errors.portraitId} />
			<WorkFields reporter={reporter} errors={errors} />
			<ContactFields reporter={reporter} accounts={accounts} errors={errors} />
			{error && Object.keys(errors).length === 0 && <Notice tone="error">{error.message}</Notice>}
			<div className={styles.acts}>
				<Button type="submit" variant="primary" pending={pending && '正在保存…'}>
					{reporter ? '保存' : '新建记者'}
				</Button>
				<ButtonLink href={reporter ? `/desk/reporter/${reporter.id}` : '/desk/reporter'}>取消</ButtonLink>
			</div>
		</form>
	);
}

type ReporterValues = Parameters<typeof createReporterAction>[0];

function valuesOf(form: FormData, portraitId: string | null): ReporterValues {
	const text = (name: string) => String(form.get(name) ?? '');
	return {
		name: text('name'),
		pinyin: text('pinyin'),
		portraitId,
		pressCard: text('pressCard'),
		department: text('department'),
		beats: text('beats'),
		email: text('email'),
		phone: text('phone'),
		public: form.has('public'),
		userId: text('userId') || null,
	};
}

async function save(id: string | undefined, values: ReporterValues): Promise<ActionResult<string>> {
	if (id) {
		const updated = await updateReporterAction({ id, ...values });
		return updated.ok ? { ok: true, value: id } : updated;
	}
	const created = await createReporterAction(values);
	return created.ok ? { ok: true, value: created.value.id } : created;
}
