/** Finds words of a list in a text. */
export interface Matcher<Entry extends { word: string }> {
	/** Every occurrence, in reading order; words that overlap are all found. */
	find: (text: string) => Iterable<{ entry: Entry; at: number }>;
}

/**
 * A matcher that looks at most once a length at each place: words are filed by their first two characters, and most
 * places of a text begin none.
 */
export function matcherOf<Entry extends { word: string }>(entries: readonly Entry[]): Matcher<Entry> {
	const byStart = new Map<string, Entry[]>();
	for (const entry of entries) {
		const start = entry.word.slice(0, 2);
		const filed = byStart.get(start);
		if (filed) filed.push(entry);
		else byStart.set(start, [entry]);
	}
	return {
		*find(text) {
			for (let at = 0; at < text.length - 1; at++) {
				for (const entry of byStart.get(text.slice(at, at + 2)) ?? []) {
					if (text.startsWith(entry.word, at)) yield { entry, at };
				}
			}
		},
	};
}
