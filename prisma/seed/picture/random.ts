/** A seeded source of chance: the same key gives the same sequence on every machine. */
export interface Random {
	/** 0 ≤ x < 1 */
	next(): number;
	between(low: number, high: number): number;
	/** Both ends included. */
	int(low: number, high: number): number;
	/** Around `mean`, almost always within two `spread`. */
	around(mean: number, spread: number): number;
	chance(probability: number): boolean;
	pick<T>(items: readonly T[]): T;
}

/** mulberry32 over an FNV-1a hash of the key. */
export function createRandom(key: string): Random {
	let state = 0x811c9dc5;
	for (const char of key) state = Math.imul(state ^ char.charCodeAt(0), 0x01000193);

	function next(): number {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	}

	return {
		next,
		between: (low, high) => low + (high - low) * next(),
		int: (low, high) => low + Math.floor((high - low + 1) * next()),
		around: (mean, spread) => mean + (next() + next() + next() - 1.5) * 1.4 * spread,
		chance: (probability) => next() < probability,
		pick(items) {
			const item = items[Math.floor(next() * items.length)];
			if (item === undefined) throw new Error('pick from an empty list');
			return item;
		},
	};
}
