import { columnX, spanUnits } from './grid';
import { normalize } from './normalize';
import { toProblem } from './problem';
import type { Advice, Anchor, Brief, BriefStory, Sheet } from './sheet';
import { solve } from './solve';

/**
 * What would make a page fit that does not, in the editor's terms. Nothing is guessed: each change
 * was made to the brief and the page made up again, and only those after which it was full to the
 * line are told, the least change first.
 */
export function adviceOn(brief: Brief, sheet: Sheet): Advice[] {
	const over = sheet.free.overset.reduce((sum, { lines }) => sum + lines, 0);
	const trials =
		over > 0 ? [cuts(brief, sheet), drops(brief)] : [fillers(brief, sheet), cuts(brief, sheet), drops(brief)];
	return trials.flatMap((all) => verified(all)).slice(0, most);
}

const most = 5;
/** Of one kind of change, so many are tried and so many told. */
const limits = { tried: 40, told: 2 };

interface Trial extends Advice {
	brief: Brief;
}

function verified(trials: Iterable<Trial>): Advice[] {
	const told: Advice[] = [];
	let tried = 0;
	for (const { brief, ...advice } of trials) {
		if (tried++ === limits.tried || told.length === limits.told) break;
		if (told.some((other) => other.story === advice.story && other.kind === advice.kind)) continue;
		if (solve(toProblem(brief))) told.push(advice);
	}
	return told;
}

/** 删: the end of a long paragraph of a story, some lines of a basic column. */
function* cuts(brief: Brief, sheet: Sheet): Generator<Trial> {
	const { colEm } = sheet.grid;
	const over = new Set(sheet.free.overset.map(({ story }) => story));
	const stories = brief.stories.toSorted(
		(a, b) => Number(over.has(b.id)) - Number(over.has(a.id)) || b.priority - a.priority,
	);
	for (let lines = 1; lines <= 12; lines++) {
		for (const story of stories) {
			const cut = withoutLines(story, lines * colEm);
			if (!cut) continue;
			const text = `《${titleOf(story)}》第 ${cut.block + 1} 段删 ${lines} 行（约 ${lines * colEm} 字）`;
			yield { kind: 'cut', story: story.id, text, brief: replaced(brief, cut.story) };
		}
	}
}

/** The story with so many characters less at the end of its longest paragraph; undefined when that is too short. */
function withoutLines(story: BriefStory, chars: number): { story: BriefStory; block: number } | undefined {
	const texts = story.blocks.map(({ text }) => normalize(text));
	const block = texts.reduce((best, text, i) => (text.length > texts[best]!.length ? i : best), 0);
	const text = texts[block];
	if (text === undefined || text.length < chars + 2 * shortestLeft) return undefined;
	const blocks = story.blocks.map((each, i) =>
		i === block ? { ...each, text: `${text.slice(0, -chars - 1)}。` } : each,
	);
	return { story: { ...story, blocks }, block };
}

const shortestLeft = 15;

/** 撤: a story less, the lowest ranks first. */
function* drops(brief: Brief): Generator<Trial> {
	for (const story of brief.stories.toSorted((a, b) => b.priority - a.priority)) {
		if (story.priority === 1 || brief.stories.length === 1) continue;
		const stories = brief.stories.filter((each) => each !== story);
		yield { kind: 'drop', story: story.id, text: `撤下《${titleOf(story)}》`, brief: { ...brief, stories } };
	}
}

/** 补白: a slot for a public notice or a picture at the foot of the page's right side. */
function* fillers(brief: Brief, { grid, free }: Sheet): Generator<Trial> {
	const sizes: { cols: number; h: number }[] = [];
	for (let cols = 1; cols <= Math.min(4, grid.cols); cols++) for (let h = 6; h <= 40; h += 1) sizes.push({ cols, h });
	sizes.sort((a, b) => Math.abs(a.cols * a.h - free.holes) - Math.abs(b.cols * b.h - free.holes));
	for (const { cols, h } of sizes) {
		const x = columnX(grid, grid.cols - cols);
		const slot: Anchor = { kind: 'ad', x, y: grid.lines - h, w: spanUnits(grid, cols), h };
		if (brief.anchors.some((anchor) => anchor.y + anchor.h > slot.y && anchor.x + anchor.w > slot.x)) continue;
		const text = `右下角留 ${cols} 栏 × ${h} 行的补白`;
		yield { kind: 'filler', story: '', text, brief: { ...brief, anchors: [...brief.anchors, slot] } };
	}
}

function replaced(brief: Brief, story: BriefStory): Brief {
	return { ...brief, stories: brief.stories.map((each) => (each.id === story.id ? story : each)) };
}

function titleOf(story: BriefStory): string {
	return story.headline.replaceAll('\n', '');
}
