import { alignBlocks, isSame, type Stretch } from '@/lib/article/align';
import type { ContentField } from '@/lib/article/merge';
import type { ArticleContent } from '@/lib/article/schema';

export type Choice = 'mine' | 'theirs' | 'both';

export interface Comparison {
	fields: ContentField[];
	stretches: Stretch[];
}

/** Whether two contents print alike and belong to the same places. */
export function isSameContent(a: ArticleContent, b: ArticleContent): boolean {
	return isSame(a, b);
}

/** Where two contents of one article differ: fields, and stretches of the body in order. */
export function compareContents(mine: ArticleContent, theirs: ArticleContent): Comparison {
	const fields = (Object.keys(mine) as (keyof ArticleContent)[]).filter((field) => field !== 'body');
	return {
		fields: fields.filter((field) => !isSame(mine[field], theirs[field])) as ContentField[],
		stretches: alignBlocks(mine.body.content, theirs.body.content),
	};
}

/**
 * Merges by the choices made: `fields` by name, `stretches` by their index in the comparison. What is
 * not chosen is mine. `both` puts theirs after mine.
 */
export function mergeContents(
	mine: ArticleContent,
	theirs: ArticleContent,
	choices: { fields: Partial<Record<ContentField, Choice>>; stretches: Record<number, Choice> },
): ArticleContent {
	const { fields, stretches } = compareContents(mine, theirs);
	const taken = Object.fromEntries(
		fields.filter((field) => choices.fields[field] === 'theirs').map((field) => [field, theirs[field]]),
	);
	const content = stretches.flatMap((stretch, index) => {
		if ('same' in stretch) return stretch.same;
		const choice = choices.stretches[index] ?? 'mine';
		return [...(choice === 'theirs' ? [] : stretch.mine), ...(choice === 'mine' ? [] : stretch.theirs)];
	});
	return {
		...mine,
		...taken,
		body: { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] },
	};
}
