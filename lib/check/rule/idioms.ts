import type { Finding, PartRule } from '../check';
import { homophones, lookalikes } from '../pack/homophone';
import { idioms, neighbours } from '../pack/idiom';

/**
 * Fixed phrases 四字格 with one character of the same sound or a like shape in place of the right one. A window of four
 * characters is looked up four times, each time without one of them.
 */

const phrases = fours(idioms);
const known = new Set([...phrases, ...fours(neighbours)]);

function fours(list: string): string[] {
	return list.match(/[^\s]{4}/g) ?? [];
}

/** From three characters and a gap to the phrases that fit. */
const byGap = new Map<string, string[]>();
for (const phrase of phrases) {
	for (let gap = 0; gap < 4; gap++) {
		const key = without(phrase, gap);
		const fitting = byGap.get(key);
		if (fitting) fitting.push(phrase);
		else byGap.set(key, [phrase]);
	}
}

function without(phrase: string, gap: number): string {
	return `${phrase.slice(0, gap)} ${phrase.slice(gap + 1)}`;
}

/** For each character the syllables it may sound as. */
const sounds = new Map<string, Set<string>>();
for (const group of homophones.trim().split(/\s+/)) {
	const syllable = /^[a-z]+/.exec(group)?.[0] ?? '';
	for (const char of group.slice(syllable.length)) {
		const of = sounds.get(char) ?? new Set();
		sounds.set(char, of.add(syllable));
	}
}

const shapes = new Map<string, string>();
for (const group of lookalikes.split(' ')) {
	for (const char of group) shapes.set(char, (shapes.get(char) ?? '') + group);
}

/** Whether one of two characters is easily written for the other. */
export function areConfused(a: string, b: string): boolean {
	if (shapes.get(a)?.includes(b)) return true;
	const others = sounds.get(b);
	return [...(sounds.get(a) ?? [])].some((sound) => others?.has(sound));
}

/** Words of one character that stand beside anything: at the edge of a window they belong to the neighbour. */
const loose =
	'的地得了着过是在和与或有无不也都就还又再很更最以而于之所为把被将向从到对由一这那他她它我你您们个上下中来去说';

interface Slip {
	right: string;
	at: number;
}

function slipOf(written: string): Slip | undefined {
	if (known.has(written)) return undefined;
	for (let at = 0; at < 4; at++) {
		const char = written[at] as string;
		const isEdge = at === 0 || at === 3;
		if (isEdge && loose.includes(char)) continue;
		const right = byGap.get(without(written, at))?.find((phrase) => areConfused(char, phrase[at] as string));
		if (right) return { right, at };
	}
	return undefined;
}

const allHan = /^[\u4e00-\u9fff]{4}$/;

const idiomSlip: PartRule = {
	id: 'idiom',
	name: '成语、固定词语',
	severity: 'warning',
	source: '现代汉语词典（第7版）',
	*look({ text }): Iterable<Finding> {
		for (let at = 0; at + 4 <= text.length; at++) {
			const written = text.slice(at, at + 4);
			if (!allHan.test(written)) continue;
			const slip = slipOf(written);
			if (!slip || isPlay(text, at, at + 4)) continue;
			yield {
				from: at,
				to: at + 4,
				suggestions: [slip.right],
				message: `“${written}”疑为“${slip.right}”：“${written[slip.at]}”应为“${slip.right[slip.at]}”。`,
			};
		}
	},
};

/** A phrase, or a character of it, set in quotes is played with on purpose. */
function isPlay(text: string, from: number, to: number): boolean {
	return text[from - 1] === '“' && text[to] === '”';
}

export const idiomRules: readonly PartRule[] = [idiomSlip];
