import '@/components/sheet/sheet-face.css';
import '@/components/sheet/sheet.css';
import '@/components/sheet/sheet-head.css';
import '@/components/sheet/furniture.css';
import '@/components/sheet/sheet-debug.css';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { PageHead } from '@/components/desk/page-head';
import { ButtonLink } from '@/components/ui/button';
import { can } from '@/lib/auth/can';
import { getDeskPage } from '@/lib/edition/desk/read';
import { editionState } from '@/lib/edition/edition';
import { getHouse } from '@/lib/edition/paper/read';
import { getEdition } from '@/lib/edition/read';
import { Refusal } from '@/lib/errors';
import { deskRead } from '@/lib/page';
import { chineseDate } from '@/lib/time';
import { PageDesk } from './page-desk';
import { PageTurn } from './page-turn';

interface PreviewPageProps {
	params: Promise<{ date: string; no: string }>;
	/** `?debug`: with the grid, the frames and the score. */
	searchParams: Promise<{ debug?: string }>;
}

export async function generateMetadata({ params }: PreviewPageProps): Promise<Metadata> {
	const { date, no } = await params;
	return { title: `${date} 第${no}版组版` };
}

/** 组版: the page as it would be published now, and what can be done on it. */
export default async function PreviewPage({ params, searchParams }: PreviewPageProps) {
	const { date, no } = await params;
	const isDebug = (await searchParams).debug !== undefined;
	const { edition, page, first, house, mayCompose } = await deskRead(async (actor) => {
		const edition = await getEdition(actor, date);
		const page = edition.pages.find((candidate) => String(candidate.no) === no);
		if (!page) throw new Refusal('not-found', `${date} 没有第 ${no} 版。`);
		const first = await getDeskPage(actor, page.id);
		const mayCompose = can(actor, 'page.compose') && editionState(edition) === 'open' && !first.isLocked;
		return { edition, page, first, house: await getHouse(actor), mayCompose };
	});
	const nonce = (await headers()).get('x-nonce') ?? undefined;
	return (
		<>
			<PageHead
				back={<Link href={`/desk/edition/${date}`}>{chineseDate(date)} 版面</Link>}
				title={`${page.no}版 ${page.name}`}
			>
				<ButtonLink href={isDebug ? `/desk/edition/${date}/${no}` : `/desk/edition/${date}/${no}?debug`}>
					{isDebug ? '收起分析' : '组版分析'}
				</ButtonLink>
				<ButtonLink href={`/desk/edition/${date}/${no}/proof`}>校样</ButtonLink>
				<ButtonLink href={`/desk/edition/${date}/${no}/print`}>印刷输出</ButtonLink>
				<PageTurn pages={edition.pages} no={page.no} date={date} />
			</PageHead>
			<PageDesk
				key={page.id}
				first={first}
				edition={edition}
				house={house}
				nonce={nonce}
				isDebug={isDebug}
				mayCompose={mayCompose}
			/>
		</>
	);
}
