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

interface PageMenuProps {
	page: DeskPage;
	isFirst: boolean;
	isLast: boolean;
}

/** What can be done with a page itself. */
export function PageMenu({ page, isFirst, isLast }: PageMenuProps) {
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
				<MenuItem onSelect={() => setEditing(true)}>版名和责任人</MenuItem>
				<MenuItem disabled={isFirst} onSelect={() => step('up')}>
					前移一版
				</MenuItem>
				<MenuItem disabled={isLast} onSelect={() => step('down')}>
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
