import type { ArticleContent } from '../schema';
import { addContent, type Blame, carriedOf, countOf, type Fate, startBlame, type Traced } from './blame';
import {
	type BlockDifference,
	changedAttributes,
	compareNodes,
	type NodeDifference,
	type ProseRun,
	type TextDifference,
} from './difference';
import { lengthOf, type Run, sliceInline } from './flow';
import type { Head } from './tree';

/**
 * The difference between the first and the last of a row of contents, each run with the number of the content that
 * brought it: `by`. The difference is that of the two ends, as short as it reads best; the row only says whose it is.
 *
 * Guaranteed: a run written in is credited to the content in which its words first stood, a struck one to the content
 * in which they stood no longer. Where the same words stand twice and the difference takes the other ones than the row
 * did, or where a block was carried, it is the content that last moved or touched the block.
 */
export function attribute(contents: readonly [ArticleContent, ...ArticleContent[]]): NodeDifference {
	const [first, ...rest] = contents;
	return credit(rest.reduce(addContent, startBlame(first)));
}

/** The same of a row that was followed content by content. */
export function credit({ first, now, atFirst, atLast, number }: Blame): NodeDifference {
	const [difference] = creditList([compareNodes(first, now)], [atFirst], [atLast], number);
	return difference as NodeDifference;
}

function creditList(
	differences: readonly NodeDifference[],
	before: readonly Traced[],
	after: readonly Traced[],
	last: number,
): NodeDifference[] {
	const carried = carriedOf(before, differences);
	let [i, j] = [0, 0];
	return differences.map((difference) => {
		const olds = before.slice(i, i + countOf(difference, 'before'));
		const news = after.slice(j, j + countOf(difference, 'after'));
		i += olds.length;
		j += news.length;
		if (difference.kind === 'same') return difference;
		if (difference.kind === 'left') return { ...difference, by: leaving(olds[0]?.fate, last) };
		const from = difference.move === undefined ? undefined : carried.get(difference.move);
		const credited = { ...difference, ...byOf(difference, from ? [from] : olds, news, last) };
		return credited.kind === 'text'
			? creditText(credited, from ? [from] : olds, news, last)
			: creditBlock(credited, from ?? olds[0], news[0], last);
	});
}

/** Who brought, took, carried or renamed the block itself; nobody where only what is in it differs. */
function byOf(
	{ before, after, move }: TextDifference | BlockDifference,
	[old]: readonly Traced[],
	[now]: readonly Traced[],
	last: number,
): { by?: number } {
	if (!before) return { by: coming(now?.fate, last) };
	if (!after) return { by: leaving(old?.fate, last) };
	if (move !== undefined) return { by: now?.fate.moved ?? touching(now, last) };
	const changed = changedAttributes(before, after);
	return changed.length > 0 ? { by: setting(now, changed[0] as string, last) } : {};
}

const touching = (traced: Traced | undefined, last: number): number => traced?.fate.touched || last;
const setting = (traced: Traced | undefined, name: string, last: number): number =>
	traced?.fate.attrs[name] ?? touching(traced, last);
const coming = (fate: Fate | undefined, otherwise: number): number => fate?.born || fate?.moved || otherwise;
const leaving = (fate: Fate | undefined, otherwise: number): number => fate?.gone ?? fate?.moved ?? otherwise;

function creditBlock(difference: BlockDifference, old: Traced | undefined, now: Traced | undefined, last: number) {
	const prose = Object.entries(difference.prose).map(([name, runs]) => [
		name,
		creditProse(runs, old?.prose[name] ?? [], now?.prose[name] ?? [], touching(now ?? old, last)),
	]);
	return {
		...difference,
		prose: Object.fromEntries(prose) as Record<string, ProseRun[]>,
		changed: difference.changed.map(({ name }) => ({ name, by: setting(now, name, last) })),
		children: creditList(difference.children, old?.children ?? [], now?.children ?? [], last),
	};
}

function creditProse(
	runs: readonly ProseRun[],
	olds: readonly Fate[],
	news: readonly Fate[],
	otherwise: number,
): ProseRun[] {
	let [i, j] = [0, 0];
	return runs.flatMap((run): ProseRun[] => {
		const { length } = run.text;
		const fates = run.op === 'deleted' ? olds.slice(i, i + length) : news.slice(j, j + length);
		if (run.op !== 'inserted') i += length;
		if (run.op !== 'deleted') j += length;
		if (run.op === 'same') return [run];
		const credits = fates.map((fate) => (run.op === 'deleted' ? leaving : coming)(fate, otherwise));
		return stretches(credits, length, otherwise).map(({ from, to, by }) => ({
			op: run.op,
			text: run.text.slice(from, to),
			by,
		}));
	});
}

/** Units in stretches of one hand each. */
function stretches(
	credits: readonly number[],
	length: number,
	otherwise: number,
): { from: number; to: number; by: number }[] {
	const found: { from: number; to: number; by: number }[] = [];
	for (let unit = 0; unit < length; unit++) {
		const by = credits[unit] ?? otherwise;
		const open = found.at(-1);
		if (open?.by === by) open.to = unit + 1;
		else found.push({ from: unit, to: unit + 1, by });
	}
	return found;
}

/** Walks the runs with a finger on both sides' blocks. */
function creditText(difference: TextDifference, olds: Traced[], news: Traced[], last: number): TextDifference {
	const otherwise = Math.max(...[...olds, ...news].map(({ fate }) => fate.touched)) || last;
	const [before, after] = [fingerOn(olds), fingerOn(news)];
	const runs = difference.runs.flatMap((run): Run[] => {
		if ('break' in run) {
			if (run.op !== 'inserted') before.nextBlock();
			if (run.op !== 'deleted') after.nextBlock();
			const by = breakBy(run, before.block(), after.block(), otherwise);
			return [by === undefined ? run : { ...run, by }];
		}
		const length = run.content.reduce((sum, node) => sum + lengthOf(node), 0);
		const gone = run.op === 'inserted' ? [] : before.take(length);
		const here = run.op === 'deleted' ? [] : after.take(length);
		if (run.op === 'same') return [run];
		const fates = run.op === 'deleted' ? gone : here;
		const credits = fates.map((fate) => {
			if (run.op === 'marked') return fate.set ?? otherwise;
			return run.op === 'deleted' ? leaving(fate, otherwise) : coming(fate, otherwise);
		});
		return stretches(credits, length, otherwise).map(({ from, to, by }) => ({
			...run,
			content: sliceInline(run.content, from, to),
			...(run.op === 'marked' && { was: sliceInline(run.was, from, to) }),
			by,
		}));
	});
	return { ...difference, runs };
}

function breakBy(
	run: Extract<Run, { break: object }>,
	old: Traced | undefined,
	now: Traced | undefined,
	otherwise: number,
): number | undefined {
	if (run.op === 'inserted') return coming(now?.fate, otherwise);
	if (run.op === 'deleted') return leaving(old?.fate, otherwise);
	const [name] = changedAttributes(run.break.before as Head, run.break.after as Head);
	return name === undefined ? undefined : setting(now, name, otherwise);
}

/** A place in a row of blocks of running text. */
function fingerOn(blocks: readonly Traced[]) {
	let [index, at] = [0, 0];
	return {
		block: () => blocks[index],
		nextBlock() {
			index++;
			at = 0;
		},
		/** The next units, and the finger behind them. */
		take(length: number): Fate[] {
			const from = at;
			at += length;
			return blocks[index]?.units.slice(from, at) ?? [];
		},
	};
}
