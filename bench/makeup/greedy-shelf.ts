import type { Priority } from '../../lib/makeup/sheet.ts';
import { judge, naturalHeight, type PlainPage, type PlainStory, type Spot, type Verdict } from './plain-page.ts';

/** Columns of an eight-column page that a story of a rank is given. */
const suited: Record<Priority, number> = { 1: 5, 2: 3, 3: 3, 4: 2 };

/**
 * Greedy shelves (first fit by rank, as strips are packed): stories by rank from left to right on a shelf as high as its
 * highest; the last one on a shelf takes the columns that are left; shelf under shelf until the page is full.
 */
export function greedyShelf(page: PlainPage): Verdict {
	const { grid } = page;
	const spots: Spot[] = [];
	let y = Math.max(...page.top);
	for (const shelf of toShelves(page)) {
		const spotsOfShelf: Spot[] = [];
		let col = 0;
		for (const [i, { story, cols }] of shelf.entries()) {
			const own = i === shelf.length - 1 ? grid.cols - col : cols;
			spotsOfShelf.push({ story, col, cols: own, y, h: naturalHeight(story, own, grid) });
			col += own;
		}
		const h = Math.max(...spotsOfShelf.map((spot) => spot.h));
		spots.push(...spotsOfShelf.map((spot) => ({ ...spot, h })));
		y += h + 1;
	}
	return judge(
		page,
		spots.filter((spot) => spot.y < grid.lines),
	);
}

function toShelves({ stories, grid }: PlainPage): { story: PlainStory; cols: number }[][] {
	const shelves: { story: PlainStory; cols: number }[][] = [];
	let left = 0;
	for (const story of stories) {
		const cols = Math.max(1, Math.round((suited[story.story.priority] * grid.cols) / 8));
		if (cols > left) {
			shelves.push([]);
			left = grid.cols;
		}
		shelves.at(-1)!.push({ story, cols });
		left -= cols;
	}
	return shelves;
}
