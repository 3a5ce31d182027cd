import type { Block } from './body';

/** A stretch of two bodies: the same in both, or what stands in its place in each. */
export type Stretch = { same: Block[] } | { mine: Block[]; theirs: Block[] };

/** Two bodies beside each other, aligned by their longest common subsequence of blocks, in order. */
export function alignBlocks(mine: readonly Block[], theirs: readonly Block[]): Stretch[] {
	const keys = { mine: mine.map(canonical), theirs: theirs.map(canonical) };
	const lengths = commonLengths(keys.mine, keys.theirs);
	const stretches: Stretch[] = [];
	let i = 0;
	let j = 0;
	while (i < mine.length || j < theirs.length) {
		const a = mine[i];
		const b = theirs[j];
		if (a && b && keys.mine[i] === keys.theirs[j]) {
			sameStretch(stretches).push(a);
			i++;
			j++;
		} else if (a && (!b || lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
			changedStretch(stretches).mine.push(a);
			i++;
		} else if (b) {
			changedStretch(stretches).theirs.push(b);
			j++;
		}
	}
	return stretches;
}

function sameStretch(stretches: Stretch[]): Block[] {
	const last = stretches.at(-1);
	if (last && 'same' in last) return last.same;
	const same: Block[] = [];
	stretches.push({ same });
	return same;
}

function changedStretch(stretches: Stretch[]): { mine: Block[]; theirs: Block[] } {
	const last = stretches.at(-1);
	if (last && 'mine' in last) return last;
	const changed = { mine: [], theirs: [] };
	stretches.push(changed);
	return changed;
}

/** `lengths[i][j]`: the longest common subsequence of mine from i and theirs from j. */
function commonLengths(mine: readonly string[], theirs: readonly string[]): number[][] {
	const lengths = Array.from({ length: mine.length + 1 }, () => new Array<number>(theirs.length + 1).fill(0));
	for (let i = mine.length - 1; i >= 0; i--) {
		for (let j = theirs.length - 1; j >= 0; j--) {
			lengths[i]![j] =
				mine[i] === theirs[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
		}
	}
	return lengths;
}

/** Whether two parts of a content print alike. */
export function isSame(a: unknown, b: unknown): boolean {
	return canonical(a) === canonical(b);
}

/** JSON with sorted keys: PostgreSQL gives an object's members in an order of its own. */
function canonical(value: unknown): string {
	return JSON.stringify(value, (_key, member: unknown) =>
		typeof member === 'object' && member !== null && !Array.isArray(member)
			? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
			: member,
	);
}
