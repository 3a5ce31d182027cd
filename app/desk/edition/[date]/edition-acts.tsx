'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { Menu, MenuItem, MenuRule } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import { editionState } from '@/lib/edition/edition';
import type { PlannedEdition } from '@/lib/edition/plan/plan';
import { chineseDate } from '@/lib/time';
import { restoreEditionAction, retireEditionAction } from '../actions';
import { BoardLink } from './board-link';
import { DeadlinesForm } from './deadlines-form';
import { EditionForm } from './edition-form';
import type { May } from './may';
import { PublishButton } from './publish-button';

/** What can be done with the edition as a whole, in the state it is in. */
export function EditionActs({ edition, may }: { edition: PlannedEdition; may: May }) {
	const state = editionState(edition);
	return (
		<>
			{edition.pages.length > 0 && <BoardLink date={edition.date} />}
			{may.plan && state === 'open' && <PlanMenu edition={edition} />}
			{may.plan && state === 'retired' && <RestoreButton edition={edition} />}
			{may.publish && state === 'open' && <PublishButton edition={edition} />}
		</>
	);
}

function PlanMenu({ edition }: { edition: PlannedEdition }) {
	const [open, setOpen] = useState<'edit' | 'deadlines' | 'retire'>();
	const retire = useAction(retireEditionAction);
	const close = () => {
		setOpen(undefined);
		retire.clear();
	};
	const stories = edition.pages.reduce((sum, page) => sum + page.stories.length, 0);
	return (
		<>
			<Menu trigger={<Button>期次设置</Button>}>
				<MenuItem onSelect={() => setOpen('edit')}>日期和期号</MenuItem>
				<MenuItem disabled={edition.pages.length === 0} onSelect={() => setOpen('deadlines')}>
					统一付印时间
				</MenuItem>
				<MenuRule />
				<MenuItem danger disabled={stories > 0} onSelect={() => setOpen('retire')}>
					停用这一期{stories > 0 && '（先撤下稿件）'}
				</MenuItem>
			</Menu>
			<Dialog open={open === 'edit'} onOpenChange={close} title="日期和期号">
				<EditionForm edition={edition} onClose={close} />
			</Dialog>
			<Dialog open={open === 'deadlines'} onOpenChange={close} title="统一付印时间">
				<DeadlinesForm edition={edition} onClose={close} />
			</Dialog>
			<ConfirmDialog
				open={open === 'retire'}
				onOpenChange={close}
				title={`停用 ${chineseDate(edition.date)} 这一期？`}
				confirm="停用"
				danger
				pending={retire.pending && '正在停用…'}
				error={retire.error?.message}
				onConfirm={() => retire.run({ id: edition.id }, close)}
			>
				第 {edition.issueNo} 期不再接收稿件，也不会出版；期号仍然占用。以后可以恢复。
			</ConfirmDialog>
		</>
	);
}

function RestoreButton({ edition }: { edition: PlannedEdition }) {
	const { show } = useToast();
	const restore = useAction(restoreEditionAction);
	return (
		<Button
			pending={restore.pending && '正在恢复…'}
			onClick={() =>
				restore.run(
					{ id: edition.id },
					() => show({ message: `已恢复 ${chineseDate(edition.date)} 这一期` }),
					({ message }) => show({ message, tone: 'error' }),
				)
			}
		>
			恢复这一期
		</Button>
	);
}
