import { fillText, flowText, type MeasuredText, measureText } from './flow';
import { toProblem } from './problem';
import { frameOf, inPlace, type MadePage } from './remake';
import { pourText } from './set-story';
import type { Brief, BriefStory, SheetBlock } from './sheet';

/** How a story that is being rewritten stands to the room that a made-up page gives it. */
export interface CopyFit {
	/** Lines of text that the room holds beside head and pictures. */
	lines: number;
	/** Lines that the text takes: those over are too much, those under are missing. */
	needed: number;
	/**
	 * What becomes of the page: nothing moves; the story alone is set anew in its frame, with another head, crop or
	 * looseness; others have to move.
	 */
	page: 'same' | 'story' | 'remake';
}

/**
 * Measures a story as it is written now against its room on a page made before. Undefined where the page does not hold
 * it. Asks nothing of other stories but whether they can stay, so it takes a fraction of making up a page.
 */
export function fitCopy(made: MadePage, story: BriefStory): CopyFit | undefined {
	const block = made.sheet.blocks.find((each) => each.story === story.id);
	const before = made.brief.stories.find((each) => each.id === story.id);
	if (!block || !before) return undefined;
	const brief = { ...made.brief, stories: made.brief.stories.map((each) => (each === before ? story : each)) };
	const asBefore = measureIn(story, framesOfBlock(block), made);
	const isSameHead = keyOf({ ...story, blocks: [] }) === keyOf({ ...before, blocks: [] });
	if (isSameHead && asBefore.isExact) return { lines: asBefore.lines, needed: asBefore.needed, page: 'same' };
	const { lines, needed } = isSameHead ? asBefore : (measureAnew(made, brief, block) ?? asBefore);
	return { lines, needed, page: inPlace(made, brief, new Set([story.id])) ? 'story' : 'remake' };
}

/** A story as text, whatever the order of its members: a stored page has them in another. */
function keyOf(value: unknown): string {
	return JSON.stringify(value, (_key, member: unknown) =>
		typeof member === 'object' && member !== null && !Array.isArray(member)
			? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
			: member,
	);
}

/** Text columns of one width. */
interface Columns {
	/** ½ em */
	measure: number;
	heights: number[];
	/** Lines under them that stay white. */
	white: number;
}

function framesOfBlock({ frames }: SheetBlock): Columns {
	return { measure: 2 * (frames[0]?.wEm ?? 0), heights: frames.map((frame) => frame.h), white: 0 };
}

function measureIn({ blocks }: BriefStory, { measure, heights, white }: Columns, { sheet }: MadePage) {
	const inside = heights.reduce((sum, height) => sum + height, 0);
	const lines = inside + white;
	if (measure === 0) return { lines, needed: blocks.length === 0 ? 0 : lines + 1, isExact: blocks.length === 0 };
	const text = measureText(blocks, measure, sheet.grid);
	const isExact = white === 0 && fillText(text, heights) !== undefined;
	return { lines, needed: isExact ? lines : neededIn(text, heights, inside), isExact };
}

function neededIn(text: MeasuredText, heights: number[], inside: number): number {
	const flow = flowText(text, heights);
	return flow ? inside - flow.slack : inside + pourText(text, heights).overset.length;
}

/** With a head or pictures that have changed the columns change too: measured in the form that the engine gives the frame now. */
function measureAnew(made: MadePage, brief: Brief, block: SheetBlock) {
	const locks = [...(brief.locks ?? []), frameOf(block, made.sheet.grid)];
	const kept = made.sheet.blocks.filter((each) => each !== block);
	const placement = toProblem({ ...brief, locks }, kept).frame.fixed[0];
	const [first] = placement?.shape.frames ?? [];
	if (!placement || !first) return undefined;
	const { frames, white } = placement.shape;
	const columns = { measure: first.w, heights: frames.map((frame) => frame.h), white: white * frames.length };
	return measureIn(placement.story, columns, made);
}
