import { han } from '../chars';
import type { Finding, Part, PartRule, StoryRule } from '../check';
import { matcherOf } from '../matcher';
import { counts, parseEntries } from '../pack/entry';
import { doubledCharacters, doubledWords } from '../pack/reduplication';

/** Characters, words, sentences and paragraphs that stand twice by mistake. */

const source = '校对通例';
const characters = matcherOf(parseEntries(doubledCharacters));

const doubledCharacter: PartRule = {
	id: 'doubled-character',
	name: '叠字',
	severity: 'error',
	source,
	*look({ text }): Iterable<Finding> {
		for (const { entry, at } of characters.find(text)) {
			const to = at + 2;
			// Three in a row are drawn out on purpose, and verse has its own ways.
			if (text[to] === entry.right || text[at - 1] === entry.right) continue;
			if (!counts(entry, text[at - 1], text[to])) continue;
			yield { from: at, to, suggestions: [entry.right], message: `“${entry.right}”多打了一个。` };
		}
	},
};

const doubledRun = new RegExp(`([${han}]{2,12})\\1`, 'g');
const counting = /^[一二三四五六七八九十两几每越很好]/;
/** Most sounds are written with the mouth 口 beside them. */
const sounding =
	/^[哈呵嘻嘿哗啦咚叮当噼啪呼噜咕轰隆滴答嘀嗒咔嚓扑通沙哎呀哦啊嗯喂咯吱吭哧嘎嘟吧呜嗡嘶唰哐咣吁喳叽咩哞汪喵]/;

const doubledWord: PartRule = {
	id: 'doubled-word',
	name: '词语重复',
	severity: 'warning',
	source,
	*look({ text }): Iterable<Finding> {
		for (const match of text.matchAll(doubledRun)) {
			const [run, word = ''] = match;
			if (isDoubledOnPurpose(word) || isSpoken(text, match.index)) continue;
			// 好多好多 and 一个一个 begin inside a longer run: look from the next character on too.
			yield {
				from: match.index,
				to: match.index + run.length,
				suggestions: [word],
				message: `“${word}”重复了。`,
				severity: word.length >= 4 ? 'error' : 'warning',
			};
		}
	},
};

function isDoubledOnPurpose(word: string): boolean {
	if (new Set(word).size === 1 || doubledWords.has(word)) return true;
	// 走着走着, 一步一步, 叮当叮当
	return word.endsWith('着') || counting.test(word) || sounding.test(word);
}

/** Inside quotes people say things twice. */
function isSpoken(text: string, at: number): boolean {
	return text.lastIndexOf('“', at) > text.lastIndexOf('”', at);
}

const brokenRepeat = new RegExp(`([${han}，]{2,16})\\n\\1`, 'g');

const repeatedLine: PartRule = {
	id: 'repeated-line',
	name: '换行处重复',
	severity: 'warning',
	source,
	*look({ text }): Iterable<Finding> {
		for (const match of text.matchAll(brokenRepeat)) {
			const word = match[1] ?? '';
			yield {
				from: match.index + word.length + 1,
				to: match.index + match[0].length,
				suggestions: [''],
				message: `换行前后都有“${word}”，疑似重复。`,
			};
		}
	},
};

const shortestSentence = 15;
const shortestParagraph = 20;
const sureParagraph = 40;

const repeatedText: StoryRule = {
	id: 'repeated-text',
	name: '句、段重复',
	severity: 'warning',
	source,
	*lookAcross(parts) {
		const paragraphs = new Map<string, number>();
		const sentences = new Set<string>();
		for (const [part, { text, role, where }] of parts.entries()) {
			if (where.in !== 'body' || role === 'caption' || role === 'credit' || role === 'cell') continue;
			const trimmed = text.trim();
			if (trimmed.length >= shortestParagraph && paragraphs.has(trimmed)) {
				yield { part, ...wholeText(text) };
				continue;
			}
			paragraphs.set(trimmed, part);
			for (const { sentence, from } of sentencesOf(text)) {
				if (sentence.length < shortestSentence) continue;
				if (sentences.has(sentence)) yield { part, ...repeatedSentence(sentence, from) };
				sentences.add(sentence);
			}
		}
	},
};

function wholeText(text: string): Finding {
	return {
		from: 0,
		to: text.length,
		suggestions: [],
		message: '这一段前面已经有了，一字不差。',
		severity: text.length >= sureParagraph ? 'error' : 'warning',
	};
}

function repeatedSentence(sentence: string, from: number): Finding {
	return { from, to: from + sentence.length, suggestions: [''], message: '这一句前面已经有了，一字不差。' };
}

function* sentencesOf(text: string): Iterable<{ sentence: string; from: number }> {
	for (const match of text.matchAll(/[^。！？\n]+[。！？]?[”’）]?/g)) yield { sentence: match[0], from: match.index };
}

const crossing = 4;

/** The end of one paragraph stands again at the beginning of the next: a copy that was joined with an overlap. */
const repeatedJoin: StoryRule = {
	id: 'repeated-join',
	name: '段落衔接处重复',
	severity: 'warning',
	source,
	*lookAcross(parts) {
		for (let part = 1; part < parts.length; part++) {
			const [before, after] = [parts[part - 1] as Part, parts[part] as Part];
			if (before.role !== 'paragraph' || after.role !== 'paragraph') continue;
			const overlap = overlapOf(before.text.trimEnd(), after.text);
			if (overlap < crossing) continue;
			yield {
				part,
				from: 0,
				to: overlap,
				suggestions: [''],
				message: `上一段的末尾就是“${after.text.slice(0, overlap)}”，疑似接头处重复。`,
			};
		}
	},
};

function overlapOf(before: string, after: string): number {
	const longest = Math.min(before.length, after.length, 30);
	for (let length = longest; length >= crossing; length--) {
		if (before.endsWith(after.slice(0, length))) return length;
	}
	return 0;
}

export const repeatRules: readonly PartRule[] = [doubledCharacter, doubledWord, repeatedLine];
export const repeatStoryRules: readonly StoryRule[] = [repeatedText, repeatedJoin];
