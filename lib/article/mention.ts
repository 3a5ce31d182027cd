/** A name where it stands in a line of type. */
export interface Mention {
	name: string;
	at: number;
}

/**
 * Where these names stand in a line, from its beginning. Of names that contain one another (张军, 张军华) the longest that
 * fits is meant, and nobody else at that place.
 */
export function mentionsIn(line: string, names: readonly string[]): Mention[] {
	const longestFirst = names.filter((name) => name !== '').sort((a, b) => b.length - a.length);
	const mentions: Mention[] = [];
	for (let at = 0; at < line.length; ) {
		const name = longestFirst.find((candidate) => line.startsWith(candidate, at));
		if (name) mentions.push({ name, at });
		at += name?.length ?? 1;
	}
	return mentions;
}
