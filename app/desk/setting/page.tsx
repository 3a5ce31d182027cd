import type { Metadata } from 'next';
import { PageHead } from '@/components/desk/page-head';
import { getPaperSettings } from '@/lib/edition/paper/read';
import { deskRead } from '@/lib/page';
import { getReviewMode } from '@/lib/workflow/read';
import { PaperForm } from './paper-form';
import { ReviewModeForm } from './review-mode-form';

export const metadata: Metadata = { title: '设置' };

/** 设置: rules of the house that an admin sets. */
export default async function SettingPage() {
	const [reviewMode, paper] = await deskRead((actor) => Promise.all([getReviewMode(actor), getPaperSettings(actor)]));
	return (
		<>
			<PageHead title="设置" />
			<section>
				<h2>三审</h2>
				<ReviewModeForm reviewMode={reviewMode} />
			</section>
			<section>
				<h2>报纸信息</h2>
				<PaperForm paper={paper} />
			</section>
		</>
	);
}
