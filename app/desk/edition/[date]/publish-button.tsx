'use client';
import { useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import type { EditionForDesk } from '@/lib/edition/read';
import { chineseDate, dayOf, weekday } from '@/lib/time';
import { publishEditionAction } from '../actions';
import styles from './publish-button.module.css';

/** 出版: asks once, naming what readers will get, then publishes all pages together. */
export function PublishButton({ edition }: { edition: EditionForDesk }) {
	const [open, setOpen] = useState(false);
	const { show } = useToast();
	const publish = useAction(publishEditionAction);
	const { id, date, issueNo, pages, blockers } = edition;
	const stories = pages.reduce((sum, page) => sum + page.stories.length, 0);
	const blocked = blockers.length > 0;
	const ask = () => {
		publish.clear();
		if (!blocked) setOpen(true);
	};
	useShortcut('p', '出版', ask);
	return (
		<>
			<Button
				variant="primary"
				shortcut="p"
				aria-disabled={blocked || undefined}
				aria-describedby={blocked ? 'blockers' : undefined}
				onClick={ask}
			>
				出版
			</Button>
			<ConfirmDialog
				open={open}
				onOpenChange={setOpen}
				title={`出版 ${chineseDate(date)}（${weekday(date)}）第 ${issueNo} 期？`}
				confirm="出版"
				pending={publish.pending && `正在出版 ${pages.length} 个版，共 ${stories} 篇…`}
				error={publish.error?.message}
				onConfirm={() =>
					publish.run({ id }, (value) => {
						setOpen(false);
						show({ message: `${chineseDate(value.date)}的报纸已出版，共 ${value.articles} 篇` });
					})
				}
			>
				<p>
					{pages.length} 版，{stories} 篇。全部版面同时出版，读者立刻可见；出版后版面不能再改。
				</p>
				<ul className={styles.pages}>
					{pages.map((page) => (
						<li key={page.id}>
							{page.no}版 {page.name} {page.stories.length} 篇
						</li>
					))}
				</ul>
				{date !== dayOf(new Date()) && <p className={styles.caution}>请注意：这不是今天的报纸。</p>}
			</ConfirmDialog>
		</>
	);
}
