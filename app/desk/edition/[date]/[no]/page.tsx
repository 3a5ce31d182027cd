import '@/components/sheet/sheet-face.css';
import '@/components/sheet/sheet.css';
import '@/components/sheet/sheet-head.css';
import '@/components/sheet/furniture.css';
import '@/components/sheet/sheet-debug.css';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { FitNotice } from '@/components/desk/fit-notice';
import { PageHead } from '@/components/desk/page-head';
import { PreviewSheet } from '@/components/desk/preview-sheet';
import { SheetStyle } from '@/components/desk/sheet-style';
import { sheetCss } from '@/components/sheet/sheet-css';
import { ButtonLink } from '@/components/ui/button';
import { getHouseName } from '@/lib/auth/read';
import { editionState } from '@/lib/edition/edition';
import { getEdition, getPagePreview } from '@/lib/edition/read';
import { Refusal } from '@/lib/errors';
import { deskRead } from '@/lib/page';
import { chineseDate } from '@/lib/time';
import { DebugPanel } from './debug-panel';
import styles from './page.module.css';
import { PageTurn } from './page-turn';

interface PreviewPageProps {
	params: Promise<{ date: string; no: string }>;
	/** `?debug`: with the grid, the frames and the score. */
	searchParams: Promise<{ debug?: string }>;
}

export async function generateMetadata({ params }: PreviewPageProps): Promise<Metadata> {
	const { date, no } = await params;
	return { title: `${date} 第${no}版版样` };
}

/** 版样: the page as it would be published now. */
export default async function PreviewPage({ params, searchParams }: PreviewPageProps) {
	const { date, no } = await params;
	const isDebug = (await searchParams).debug !== undefined;
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
				<ButtonLink href={isDebug ? `/desk/edition/${date}/${no}` : `/desk/edition/${date}/${no}?debug`}>
					{isDebug ? '收起分析' : '组版分析'}
				</ButtonLink>
				<PageTurn pages={edition.pages} no={page.no} date={date} />
			</PageHead>
			<FitNotice made={made} isOpen={editionState(edition) === 'open'} />
			<SheetStyle css={sheetCss(made.sheet, made.brief)} nonce={nonce} />
			<div className={styles.desk}>
				<div className={styles.stage}>
					<PreviewSheet made={made} page={page} edition={edition} house={house} isDebug={isDebug} />
				</div>
				{isDebug && <DebugPanel made={made} />}
			</div>
		</>
	);
}
