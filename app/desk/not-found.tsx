import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export const metadata: Metadata = { title: '没有这个页面' };

export default function DeskNotFound() {
	return (
		<>
			<h1 className="visually-hidden">没有这个页面</h1>
			<EmptyState title="没有这个页面" act={<ButtonLink href="/desk/article">回到稿件</ButtonLink>}>
				<p>网址可能不完整，内容可能已经删除，也可能您的账号没有查看它的权限。需要时请联系管理员。</p>
			</EmptyState>
		</>
	);
}
