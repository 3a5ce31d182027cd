'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { newRequestId } from '@/components/editor/request-id';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import type { ActionResult } from '@/lib/action';
import type { RestoreInput } from '@/lib/article/history/schema';
import { compareHref } from './compare-href';

interface RestoreButtonProps {
	id: string;
	/** The revision that would come back, and the one that stands now. */
	number: number;
	present: number;
	action: (input: RestoreInput) => Promise<ActionResult<{ revision: number }>>;
}

/** 恢复: an old content becomes the next revision; what stands now stays in the history and comes back by 撤销. */
export function RestoreButton({ id, number, present, action }: RestoreButtonProps) {
	const router = useRouter();
	const { show } = useToast();
	const { run, pending, error, clear } = useAction(action);
	const [isAsking, setAsking] = useState(false);
	const restore = (number: number, baseRevision: number, onDone: (revision: number) => void) =>
		run(
			{ id, number, baseRevision, requestId: newRequestId() },
			({ revision }) => {
				setAsking(false);
				onDone(revision);
				router.push(compareHref({ id, from: baseRevision, to: revision }));
			},
			({ message }) => !isAsking && show({ message, tone: 'error' }),
		);
	const undo = (now: number) => () =>
		restore(present, now, () => show({ message: `已撤销恢复，稿件又是第 ${present} 稿的内容` }));
	return (
		<>
			<Button
				onClick={() => {
					clear();
					setAsking(true);
				}}
			>
				恢复第 {number} 稿
			</Button>
			<ConfirmDialog
				open={isAsking}
				onOpenChange={setAsking}
				title={`恢复第 ${number} 稿？`}
				confirm="恢复"
				pending={pending && '正在恢复…'}
				error={error?.message}
				onConfirm={() =>
					restore(number, present, (revision) =>
						show({ message: `已恢复第 ${number} 稿，记作第 ${revision} 稿`, undo: undo(revision) }),
					)
				}
			>
				<p>
					第 {number} 稿的标题、署名、图片和正文成为新的第 {present + 1} 稿。现在的第 {present}{' '}
					稿留在历史里，随时可以再恢复。
				</p>
				<p>已有的签名按改动大小保留或作废，和改稿一样。</p>
			</ConfirmDialog>
		</>
	);
}
