'use client';
import { Button } from '@/components/ui/button';
import { DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { useAction } from '@/components/ui/use-action';
import { updatePageAction } from '../actions';
import styles from '../plan-form.module.css';
import type { DeskPage } from './page-panel';

/** A page's name and the people who answer for it. */
export function PageForm({ page, onClose }: { page: DeskPage; onClose: () => void }) {
	const update = useAction(updatePageAction);
	const fields = update.error?.fields ?? {};
	const submit = (form: FormData) => {
		const text = (name: string) => String(form.get(name) ?? '');
		const credits = { editor: text('editor'), layout: text('layout'), proof: text('proof') };
		update.run({ id: page.id, name: text('name'), credits }, onClose);
	};
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				submit(new FormData(event.currentTarget));
			}}
		>
			<Field label="版名" error={fields.name}>
				<TextInput name="name" defaultValue={page.name} maxLength={12} />
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
