import { describe, expect, it } from 'vitest';
import { choppedRows, displayWidth, setRows } from './rows';

describe('setRows', () => {
	it.each([
		['in one row when it fits', '一湖清水养一城人', 8, 2, ['一湖清水养一城人']],
		['forced breaks stay', '一湖清水\n养一城人', 20, 2, ['一湖清水', '养一城人']],
		[
			'breaks between words, about even',
			'全市各地宣讲团走进车间村头湖岸',
			10,
			2,
			['全市各地宣讲团', '走进车间村头湖岸'],
		],
		['never inside a book title', '湖区学校开讲《少年水利史》第一课', 11, 2, ['湖区学校开讲', '《少年水利史》第一课']],
		['keeps a number with its measure', '南溪河水质20个月保持优良', 8, 2, ['南溪河水质', '20个月保持优良']],
		['keeps 区 with its word', '贺长青在开发区调研时要求', 8, 2, ['贺长青在开发区', '调研时要求']],
		['keeps 新 with its word', '远帆新能源首套储能柜下线', 7, 2, ['远帆新能源', '首套储能柜下线']],
		['keeps 的 with its word', '河埠头的灯亮了', 5, 2, ['河埠头的', '灯亮了']],
		[
			'ends a row where a phrase ends',
			'湖区渔村用上清洁能源 件件有着落',
			11,
			2,
			['湖区渔村用上清洁能源', '件件有着落'],
		],
		['drops the space at a break', '奋进新征程 实干开新局', 6, 2, ['奋进新征程', '实干开新局']],
	])('%s', (_, text, capacity, most, rows) => {
		expect(setRows(text, capacity, most)).toEqual(rows);
	});

	it('keeps a name whole that it is told', () => {
		expect(setRows('专访书记沈清和谈治湖', 6, 2)).toEqual(['专访书记沈', '清和谈治湖']);
		expect(setRows('专访书记沈清和谈治湖', 7, 2, ['沈清和'])).toEqual(['专访书记', '沈清和谈治湖']);
	});

	it('sets a text of many rows at once', () => {
		expect(setRows('一'.repeat(400), 20, 20)).toHaveLength(20);
	});

	it('gives nothing when the rows are not enough', () => {
		expect(setRows('一湖清水养一城人', 3, 2)).toBeUndefined();
		expect(setRows('一湖清水\n养一城人', 20, 1)).toBeUndefined();
	});
});

describe('choppedRows', () => {
	it('ends rows wherever they are full', () => {
		expect(choppedRows('湖泊保护条例 A', 2.5)).toEqual(['湖泊', '保护', '条例', 'A']);
		expect(choppedRows('湖泊', 0.5)).toEqual(['湖', '泊']);
	});
});

describe('displayWidth', () => {
	it('counts Han 1, capitals 0.8, other Latin and digits 0.62, a space 0.5', () => {
		expect(displayWidth('湖A9 x')).toBeCloseTo(1 + 0.8 + 0.62 + 0.5 + 0.62);
	});
});
