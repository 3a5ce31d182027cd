'use client';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

interface FailureProps {
	error: Error & { digest?: string };
	retry: () => void;
}

/** What is shown in the place of what could not be read: what is safe, what to do, the number to tell. */
export function Failure({ error, retry }: FailureProps) {
	return (
		<>
			<h1 className="visually-hidden">页面没有打开</h1>
			<EmptyState
				title="页面没有打开"
				act={
					<Button variant="primary" onClick={retry}>
						再试一次
					</Button>
				}
			>
				<p>服务器或数据库暂时出了错。已经保存的内容都在。再试一次；仍然不行，请联系管理员。</p>
				{error.digest && <p>出错编号：{error.digest}</p>}
			</EmptyState>
		</>
	);
}
