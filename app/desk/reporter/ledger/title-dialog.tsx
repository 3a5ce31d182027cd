'use client';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import type { LedgerRow, LedgerTitle } from '@/lib/reporter/ledger/read';
import { addTitleAction, confirmTitleAction } from './actions';
import { readSpan, SpanFields } from './span-fields';

interface TitleDialogProps {
	person: LedgerRow;
	/** The title that is changed, or confirmed with changes; none where one is added. */
	title?: LedgerTitle;
	onClose: () => void;
}

/** An office of a person: its words and its days. */
export function TitleDialog({ person, title, onClose }: TitleDialogProps) {
	const { show } = useToast();
	const confirm = useAction(confirmTitleAction);
	const add = useAction(addTitleAction);
	const { pending, error } = title ? confirm : add;
	const verb = title?.status === 'proposed' ? '确认' : '保存';
	const submit = (form: FormData) => {
		const span = readSpan(form);
		const done = () => {
			onClose();
			show({ message: `已${verb}“${span.title}${person.name}”。` });
		};
		if (title) confirm.run({ id: title.id, ...span }, done);
		else add.run({ personId: person.id, ...span }, done);
	};
	return (
		<Dialog open onOpenChange={onClose} title={`${person.name}的职务`}>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					submit(new FormData(event.currentTarget));
				}}
			>
				<SpanFields title={title?.title} from={title?.from} to={title?.to} error={error} />
				<DialogFoot>
					<Button onClick={onClose}>取消</Button>
					<Button type="submit" variant="primary" pending={pending && `正在${verb}…`}>
						{verb}
					</Button>
				</DialogFoot>
			</form>
		</Dialog>
	);
}
