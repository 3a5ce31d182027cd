import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize } from './normalize';

describe('normalize', () => {
	it.each([
		['marks beside Han', '湖水清,岸线长;对吗?对!如下:', '湖水清，岸线长；对吗？对！如下：'],
		['marks after a bracket', '望远镜(FAST),有我们的支撑', '望远镜（FAST），有我们的支撑'],
		['brackets around Han', 'A(见图)B', 'A（见图）B'],
		['a bracket that lost its pair', '(见图', '（见图'],
		['Latin and numbers stay', 'GDP,CPI 1,024 3:30 (FAST) end?', 'GDP,CPI 1,024 3:30 (FAST) end?'],
		['one ellipsis', '他说…', '他说……'],
		['full stops', '他说...', '他说……'],
		['two ellipses', '他说…………', '他说…………'],
		['hyphens', '十年--他等到了', '十年——他等到了'],
		['a connector stays', '北京—上海', '北京—上海'],
		['white space', ' 奋进 \n　新征程\t， 好 ', '奋进 新征程，好'],
	])('%s', (_, source, normal) => {
		expect(normalize(source)).toBe(normal);
	});

	it('is idempotent, and loses nothing but white space and repeated marks', () => {
		const soup = fc.array(fc.constantFrom(...'澄湖A9,;:?!()（），。“”《》…-. \n—')).map((c) => c.join(''));
		const essence = (text: string) => text.normalize('NFKC').replace(/[\s….\-—]/g, '');
		fc.assert(
			fc.property(soup, (text) => {
				const normal = normalize(text);
				expect(normalize(normal)).toBe(normal);
				expect(essence(normal)).toBe(essence(text));
			}),
			{ numRuns: 300, seed: 1 },
		);
	});
});
