import { segment } from '../grams';

/** Each word left out in turn, each alone; of one word its parts as the dictionary has them, and its ends. */
export function nearQueries(words: readonly string[]): string[] {
	const [only = ''] = words;
	const characters = [...only];
	const parts =
		words.length > 1
			? [...words.map((_, left) => words.filter((_word, at) => at !== left).join(' ')), ...words]
			: [
					segment(only).join(' '),
					...[-1, -2].map((end) => characters.slice(0, end).join('')),
					...[1, 2].map((start) => characters.slice(start).join('')),
					...segment(only),
				];
	return [...new Set(parts)].filter((query) => [...query].length > 1 && query !== words.join(' ')).slice(0, 12);
}
