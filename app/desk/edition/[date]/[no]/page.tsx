import '@/components/sheet/sheet-face.css';
import '@/components/sheet/sheet.css';
import '@/components/sheet/sheet-head.css';
import '@/components/sheet/furniture.css';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { PageHead } from '@/components/desk/page-head';
import { sheetCss } from '@/components/sheet/sheet-css';
import { getHouseName } from '@/lib/auth/read';
import { editionState } from '@/lib/edition/edition';
import { getEdition, getPagePreview } from '@/lib/edition/read';
import { Refusal } from '@/lib/errors';
import { deskRead } from '@/lib/page';
import { chineseDate } from '@/lib/time';
import { FitNotice } from './fit-notice';
import styles from './page.module.css';
import { PageTurn } from './page-turn';
import { PreviewSheet } from './preview-sheet';
import { SheetStyle } from './sheet-style';

interface PreviewPageProps {
	params: Promise<{ date: string; no: string }>;
}

export async function generateMetadata({ params }: PreviewPageProps): Promise<Metadata> {
	const { date, no } = await params;
	return { title: `${date} 第${no}版版样` };
}

/** 版样: the page as it would be published now. */
export default async function PreviewPage({ params }: PreviewPageProps) {
	const { date, no } = await params;
	const { edition, page, made, house } = await deskRead(async (actor) => {
		const edition = await getEdition(actor, date);
		const page = edition.pages.find((candidate) => String(candidate.no) === no);
		if (!page) throw new Refusal('not-found', `${date} 没有第 ${no} 版。`);
		return { edition, page, made: await getPagePreview(actor, page.id), house: await getHouseName() };
	});
	const nonce = (await headers()).get('x-nonce') ?? undefined;
	return (
		<>
			<PageHead
				back={<Link href={`/desk/edition/${date}`}>{chineseDate(date)} 版面</Link>}
				title={`${page.no}版 ${page.name}`}
				aside={`${page.stories.length} 篇`}
			>
				<PageTurn pages={edition.pages} no={page.no} date={date} />
			</PageHead>
			<FitNotice made={made} isOpen={editionState(edition) === 'open'} />
			<SheetStyle css={sheetCss(made.sheet, made.brief)} nonce={nonce} />
			<div className={styles.stage}>
				<PreviewSheet made={made} page={page} edition={edition} house={house} />
			</div>
		</>
	);
}
