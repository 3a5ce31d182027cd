import { describe, expect, it } from 'vitest';
import type { CommentThread } from '@/lib/article/comment/read';
import type { Suggestion } from '@/lib/article/suggestion-list';
import { listRemarks, type RemarkFilter } from './remark-list';

const comment = (id: string, more: Partial<CommentThread> = {}): CommentThread => ({
	id,
	authorId: 'lin',
	authorName: '林述',
	text: '请核实',
	createdAt: '2026-11-26T01:00:00.000Z',
	editedAt: null,
	mentions: [],
	isMine: false,
	place: 'body',
	blocking: false,
	proposal: '',
	anchor: { exact: '湖边', prefix: '', suffix: '', position: 0 },
	revision: 1,
	resolved: null,
	replies: [],
	may: { resolve: true, block: true },
	...more,
});
const suggestion = (id: string, userId = 'bai'): Suggestion => ({ id, userId, at: '', words: [], acts: [] });
const places = new Map([
	['a', 40],
	['b', 4],
	['s', 10],
]);
const ids = (filter: RemarkFilter, threads: CommentThread[], suggestions: Suggestion[] = [], userId = 'shen') => {
	const groups = listRemarks({ threads, suggestions, places, filter, userId });
	return [groups.placed, groups.orphaned, groups.resolved].map((group) => group.map(({ id }) => id).join(' '));
};

describe('listRemarks', () => {
	const resolved = { name: '林述', at: '' };

	it('comments and suggestions stand in text order, the head before the body', () => {
		const threads = [
			comment('a'),
			comment('b'),
			comment('h', { place: 'headline' }),
			comment('w', { place: 'article' }),
		];
		expect(ids('open', threads, [suggestion('s')])).toEqual(['w h b s a', '', '']);
	});

	it('words that are gone are listed apart, with what was settled last', () => {
		expect(ids('open', [comment('x'), comment('a', { resolved })])).toEqual(['', 'x', '']);
		expect(ids('all', [comment('x'), comment('a', { resolved })])).toEqual(['', 'x', 'a']);
	});

	it('what concerns a person: written, answered, called, suggested', () => {
		const mentions = [{ id: 'shen', name: '沈知远' }];
		const reply = comment('r', { authorId: 'shen' });
		const threads = [
			comment('a'),
			comment('b', { mentions }),
			comment('h', { place: 'headline', replies: [reply] }),
			comment('w', { place: 'article', authorId: 'shen', resolved }),
		];
		expect(ids('mine', threads, [suggestion('s'), suggestion('t', 'shen')])).toEqual(['h t b', '', '']);
	});

	it('what must be settled', () => {
		const threads = [comment('a'), comment('b', { blocking: true }), comment('x', { blocking: true, resolved })];
		expect(ids('blocking', threads, [suggestion('s')])).toEqual(['b', '', '']);
	});
});
