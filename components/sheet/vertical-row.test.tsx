import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { VerticalRow } from './vertical-row';

it.each([
	['26名宣讲员', '<span class="tcy">26</span>名宣讲员'],
	['走进158个村', '走进<span class="tcy tcy3">158</span>个村'],
	['第1场', '第<span class="up">1</span>场'],
	['A区', '<span class="up">A</span>区'],
	['2027年 5G和AI', '2027年 5G和AI'],
	['增长3.2%“夜校”', '增长3.2%“夜校”'],
])('sets %s upright where it can stand upright', (row, markup) => {
	expect(renderToStaticMarkup(<VerticalRow text={row} />)).toBe(markup);
});
