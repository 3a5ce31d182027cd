'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import type { PreviewLinkRow } from '@/lib/preview/read';
import { dayAndTime } from '@/lib/time';
import { revokePreviewAction } from './actions';
import styles from './preview.module.css';

interface LinkListProps {
	links: readonly PreviewLinkRow[];
	/** The one whose code is on the screen. */
	shownId: string | undefined;
	mayRevoke: boolean;
	onShow: (id: string) => void;
}

/** All links of the story, latest first, those that are over among them. */
export function LinkList({ links, shownId, mayRevoke, onShow }: LinkListProps) {
	const [asked, setAsked] = useState<PreviewLinkRow>();
	return (
		<>
			<h3>链接记录</h3>
			<ul className={styles.list}>
				{links.map((link) => (
					<li key={link.id} className={link.isOpen ? undefined : styles.over}>
						<p>
							{link.makerName} {dayAndTime(link.createdAt)} 生成，{stateWords(link)}
							{link.seenAt && `；最近打开 ${dayAndTime(link.seenAt)}`}
						</p>
						{link.isOpen && (
							<p className={styles.linkActs}>
								{link.id !== shownId && <Button onClick={() => onShow(link.id)}>显示二维码</Button>}
								{mayRevoke && (
									<Button variant="danger" onClick={() => setAsked(link)}>
										撤销
									</Button>
								)}
							</p>
						)}
					</li>
				))}
			</ul>
			{asked && <RevokeDialog link={asked} onClose={() => setAsked(undefined)} />}
		</>
	);
}

function stateWords({ isOpen, revokedAt, expiresAt }: PreviewLinkRow): string {
	if (revokedAt) return `${dayAndTime(revokedAt)} 撤销`;
	return isOpen ? `${dayAndTime(expiresAt)} 失效` : '已失效';
}

function RevokeDialog({ link, onClose }: { link: PreviewLinkRow; onClose: () => void }) {
	const { run, pending, error } = useAction(revokePreviewAction);
	const { show } = useToast();
	const revoke = () =>
		run({ id: link.id }, () => {
			onClose();
			show({ message: '已撤销预览链接' });
		});
	return (
		<ConfirmDialog
			open
			onOpenChange={onClose}
			title="撤销这条预览链接？"
			confirm="撤销"
			pending={pending && '正在撤销…'}
			error={error?.message}
			danger
			onConfirm={revoke}
		>
			<p>拿着这条链接的人马上就看不到稿件了，页面会说明链接已撤销。不能恢复；需要时再生成一条。</p>
		</ConfirmDialog>
	);
}
