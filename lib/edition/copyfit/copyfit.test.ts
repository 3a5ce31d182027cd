import { expect, it } from 'vitest';
import { fitAdvice, fitWords, lengthWords } from './copyfit';

it.each([
	[
		{ lines: 64, needed: 67, page: 'story' as const },
		'超 3 行',
		'版位 64 行，现在要 67 行。调整题、图和行距，原版位装得下。',
	],
	[
		{ lines: 64, needed: 80, page: 'remake' as const },
		'超 16 行',
		'版位 64 行，现在要 80 行。原版位装不下，本版要重排。',
	],
	[
		{ lines: 64, needed: 62, page: 'remake' as const },
		'欠 2 行',
		'版位 64 行，现在要 62 行。原版位填不满，本版要重排。',
	],
	[{ lines: 64, needed: 64, page: 'same' as const }, '正好', '版位 64 行，文字正好排满。'],
	[{ lines: 64, needed: 64, page: 'story' as const }, '正好', '版位 64 行。调整题、图和行距，原版位装得下。'],
	[{ lines: 64, needed: 64, page: 'remake' as const }, '题图装不下', '版位 64 行。原版位装不下，本版要重排。'],
	['composing' as const, '正在试排…', '版面正在试排，排好就有结果。'],
	['off' as const, '排不下', '试排时这一版放不下这篇稿件，请删减，或请版面编辑调版。'],
])('%o reads %s', (fit, words, advice) => {
	expect([fitWords(fit), fitAdvice(fit)]).toEqual([words, advice]);
});

it.each([
	[612, 800, '欠 188'],
	[800, 800, '正好'],
	[820, 800, '超 20'],
	[612, null, ''],
])('%i of %s 字: %s', (words, planned, said) => {
	expect(lengthWords(words, planned)).toBe(said);
});
