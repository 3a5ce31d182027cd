import { describe, expect, it } from 'vitest';
import { charactersOf, cutsOf, fontFace } from './face';

it('takes each character once, in one order, spaces among them', () => {
	expect(charactersOf(['湖边\n的湖', '边 路　12'])).toBe(charactersOf(['路 12的湖　边']));
	expect([...charactersOf(['湖边\n的湖'])]).toHaveLength(3);
	expect(charactersOf(['𠮷野'])).toContain('𠮷');
	expect(charactersOf(['\n湖'])).toBe('湖');
	expect(charactersOf([' \n'])).toBe('');
});

describe('cutsOf', () => {
	it('cuts whole faces once each, and none for a face without text', () => {
		const cuts = cutsOf({ song: ['湖边', '边的湖'], head: ['湖'], hei: [' '] });
		expect(cuts.map(({ face, text, isSlice }) => [face, text, isSlice])).toEqual([
			['song', charactersOf(['湖边的']), false],
			['head', '湖', false],
		]);
	});

	it('cuts of the 楷 the slices that have these characters, each character from one', () => {
		const text = '本报记者江月沈清和摄程野，□';
		const cuts = cutsOf({ kai: [text] });
		expect(cuts.every(({ face, isSlice }) => face === 'kai' && isSlice)).toBe(true);
		expect(charactersOf(cuts.map((cut) => cut.text))).toBe(charactersOf([text]));
		expect(cuts.reduce((sum, cut) => sum + cut.text.length, 0)).toBe([...text].length);
		expect(new Set(cuts.map(({ file }) => file)).size).toBe(cuts.length);
	});
});

describe('fontFace', () => {
	it('names the characters of a slice, so that a browser asks for no other', () => {
		const [cut] = cutsOf({ kai: ['月'] });
		expect(fontFace(cut!, '/a.woff2')).toMatch(/'Shangban Kai';src:url\(\/a\.woff2\).*;unicode-range:U\+6708\}$/);
	});

	it('has the metrics of the fallbacks and shows them until it comes', () => {
		const [cut] = cutsOf({ song: ['月'] });
		expect(fontFace(cut!, '/a.woff2')).toMatch(/font-display:swap;ascent-override:88%;descent-override:12%/);
		expect(fontFace(cut!, '/a.woff2')).not.toContain('unicode-range');
	});
});
