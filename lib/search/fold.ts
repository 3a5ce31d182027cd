import traditional from 'opencc-js/dict/TSCharacters';

/**
 * Of the rules in this file and in document.ts. Raised with any change of them: what was indexed under other rules is then
 * indexed anew.
 */
export const foldVersion = 2;

/** A folded text, and for each of its code units where in the text the character stands that it comes from. */
export interface Folded {
	text: string;
	/** In code units of the original: where the character begins and where it ends. */
	starts: number[];
	ends: number[];
}

/**
 * Folds what makes no difference to who looks for it: full and half width, case, accents, traditional and simplified
 * characters, forms of quotes, dashes and stops, characters that nobody sees, and white within Chinese. A line feed stays
 * one: nothing is found across it. Each character is folded for itself (NFKD, then character by character through OpenCC's
 * table), so that every folded unit has a place in the original; only white depends on what stands beside it.
 */
export function foldWithPlaces(text: string): Folded {
	const folded: Folded = { text: '', starts: [], ends: [] };
	const push = (units: string, start: number, end: number) => {
		folded.text += units;
		for (let unit = 0; unit < units.length; unit++) {
			folded.starts.push(start);
			folded.ends.push(end);
		}
	};
	let white: { at: number; end: number; isBreak: boolean } | undefined;
	let keepsWhite = false;
	let at = 0;
	for (const character of text) {
		const start = at;
		at += character.length;
		if (isWhite(character)) {
			white ??= { at: start, end: at, isBreak: false };
			white.isBreak ||= character === '\n';
			white.end = at;
			continue;
		}
		const { units, isSpaced } = foldCharacter(character);
		if (units === '') continue;
		if (white?.isBreak) push('\n', white.at, white.end);
		else if (white && keepsWhite && isSpaced) push(' ', white.at, white.end);
		white = undefined;
		keepsWhite = isSpaced;
		push(units, start, at);
	}
	return folded;
}

/** The folded text alone. */
export function fold(text: string): string {
	return foldWithPlaces(text).text;
}

/** The texts as lines of their own, forced breaks within them as white; empty ones left out. */
export function foldLines(texts: readonly string[]): string {
	return texts
		.map((text) => fold(text.replaceAll('\n', ' ')))
		.filter(Boolean)
		.join('\n');
}

const white = /\s/;

function isWhite(character: string): boolean {
	return white.test(character);
}

interface FoldedCharacter {
	units: string;
	/** Whether white between two of this kind parts words, as between Latin letters and digits. */
	isSpaced: boolean;
}

const known = new Map<string, FoldedCharacter>();

function foldCharacter(character: string): FoldedCharacter {
	const before = known.get(character);
	if (before) return before;
	const plain = character.toLowerCase().normalize('NFKD').replace(dropped, '').normalize('NFC').toLowerCase();
	const units = [...plain].map((one) => equal.get(one) ?? simplified().get(one) ?? one).join('');
	const folded = { units, isSpaced: spaced.test(units) };
	// Those of the basic plane, so that what anybody types cannot fill the memory.
	if (character.length === 1) known.set(character, folded);
	return folded;
}

/** Accents, and what is not seen: joiners, soft hyphens, controls; white that a decomposition brings. */
const dropped = /[\p{Mn}\p{Cc}\p{Cf}\s]/gu;
const spaced = /^(?:(?![\p{Script_Extensions=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}])+$/u;

/**
 * Typed for one another: marks, and characters that OpenCC's table leaves as they are, since each is right in some word (著名,
 * 神祇, 狼藉). Text and query are folded alike, so that these words are found too.
 */
const equal = new Map(
	Object.entries({
		'"': '“”„‟«»「」『』〝〞＂',
		"'": '‘’‚‛＇',
		'-': '—–―‐‑‒−－',
		'·': '•・‧∙⋅',
		'.': '。｡',
		',': '、',
		'~': '～〜',
		〇: '○◯',
		...{
			着: '著',
			赞: '讃',
			只: '祇衹',
			借: '藉',
			你: '妳',
			它: '牠',
			了: '瞭',
			仿: '倣',
			妆: '粧',
			阔: '濶',
			叙: '敍',
		},
	}).flatMap(([one, others]) => [...others].map((other) => [other, one] as const)),
);

let table: Map<string, string> | undefined;

/** Made at the first use: 4,000 pairs. */
function simplified(): Map<string, string> {
	table ??= new Map(
		traditional.split('|').map((pair) => {
			const [from = '', to = ''] = pair.split(' ');
			return [from, to];
		}),
	);
	return table;
}
