import { randomFrom } from '@/bench/check/plants';
import { toSearchText } from '@/lib/search/document';
import { segment } from '@/lib/search/grams';
import { beforePages, yesterdayPages } from '@/prisma/seed/edition-earlier/pages';
import { todayPages } from '@/prisma/seed/edition-today/pages';

export const paperId = 'paper';
/** Of a day. */
const stories = 28;
const seed = 20261122;
const lastDay = Date.UTC(2026, 10, 22);
const columns = 12;
export const reporters = 60;
const tags = 40;

/** A story of the corpus. */
export interface BenchStory {
	id: string;
	date: string;
	pageNo: number;
	rank: number;
	columnId: string;
	reporterId: string;
	tagIds: string[];
	kicker: string;
	headline: string;
	deck: string;
	byline: string;
	captions: string[];
	text: string;
}

const demoText = [...todayPages, ...yesterdayPages, ...beforePages]
	.flatMap((page) => page.stories)
	.map((story) => JSON.stringify([story.headline, story.kicker, story.deck, story.body]))
	.join('\n');
const hanOf = (text: string) => [...text].filter((character) => /\p{Script=Han}/u.test(character));

/**
 * The words of the demo paper, the most frequent first, and behind them invented ones of its characters: a language of 24,000
 * words, of which the frequent are real.
 */
export function vocabularyOf(random = randomFrom(seed)): string[] {
	const counts = new Map<string, number>();
	for (const word of segment(demoText)) {
		if (/^\p{Script=Han}{2,4}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	const real = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([word]) => word);
	const characters = hanOf(demoText);
	const pick = () => characters[Math.floor(random() * characters.length)] ?? '';
	const invented = new Set<string>();
	while (real.length + invented.size < 24_000) {
		const length = random() < 0.8 ? 2 : random() < 0.5 ? 3 : 4;
		invented.add(Array.from({ length }, pick).join(''));
	}
	return [...real, ...invented];
}

/** Zipf's law as Mandelbrot mends it for the head of the list: the n-th word is 1 ÷ (n + 30) as frequent. */
function pickerOf(words: readonly string[], random: () => number): () => string {
	const sums = new Float64Array(words.length);
	let sum = 0;
	for (let rank = 0; rank < words.length; rank++) {
		sum += 1 / (rank + 30);
		sums[rank] = sum;
	}
	return () => {
		const wanted = random() * sum;
		let [low, high] = [0, words.length - 1];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sums[middle] ?? 0) < wanted) low = middle + 1;
			else high = middle;
		}
		return words[low] ?? '';
	};
}

/** Stories of some 850 字, the oldest first, as a paper grows; the same for one count. */
export function* storiesOf(count: number): Generator<BenchStory> {
	const random = randomFrom(seed);
	const vocabulary = vocabularyOf(random);
	const word = pickerOf(vocabulary, random);
	const between = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
	const clause = () => Array.from({ length: between(2, 6) }, word).join(between(0, 3) === 0 ? '的' : '');
	const sentence = () => `${Array.from({ length: between(1, 4) }, clause).join('，')}。`;
	const paragraph = () => Array.from({ length: between(2, 6) }, sentence).join('');
	const names = Array.from({ length: reporters }, (_, at) => nameOf(at, hanOf(demoText)));
	for (let number = count - 1; number >= 0; number--) {
		const reporter = between(0, reporters - 1);
		const captions = between(0, 2) === 0 ? [`${clause()}。`] : [];
		const body = [
			`本报讯（记者 ${names[reporter]}）${paragraph()}`,
			...Array.from({ length: between(2, 11) }, paragraph),
		];
		yield {
			id: `a${String(count - number).padStart(9, '0')}`,
			date: new Date(lastDay - Math.floor(number / stories) * 86_400_000).toISOString().slice(0, 10),
			pageNo: 1 + Math.floor((number % stories) / 7),
			rank: number % 7,
			columnId: `c${between(1, columns)}`,
			reporterId: `r${reporter}`,
			tagIds: [...new Set([`t${between(1, tags)}`, `t${between(1, tags)}`])],
			kicker: between(0, 2) === 0 ? clause() : '',
			headline: clause(),
			deck: between(0, 3) === 0 ? clause() : '',
			byline: names[reporter] ?? '',
			captions,
			text: [...body, ...captions].join('\n'),
		};
	}
}

function nameOf(at: number, characters: readonly string[]): string {
	const surnames = '沈陆周许方邵叶顾程苏林唐江丁白戴万吴郑王';
	const given = characters[(at * 7919) % characters.length] ?? '';
	return (surnames[at % surnames.length] ?? '') + given + (characters[(at * 104_729) % characters.length] ?? '');
}

export const headings = { columns, tags };

/** What the index holds of a story, by the functions of the product. */
export function indexed({ headline, kicker, deck, byline, captions, text, tagIds }: BenchStory) {
	return toSearchText({
		...{ headline, kicker, deck, captions, text, webTitle: '', dateline: '' },
		bylines: [{ name: byline, office: '' }],
		tags: tagIds.map(tagName),
	});
}

export const tagName = (id: string) => `标签${id.slice(1)}`;
