'use client';
import { useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { QrCode } from '@/components/ui/qr-code';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import { previewHours } from '@/lib/preview/preview';
import type { PreviewLinkRow } from '@/lib/preview/read';
import { createPreviewAction } from './actions';
import { LinkAddress } from './link-address';
import { LinkList } from './link-list';
import styles from './preview.module.css';

interface LinkDeskProps {
	articleId: string;
	links: PreviewLinkRow[];
	mayShare: boolean;
	origin: string;
	isReachable: boolean;
}

/** 预览链接: makes them, shows one as a code for a camera, lists and revokes them. */
export function LinkDesk({ articleId, links, mayShare, origin, isReachable }: LinkDeskProps) {
	const [chosen, setChosen] = useState<string>();
	const { run, pending, error } = useAction(createPreviewAction);
	const { show } = useToast();
	const open = links.filter((link) => link.isOpen);
	const shown = open.find((link) => link.id === chosen) ?? open[0];
	const create = () =>
		run({ id: articleId }, ({ id }) => {
			setChosen(id);
			show({ message: `已生成预览链接，${previewHours} 小时内有效` });
		});
	useShortcut('c', '生成预览链接', () => mayShare && !pending && create());
	return (
		<section className={styles.links} aria-labelledby="links-head">
			<h2 id="links-head">在手机上看</h2>
			<p>
				{`扫码或打开链接，就能看到稿件现在的样子，不用登录。链接 ${previewHours} 小时内有效，可以随时撤销；拿到链接的人都能看，请只发给该看的人。`}
			</p>
			{!isReachable && (
				<Notice tone="error">
					{`现在的地址 ${origin} 只有这台电脑打得开，手机扫码打不开。请管理员以 HOST=0.0.0.0 启动，再从这台电脑的局域网地址打开编辑台；或者用 ORIGIN 设置公开的网址。`}
				</Notice>
			)}
			{mayShare && (
				<Button variant={shown ? 'plain' : 'primary'} shortcut="c" pending={pending && '正在生成…'} onClick={create}>
					生成预览链接
				</Button>
			)}
			{error && <Notice tone="error">{error.message}</Notice>}
			{shown && (
				<>
					<QrCode className={styles.code} text={origin + shown.path} label="预览链接的二维码" />
					<LinkAddress key={shown.id} url={origin + shown.path} />
				</>
			)}
			{links.length > 0 && (
				<LinkList links={links} shownId={shown?.id} mayRevoke={mayShare} onShow={(id) => setChosen(id)} />
			)}
			{!mayShare && links.length === 0 && <p className={styles.quiet}>您的账号只能在这里看，不能生成链接。</p>}
		</section>
	);
}
