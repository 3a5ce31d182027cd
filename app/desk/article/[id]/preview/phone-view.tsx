import type { PreviewLinkRow } from '@/lib/preview/read';
import { LinkDesk } from './link-desk';
import styles from './preview.module.css';

interface PhoneViewProps {
	articleId: string;
	title: string;
	links: PreviewLinkRow[];
	mayShare: boolean;
	/** The address at which this desk was opened, or the public one. */
	origin: string;
	isReachable: boolean;
}

/** 手机: the page as wide as a phone, and the way to see it on one's own. */
export function PhoneView({ articleId, title, ...sharing }: PhoneViewProps) {
	return (
		<div className={styles.phoneView}>
			<iframe className={styles.phone} src={`/preview/desk/${articleId}`} title={`${title}在手机上的样子`} />
			<LinkDesk articleId={articleId} {...sharing} />
		</div>
	);
}
