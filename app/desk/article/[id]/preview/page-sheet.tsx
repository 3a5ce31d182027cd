import { headers } from 'next/headers';
import Link from 'next/link';
import { FitNotice } from '@/components/desk/fit-notice';
import { PreviewSheet } from '@/components/desk/preview-sheet';
import { SheetStyle } from '@/components/desk/sheet-style';
import { sheetCss } from '@/components/sheet/sheet-css';
import { Notice } from '@/components/ui/notice';
import type { MadeUpPage } from '@/lib/edition/compose';
import type { House } from '@/lib/edition/paper/imprint';
import type { EditionForDesk } from '@/lib/edition/read';
import { chineseDate } from '@/lib/time';
import styles from './preview.module.css';

interface PageSheetProps {
	made: MadeUpPage;
	/** The edition in which it stands; none where it stands on a sheet of its own. */
	edition: EditionForDesk | undefined;
	house: House;
}

/** 版面: the page on which the story stands, made up with what is written now. */
export async function PageSheet({ made, edition, house }: PageSheetProps) {
	const nonce = (await headers()).get('x-nonce') ?? undefined;
	const page = edition?.pages.find((candidate) => candidate.id === made.pageId);
	return (
		<>
			{edition && page ? (
				<p className={styles.where}>
					<Link href={`/desk/edition/${edition.date}/${page.no}`}>
						{chineseDate(edition.date)} 第 {page.no} 版 {page.name}
					</Link>
				</p>
			) : (
				<Notice>这篇稿件还没有上版。下面是单独排出的样张，字数和图片占多大地方，可以先有个数。</Notice>
			)}
			<FitNotice made={made} isOpen={edition !== undefined && edition.publishedAt === null} />
			<SheetStyle css={sheetCss(made.sheet, made.brief)} nonce={nonce} />
			<div className={styles.stage}>
				<PreviewSheet made={made} page={page} edition={edition} house={house} isDebug={false} />
			</div>
		</>
	);
}
