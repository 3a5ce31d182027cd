'use client';
import { creditsLine } from '@/components/sheet/furniture';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import { lockPageAction } from './actions';
import { Findings } from './findings';
import styles from './proof.module.css';
import type { ProofActsScreen } from './proof-acts';

interface LockDialogProps {
	open: boolean;
	onClose: () => void;
	screen: ProofActsScreen;
	number: number;
}

/** 付印: names what goes to print and what was checked; room that is left white wants a reason. */
export function LockDialog({
	open,
	onClose,
	screen: { page, findings, credits, unexplained },
	number,
}: LockDialogProps) {
	const { show } = useToast();
	const lock = useAction(lockPageAction);
	const close = () => {
		lock.clear();
		onClose();
	};
	const hasHoles = findings.some(({ asks }) => asks === 'whyHoles');
	return (
		<Dialog open={open} onOpenChange={close} title={`付印 ${page.no}版 ${page.name}？`}>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					const whyHoles = String(new FormData(event.currentTarget).get('whyHoles') ?? '');
					lock.run({ id: page.id, number, whyHoles }, () => {
						close();
						show({ message: `${page.no}版已付印` });
					});
				}}
			>
				<p>
					第 {number} 次样照此付印，版面和稿件随之锁定。责任行：{creditsLine(credits)}
				</p>
				{unexplained > 0 && (
					<p className={styles.alarm}>！清样与三校样相比有 {unexplained} 处无依据改动，请先对红看过。</p>
				)}
				<Findings findings={findings} />
				{hasHoles && (
					<Field label="留白的理由" hint="例如：留给印厂加的公告">
						<TextInput name="whyHoles" maxLength={100} />
					</Field>
				)}
				{lock.error && <Notice tone="error">{lock.error.message}</Notice>}
				<DialogFoot>
					<Button onClick={close}>取消</Button>
					<Button type="submit" variant="primary" pending={lock.pending && '正在付印…'}>
						付印
					</Button>
				</DialogFoot>
			</form>
		</Dialog>
	);
}
