/** One line of a pack of words: a wrong form, the right one, and the neighbours beside which it counts. */
export interface WordEntry {
	/** The wrong form. */
	word: string;
	right: string;
	/** Neighbours beside which it is no mistake. */
	notAfter: string;
	notBefore: string;
	/** Where not empty: it is a mistake only beside one of these; `^` is an edge of the text or a mark. */
	onlyAfter: string;
	onlyBefore: string;
	/** Whether it may be meant all the same. */
	doubtful: boolean;
}

/** Reads a pack: `错 对 [-前…] [-后…] [+前…] [+后…] [?]`, entries apart by bars and line feeds. */
export function parseEntries(pack: string): WordEntry[] {
	return pack
		.split(/[|\n]/)
		.map((entry) => entry.trim())
		.filter(Boolean)
		.map((entry) => {
			const [word = '', right = '', ...tests] = entry.split(/\s+/);
			const test = (sign: string) => tests.find((one) => one.startsWith(sign))?.slice(sign.length) ?? '';
			return {
				word,
				right,
				notAfter: test('-前'),
				notBefore: test('-后'),
				onlyAfter: test('+前'),
				onlyBefore: test('+后'),
				doubtful: tests.includes('?'),
			};
		});
}

const inWord = /[\p{L}\p{N}]/u;

/** Whether the entry counts between these neighbours; undefined is an edge of the text. */
export function counts(entry: WordEntry, before: string | undefined, after: string | undefined): boolean {
	return allows(entry.notAfter, entry.onlyAfter, before) && allows(entry.notBefore, entry.onlyBefore, after);
}

function allows(not: string, only: string, neighbour: string | undefined): boolean {
	const named = neighbour === undefined || !inWord.test(neighbour) ? '^' : neighbour;
	return !not.includes(named) && (only === '' || only.includes(named));
}
