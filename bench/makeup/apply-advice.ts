import { columnX, spanUnits } from '../../lib/makeup/grid.ts';
import { normalize } from '../../lib/makeup/normalize.ts';
import type { Advice, Brief, Grid } from '../../lib/makeup/sheet.ts';

/**
 * The brief after an editor did what a sentence of advice says, read from the sentence as he reads it; undefined for a
 * sentence that names no deed known here, which then counts as not verified.
 */
export function applyAdvice(brief: Brief, grid: Grid, { kind, story, text }: Advice): Brief | undefined {
	if (kind === 'drop') return { ...brief, stories: brief.stories.filter(({ id }) => id !== story) };
	if (kind === 'cut') {
		const [, block, chars] = /第 (\d+) 段.*约 (\d+) 字/.exec(text) ?? [];
		return block && chars ? withoutEnd(brief, story, Number(block) - 1, Number(chars)) : undefined;
	}
	if (kind === 'filler') {
		const [, cols, lines] = /(\d+) 栏 × (\d+) 行/.exec(text) ?? [];
		if (!cols || !lines) return undefined;
		const slot = { x: columnX(grid, grid.cols - Number(cols)), y: grid.lines - Number(lines) };
		const anchor = { kind: 'ad' as const, ...slot, w: spanUnits(grid, Number(cols)), h: Number(lines) };
		return { ...brief, anchors: [...brief.anchors, anchor] };
	}
	return undefined;
}

/** So many characters less at the end of a paragraph, its full stop kept. */
function withoutEnd(brief: Brief, id: string, block: number, chars: number): Brief {
	const stories = brief.stories.map((story) => {
		if (story.id !== id) return story;
		const blocks = story.blocks.map((each, i) => {
			return i === block ? { ...each, text: `${normalize(each.text).slice(0, -chars - 1)}。` } : each;
		});
		return { ...story, blocks };
	});
	return { ...brief, stories };
}
