import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFullWidth, widthChanges } from './full-width';

describe('toFullWidth', () => {
	it.each([
		['湖水涨了,路也通了.', '湖水涨了，路也通了。'],
		['他问:来不来?不来就算了!', '他问：来不来？不来就算了！'],
		['甲;乙', '甲；乙'],
		['水位, 又高了.  明天再看', '水位，又高了。明天再看'],
		['全长10.8公里,投资1,024万元,8:30开工,比分3:2.', '全长10.8公里，投资1,024万元，8:30开工，比分3:2。'],
		['时间:8:30', '时间：8:30'],
		['增长3.5%, 高于去年', '增长3.5%，高于去年'],
		['(记者 沈知远)昨天说', '（记者 沈知远）昨天说'],
		['世界卫生组织(WHO)表示', '世界卫生组织（WHO）表示'],
		['函数f(x)不变', '函数f(x)不变'],
		['（记者 沈知远)昨天', '（记者 沈知远）昨天'],
		['他说:"好."', '他说：“好。”'],
		['"湖"和"城"', '“湖”和“城”'],
		["所谓'老路'", '所谓‘老路’'],
		["it's a lake,对吗?", "it's a lake，对吗？"],
		['65"电视,一台', '65"电视，一台'],
		['等等...还有', '等等……还有'],
		['还有…没有', '还有……没有'],
		['还有……没有', '还有……没有'],
		['省略…………一段', '省略…………一段'],
		['等。。。', '等……'],
		['见https://example.org/a,b?c=1:2,可下载', '见https://example.org/a,b?c=1:2,可下载'],
		['写信到 press@example.org,谢谢', '写信到 press@example.org，谢谢'],
		['打开 readme.txt,再看', '打开 readme.txt，再看'],
		['运行`a, b: c`即可.', '运行`a, b: c`即可。'],
		['1.湖水', '1.湖水'],
		['一.湖水', '一.湖水'],
		['Dr. Li came, and left.', 'Dr. Li came, and left.'],
		['GDP, PMI 都涨', 'GDP, PMI 都涨'],
		['COVID-19,流感', 'COVID-19，流感'],
		['e.g.湖', 'e.g.湖'],
		['"Lake", he said.', '"Lake", he said.'],
		['第一行,\n第二行.', '第一行，\n第二行。'],
		['他说: "好"', '他说：“好”'],
		['(青禾镇).明天', '（青禾镇）。明天'],
		['二楼(3)号', '二楼（3）号'],
		['𠮷,野家', '𠮷，野家'],
	])('%s → %s', (from, to) => expect(toFullWidth(from)).toBe(to));

	const word = fc.constantFrom(
		'湖',
		'城里',
		'Lake',
		'it’s',
		"don't",
		'3.14',
		'8:30',
		'1,024',
		'https://a.b/c,d',
		'x@y.cn',
		' ',
		'，',
		'。',
		'“',
		'（',
		',',
		'.',
		';',
		':',
		'?',
		'!',
		'(',
		')',
		'"',
		"'",
		'...',
		'…',
		'\n',
		'𠮷',
		'%',
		'一',
	);
	const text = fc.array(word, { maxLength: 14 }).map((words) => words.join(''));

	it('is idempotent', () => {
		fc.assert(
			fc.property(text, (text) => {
				expect(toFullWidth(toFullWidth(text))).toBe(toFullWidth(text));
			}),
			{ numRuns: 400 },
		);
	});

	it('keeps every letter and figure, in order', () => {
		const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
		fc.assert(
			fc.property(text, (text) => {
				expect(letters(toFullWidth(text))).toBe(letters(text));
			}),
			{ numRuns: 400 },
		);
	});

	it('leaves a text without Chinese as it is, and figures, times and addresses in any', () => {
		const foreign = text.map((text) => text.replace(/[\p{Script=Han}，。“（…]/gu, ''));
		fc.assert(
			fc.property(foreign, (text) => {
				expect(widthChanges(text)).toEqual([]);
			}),
			{ numRuns: 400 },
		);
		fc.assert(
			fc.property(text, (text) => {
				const found = (text: string) => text.match(/\d[.,:]\d+|https:\S+?d|x@y\.cn/g) ?? [];
				expect(found(toFullWidth(text))).toEqual(found(text));
			}),
			{ numRuns: 400 },
		);
	});

	it('gives changes in order, without overlap, each of something', () => {
		fc.assert(
			fc.property(text, (text) => {
				let end = 0;
				for (const { from, to, text: wide } of widthChanges(text)) {
					expect(from).toBeGreaterThanOrEqual(end);
					expect(text.slice(from, to)).not.toBe(wide);
					end = to;
				}
			}),
			{ numRuns: 400 },
		);
	});
});
