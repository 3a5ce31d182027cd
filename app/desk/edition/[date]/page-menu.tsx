'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Menu, MenuItem, MenuRule } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import { movePageAction, removePageAction } from '../actions';
import { PageForm } from './page-form';
import type { DeskPage } from './page-panel';
import { useHolding } from './slotting';

interface PageMenuProps {
	page: DeskPage;
	pages: readonly DeskPage[];
	onAddSlot: () => void;
}

/** What can be done with a page itself. */
export function PageMenu({ page, pages, onAddSlot }: PageMenuProps) {
	const [editing, setEditing] = useState(false);
	const { show } = useToast();
	const move = useAction(movePageAction);
	const remove = useAction(removePageAction);
	const refuse = ({ message }: { message: string }) => show({ message, tone: 'error' });
	const step = (to: 'up' | 'down') => move.run({ id: page.id, to }, undefined, refuse);
	const removed = () => show({ message: `已撤版：${page.no}版 ${page.name}，后面的版依次前移` });
	return (
		<>
			<Menu
				trigger={
					<Button variant="quiet" pending={(move.pending || remove.pending) && '正在调整…'}>
						版面设置
					</Button>
				}
			>
				<MenuItem onSelect={onAddSlot}>加稿位</MenuItem>
				<MenuItem onSelect={() => setEditing(true)}>版名、付印时间和责任人</MenuItem>
				<MenuItem disabled={page.no === 1} onSelect={() => step('up')}>
					前移一版
				</MenuItem>
				<MenuItem disabled={page.no === pages.length} onSelect={() => step('down')}>
					后移一版
				</MenuItem>
				<MenuRule />
				<MenuItem
					danger
					disabled={page.stories.length > 0}
					onSelect={() => remove.run({ id: page.id }, removed, refuse)}
				>
					撤版{page.stories.length > 0 && '（先撤下稿件）'}
				</MenuItem>
			</Menu>
			<Dialog open={editing} onOpenChange={setEditing} title={`${page.no}版 ${page.name}`}>
				<PageForm page={page} onClose={() => setEditing(false)} />
			</Dialog>
		</>
	);
}

/** 接手这一版 and 交出. */
export function HoldButton({ page, me }: { page: DeskPage; me: string }) {
	const { isMine, take, give, pending } = useHolding(page, me);
	return (
		<Button
			variant="quiet"
			aria-label={isMine ? `交出：${page.no}版` : `接手这一版：${page.no}版`}
			pending={pending && '正在记…'}
			onClick={isMine ? give : take}
		>
			{isMine ? '交出' : '接手这一版'}
		</Button>
	);
}
