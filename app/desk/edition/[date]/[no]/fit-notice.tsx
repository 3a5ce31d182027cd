import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import type { MadeUpPage } from '@/lib/edition/compose';
import { fitOf } from './fit';

interface FitNoticeProps {
	made: MadeUpPage;
	/** Whether something can still be done about it. */
	isOpen: boolean;
}

/** Tells in words whether the copy fits. */
export function FitNotice({ made, isOpen }: FitNoticeProps) {
	const { over, freeLines } = fitOf(made.sheet, made.brief);
	if (!isOpen) return null;
	if (over.length === 0) {
		return (
			<Notice>{freeLines > 0 ? `全部排下，余空 ${freeLines} 行（按一个基本栏计）。` : '全部排下，没有余空。'}</Notice>
		);
	}
	return (
		<Notice tone="error">
			<p>放不下，不能出版。请删减文字、降低级别，或把稿件移到别的版：</p>
			<ul>
				{over.map(({ articleId, sentence }) => (
					<li key={articleId}>
						<Link href={`/desk/article/${articleId}`}>{sentence}</Link>
					</li>
				))}
			</ul>
		</Notice>
	);
}
