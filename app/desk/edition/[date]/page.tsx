import type { Metadata } from 'next';
import Link from 'next/link';
import { KeepFresh } from '@/components/desk/keep-fresh';
import { PageHead } from '@/components/desk/page-head';
import { can } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { editionState, editionStateNames } from '@/lib/edition/edition';
import { againstPlan, figure, tallyOf, withPlans } from '@/lib/edition/plan/plan';
import { listPagePlans, listSlotColumns, listStoryPool } from '@/lib/edition/plan/read';
import { getEdition } from '@/lib/edition/read';
import { deskRead } from '@/lib/page';
import { listDeskPictures } from '@/lib/site/page-file/pictures';
import { chineseDate, weekday } from '@/lib/time';
import { getBoardTime } from '@/lib/workflow/read';
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
	const { edition, now, me, may, ...beside } = await deskRead((actor) => getDesk(actor, date));
	const state = editionState(edition);
	const { stories, words, planned, slots } = tallyOf(edition.pages);
	const facts = [
		`第 ${edition.issueNo} 期`,
		editionStateNames[state],
		`${edition.pages.length} 版 ${stories} 篇`,
		slots > 0 && `计划 ${slots} 篇 ${figure(planned)} 字，实有 ${figure(words)} 字，${againstPlan(words, planned)}`,
	];
	return (
		<>
			<PageHead
				back={<Link href="/desk/edition">版面</Link>}
				title={`${chineseDate(date)} ${weekday(date)}`}
				aside={facts.filter(Boolean).join(' · ')}
			>
				<EditionActs edition={edition} may={may} />
			</PageHead>
			<EditionNotice edition={edition} />
			<OwedNotices notices={edition.owed} mayWrite={may.place} mayWaive={may.publish} />
			<EditionBoard {...beside} edition={edition} now={now} me={me} may={may} />
			{state === 'open' && <KeepFresh />}
		</>
	);
}

async function getDesk(actor: Actor, date: string) {
	const edition = await getEdition(actor, date);
	const [plans, pictures, pool, columns, now] = await Promise.all([
		listPagePlans(actor, edition.id),
		listDeskPictures(actor, edition.id),
		listStoryPool(actor),
		listSlotColumns(actor),
		getBoardTime(),
	]);
	const may = {
		plan: can(actor, 'edition.plan'),
		place: can(actor, 'edition.place'),
		compose: can(actor, 'page.compose'),
		publish: can(actor, 'edition.publish'),
	};
	return { edition: withPlans(edition, plans), pictures, pool, columns, now, me: actor.userId, may };
}
