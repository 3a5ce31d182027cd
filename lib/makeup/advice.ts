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
	const tries = Math.max(fewestTries, mostTries >> Math.max(0, brief.stories.length - 6));
	const kinds =
		over > 0
			? [tails(brief, sheet), changes(brief, sheet, 'cut', over), withoutPictures(brief), drops(brief)]
			: [
					changes(brief, sheet, 'add', sheet.free.holes),
					fillers(brief, sheet),
					changes(brief, sheet, 'cut', 1),
					drops(brief),
				];
	return kinds.flatMap((trials) => verified(trials, tries)).slice(0, most);
}

const most = 5;
/** Of one kind of change so many are told. */
const told = 2;
/** Lines that an editor may be asked to write; more room wants another story. */
const mostAdded = 20;
/** And so many are tried: fewer on a page of many stories, which takes longer to make up. */
const mostTries = 40;
const fewestTries = 3;

interface Trial extends Advice {
	brief: Brief;
}

function verified(trials: Iterable<Trial>, tries: number): Advice[] {
	const found: Advice[] = [];
	let tried = 0;
	for (const { brief, ...advice } of trials) {
		if (tried++ === tries || found.length === told) break;
		if (found.some((other) => other.story === advice.story && other.kind === advice.kind)) continue;
		if (solve(toProblem(brief))) found.push(advice);
	}
	return found;
}

/** 删文末: what each story has too much, or a little more. */
function* tails(brief: Brief, { grid, free }: Sheet): Generator<Trial> {
	for (const share of [1, 1.2, 1.5, 2]) {
		const cut = free.overset.map(({ story, lines }) => ({ id: story, lines: Math.ceil(lines * share) }));
		const shorter = brief.stories.map((story) => {
			const own = cut.find(({ id }) => id === story.id);
			return own ? withoutTail(story, own.lines * grid.colEm) : story;
		});
		if (!shorter.every((story) => story !== undefined)) continue;
		const parts = cut.map(({ id, lines }) => {
			return `《${titleOf(brief.stories.find((story) => story.id === id)!)}》文末删 ${lines} 行`;
		});
		const ids = cut.map(({ id }) => id).join(' ');
		yield { kind: 'cut', story: ids, text: parts.join('，'), brief: { ...brief, stories: shorter } };
	}
}

/** The story with so many characters less at its end; undefined when less than half of it would be left. */
function withoutTail(story: BriefStory, chars: number): BriefStory | undefined {
	const blocks = story.blocks.map((block) => ({ ...block, text: normalize(block.text) }));
	if (blocks.reduce((sum, { text }) => sum + text.length, 0) < 2 * chars) return undefined;
	for (let left = chars; left > 0; ) {
		const last = blocks.pop()!;
		if (last.text.length > left + shortestLeft) blocks.push({ ...last, text: `${last.text.slice(0, -left - 1)}。` });
		left -= last.text.length;
	}
	while (blocks.at(-1)?.type === 'subhead') blocks.pop();
	return { ...story, blocks };
}

/** 删, 加: some lines of a basic column less or more in the longest paragraph of a story, about as many as are too many or too few. */
function* changes(brief: Brief, sheet: Sheet, kind: 'cut' | 'add', about: number): Generator<Trial> {
	const { colEm } = sheet.grid;
	const over = new Set(sheet.free.overset.map(({ story }) => story));
	const stories = brief.stories.toSorted(
		(a, b) => Number(over.has(b.id)) - Number(over.has(a.id)) || b.priority - a.priority,
	);
	for (const share of [0.25, 0.5, 0.75, 1, 1.25]) {
		const lines = Math.max(1, Math.round(about * share));
		if (kind === 'add' && lines > mostAdded) return;
		for (const story of stories) {
			const changed = kind === 'cut' ? withoutLines(story, lines * colEm) : withLines(story, lines * colEm);
			if (!changed) continue;
			const text = `《${titleOf(story)}》第 ${changed.block + 1} 段${kind === 'cut' ? '删' : '加'} ${lines} 行（约 ${lines * colEm} 字）`;
			yield { kind, story: story.id, text, brief: replaced(brief, changed.story) };
		}
	}
}

interface Changed {
	story: BriefStory;
	block: number;
}

/** The story with so many characters less at the end of its longest paragraph; undefined when that is too short. */
function withoutLines(story: BriefStory, chars: number): Changed | undefined {
	return inLongest(story, (text) =>
		text.length < chars + shortestLeft ? undefined : `${text.slice(0, -chars - 1)}。`,
	);
}

/** The story with so many characters more, of no meaning, in its longest paragraph. */
function withLines(story: BriefStory, chars: number): Changed | undefined {
	return inLongest(story, (text) => '字'.repeat(chars) + text);
}

function inLongest(story: BriefStory, change: (text: string) => string | undefined): Changed | undefined {
	const texts = story.blocks.map(({ text }) => normalize(text));
	const block = texts.reduce((best, text, i) => (text.length > texts[best]!.length ? i : best), 0);
	const text = texts[block] === undefined ? undefined : change(texts[block]);
	if (text === undefined) return undefined;
	return {
		story: { ...story, blocks: story.blocks.map((each, i) => (i === block ? { ...each, text } : each)) },
		block,
	};
}

const shortestLeft = 30;

/** 撤图: a story without its pictures. */
function* withoutPictures(brief: Brief): Generator<Trial> {
	for (const story of brief.stories.toSorted((a, b) => b.priority - a.priority)) {
		if (story.figures.length === 0) continue;
		const text = `撤下《${titleOf(story)}》的图片`;
		yield { kind: 'figure', story: story.id, text, brief: replaced(brief, { ...story, figures: [] }) };
	}
}

/** 撤: a story less, the lowest ranks first, or two. */
function* drops(brief: Brief): Generator<Trial> {
	const least = brief.stories.filter((story) => story.priority > 1).toSorted((a, b) => b.priority - a.priority);
	const groups = [...least.map((story) => [story]), ...least.slice(1).map((story, i) => [least[i]!, story])];
	for (const group of groups) {
		if (group.length === brief.stories.length) continue;
		const stories = brief.stories.filter((story) => !group.includes(story));
		const text = `撤下${group.map((story) => `《${titleOf(story)}》`).join('和')}`;
		yield { kind: 'drop', story: group.map(({ id }) => id).join(' '), text, brief: { ...brief, stories } };
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
		yield { kind: 'filler', story: '', text, anchor: slot, brief: { ...brief, anchors: [...brief.anchors, slot] } };
	}
}

function replaced(brief: Brief, story: BriefStory): Brief {
	return { ...brief, stories: brief.stories.map((each) => (each.id === story.id ? story : each)) };
}

function titleOf(story: BriefStory): string {
	return story.headline.replaceAll('\n', '');
}
