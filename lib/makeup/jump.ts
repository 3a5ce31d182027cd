import { type MakeUpOptions, makeUpPage } from './make-up-page';
import { toProblem } from './problem';
import type { Brief, BriefStory, Sheet } from './sheet';
import { isFull, solve } from './solve';

/** A story that goes on on another page 转版. */
export interface Jump {
	/** The brief with the story's beginning, （下转第N版） at its end. */
	brief: Brief;
	/** The page made from it. */
	sheet: Sheet;
	/** The rest as a story of the other page, （上接第N版） at its beginning. */
	rest: BriefStory;
}

/**
 * Sends the end of a story to page `to`: as many paragraphs stay as make a page without hole and
 * overset; undefined where no split does. A subhead goes with what follows it, and neither part is a
 * single paragraph of a story that has more. The notes stand in the line, so they are set and counted
 * like any words.
 */
export function jumpStory(brief: Brief, id: string, to: number, options: MakeUpOptions = {}): Jump | undefined {
	const story = brief.stories.find((each) => each.id === id);
	if (!story) throw new Error(`Not in the brief: ${id}`);
	for (let kept = story.blocks.length - 1; kept > 0; kept--) {
		if (story.blocks[kept - 1]!.type === 'subhead') continue;
		const { beginning, rest } = splitStory(story, kept, brief.page.no, to);
		const shorter = { ...brief, stories: brief.stories.map((each) => (each.id === id ? beginning : each)) };
		if (!solve(toProblem(shorter))) continue;
		const sheet = makeUpPage(shorter, options);
		if (isFull(sheet)) return { brief: shorter, sheet, rest };
	}
	return undefined;
}

/** The first `kept` blocks of a story, and the others, each with its note. */
export function splitStory(
	story: BriefStory,
	kept: number,
	from: number,
	to: number,
): { beginning: BriefStory; rest: BriefStory } {
	const [first, second] = [story.blocks.slice(0, kept), story.blocks.slice(kept)];
	const last = first.at(-1);
	const next = second[0];
	if (!last || !next) throw new Error(`No paragraph on both sides of ${kept}`);
	const { series: _series, kicker: _kicker, deck: _deck, column: _column, byline: _byline, ...title } = story;
	return {
		beginning: { ...story, blocks: [...first.slice(0, -1), { ...last, text: `${last.text}（下转第${to}版）` }] },
		rest: {
			...title,
			figures: [],
			blocks: [
				...(next.type === 'subhead' ? [{ type: 'p' as const, text: `（上接第${from}版）` }, next] : []),
				...(next.type === 'subhead' ? [] : [{ ...next, text: `（上接第${from}版）${next.text}` }]),
				...second.slice(1),
			],
		},
	};
}
