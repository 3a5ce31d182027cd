import type { ArticleContent } from '@/lib/article/schema';
import type { PlacedFit } from '@/lib/edition/copyfit/copyfit';

/** The length's way to the server. Nothing here throws: a measure that does not come is left out, a plan says why. */

/** How a content fits where it stands; nothing where the server does not say. */
export async function measureFits(
	articleId: string,
	content: ArticleContent,
	signal: AbortSignal,
): Promise<PlacedFit[] | undefined> {
	try {
		const response = await fetch(`/api/article/${articleId}/copyfit`, { ...asJson('POST', { content }), signal });
		return response.ok ? ((await response.json()) as { fits: PlacedFit[] }).fits : undefined;
	} catch {
		return undefined;
	}
}

/** Resolves to nothing when the plan is kept, else to why it is not. */
export async function savePlan(articleId: string, words: number | null): Promise<string | undefined> {
	try {
		const response = await fetch(`/api/article/${articleId}/plan`, asJson('PUT', { words }));
		if (response.ok) return undefined;
		const { message } = (await response.json()) as { message?: string };
		return message ?? '服务器没有记下，请稍后再试。';
	} catch {
		return '网络断开了，没有记下。连上后请再试。';
	}
}

function asJson(method: string, body: object): RequestInit {
	return { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}
