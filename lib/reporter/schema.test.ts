import { expect, it } from 'vitest';
import { CreateReporterInput } from './schema';

const typed = {
	name: ' 沈知远 ',
	pinyin: 'ＳＨＥＮ  zhi yuan',
	portraitId: null,
	pressCard: 'b11000000000123',
	department: '',
	beats: '教育，就业',
	email: '',
	phone: '０10-1234',
	public: true,
	userId: null,
};

it('brings what was typed into one form', () => {
	expect(CreateReporterInput.parse(typed)).toMatchObject({
		name: '沈知远',
		pinyin: 'shen zhi yuan',
		pressCard: 'B11000000000123',
		beats: ['教育', '就业'],
		phone: '010-1234',
	});
});

const list = (count: number) => Array.from({ length: count }, (_, i) => `条线${i}`).join('，');

it.each([
	['name', '', false],
	['name', '名'.repeat(20), true],
	['name', '名'.repeat(21), false],
	['pinyin', '沈', false],
	['pressCard', '证1', false],
	['beats', list(12), true],
	['beats', list(13), false],
	['beats', '字'.repeat(16), true],
	['beats', '字'.repeat(17), false],
	['email', 'a@example.org', true],
	['email', 'a@b', false],
	['phone', '分机', false],
])('%s: %s', (field, value, fits) => {
	expect(CreateReporterInput.safeParse({ ...typed, [field]: value }).success).toBe(fits);
});
