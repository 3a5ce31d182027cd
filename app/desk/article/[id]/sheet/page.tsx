import '@/components/review-sheet/review-sheet.css';
import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHead } from '@/components/desk/page-head';
import { ReviewSheet } from '@/components/review-sheet/review-sheet';
import { titleOf } from '@/lib/article/article';
import { deskRead } from '@/lib/page';
import { getReviewSheet } from '@/lib/review-sheet/read';
import { SheetActs } from './sheet-acts';

export const metadata: Metadata = { title: '审稿单' };

/** 审稿单: to be looked at, printed, kept as a PDF. */
export default async function ReviewSheetPage({ params }: { params: Promise<{ id: string }> }) {
	const { id } = await params;
	const sheet = await deskRead((actor) => getReviewSheet(actor, id));
	const title = `《${titleOf(sheet.headline)}》`;
	return (
		<>
			<PageHead back={<Link href={`/desk/article/${id}`}>回到稿件</Link>} title={`审稿单${title}`}>
				<SheetActs id={id} name={`审稿单${title}.pdf`} />
			</PageHead>
			<ReviewSheet sheet={sheet} />
		</>
	);
}
