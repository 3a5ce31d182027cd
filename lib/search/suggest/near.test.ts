import { expect, it } from 'vitest';
import { nearQueries } from './near';

it('leaves words out in turn, then takes each alone', () => {
	expect(nearQueries(['环湖', '步道', '贯通'])).toEqual([
		'步道 贯通',
		'环湖 贯通',
		'环湖 步道',
		'环湖',
		'步道',
		'贯通',
	]);
});

it('parts one word as the dictionary does, and takes its ends off', () => {
	const near = nearQueries(['学校校门']);
	expect(near).toContain('学校');
	expect(near).toContain('学校校');
	expect(near).not.toContain('学校校门');
});

it('offers nothing for one character, nothing for nothing', () => {
	expect(nearQueries(['湖'])).toEqual([]);
	expect(nearQueries([])).toEqual([]);
});
