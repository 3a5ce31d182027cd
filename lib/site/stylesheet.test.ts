import { describe, expect, it } from 'vitest';
import { minifyCss, stylesheet } from './stylesheet';

describe('minifyCss', () => {
	it('keeps what means something', () => {
		const css = `/* a comment */\n.a > .b ,\n.c::before {\n\tcontent: '';\n\tmargin: calc(1em + 2px) 0;\n}\n`;
		expect(minifyCss(css)).toBe(".a > .b,.c::before{content:'';margin:calc(1em + 2px) 0}");
	});
});

describe('stylesheet', () => {
	it('stands under the hash of its content and holds all files', () => {
		const { path, css } = stylesheet();
		expect(path).toMatch(/^\/assets\/reader\.[\w-]{12}\.css$/);
		for (const part of ['--paper:', '.sheet', '.article', '.stories', '@media print']) expect(css).toContain(part);
		expect(css).not.toContain('/*');
	});
});
