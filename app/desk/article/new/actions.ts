'use server';
import { redirect } from 'next/navigation';
import { createArticle } from '@/lib/article/write';
import { requireActor } from '@/lib/auth/session';

/** Starts an empty story and opens it. */
export async function newArticleAction(): Promise<void> {
	const { id } = await createArticle(await requireActor(), { requestId: crypto.randomUUID() });
	redirect(`/desk/article/${id}`);
}
