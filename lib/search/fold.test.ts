import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldLines, foldWithPlaces } from './fold';

describe('fold', () => {
	it.each([
		['全角和半角', '５Ｇ，Ａ＋', '5g,a+'],
		['繁体', '張偉說後來裏邊', '张伟说后来里边'],
		['OpenCC 不换的异体字', '沿著讃許祇是藉此妳', '沿着赞许只是借此你'],
		['康熙部首和兼容字', '\u2f00\uf900', '一岂'],
		['引号、破折号、间隔号', '“甲”「乙」——丙•丁', '"甲""乙"--丙·丁'],
		['句号、顿号', '甲。乙、丙｡', '甲.乙,丙.'],
		['合写的单位', '㎏㈠', 'kg(一)'],
		['重音', 'Café Ｃafé', 'cafe cafe'],
		['看不见的字', '澄\u200b湖\u00ad日\ufeff报', '澄湖日报'],
		['汉字之间的空格', '张　伟 来 了', '张伟来了'],
		['英文词之间的空格', 'New   York', 'new york'],
		['中英之间的空格', '用 5G 网', '用5g网'],
		['标点边上的空格', 'hello ,  world', 'hello,world'],
		['段落', ' 甲 \n\n 乙 ', '甲\n乙'],
		['空', '', ''],
		['只有看不见的字', '\u200b \u3000', ''],
	])('%s', (_name, text, folded) => expect(fold(text)).toBe(folded));

	it.each(['著名', '显著', '神祇', '狼藉', '瞭望'])('%s is found as it is written', (word) => {
		expect(fold(`他说${word}的。`)).toContain(fold(word));
	});

	const anyText = fc.string({ unit: 'binary' });

	it('has a place in the original for every unit, in order, that folds to what holds it', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const folded = foldWithPlaces(text);
				expect(folded.starts).toHaveLength(folded.text.length);
				expect(folded.ends).toHaveLength(folded.text.length);
				for (let unit = 0; unit < folded.text.length; unit++) {
					const [start = 0, end = 0] = [folded.starts[unit], folded.ends[unit]];
					expect(end).toBeGreaterThan(start);
					expect(start).toBeGreaterThanOrEqual(folded.starts[unit - 1] ?? 0);
					if (!/\s/.test(folded.text[unit] ?? '')) expect(fold(text.slice(start, end))).toContain(folded.text[unit]);
				}
			}),
		);
	});

	it('folds a piece as it folds the whole: no character looks at another but for white', () => {
		fc.assert(
			fc.property(anyText, anyText, (one, other) => {
				const solid = (text: string) => fold(text.toWellFormed().replace(/\s/g, ''));
				expect(solid(one + other.toWellFormed())).toBe(solid(one) + solid(other));
			}),
		);
	});

	it('knows no capitals: prefixes of lexemes are none of its letters', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(fold(text)).not.toMatch(/[A-Z]/);
			}),
		);
	});
});

it('lays texts in lines, forced breaks as white', () => {
	expect(foldLines(['步道\n贯通', '', '  ', 'New\nYork'])).toBe('步道贯通\nnew york');
});
