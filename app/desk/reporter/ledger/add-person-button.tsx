'use client';
import { useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import { addPersonAction } from './actions';
import { readSpan, SpanFields } from './span-fields';

export function AddPersonButton() {
	const [open, setOpen] = useState(false);
	useShortcut('c', '新建人名', () => setOpen(true));
	return (
		<>
			<Button variant="primary" shortcut="c" onClick={() => setOpen(true)}>
				新建
			</Button>
			<Dialog open={open} onOpenChange={setOpen} title="新建人名">
				<AddPersonForm onClose={() => setOpen(false)} />
			</Dialog>
		</>
	);
}

function AddPersonForm({ onClose }: { onClose: () => void }) {
	const { show } = useToast();
	const { run, pending, error } = useAction(addPersonAction);
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				const form = new FormData(event.currentTarget);
				const name = String(form.get('name') ?? '');
				run({ name, note: String(form.get('note') ?? ''), ...readSpan(form) }, () => {
					onClose();
					show({ message: `${name.trim()}已记入人名库。` });
				});
			}}
		>
			<Field label="姓名" error={error?.fields.name}>
				<TextInput name="name" maxLength={20} required />
			</Field>
			<SpanFields error={error} />
			<Field label="备注" hint="同名的人靠它分清" error={error?.fields.note}>
				<TextInput name="note" maxLength={120} />
			</Field>
			<DialogFoot>
				<Button onClick={onClose}>取消</Button>
				<Button type="submit" variant="primary" pending={pending && '正在保存…'}>
					保存
				</Button>
			</DialogFoot>
		</form>
	);
}
