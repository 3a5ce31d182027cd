/** What can be found by its name, by the pinyin of it, or by other words. */
export interface Spelt {
	name: string;
	/** The syllables of the name, as data: `xiao biao ti`. */
	pinyin?: string;
	/** Other words that people use for it. */
	words?: readonly string[];
}

/**
 * How well a query finds something, from 0 (the name begins with it) upwards; null where it does not. Pinyin may be
 * written in full, by initials, or mixed (`xiaobiaoti`, `xbt`, `xiaobt`), from any syllable on; case, width and the
 * marks that input methods set between syllables do not matter. An empty query finds everything alike.
 */
export function matchSpelling(query: string, { name, pinyin, words = [] }: Spelt): number | null {
	const wanted = plain(query);
	if (wanted === '') return 0;
	const at = plain(name).indexOf(wanted);
	if (at === 0) return 0;
	if (words.some((word) => plain(word).startsWith(wanted))) return 1;
	if (at > 0) return 2;
	const syllables = pinyin?.split(' ') ?? [];
	const start = syllables.findIndex((_, index) => spells(wanted, syllables.slice(index)));
	return start < 0 ? null : 3 + start;
}

/** The things that a query finds, the best first; alike ones stay in their order. */
export function findSpelt<Thing extends Spelt>(query: string, things: readonly Thing[]): Thing[] {
	return things
		.map((thing) => ({ thing, rank: matchSpelling(query, thing) }))
		.filter((found): found is { thing: Thing; rank: number } => found.rank !== null)
		.sort((a, b) => a.rank - b.rank)
		.map(({ thing }) => thing);
}

function plain(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s'’]/g, '');
}

/** Whether letters are beginnings of the syllables, one after the other from the first. */
function spells(letters: string, [syllable, ...rest]: string[]): boolean {
	if (letters === '') return true;
	if (syllable === undefined) return false;
	let shared = 0;
	while (shared < syllable.length && syllable[shared] === letters[shared]) shared++;
	// The longest beginning need not be the right one: `xia…` may be xi'a….
	for (let length = shared; length > 0; length--) {
		if (spells(letters.slice(length), rest)) return true;
	}
	return false;
}
