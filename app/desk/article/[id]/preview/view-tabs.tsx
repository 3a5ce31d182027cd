'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useShortcut } from '@/components/desk/shortcuts';
import { KeyHint } from '@/components/ui/kbd';
import styles from './preview.module.css';
import { type ViewName, viewHref, views } from './views';

interface ViewTabsProps {
	articleId: string;
	present: ViewName;
}

/** The three views, by key too; Esc goes back to the text. */
export function ViewTabs({ articleId, present }: ViewTabsProps) {
	const router = useRouter();
	useShortcut('Escape', '回到稿件', () => leave(() => router.push(`/desk/article/${articleId}`)));
	return (
		<nav className={styles.tabs} aria-label="预览方式">
			{views.map((view) => (
				<ViewTab key={view.name} view={view} href={viewHref(articleId, view.name)} isPresent={view.name === present} />
			))}
		</nav>
	);
}

interface ViewTabProps {
	view: (typeof views)[number];
	href: string;
	isPresent: boolean;
}

function ViewTab({ view: { title, keys }, href, isPresent }: ViewTabProps) {
	const router = useRouter();
	useShortcut(keys, title, () => router.replace(href));
	return (
		<Link href={href} replace prefetch={false} aria-current={isPresent ? 'page' : undefined} className={styles.tab}>
			{title}
			<KeyHint>{keys}</KeyHint>
		</Link>
	);
}

/** A window that the editor has opened closes, and the text is there as it was left; in any other the text is opened. */
function leave(open: () => void): void {
	if (window.opener) window.close();
	else open();
}
