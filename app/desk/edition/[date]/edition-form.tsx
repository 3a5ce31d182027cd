'use client';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { useAction } from '@/components/ui/use-action';
import type { EditionForDesk } from '@/lib/edition/read';
import { updateEditionAction } from '../actions';
import styles from '../plan-form.module.css';

/** An edition's day and number, as long as it is not out. */
export function EditionForm({ edition, onClose }: { edition: EditionForDesk; onClose: () => void }) {
	const router = useRouter();
	const update = useAction(updateEditionAction);
	const fields = update.error?.fields ?? {};
	const submit = (form: FormData) => {
		const date = String(form.get('date'));
		update.run({ id: edition.id, date, issueNo: Number(form.get('issueNo')) }, () => {
			onClose();
			// The address of the edition is its day.
			router.replace(`/desk/edition/${date}`);
		});
	};
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				submit(new FormData(event.currentTarget));
			}}
		>
			<div className={styles.row}>
				<Field label="日期" error={fields.date}>
					<TextInput type="date" name="date" defaultValue={edition.date} required />
				</Field>
				<Field label="总期号" error={fields.issueNo}>
					<TextInput type="number" name="issueNo" inputMode="numeric" min={1} defaultValue={edition.issueNo} required />
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
