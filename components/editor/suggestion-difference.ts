/** What became of one item of a line: it stayed, it went, it came. */
export interface Change<Item> {
	kind: 'same' | 'gone' | 'new';
	item: Item;
}

/** Beyond this many pairs two lines are not compared item by item. */
const mostPairs = 4_000_000;

/**
 * The way from one line to another: what both begin and end with stays; of what is between, `finely` keeps the longest
 * common part, else all of it goes and all of the other comes. Of what stays the item after the edit is given. What goes
 * stands before what comes.
 */
export function differenceOf<Item>(
	before: readonly Item[],
	after: readonly Item[],
	isSame: (a: Item, b: Item) => boolean,
	finely: boolean,
): Change<Item>[] {
	const most = Math.min(before.length, after.length);
	let head = 0;
	while (head < most && isSame(before[head]!, after[head]!)) head++;
	let tail = 0;
	while (tail < most - head && isSame(before.at(-1 - tail)!, after.at(-1 - tail)!)) tail++;
	const gone = before.slice(head, before.length - tail);
	const come = after.slice(head, after.length - tail);
	const between =
		finely && gone.length * come.length <= mostPairs
			? longestCommon(gone, come, isSame)
			: [...as('gone', gone), ...as('new', come)];
	return [...as('same', after.slice(0, head)), ...between, ...as('same', after.slice(after.length - tail))];
}

function as<Item>(kind: Change<Item>['kind'], items: readonly Item[]): Change<Item>[] {
	return items.map((item) => ({ kind, item }));
}

function longestCommon<Item>(
	before: readonly Item[],
	after: readonly Item[],
	isSame: (a: Item, b: Item) => boolean,
): Change<Item>[] {
	const width = after.length + 1;
	// lengths[i * width + j]: the longest common part of before from i and after from j.
	const lengths = new Uint32Array((before.length + 1) * width);
	for (let i = before.length - 1; i >= 0; i--) {
		for (let j = after.length - 1; j >= 0; j--) {
			lengths[i * width + j] = isSame(before[i]!, after[j]!)
				? lengths[(i + 1) * width + j + 1]! + 1
				: Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
		}
	}
	const changes: Change<Item>[] = [];
	let i = 0;
	let j = 0;
	while (i < before.length || j < after.length) {
		const a = before[i];
		const b = after[j];
		if (a && b && isSame(a, b)) {
			changes.push({ kind: 'same', item: b });
			i++;
			j++;
		} else if (a && (!b || lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)) {
			changes.push({ kind: 'gone', item: a });
			i++;
		} else {
			changes.push({ kind: 'new', item: b! });
			j++;
		}
	}
	return changes;
}
