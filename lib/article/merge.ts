import { alignBlocks, isSame } from './align';
import type { Block } from './body';
import type { ArticleContent } from './schema';

export type ContentField = Exclude<keyof ArticleContent, 'body'>;

export interface Merged {
	content: ArticleContent;
	/** What of theirs is in it: fields, and in how many places of the body. */
	fields: ContentField[];
	places: number;
}

/**
 * What two writers made of one version, brought together: each field and each block as the one who changed it left it.
 * Null where both changed the same one, or put something new at the same place: that is for a person to decide.
 * Guaranteed: every block that one side wrote or changed stands in the result as he left it, in his order; what one side
 * removed and the other left alone is removed. Tags are a set: what either added is there, what either took away is not.
 */
export function mergeVersions(base: ArticleContent, mine: ArticleContent, theirs: ArticleContent): Merged | null {
	const names = (Object.keys(mine) as (keyof ArticleContent)[]).filter((name) => name !== 'body');
	const changedByThem = names.filter((name) => name !== 'tagIds' && !isSame(base[name], theirs[name]));
	const isDisputed = (name: ContentField) => !isSame(base[name], mine[name]) && !isSame(mine[name], theirs[name]);
	if (changedByThem.some(isDisputed)) return null;
	const body = mergeBlocks(base.body.content, mine.body.content, theirs.body.content);
	if (!body) return null;
	const content: ArticleContent = {
		...mine,
		...Object.fromEntries(changedByThem.map((name) => [name, theirs[name]])),
		tagIds: mergeTags(base.tagIds, mine.tagIds, theirs.tagIds),
		body: { type: 'doc', content: body.blocks.length > 0 ? body.blocks : [{ type: 'paragraph' }] },
	};
	const hasTheirTags = !isSame(content.tagIds, mine.tagIds);
	return { content, fields: hasTheirTags ? [...changedByThem, 'tagIds'] : changedByThem, places: body.places };
}

function mergeTags(base: string[], mine: string[], theirs: string[]): string[] {
	const removed = base.filter((id) => !mine.includes(id) || !theirs.includes(id));
	return [...new Set([...mine, ...theirs])].filter((id) => !removed.includes(id));
}

/** The blocks `from`–`to` of the base, replaced by others; from = to where something is only put in. */
interface Hunk {
	from: number;
	to: number;
	blocks: Block[];
}

function mergeBlocks(base: Block[], mine: Block[], theirs: Block[]): { blocks: Block[]; places: number } | null {
	const own = hunksOf(base, mine);
	// What both did alike is done once.
	const other = hunksOf(base, theirs).filter((hunk) => !own.some((mineToo) => isSame(hunk, mineToo)));
	if (own.some((hunk) => other.some((theirHunk) => areAtOdds(hunk, theirHunk)))) return null;

	const hunks = [...own, ...other].toSorted((a, b) => a.from - b.from || a.to - b.to);
	const blocks: Block[] = [];
	let at = 0;
	for (const { from, to, blocks: put } of hunks) {
		blocks.push(...base.slice(at, from), ...put);
		at = to;
	}
	return { blocks: [...blocks, ...base.slice(at)], places: other.length };
}

/** Whether two hunks touch the same block, or put something in at the same place, so that no order follows. */
function areAtOdds(a: Hunk, b: Hunk): boolean {
	// Something put in before a block, and that block changed: the one comes first, the other next.
	if (a.from === b.from) return (a.from === a.to) === (b.from === b.to);
	return a.from < b.from ? b.from < a.to : a.from < b.to;
}

function hunksOf(base: Block[], changed: Block[]): Hunk[] {
	const hunks: Hunk[] = [];
	let at = 0;
	for (const stretch of alignBlocks(base, changed)) {
		if ('same' in stretch) at += stretch.same.length;
		else {
			hunks.push({ from: at, to: at + stretch.mine.length, blocks: stretch.theirs });
			at += stretch.mine.length;
		}
	}
	return hunks;
}
