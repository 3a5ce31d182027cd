import { describe, expect, it } from 'vitest';
import { fitWord, markWord, storyWord } from './board';

const measured = (oversetLines: number, holes: number) => ({ oversetLines, oversetChars: oversetLines * 11, holes });

describe('words of the wall', () => {
	it('says first what does not fit', () => {
		expect(fitWord(measured(12, 4))).toEqual({ words: '溢 12 行', more: '约 132 字放不下', isAlarm: true });
		expect(fitWord(measured(0, 4))).toEqual({ words: '空 4 行', more: '按一个基本栏计', isAlarm: false });
		expect(fitWord(measured(0, 0)).words).toBe('排满');
		expect(fitWord('composing')).toMatchObject({ words: '排版中', isAlarm: false });
		expect(fitWord('empty')).toMatchObject({ words: '没有稿件', isAlarm: true });
	});

	it('says which stories and slots wait', () => {
		expect(storyWord({ stories: 5, unsigned: 2, freeSlots: 1 })).toEqual({
			words: '2 篇没签完',
			more: '共 5 篇，空着 1 个稿位',
			isAlarm: true,
		});
		expect(storyWord({ stories: 5, unsigned: 0, freeSlots: 0 })).toEqual({
			words: '5 篇签完',
			more: '',
			isAlarm: false,
		});
		expect(markWord(3)).toMatchObject({ words: '3 处', isAlarm: true });
		expect(markWord(0)).toMatchObject({ words: '没有', isAlarm: false });
	});
});
