/** Marks that print nothing: zero-width spaces and joiners, soft hyphens, marks of direction, controls. */
const invisible =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: what programs leave in copied text
	// biome-ignore lint/suspicious/noMisleadingCharacterClass: single marks, not a composed sign
	/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\uffff]/g;

/** The joiner prints nothing but between two pictographs, whose signs it makes one. */
const looseJoiner =
	/(?<!\p{Extended_Pictographic}\ufe0f?|[\u{1f3fb}-\u{1f3ff}])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/** Spaces of all widths but the ideographic one, which stands between names. */
const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g;

/** Radicals, compatibility ideographs and ligatures that PDF files give in place of the letters they look like. */
const lookalikes = /[\u2e9f\u2ef3\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/g;

/** A line separator, whatever it is called; here it is always U+2028. */
const separators = /[\u0085\u2029]/g;

/**
 * Text without the marks that print nothing, with plain spaces and with letters in place of their lookalikes. Every
 * printed character stays, in order. Idempotent.
 */
export function normaliseCharacters(text: string): string {
	return text
		.replace(invisible, '')
		.replace(looseJoiner, '')
		.replace(separators, '\u2028')
		.replace(spaces, ' ')
		.replace(lookalikes, (letter) => letter.normalize('NFKC'));
}

/** Han letters and full-width marks: no space belongs between two of them where a source line was broken. */
export function isWide(character: string | undefined): boolean {
	return (
		character !== undefined &&
		/^[\p{Script=Han}\u3001-\u303f\uff00-\uff60\u2014\u2018\u2019\u201c\u201d\u2026〇]$/u.test(character)
	);
}

/** Signs for raised and lowered figures, so that m² and CO₂ keep their meaning without the mark. */
const raised: Record<string, string> = {
	'0': '⁰',
	'1': '¹',
	'2': '²',
	'3': '³',
	'4': '⁴',
	'5': '⁵',
	'6': '⁶',
	'7': '⁷',
	'8': '⁸',
	'9': '⁹',
	'+': '⁺',
	'-': '⁻',
	n: 'ⁿ',
};
const lowered: Record<string, string> = {
	'0': '₀',
	'1': '₁',
	'2': '₂',
	'3': '₃',
	'4': '₄',
	'5': '₅',
	'6': '₆',
	'7': '₇',
	'8': '₈',
	'9': '₉',
	'+': '₊',
	'-': '₋',
};

/** Raised or lowered text as characters of their own where all of it has them, else unchanged. */
export function toScript(text: string, where: 'sup' | 'sub'): string {
	const signs = where === 'sup' ? raised : lowered;
	const letters = [...text.trim()];
	return letters.length > 0 && letters.every((letter) => letter in signs)
		? letters.map((letter) => signs[letter]).join('')
		: text;
}
