import type { ArticleChecks } from '@/lib/check/read';

/** The checks' way to the server. Nothing here throws: a network that is away is said in words. */

export async function readChecks(articleId: string): Promise<ArticleChecks | undefined> {
	try {
		const response = await fetch(addressOf(articleId));
		return response.ok ? ((await response.json()) as ArticleChecks) : undefined;
	} catch {
		return undefined;
	}
}

type Answer =
	| { act: 'ignore'; rule: string; text: string; reason: string }
	| { act: 'heed'; rule: string; text: string }
	| { act: 'word'; wrong: string };

/** Resolves to nothing when it is done, else to why it is not. */
export async function sendAnswer(articleId: string, answer: Answer): Promise<string | undefined> {
	try {
		const response = await fetch(addressOf(articleId), {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(answer),
		});
		if (response.ok) return undefined;
		const { message } = (await response.json()) as { message?: string };
		return message ?? '服务器没有记下，请稍后再试。';
	} catch {
		return '网络断开了，没有记下。连上后请再试。';
	}
}

function addressOf(articleId: string): string {
	return `/api/article/${articleId}/check`;
}
