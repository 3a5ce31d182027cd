import { type Breaks, breakText } from './breaker';
import { normalize } from './normalize';
import type { BriefBlock, BrokenLine, Grid, SheetLine } from './sheet';

/**
 * Text into columns, exactly: a dynamic programme over the lines where each block may begin chooses
 * how many lines each paragraph takes (looseness), so that the columns are full to the line and no
 * column begins with a paragraph's last line 孤行 or ends with a subhead 背题.
 */

/** The blocks of a story, broken to one measure. */
export interface MeasuredText {
	blocks: { type: BriefBlock['type']; breaks: Breaks }[];
	/** Fewest lines of the whole, without white above subheads, and most, with it. */
	min: number;
	max: number;
}

/** A way to fill columns. */
export interface Flow {
	/** The lines of each column; made when asked for, since most flows are only compared. */
	columns(): SheetLine[][];
	/** Empty lines at the end of the last column. */
	slack: number;
	cost: number;
}

const subheadPt = 10.5;
const paragraphIndent = 4;
const cost = {
	/** 孤行: a paragraph's last line alone at the top of a column. */
	widow: 10,
	orphan: 0.4,
	/** A question at the foot of a column, its answer at the top of the next. */
	parted: 2,
	skippedLine: 0.7,
	slackLine: 0.18,
	emptyColumn: 8,
	/** One unit of the breaker's cost, beside the costs of the page. */
	looseness: 0.012,
};
/** Lines that must follow a subhead in its column. */
const linesUnderSubhead = 2;

/** Breaks the blocks of a story to a measure in ½ em. */
export function measureText(blocks: BriefBlock[], measure: number, grid: Grid): MeasuredText {
	const measured = blocks.map(({ type, text }) => ({ type, breaks: breakBlock(type, normalize(text), measure, grid) }));
	const white = measured.filter(({ type }, i) => type === 'subhead' && i > 0).length;
	const sum = (pick: (breaks: Breaks) => number) => measured.reduce((total, { breaks }) => total + pick(breaks), 0);
	return {
		blocks: measured,
		min: sum((breaks) => breaks.options[0]!.lines),
		max: sum((breaks) => breaks.options.at(-1)!.lines) + white,
	};
}

function breakBlock(type: BriefBlock['type'], text: string, measure: number, grid: Grid): Breaks {
	if (type !== 'subhead') return breakText(text, measure, { indent: paragraphIndent });
	const lines = balancedLines(text, Math.floor((measure * grid.bodyPt) / subheadPt));
	return { options: [{ lines: lines.length, cost: 0 }], best: lines.length, lines: () => lines };
}

/** Subheads are set ragged; one that needs two rows gets rows of the same length. */
function balancedLines(text: string, measure: number): BrokenLine[] {
	const { best } = breakText(text, measure);
	let breaks = breakText(text, measure);
	for (let narrower = measure - 2; best > 1 && narrower * best >= text.length * 2; narrower -= 2) {
		const tried = breakText(text, narrower, { maxStretchEm: Number.POSITIVE_INFINITY });
		if (tried.best === best) breaks = tried;
	}
	return breaks.lines().map((line) => ({ ...line, fit: 'last', stretchEm: 0 }));
}

/** How a block is set: where it begins in the columns laid end to end, and in how many lines. */
interface Setting {
	cost: number;
	/** Slot where the block before it ended. */
	before: number;
	/** Slots left empty above it. */
	skip: number;
	/** Whether a line of white stands above it: subheads not at the top of a column. */
	white: boolean;
	lines: number;
}

/** Fills columns of the given heights; undefined when the text is too long for them. */
export function flowText(text: MeasuredText, heights: number[]): Flow | undefined {
	const starts = heights.map((_, i) => heights.slice(0, i).reduce((sum, height) => sum + height, 0));
	const capacity = starts.at(-1)! + heights.at(-1)!;
	if (text.min > capacity) return undefined;
	const states: Map<number, Setting>[] = [new Map([[0, { cost: 0, before: 0, skip: 0, white: false, lines: 0 }]])];
	text.blocks.forEach((block, i) => {
		const next = new Map<number, Setting>();
		for (const [slot, state] of states[i]!) {
			for (const [end, setting] of settingsOf(block, slot, starts, capacity, i === text.blocks.length - 1)) {
				const total = state.cost + setting.cost;
				const known = next.get(end);
				if (!known || total < known.cost) next.set(end, { ...setting, cost: total });
			}
		}
		states.push(next);
	});
	let best: { end: number; cost: number } | undefined;
	for (const [end, state] of states.at(-1)!) {
		const slack = capacity - end;
		const isLastEmpty = heights.length > 1 && slack >= heights.at(-1)!;
		const total = state.cost + slack * cost.slackLine * (1 + slack / 4) + (isLastEmpty ? cost.emptyColumn : 0);
		if (!best || total < best.cost) best = { end, cost: total };
	}
	if (!best) return undefined;
	const { end } = best;
	return { columns: () => toColumns(text, states, end, starts), slack: capacity - end, cost: best.cost };
}

type MeasuredBlock = MeasuredText['blocks'][number];

function settingsOf(
	block: MeasuredBlock,
	slot: number,
	starts: number[],
	capacity: number,
	isLast: boolean,
): [end: number, setting: Setting][] {
	const next = starts.find((start) => start > slot) ?? capacity;
	const room = next - slot;
	const atTop = starts.includes(slot);
	if (block.type === 'subhead') {
		const { lines } = block.breaks.options[0]!;
		const white = !atTop;
		const fits = room >= lines + (white ? 1 : 0) + (isLast ? 0 : linesUnderSubhead);
		if (fits) return [[slot + lines + (white ? 1 : 0), { cost: 0, before: slot, skip: 0, white, lines }]];
		if (next === capacity) return [];
		return [[next + lines, { cost: room * cost.skippedLine, before: slot, skip: room, white: false, lines }]];
	}
	return block.breaks.options.flatMap(({ lines, cost: looseness }): [number, Setting][] => {
		const end = slot + lines;
		if (end > capacity) return [];
		const edges = columnEdgeCost(block.type, slot, end, starts);
		return [[end, { cost: looseness * cost.looseness + edges, before: slot, skip: 0, white: false, lines }]];
	});
}

function columnEdgeCost(type: BriefBlock['type'], slot: number, end: number, starts: number[]): number {
	let total = 0;
	for (const start of starts) {
		if (start === 0) continue;
		if (start > slot && end - start === 1) total += cost.widow;
		if (start < end && start - slot === 1) total += cost.orphan;
		if (start === end && type === 'q') total += cost.parted;
	}
	return total;
}

function toColumns(text: MeasuredText, states: Map<number, Setting>[], end: number, starts: number[]): SheetLine[][] {
	const columns: SheetLine[][] = starts.map(() => []);
	const settings: Setting[] = [];
	let slot = end;
	for (let i = text.blocks.length; i > 0; i--) {
		const setting = states[i]!.get(slot)!;
		settings.unshift(setting);
		slot = setting.before;
	}
	settings.forEach((setting, block) => {
		slot = setting.before + setting.skip;
		const white = { block, from: 0, to: 0, half: [], indent: 0, fit: 'last' as const, stretchEm: 0 };
		const lines = text.blocks[block]!.breaks.lines(setting.lines).map((line) => ({ block, ...line }));
		for (const line of setting.white ? [white, ...lines] : lines) {
			columns[starts.findLastIndex((start) => start <= slot)]!.push(line);
			slot++;
		}
	});
	return columns;
}
