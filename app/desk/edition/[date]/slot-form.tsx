'use client';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import { priorities, priorityNames } from '@/lib/edition/edition';
import type { SlotRow } from '@/lib/edition/plan/plan';
import type { Priority } from '@/lib/makeup/sheet';
import { createSlotAction, updateSlotAction } from '../actions';
import styles from '../plan-form.module.css';
import type { DeskPage } from './page-panel';
import type { SlotDialog } from './use-slot-dialog';

interface SlotFormProps extends SlotDialog {
	page: DeskPage;
	columns: readonly { id: string; name: string }[];
}

/** 加稿位 and 改稿位: what is wanted at a place of the page, how long, in which rank. */
export function SlotForm({ open, close, page, columns }: SlotFormProps) {
	const title = open === 'new' ? `${page.no}版 加稿位` : `${page.no}版 改稿位`;
	// What the page says now, not what it said when the form was opened.
	const slot = open === 'new' ? undefined : (page.slots.find(({ id }) => id === open?.id) ?? open);
	return (
		<Dialog open={open !== undefined} onOpenChange={close} title={title}>
			{open && <Fields key={slot?.id ?? 'new'} page={page} slot={slot} columns={columns} onClose={close} />}
		</Dialog>
	);
}

interface FieldsProps {
	page: DeskPage;
	slot: SlotRow | undefined;
	columns: readonly { id: string; name: string }[];
	onClose: () => void;
}

function Fields({ page, slot, columns, onClose }: FieldsProps) {
	const router = useRouter();
	const { show } = useToast();
	const create = useAction(createSlotAction);
	const update = useAction(updateSlotAction);
	const { error, pending } = slot ? update : create;
	const fields = error?.fields ?? {};
	const submit = (form: FormData) => {
		const wanted = {
			label: String(form.get('label')),
			plannedWords: Number(form.get('plannedWords')),
			priority: Number(form.get('priority')) as Priority,
			columnId: String(form.get('columnId')) || null,
		};
		if (!slot) return create.run({ pageId: page.id, ...wanted }, onClose);
		const { id, label, plannedWords, priority } = slot;
		const saved = () => {
			onClose();
			show({ message: `已改 ${page.no}版稿位“${wanted.label}”` });
		};
		update.run({ id, ...wanted, seen: { label, plannedWords, priority } }, saved, () => router.refresh());
	};
	return (
		<form
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				submit(new FormData(event.currentTarget));
			}}
		>
			<Field label="要什么稿" hint="如：区两会开幕侧记" error={fields.label}>
				<TextInput name="label" defaultValue={slot?.label} maxLength={40} />
			</Field>
			<div className={styles.row}>
				<Field label="计划字数" error={fields.plannedWords}>
					<TextInput type="number" inputMode="numeric" name="plannedWords" min={1} defaultValue={slot?.plannedWords} />
				</Field>
				<Field label="级别" error={fields.priority}>
					<Select name="priority" defaultValue={slot?.priority ?? 3}>
						{priorities.map((rank) => (
							<option key={rank} value={rank}>
								{priorityNames[rank]}
							</option>
						))}
					</Select>
				</Field>
			</div>
			<Field label="栏目" error={fields.columnId}>
				<Select name="columnId" defaultValue={slot?.columnId ?? ''}>
					<option value="">不限</option>
					{columns.map(({ id, name }) => (
						<option key={id} value={id}>
							{name}
						</option>
					))}
				</Select>
			</Field>
			{error && Object.keys(fields).length === 0 && <Notice tone="error">{error.message}</Notice>}
			<DialogFoot>
				<Button onClick={onClose}>取消</Button>
				<Button type="submit" variant="primary" pending={pending && '正在保存…'}>
					{slot ? '保存' : '加稿位'}
				</Button>
			</DialogFoot>
		</form>
	);
}
