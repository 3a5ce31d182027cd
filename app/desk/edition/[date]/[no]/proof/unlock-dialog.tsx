'use client';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import { unlockPageAction } from './actions';
import type { ProofActsScreen } from './proof-acts';

/** 撤销付印, with its reason. */
export function UnlockDialog({
	open,
	onClose,
	page,
}: {
	open: boolean;
	onClose: () => void;
	page: ProofActsScreen['page'];
}) {
	const { show } = useToast();
	const unlock = useAction(unlockPageAction);
	const close = () => {
		unlock.clear();
		onClose();
	};
	return (
		<Dialog open={open} onOpenChange={close} title={`撤销付印 ${page.no}版 ${page.name}`}>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					const form = new FormData(event.currentTarget);
					const to = form.get('to') === 'making_up' ? 'making_up' : 'clean_proof';
					unlock.run({ id: page.id, to, reason: String(form.get('reason') ?? '') }, () => {
						close();
						show({ message: `${page.no}版已撤销付印` });
					});
				}}
			>
				<Field label="回到" hint="回到组版要重新三校">
					<Select name="to" defaultValue="clean_proof">
						<option value="clean_proof">清样</option>
						<option value="making_up">组版</option>
					</Select>
				</Field>
				<Field label="理由" error={unlock.error?.fields.reason}>
					<TextInput name="reason" maxLength={300} />
				</Field>
				{unlock.error && <Notice tone="error">{unlock.error.message}</Notice>}
				<DialogFoot>
					<Button onClick={close}>取消</Button>
					<Button type="submit" variant="danger" pending={unlock.pending && '正在撤销…'}>
						撤销付印
					</Button>
				</DialogFoot>
			</form>
		</Dialog>
	);
}
