/** How much is done at once where one part of the work waits for another program. */
const lanes = 2;

/**
 * Does the same to each, two at a time, in order. Behind one that fails none is begun; it throws what that one threw, once
 * nothing is under way any more.
 */
export async function inLanes<Item>(items: Iterable<Item>, work: (item: Item) => Promise<unknown>): Promise<void> {
	const waiting = [...items];
	const troubles: unknown[] = [];
	const lane = async () => {
		for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
			await work(item).catch((trouble: unknown) => {
				troubles.push(trouble);
				waiting.length = 0;
			});
		}
	};
	await Promise.all(Array.from({ length: lanes }, lane));
	if (troubles.length > 0) throw troubles[0];
}
