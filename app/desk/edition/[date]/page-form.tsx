'use client';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { useAction } from '@/components/ui/use-action';
import { ofDayTimeInput, toDayTimeInput } from '@/lib/time';
import { updatePageAction } from '../actions';
import styles from '../plan-form.module.css';
import type { DeskPage } from './page-panel';

/** A page's name, section and deadline, and the people who answer for it. */
export function PageForm({ page, onClose }: { page: DeskPage; onClose: () => void }) {
	const router = useRouter();
	const update = useAction(updatePageAction);
	const fields = update.error?.fields ?? {};
	const submit = (form: FormData) => {
		const text = (name: string) => String(form.get(name) ?? '');
		const credits = { editor: text('editor'), layout: text('layout'), proof: text('proof') };
		const { id, name, section, deadline } = page;
		const wanted = {
			name: text('name'),
			section: text('section'),
			deadline: ofDayTimeInput(text('deadline')),
			credits,
		};
		// What the page is now comes in under what was filled in.
		update.run({ id, ...wanted, seen: { name, section, deadline } }, onClose, () => router.refresh());
	};
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				submit(new FormData(event.currentTarget));
			}}
		>
			<div className={styles.row}>
				<Field label="版名" error={fields.name}>
					<TextInput name="name" defaultValue={page.name} maxLength={12} />
				</Field>
				<Field label="版组" hint="如：新闻、副刊" error={fields.section}>
					<TextInput name="section" defaultValue={page.section} maxLength={12} />
				</Field>
			</div>
			<Field label="付印时间" hint="最晚什么时候付印；不定就空着" error={fields.deadline}>
				<TextInput type="datetime-local" name="deadline" defaultValue={toDayTimeInput(page.deadline)} />
			</Field>
			<Field label="责任编辑" hint="三项都印在版面下方；不填就不印" error={fields['credits.editor']}>
				<TextInput name="editor" defaultValue={page.credits.editor} maxLength={30} />
			</Field>
			<div className={styles.row}>
				<Field label="版式" error={fields['credits.layout']}>
					<TextInput name="layout" defaultValue={page.credits.layout} maxLength={30} />
				</Field>
				<Field label="校对" error={fields['credits.proof']}>
					<TextInput name="proof" defaultValue={page.credits.proof} maxLength={30} />
				</Field>
			</div>
			{update.error && <Notice tone="error">{update.error.message}</Notice>}
			<DialogFoot>
				<Button onClick={onClose}>取消</Button>
				<Button type="submit" variant="primary" pending={update.pending && '正在保存…'}>
					保存
				</Button>
			</DialogFoot>
		</form>
	);
}
