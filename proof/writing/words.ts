import type { Block } from '@/lib/article/body';
import { ArticleContent } from '@/lib/article/schema';
import { db } from '@/lib/db';

/** A word that is typed once in the world: `词17·`. */
let made = 0;
export const newWord = () => `词${++made}·`;

export const wordsIn = (text: string): string[] => text.match(/词\d+·/g) ?? [];

const p = (text: string): Block => ({ type: 'paragraph', ...(text && { content: [{ type: 'text', text }] }) });

/** An article of these paragraphs. */
export const contentOf = (paragraphs: readonly string[]): ArticleContent =>
	ArticleContent.parse({ headline: '考验', body: { type: 'doc', content: paragraphs.map(p) } });

export const paragraphsOf = ({ body }: ArticleContent): string[] =>
	body.content.map((block) =>
		(block.type === 'paragraph' ? (block.content ?? []) : [])
			.map((node) => (node.type === 'text' ? node.text : ''))
			.join(''),
	);

/** The words of each revision, in the order in which they were saved. */
export async function wordsOfRevisions(articleId: string): Promise<string[][]> {
	const rows = await db.articleRevision.findMany({
		where: { articleId },
		orderBy: { number: 'asc' },
		select: { text: true },
	});
	return rows.map(({ text }) => wordsIn(text));
}

/** Words that stood in one revision and no longer in the next. Nobody deletes anything here: each is a lost update. */
export function lostBetween(revisions: readonly string[][]): string[] {
	return revisions.slice(1).flatMap((words, index) => revisions[index]!.filter((word) => !words.includes(word)));
}
