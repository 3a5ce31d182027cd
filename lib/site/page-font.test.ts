import { expect, it } from 'vitest';
import { charactersOf } from './face';

it('takes each character of the heads once, in one order, without white', () => {
	expect(charactersOf(['湖边\n的湖', '边 路　12'])).toBe(charactersOf(['路12的湖边']));
	expect([...charactersOf(['湖边\n的湖'])]).toHaveLength(3);
	expect(charactersOf(['𠮷野'])).toContain('𠮷');
	expect(charactersOf([' \n'])).toBe('');
});
