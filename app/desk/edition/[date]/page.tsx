import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHead } from '@/components/desk/page-head';
import { can } from '@/lib/auth/can';
import { editionState, editionStateNames } from '@/lib/edition/edition';
import { getEdition, listStoryPool } from '@/lib/edition/read';
import { deskRead } from '@/lib/page';
import { chineseDate, weekday } from '@/lib/time';
import { EditionActs } from './edition-acts';
import { EditionBoard } from './edition-board';
import { EditionNotice } from './edition-notice';
import { OwedNotices } from './owed-notices';

interface EditionPageProps {
	params: Promise<{ date: string }>;
}

export async function generateMetadata({ params }: EditionPageProps): Promise<Metadata> {
	return { title: `${(await params).date} 版面` };
}

export default async function EditionPage({ params }: EditionPageProps) {
	const { date } = await params;
	const { edition, pool, may } = await deskRead(async (actor) => ({
		edition: await getEdition(actor, date),
		pool: await listStoryPool(actor),
		may: {
			plan: can(actor, 'edition.plan'),
			place: can(actor, 'edition.place'),
			publish: can(actor, 'edition.publish'),
		},
	}));
	const state = editionState(edition);
	const stories = edition.pages.reduce((sum, page) => sum + page.stories.length, 0);
	return (
		<>
			<PageHead
				back={<Link href="/desk/edition">版面</Link>}
				title={`${chineseDate(date)} ${weekday(date)}`}
				aside={`第 ${edition.issueNo} 期 · ${editionStateNames[state]} · ${edition.pages.length} 版 ${stories} 篇`}
			>
				<EditionActs edition={edition} may={may} />
			</PageHead>
			<EditionNotice edition={edition} />
			<OwedNotices notices={edition.owed} mayWrite={may.place} mayWaive={may.publish} />
			<EditionBoard edition={edition} pool={pool} may={may} />
		</>
	);
}
