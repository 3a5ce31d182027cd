/**
 * Finds stories that are much alike without comparing each with each: a story's runs of four characters are hashed 128
 * ways, the least of each way kept (MinHash, Broder 1997), and those gathered in bands of four. Two stories that share
 * half of their runs have a band in common nine times of ten, unrelated ones one time in ten thousand.
 */

const runLength = 4;
const hashes = 128;
const rowsOfBand = 4;

/** Two odd constants for each way of hashing, from a fixed seed: prints of one text are equal for ever. */
const ways = ((): readonly [number, number][] => {
	let state = 0x9e3779b9;
	const next = () => {
		state = Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x6d2b79f5;
		return (state ^ (state >>> 13)) | 1;
	};
	return Array.from({ length: hashes }, () => [next(), next()]);
})();

/** The runs of a text: letters and digits only, so that marks and spaces make no difference. */
export function runsOf(text: string): Set<string> {
	const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
	const runs = new Set<string>();
	for (let at = 0; at + runLength <= letters.length; at++) runs.add(letters.slice(at, at + runLength));
	return runs;
}

/** A text's bands, 32-bit each; empty where it is too short to be known again. */
export function bandsOf(text: string): number[] {
	const runs = runsOf(text);
	if (runs.size < 20) return [];
	const least = new Int32Array(hashes).fill(0x7fffffff);
	for (const run of runs) {
		const hash = hashOf(run);
		for (let way = 0; way < hashes; way++) {
			const [times, plus] = ways[way] as [number, number];
			const value = Math.imul(hash ^ plus, times) >> 1;
			if (value < (least[way] as number)) least[way] = value;
		}
	}
	return Array.from({ length: hashes / rowsOfBand }, (_, band) => {
		let hash = band + 1;
		for (let row = 0; row < rowsOfBand; row++)
			hash = Math.imul(hash ^ (least[band * rowsOfBand + row] as number), 0x01000193);
		return hash | 0;
	});
}

/** FNV-1a over UTF-16 units, its bits mixed once more. */
function hashOf(run: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < run.length; at++) hash = Math.imul(hash ^ run.charCodeAt(at), 0x01000193);
	return Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
}

/** How much of the shorter text stands in the other, 0 to 1. */
export function likeness(a: string, b: string): number {
	const [few, many] = [runsOf(a), runsOf(b)].sort((x, y) => x.size - y.size);
	if (!few || !many || few.size === 0) return 0;
	let shared = 0;
	for (const run of few) if (many.has(run)) shared++;
	return shared / few.size;
}
