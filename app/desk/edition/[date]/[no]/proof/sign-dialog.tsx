'use client';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import { proofNames } from '@/lib/edition/page-stage';
import type { ProofRow } from '@/lib/edition/proof/read';
import { signProofAction } from './actions';
import type { ProofActsScreen } from './proof-acts';

interface SignDialogProps {
	open: boolean;
	onClose: () => void;
	screen: ProofActsScreen;
	latest: ProofRow;
}

/** 签样: says what is signed, and asks for a reason where the paper lets somebody sign in spite of the rule. */
export function SignDialog({ open, onClose, screen: { page, separation, marks }, latest }: SignDialogProps) {
	const { show } = useToast();
	const sign = useAction(signProofAction);
	const name = proofNames[latest.stage];
	const drawn = marks.filter(({ version }) => version === latest.number).length;
	const close = () => {
		sign.clear();
		onClose();
	};
	const submit = (flag: string) =>
		sign.run({ id: page.id, number: latest.number, hash: latest.hash, ...(flag && { flag }) }, () => {
			close();
			show({ message: `已签 ${page.no}版 ${name}` });
		});
	return (
		<Dialog open={open} onOpenChange={close} title={`签 ${page.no}版 ${page.name} ${name}`}>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					submit(String(new FormData(event.currentTarget).get('flag') ?? ''));
				}}
			>
				<p>
					签的是第 {latest.number} 次样（指纹 {latest.hash.slice(0, 8)}）
					{drawn > 0 ? `，样上有 ${drawn} 处校对符号，下一次样要逐处核红。` : '，样上没有校对符号。'}签后不能收回。
				</p>
				{separation && (
					<Field label={`${separation}。由您签的理由`} error={sign.error?.fields.flag}>
						<TextInput name="flag" maxLength={200} />
					</Field>
				)}
				{sign.error && <Notice tone="error">{sign.error.message}</Notice>}
				<DialogFoot>
					<Button onClick={close}>取消</Button>
					<Button type="submit" variant="primary" pending={sign.pending && '正在签…'}>
						签{name}
					</Button>
				</DialogFoot>
			</form>
		</Dialog>
	);
}
