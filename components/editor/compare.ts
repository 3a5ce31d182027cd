import type { Block } from '@/lib/article/body';
import type { ArticleContent } from '@/lib/article/schema';

export type Choice = 'mine' | 'theirs' | 'both';

export type FieldName = Exclude<keyof ArticleContent, 'body'>;

/** A stretch of the body: the same in both, or what stands in its place in each. */
export type Stretch = { same: Block[] } | { mine: Block[]; theirs: Block[] };

export interface Comparison {
	fields: FieldName[];
	stretches: Stretch[];
}

/** Whether two contents print alike and belong to the same places. */
export function isSameContent(a: ArticleContent, b: ArticleContent): boolean {
	return isEqual(a, b);
}

/** Where two contents of one article differ: fields, and stretches of the body in order. */
export function compareContents(mine: ArticleContent, theirs: ArticleContent): Comparison {
	const fields = (Object.keys(mine) as (keyof ArticleContent)[]).filter((field) => field !== 'body');
	return {
		fields: fields.filter((field) => !isEqual(mine[field], theirs[field])) as FieldName[],
		stretches: compareBlocks(mine.body.content, theirs.body.content),
	};
}

/**
 * Merges by the choices made: `fields` by name, `stretches` by their index in the comparison. What is
 * not chosen is mine. `both` puts theirs after mine.
 */
export function mergeContents(
	mine: ArticleContent,
	theirs: ArticleContent,
	choices: { fields: Partial<Record<FieldName, Choice>>; stretches: Record<number, Choice> },
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

/** Blocks aligned by their longest common subsequence. */
function compareBlocks(mine: Block[], theirs: Block[]): Stretch[] {
	const lengths = commonLengths(mine, theirs);
	const stretches: Stretch[] = [];
	let i = 0;
	let j = 0;
	while (i < mine.length || j < theirs.length) {
		const a = mine[i];
		const b = theirs[j];
		if (a && b && isEqual(a, b)) {
			sameStretch(stretches).push(a);
			i++;
			j++;
		} else if (a && (!b || lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
			changedStretch(stretches).mine.push(a);
			i++;
		} else if (b) {
			changedStretch(stretches).theirs.push(b);
			j++;
		}
	}
	return stretches;
}

function sameStretch(stretches: Stretch[]): Block[] {
	const last = stretches.at(-1);
	if (last && 'same' in last) return last.same;
	const same: Block[] = [];
	stretches.push({ same });
	return same;
}

function changedStretch(stretches: Stretch[]): { mine: Block[]; theirs: Block[] } {
	const last = stretches.at(-1);
	if (last && 'mine' in last) return last;
	const changed = { mine: [], theirs: [] };
	stretches.push(changed);
	return changed;
}

/** `lengths[i][j]`: the longest common subsequence of mine from i and theirs from j. */
function commonLengths(mine: Block[], theirs: Block[]): number[][] {
	const keysOfTheirs = theirs.map(canonical);
	const lengths = Array.from({ length: mine.length + 1 }, () => new Array<number>(theirs.length + 1).fill(0));
	for (let i = mine.length - 1; i >= 0; i--) {
		const key = canonical(mine[i]);
		for (let j = theirs.length - 1; j >= 0; j--) {
			lengths[i]![j] =
				key === keysOfTheirs[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
		}
	}
	return lengths;
}

function isEqual(a: unknown, b: unknown): boolean {
	return canonical(a) === canonical(b);
}

/** JSON with sorted keys: PostgreSQL gives an object's members in an order of its own. */
function canonical(value: unknown): string {
	return JSON.stringify(value, (_key, member: unknown) =>
		typeof member === 'object' && member !== null && !Array.isArray(member)
			? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
			: member,
	);
}
