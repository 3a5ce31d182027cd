'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import { restoreReporterAction, retireReporterAction } from '../actions';

interface RetireButtonProps {
	id: string;
	name: string;
	retired: boolean;
}

/** Retires a reporter after asking; brings one back at once. */
export function RetireButton({ id, name, retired }: RetireButtonProps) {
	const retire = useAction(retireReporterAction);
	const restore = useAction(restoreReporterAction);
	const [asking, setAsking] = useState(false);
	const { show } = useToast();

	if (retired) {
		const restored = () => show({ message: `${name}已复职，可以署名了。` });
		return (
			<Button pending={restore.pending && '正在恢复…'} onClick={() => restore.run({ id }, restored)}>
				恢复在任
			</Button>
		);
	}
	const done = () => {
		setAsking(false);
		show({ message: `${name}已离任。` });
	};
	return (
		<>
			<Button variant="danger" onClick={() => setAsking(true)}>
				离任
			</Button>
			<ConfirmDialog
				open={asking}
				onOpenChange={setAsking}
				title={`${name}离任？`}
				confirm="离任"
				danger
				pending={retire.pending && '正在保存…'}
				error={retire.error?.message}
				onConfirm={() => retire.run({ id }, done)}
			>
				新稿不再能署这个名字，读者页撤下联系方式。已见报的署名和读者页都保留；以后可以恢复。登录账号不受影响，需要时请另行停用。
			</ConfirmDialog>
		</>
	);
}
