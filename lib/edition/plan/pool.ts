import type { ArticleState } from '@/generated/prisma/enums';

/** 待上版: a story that could stand on a page: signed, or on its way there. */
export interface PoolStory {
	articleId: string;
	headline: string;
	words: number;
	columnId: string | null;
	columnName: string | null;
	/** The department whose editors judge it; empty: anybody's. */
	desk: string;
	state: ArticleState;
	urgent: boolean;
	authorName: string;
}

/** Only these can be placed. */
export function isSigned({ state }: Pick<PoolStory, 'state'>): boolean {
	return state === 'signed_off';
}

/** What one looks for in the pool; empty members ask for nothing. */
export interface PoolFilter {
	text: string;
	column: string;
	desk: string;
	state: string;
	/** 字, from and to. */
	from: number | null;
	to: number | null;
}

export const noFilter: PoolFilter = { text: '', column: '', desk: '', state: '', from: null, to: null };

const names = Object.keys(noFilter) as (keyof PoolFilter)[];

/** The filter of an address; what is no length asks for none. */
export function parsePoolFilter(get: (name: string) => string | null): PoolFilter {
	return {
		text: get('text') ?? '',
		column: get('column') ?? '',
		desk: get('desk') ?? '',
		state: get('state') ?? '',
		from: toLength(get('from')),
		to: toLength(get('to')),
	};
}

/** The address of a filter; its other members stay. */
export function writePoolFilter(filter: PoolFilter, params: URLSearchParams): URLSearchParams {
	const next = new URLSearchParams(params);
	for (const name of names) {
		if (filter[name]) next.set(name, String(filter[name]));
		else next.delete(name);
	}
	return next;
}

/** A length that somebody typed; null where it is none. */
export function toLength(text: string | null): number | null {
	const length = Number(text);
	return text && Number.isInteger(length) && length > 0 ? length : null;
}

/** Whether a filter asks for anything. */
export function isFiltering(filter: PoolFilter): boolean {
	return names.some((name) => filter[name] !== noFilter[name]);
}

/** Stories that a filter lets through, in their order. Letters are matched in either width and case. */
export function filterPool(stories: readonly PoolStory[], filter: PoolFilter): PoolStory[] {
	const wanted = fold(filter.text.trim());
	return stories.filter(
		(story) =>
			fold([story.headline, story.columnName, story.authorName].join(' ')).includes(wanted) &&
			(!filter.column || story.columnId === filter.column) &&
			(!filter.desk || story.desk === filter.desk) &&
			(!filter.state || story.state === filter.state) &&
			(filter.from === null || story.words >= filter.from) &&
			(filter.to === null || story.words <= filter.to),
	);
}

function fold(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}

/** Signed stories that suit a slot best: those of its column first, then by how near their length is. */
export function suitSlot(
	stories: readonly PoolStory[],
	slot: { columnId: string | null; plannedWords: number },
	most = 8,
): PoolStory[] {
	const miss = ({ columnId, words }: PoolStory) =>
		Math.abs(words - slot.plannedWords) / slot.plannedWords + (slot.columnId && columnId !== slot.columnId ? 1000 : 0);
	return stories
		.filter(isSigned)
		.sort((a, b) => miss(a) - miss(b))
		.slice(0, most);
}
