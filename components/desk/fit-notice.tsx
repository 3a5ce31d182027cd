import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import type { MadeUpPage } from '@/lib/edition/compose';
import type { Advice } from '@/lib/makeup/sheet';
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
			<Notice>
				<p>{freeLines > 0 ? `全部排下，余空 ${freeLines} 行（按一个基本栏计）。` : '全部排下，没有余空。'}</p>
				<Cures advice={made.sheet.advice} />
			</Notice>
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
			<Cures advice={made.sheet.advice} />
		</Notice>
	);
}

/** What would make the page fit; each change was tried. */
function Cures({ advice }: { advice: Advice[] }) {
	if (advice.length === 0) return null;
	return (
		<>
			<p>以下办法都试排过，任选一个就能排满：</p>
			<ul>
				{advice.map(({ text }) => (
					<li key={text}>{text}</li>
				))}
			</ul>
		</>
	);
}
