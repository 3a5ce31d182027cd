'use client';
import { Button } from '@/components/ui/button';
import { DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import { usualDeadline } from '@/lib/edition/plan/deadline';
import type { PlannedEdition } from '@/lib/edition/plan/plan';
import { ofDayTimeInput, toDayTimeInput } from '@/lib/time';
import { setDeadlinesAction } from '../actions';

/** 统一付印时间: one for all pages; each can be given its own afterwards. */
export function DeadlinesForm({ edition, onClose }: { edition: PlannedEdition; onClose: () => void }) {
	const { show } = useToast();
	const set = useAction(setDeadlinesAction);
	const present = edition.pages.find((page) => page.deadline)?.deadline ?? usualDeadline(edition.date);
	const submit = (form: FormData) => {
		const deadline = ofDayTimeInput(String(form.get('deadline')));
		set.run({ id: edition.id, deadline }, () => {
			onClose();
			show({ message: deadline ? '各版付印时间已定' : '各版不再有付印时间' });
		});
	};
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				submit(new FormData(event.currentTarget));
			}}
		>
			<Field label="付印时间" hint="写给所有还没付印的版；空着就是不定" error={set.error?.fields.deadline}>
				<TextInput type="datetime-local" name="deadline" defaultValue={toDayTimeInput(present)} />
			</Field>
			{set.error && !set.error.fields.deadline && <Notice tone="error">{set.error.message}</Notice>}
			<DialogFoot>
				<Button onClick={onClose}>取消</Button>
				<Button type="submit" variant="primary" pending={set.pending && '正在保存…'}>
					保存
				</Button>
			</DialogFoot>
		</form>
	);
}
