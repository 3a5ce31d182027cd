import { expect, it } from 'vitest';
import { suggestionWords } from './suggestion-words';

it.each<[Parameters<typeof suggestionWords>[0], string]>([
	[{ words: [{ wrong: '得', right: '的' }], acts: [] }, '“得”改为“的”'],
	[{ words: [{ wrong: '', right: '昨天' }], acts: [] }, '添“昨天”'],
	[{ words: [{ wrong: '了', right: '' }], acts: [] }, '删“了”'],
	[{ words: [{ wrong: '乙', right: '乙' }], acts: [] }, '“乙”改格式'],
	[{ words: [{ wrong: '', right: '新的一段' }], acts: [{ act: 'add', type: 'paragraph' }] }, '添“新的一段”；另起一段'],
	[
		{
			words: [],
			acts: [
				{ act: 'split', type: 'listItem' },
				{ act: 'split', type: 'paragraph' },
			],
		},
		'分项；分段',
	],
	[{ words: [], acts: [{ act: 'rename', type: 'subhead', from: 'paragraph' }] }, '正文段改为小标题'],
	[{ words: [], acts: [] }, '改格式'],
])('%o', (suggestion, told) => {
	expect(suggestionWords(suggestion)).toBe(told);
});
