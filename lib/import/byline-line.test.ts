import { describe, expect, it } from 'vitest';
import { parseBylineLine, parseDateline } from './byline-line';

const said = (line: string) =>
	parseBylineLine(line)?.map(({ role, name, office }) => [role, name, ...(office ? [office] : [])].join(' '));

describe('parseBylineLine', () => {
	it.each<[string, string[]]>([
		['本报记者 沈知远', ['reporter 沈知远']],
		['记者：沈知远、叶晚晴', ['reporter 沈知远', 'reporter 叶晚晴']],
		['□本报记者　沈　宁　通讯员　汪立群', ['reporter 沈宁', 'correspondent 汪立群']],
		['（本报首席记者 沈知远 摄影记者 程野）', ['reporter 沈知远', 'photographer 程野']],
		['文/沈知远 图/程野', ['author 沈知远', 'photographer 程野']],
		['□ 青禾镇党委书记 赵明', ['author 赵明 青禾镇党委书记']],
		['□ 赵明', ['author 赵明']],
		['作者：阿依古丽·买买提', ['author 阿依古丽·买买提']],
		['本报驻北桥记者 沈知远', ['reporter 沈知远']],
		['通讯员 汪立群 本报记者 沈知远', ['correspondent 汪立群', 'reporter 沈知远']],
		['本报记者沈知远', ['reporter 沈知远']],
		['责任编辑：林述', ['editor 林述']],
	])('%s', (line, expected) => expect(said(line)).toEqual(expected));

	it.each([
		'记者从市水利局获悉，水位涨了',
		'记者 沈知远 报道了这件事的来龙去脉',
		'摄影展开幕',
		'图书馆新馆',
		'文化广场',
		'沈知远',
		'□ 一篇没有署名的文章很长很长很长很长',
		'本报记者',
		'',
		'□',
		'编辑部的故事',
		'记者手记：湖边',
	])('%s is none', (line) => expect(parseBylineLine(line)).toBeUndefined());
});

describe('parseDateline', () => {
	it.each<[string, string, string, string[]]>([
		[
			'本报讯（记者 沈知远 通讯员 汪立群）昨天，水位涨了。',
			'本报讯（记者 沈知远 通讯员 汪立群）',
			'昨天，水位涨了。',
			['沈知远', '汪立群'],
		],
		['本报讯(记者 沈知远) 昨天', '本报讯（记者 沈知远）', '昨天', ['沈知远']],
		['本报讯　昨天', '本报讯', '昨天', []],
		['本报北桥5月12日电（记者 沈知远）水位', '本报北桥5月12日电（记者 沈知远）', '水位', ['沈知远']],
		['新华社北京5月12日电（记者 某某）水位', '新华社北京5月12日电（记者 某某）', '水位', ['某某']],
		['本报讯（通讯员 汪立群 文/图）水位', '本报讯（通讯员 汪立群 文/图）', '水位', []],
	])('%s', (paragraph, text, rest, names) => {
		const found = parseDateline(paragraph);
		expect(found?.text).toBe(text);
		expect(paragraph.slice(found?.length)).toBe(rest);
		expect(found?.bylines.map(({ name }) => name)).toEqual(names);
	});

	it.each(['本报将于明年改版。', '昨天，本报讯（记者 某）', '本报讯（记者 沈知远）', '记者昨天'])(
		'%s has none',
		(paragraph) => {
			expect(parseDateline(paragraph)).toBeUndefined();
		},
	);
});
