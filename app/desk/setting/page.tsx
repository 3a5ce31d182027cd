import type { Metadata } from 'next';
import { PageHead } from '@/components/desk/page-head';
import { deskRead } from '@/lib/page';
import { getReviewMode } from '@/lib/workflow/read';
import { ReviewModeForm } from './review-mode-form';

export const metadata: Metadata = { title: '设置' };

/** 设置: rules of the house that an admin sets. */
export default async function SettingPage() {
	const reviewMode = await deskRead(getReviewMode);
	return (
		<>
			<PageHead title="设置" />
			<ReviewModeForm reviewMode={reviewMode} />
		</>
	);
}
