import type { Metadata } from 'next';
import { PageHead } from '@/components/desk/page-head';
import { Button } from '@/components/ui/button';
import { must } from '@/lib/auth/can';
import { deskRead } from '@/lib/page';
import { newArticleAction } from './actions';

export const metadata: Metadata = { title: '新建稿件' };

/** For an address typed or kept: a story is made by the button only, never by a visit. */
export default async function NewArticlePage() {
	await deskRead(async (actor) => must(actor, 'article.create'));
	return (
		<>
			<PageHead title="新建稿件" />
			<form action={newArticleAction}>
				<Button type="submit" variant="primary">
					新建稿件
				</Button>
			</form>
		</>
	);
}
