import '@/components/sheet/sheet-face.css';
import '@/components/sheet/sheet.css';
import '@/components/sheet/sheet-head.css';
import '@/components/sheet/furniture.css';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { PageHead } from '@/components/desk/page-head';
import { titleOf } from '@/lib/article/article';
import type { Actor } from '@/lib/auth/roles';
import { getHouse } from '@/lib/edition/paper/read';
import { getEdition } from '@/lib/edition/read';
import { env } from '@/lib/env';
import { deskRead } from '@/lib/page';
import { isReachable, readersHaveWords } from '@/lib/preview/preview';
import { getPreviewStory, listPreviewLinks, listPreviewPages } from '@/lib/preview/read';
import { PageSheet } from './page-sheet';
import { PhoneView } from './phone-view';
import styles from './preview.module.css';
import { ViewTabs } from './view-tabs';
import { type ViewName, viewOf } from './views';

export const metadata: Metadata = { title: '预览' };

interface PreviewPageProps {
	params: Promise<{ id: string }>;
	searchParams: Promise<{ view?: string }>;
}

/** 预览: the story as readers will get it, on the web, on a phone, on its page. */
export default async function PreviewPage({ params, searchParams }: PreviewPageProps) {
	const { id } = await params;
	const view = viewOf((await searchParams).view);
	const { story, ...shown } = await deskRead((actor) => readView(actor, id, view));
	const title = `《${titleOf(story.article.headline)}》`;
	return (
		<>
			<PageHead
				back={<Link href={`/desk/article/${id}`}>回到稿件</Link>}
				title={`预览${title}`}
				aside={`第 ${story.article.revision} 稿，${readersHaveWords[story.readersHave]}`}
			>
				<ViewTabs articleId={id} present={view} />
			</PageHead>
			{view === 'web' && <iframe className={styles.web} src={`/preview/desk/${id}`} title={`${title}的网页`} />}
			{shown.sharing && <PhoneView articleId={id} title={title} {...shown.sharing} {...(await address())} />}
			{shown.pages?.map((made) => (
				<PageSheet key={made.pageId} made={made} edition={shown.edition} house={shown.house} />
			))}
		</>
	);
}

async function readView(actor: Actor, id: string, view: ViewName) {
	const [story, house] = await Promise.all([getPreviewStory(actor, id), getHouse(actor)]);
	const { place } = story;
	return {
		story,
		house,
		sharing: view === 'phone' ? await listPreviewLinks(actor, id) : undefined,
		pages: view === 'page' ? await listPreviewPages(actor, story) : undefined,
		edition: view === 'page' && place.kind !== 'none' ? await getEdition(actor, place.date) : undefined,
	};
}

/** Where other devices find this site: the public address, else the one at which the desk was opened. */
async function address(): Promise<{ origin: string; isReachable: boolean }> {
	const { ORIGIN } = env();
	if (ORIGIN) return { origin: ORIGIN.replace(/\/$/, ''), isReachable: isReachable(new URL(ORIGIN).host) };
	const sent = await headers();
	const host = sent.get('host') ?? '';
	return { origin: `${sent.get('x-forwarded-proto') ?? 'http'}://${host}`, isReachable: isReachable(host) };
}
