import { expect, it } from 'vitest';
import { readShorthand } from './markdown';

it.each([
	['## ', { kind: 'subhead', length: 3 }],
	['＃＃ ', { kind: 'subhead', length: 3 }],
	['> ', { kind: 'pullQuote', length: 2 }],
	['》 ', { kind: 'pullQuote', length: 2 }],
	['- ', { kind: 'bulletList', length: 2 }],
	['－ ', { kind: 'bulletList', length: 2 }],
	['1. ', { kind: 'orderedList', length: 3, start: 1 }],
	['12. ', { kind: 'orderedList', length: 4, start: 12 }],
	['---', { kind: 'divider', length: 3 }],
	['说**重点**', { kind: 'bold', length: 6, words: '重点' }],
	['**重 点**', { kind: 'bold', length: 7, words: '重 点' }],
])('%j asks for %j', (before, shorthand) => expect(readShorthand(before)).toEqual(shorthand));

it.each(['##', '正文 ', '说## ', '2026. ', '1.5 ', '气温-', '** 重点**', '**重点 **', '****', '说---', '-- '])(
	'%j asks for nothing',
	(before) => expect(readShorthand(before)).toBeNull(),
);
