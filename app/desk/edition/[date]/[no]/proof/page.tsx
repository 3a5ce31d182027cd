import '@/components/sheet/sheet-face.css';
import '@/components/sheet/sheet.css';
import '@/components/sheet/sheet-head.css';
import '@/components/sheet/furniture.css';
import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHead } from '@/components/desk/page-head';
import { EmptyState } from '@/components/ui/empty-state';
import { pageStageNames } from '@/lib/edition/page-stage';
import { getProofScreen, type ProofScreen } from '@/lib/edition/proof/read';
import { deskRead } from '@/lib/page';
import { chineseDate } from '@/lib/time';
import { ProofActs } from './proof-acts';
import { ProofDesk } from './proof-desk';

interface ProofPageProps {
	params: Promise<{ date: string; no: string }>;
	/** `v`: which proof; `against`: 对红 with that one; `view=over`: laid over each other. */
	searchParams: Promise<{ v?: string; against?: string; view?: string }>;
}

export async function generateMetadata({ params }: ProofPageProps): Promise<Metadata> {
	const { date, no } = await params;
	return { title: `${date} 第${no}版校样` };
}

const numberOf = (text: string | undefined) => (text && /^\d{1,6}$/.test(text) ? Number(text) : undefined);

/** 校样: a page's proofs, read, marked, laid against each other, signed and sent to print. */
export default async function ProofPage({ params, searchParams }: ProofPageProps) {
	const { date, no } = await params;
	const { v, against, view } = await searchParams;
	const asked = { version: numberOf(v), against: numberOf(against) };
	const screen = await deskRead((actor) => getProofScreen(actor, date, numberOf(no) ?? 0, asked));
	const { page, shown } = screen;
	return (
		<>
			<PageHead
				back={<Link href={`/desk/edition/${date}`}>{chineseDate(date)} 版面</Link>}
				title={`${page.no}版 ${page.name} 校样`}
				aside={`${pageStageNames[page.stage]}${page.lockedBy && ` · ${page.lockedBy}付印`}`}
			>
				<ProofActs screen={actsScreen(screen)} />
			</PageHead>
			{shown ? (
				<ProofDesk screen={screen} shown={shown} isOver={view === 'over'} href={`/desk/edition/${date}/${no}/proof`} />
			) : (
				<EmptyState title="还没有出过样">
					版面组好以后出一校样，由三位同事各校一次，再出清样付印。每次出样都冻结一份，校对符号画在样上。
				</EmptyState>
			)}
		</>
	);
}

/** Without the frozen pages, which the acts do not need. */
function actsScreen({ shown: _shown, against: _against, changes: _changes, rate: _rate, ...screen }: ProofScreen) {
	return screen;
}
