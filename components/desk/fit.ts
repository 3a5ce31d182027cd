import { titleOf } from '@/lib/article/article';
import type { Brief, Sheet } from '@/lib/makeup/sheet';

/** What a made-up page says of its copy: what found no room, and how much room is left. */
export interface Fit {
	/** 溢文: one sentence a story. */
	over: { articleId: string; sentence: string }[];
	/** 余空: lines of one basic column that nothing covers. */
	freeLines: number;
}

export function fitOf(sheet: Sheet, brief: Brief): Fit {
	const headlines = new Map(brief.stories.map((story) => [story.id, titleOf(story.headline)]));
	return {
		over: sheet.free.overset.map(({ story, lines, chars }) => ({
			articleId: story,
			sentence: `《${headlines.get(story) ?? ''}》放不下 ${lines} 行（约 ${chars} 字）`,
		})),
		freeLines: sheet.free.holes,
	};
}
