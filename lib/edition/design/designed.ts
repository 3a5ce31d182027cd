import { columnX, gridOf, spanUnits } from '@/lib/makeup/grid';
import { splitStory } from '@/lib/makeup/jump';
import type { Anchor, Brief, BriefFigure, BriefStory, Grid, Lock } from '@/lib/makeup/sheet';
import type { AdPlace, Design, Filler, StoryDesign } from './schema';

/** What a page gets from the others of its edition. */
export interface Neighbours {
	/** Numbers of the edition's pages by id. */
	numbers: Readonly<Record<string, number>>;
	/** 上接: ends of stories that begin on other pages. */
	arrivals: readonly BriefStory[];
}

/**
 * A brief with a design applied: what the engine is asked for. The brief is untouched. Decisions about what is gone are
 * passed over, so that a story may leave a page and come back with what was decided of it.
 */
export function designed(brief: Brief, design: Design, { numbers, arrivals }: Neighbours): Brief {
	const grid = gridOf(brief.grid);
	const own = brief.stories.map((story) => {
		const decided = withDecisions(story, design.stories[story.id] ?? {});
		return jumpOf(decided, design, brief.page.no, numbers)?.beginning ?? decided;
	});
	const here = new Set(own.map(({ id }) => id));
	const guests = arrivals.filter(({ id }) => !here.has(id));
	const more = [...guests.map((guest) => withDecisions(guest, design.stories[guest.id] ?? {}))];
	const fillers = design.fillers.map((filler) => withDecisions(toStory(filler), design.stories[filler.id] ?? {}));
	const stories = [...own, ...more, ...fillers].toSorted((a, b) => a.priority - b.priority);
	const locks = stories.flatMap(({ id }) => locksOf(id, design.stories[id] ?? {}));
	return {
		...brief,
		anchors: [...brief.anchors, ...design.ads.flatMap((ad) => toAnchor(ad, grid))],
		stories,
		...(locks.length > 0 && { locks }),
	};
}

/** The ends of stories that a page sends to another. */
export function departures(brief: Brief, design: Design, to: string, numbers: Neighbours['numbers']): BriefStory[] {
	return brief.stories.flatMap((story) => {
		if (design.stories[story.id]?.jump?.to !== to) return [];
		const jump = jumpOf(withDecisions(story, design.stories[story.id] ?? {}), design, brief.page.no, numbers);
		return jump ? [{ ...jump.rest, priority: 4 as const, boxed: undefined }].map(withoutUndefined) : [];
	});
}

function jumpOf(story: BriefStory, design: Design, from: number, numbers: Neighbours['numbers']) {
	const jump = design.stories[story.id]?.jump;
	const to = jump && numbers[jump.to];
	if (!jump || to === undefined || to === from || jump.kept >= story.blocks.length) return undefined;
	return splitStory(story, jump.kept, from, to);
}

/** An advertisement as the engine takes it; nothing where it would stand outside of the page. */
export function toAnchor({ label, col, cols, y, lines }: AdPlace, grid: Grid): Anchor[] {
	if (col + cols > grid.cols || y + lines > grid.lines) return [];
	return [{ kind: 'ad', label, x: columnX(grid, col), y, w: spanUnits(grid, cols), h: lines }];
}

function toStory({ id, headline, text }: Filler): BriefStory {
	const blocks = text
		.split('\n')
		.filter((row) => row.trim() !== '')
		.map((row) => ({ type: 'p' as const, text: row }));
	return { id, priority: 4, headline, blocks, figures: [] };
}

function withDecisions(story: BriefStory, design: StoryDesign): BriefStory {
	const figures = toFigures(story.figures, design);
	const isWhole = story.blocks.length > 0 || figures.length > 0;
	return withoutUndefined({
		...story,
		headline:
			design.headline && lettersOf(design.headline) === lettersOf(story.headline) ? design.headline : story.headline,
		boxed: design.boxed === undefined ? story.boxed : design.boxed || undefined,
		// A story of pictures alone keeps them.
		figures: isWhole ? figures : story.figures,
	});
}

function toFigures(
	figures: readonly BriefFigure[],
	{ hidden = [], order = [], focus = {} }: StoryDesign,
): BriefFigure[] {
	const placeOf = ({ id }: BriefFigure) => {
		const place = order.indexOf(id);
		return place < 0 ? order.length : place;
	};
	return figures
		.filter(({ id }) => !hidden.includes(id))
		.toSorted((a, b) => placeOf(a) - placeOf(b))
		.map((figure) => (focus[figure.id] ? { ...figure, focus: focus[figure.id] } : figure));
}

/** A headline without its breaks: two that are equal so differ in nothing else. */
export function lettersOf(headline: string): string {
	return headline.replace(/\s/g, '');
}

function locksOf(story: string, { frame, span, pt, relation }: StoryDesign): Lock[] {
	return [
		...(frame ? [{ kind: 'frame' as const, story, ...frame }] : []),
		// Where it stands it has its width.
		...(span && !frame ? [{ kind: 'span' as const, story, cols: span }] : []),
		...(pt ? [{ kind: 'size' as const, story, pt }] : []),
		...(relation ? [{ kind: 'relation' as const, story, relation }] : []),
	];
}

function withoutUndefined<Value extends object>(value: Value): Value {
	return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Value;
}
