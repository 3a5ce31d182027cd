import { pinyin } from 'pinyin-pro';

/** Limits of a reporter's fields, in characters. */
export const reporterLimits = {
	name: 20,
	pinyin: 80,
	pressCard: 30,
	department: 40,
	beats: 12,
	beat: 16,
	email: 120,
	phone: 30,
} as const;

/**
 * A name's pinyin in syllables, `shen zhi yuan`: lists are sorted by it, searches find `shenzhiyuan`
 * and `szy` in it. Surnames are read as surnames (单 shan, 仇 qiu); the rest is a proposal that its
 * owner may correct.
 */
export function pinyinOf(name: string): string {
	return pinyin(name.trim(), { toneType: 'none', mode: 'surname', type: 'array', nonZh: 'consecutive', v: true })
		.join(' ')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
}

/** Beats as they are typed, separated by any comma, into a list without repeats. */
export function toBeats(text: string): string[] {
	const beats = text.split(/[,，、;；\n]/).map((beat) => beat.trim());
	return [...new Set(beats.filter((beat) => beat.length > 0))];
}
