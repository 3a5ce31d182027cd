import { columnX, spanUnits } from '../../lib/makeup/grid.ts';
import { normalize } from '../../lib/makeup/normalize.ts';
import type { Advice, Brief, BriefStory, Grid } from '../../lib/makeup/sheet.ts';

/**
 * The brief after an editor did what a sentence of advice says, read from the sentence as he reads it; undefined for a
 * sentence that names no deed known here, which then counts as not verified.
 */
export function applyAdvice(brief: Brief, grid: Grid, { kind, story, text }: Advice): Brief | undefined {
	const ids = story.split(' ');
	const change = (edit: (own: BriefStory, i: number) => BriefStory): Brief => ({
		...brief,
		stories: brief.stories.map((own) => (ids.includes(own.id) ? edit(own, ids.indexOf(own.id)) : own)),
	});
	const tails = [...text.matchAll(/文末删 (\d+) 行/g)].map(([, lines]) => Number(lines) * grid.colEm);
	const [, block, chars] = /第 (\d+) 段.*约 (\d+) 字/.exec(text) ?? [];
	const [, cols, lines] = /(\d+) 栏 × (\d+) 行/.exec(text) ?? [];
	if (kind === 'drop') return { ...brief, stories: brief.stories.filter(({ id }) => !ids.includes(id)) };
	if (kind === 'figure') return change((own) => ({ ...own, figures: [] }));
	if (kind === 'filler') return cols && lines ? withSlot(brief, grid, Number(cols), Number(lines)) : undefined;
	if (kind === 'cut' && tails.length === ids.length) return change((own, i) => withoutTail(own, tails[i]!));
	if (!block || !chars) return undefined;
	return change((own) => inBlock(own, Number(block) - 1, kind === 'cut' ? -Number(chars) : Number(chars)));
}

/** A slot kept free in the bottom right corner. */
function withSlot(brief: Brief, grid: Grid, cols: number, lines: number): Brief {
	const place = { x: columnX(grid, grid.cols - cols), y: grid.lines - lines, w: spanUnits(grid, cols), h: lines };
	return { ...brief, anchors: [...brief.anchors, { kind: 'ad', ...place }] };
}

/** So many characters more, of no meaning, at a paragraph's beginning, or fewer at its end. */
function inBlock(story: BriefStory, block: number, chars: number): BriefStory {
	const blocks = story.blocks.map((each, i) => {
		if (i !== block) return each;
		return { ...each, text: chars > 0 ? '字'.repeat(chars) + each.text : shortened(each.text, -chars) };
	});
	return { ...story, blocks };
}

/** So many characters fewer at a story's end: whole paragraphs, then the end of one. */
function withoutTail(story: BriefStory, chars: number): BriefStory {
	const blocks = [...story.blocks];
	let left = chars;
	while (blocks.length > 1 && normalize(blocks.at(-1)!.text).length <= left + 1)
		left -= normalize(blocks.pop()!.text).length;
	const last = blocks.pop()!;
	return { ...story, blocks: [...blocks, { ...last, text: left > 0 ? shortened(last.text, left) : last.text }] };
}

/** The text with so many characters less, its full stop kept. */
function shortened(text: string, chars: number): string {
	return `${normalize(text).slice(0, -chars - 1)}。`;
}
