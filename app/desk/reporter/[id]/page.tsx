import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHead } from '@/components/desk/page-head';
import { ButtonLink } from '@/components/ui/button';
import { can } from '@/lib/auth/can';
import { deskRead } from '@/lib/page';
import { getReporter, reporterOutput } from '@/lib/reporter/read';
import styles from '../../user/person.module.css';
import { LatestStories } from './latest-stories';
import { OutputTable } from './output-table';
import { ReporterFacts } from './reporter-facts';
import { RetireButton } from './retire-button';

export const metadata: Metadata = { title: '记者' };

export default async function ReporterPage({ params }: { params: Promise<{ id: string }> }) {
	const { id } = await params;
	const { reporter, output, mayManage, maySeeAccounts } = await deskRead(async (actor) => {
		const [reporter, output] = await Promise.all([getReporter(actor, id), reporterOutput(actor, id)]);
		return {
			reporter,
			output,
			mayManage: can(actor, 'reporter.manage'),
			maySeeAccounts: can(actor, 'user.manage'),
		};
	});
	return (
		<>
			<PageHead
				title={reporter.name}
				back={<Link href="/desk/reporter">记者</Link>}
				aside={reporter.retiredAt ? '已离任' : reporter.department}
			>
				{reporter.public && (
					<a href={`/reporter/${id}`} className={styles.out}>
						读者页
					</a>
				)}
				{mayManage && <ButtonLink href={`/desk/reporter/${id}/edit`}>编辑资料</ButtonLink>}
				{mayManage && <RetireButton id={id} name={reporter.name} retired={reporter.retiredAt !== null} />}
			</PageHead>
			<div className={styles.columns}>
				<section>
					<h2>资料</h2>
					<ReporterFacts reporter={reporter} maySeeAccounts={maySeeAccounts} />
				</section>
				<section>
					<h2>每月见报</h2>
					<OutputTable months={output.months} />
					<h2>最近见报</h2>
					<LatestStories stories={output.latest} />
				</section>
			</div>
		</>
	);
}
