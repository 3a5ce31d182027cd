import { expect, it } from 'vitest';
import { isSameAmendment, missingOfAmendment, noteOfAmendment } from './amendment';
import { Amendment } from './schema';

const amendment = (overrides: object = {}) =>
	Amendment.parse({ kind: 'correction', cause: 'other', wrong: '甲', right: '乙', foundBy: '读者', ...overrides });

it('names what is missing', () => {
	expect(missingOfAmendment(amendment())).toEqual([]);
	expect(missingOfAmendment(null)).toHaveLength(1);
	expect(missingOfAmendment(amendment({ wrong: ' ', right: '', foundBy: '' }))).toHaveLength(3);
	expect(missingOfAmendment(amendment({ kind: 'update', note: '' }))).toEqual(['更新说明里还没有写给读者看的说明']);
});

it('tells readers in the writer’s words, else by wrong and right', () => {
	expect(noteOfAmendment(amendment())).toBe('“甲”应为“乙”。');
	expect(noteOfAmendment(amendment({ note: '标题有误。' }))).toBe('标题有误。');
});

it('knows an amendment that says nothing new', () => {
	expect(isSameAmendment(amendment(), amendment())).toBe(true);
	expect(isSameAmendment(amendment(), amendment({ right: '丙' }))).toBe(false);
	expect(isSameAmendment(null, null)).toBe(true);
	expect(isSameAmendment(null, amendment())).toBe(false);
});
