import { describe, expect, it } from 'vitest';
import { blocksOf } from './drawing';
import { storyOf } from './fixture';
import { gridOf } from './grid';
import type { Anchor, BriefStory, SheetBlock, SheetFigure } from './sheet';
import { taboosOf } from './taboo';

const grid = gridOf('四开');
const full = { holes: 0, overset: [] };

/** The taboos of a drawn page, as `id at`. */
function found(blocks: SheetBlock[] | string, anchors: Anchor[] = [], stories: BriefStory[] = []): string[] {
	const drawn = typeof blocks === 'string' ? blocksOf(blocks) : blocks;
	return taboosOf({ grid, blocks: drawn, free: full }, { anchors, stories }).map(({ id, at }) => `${id} ${at}`);
}

const ids = (blocks: SheetBlock[] | string, stories: BriefStory[] = []) =>
	found(blocks, [], stories).map((taboo) => taboo.split(' ')[0]);
/** The story a, of paragraphs of so many characters. */
const copy = (...lengths: number[]): BriefStory[] => [
	storyOf('a', 1, 'a', 0, { blocks: lengths.map((length) => ({ type: 'p', text: '字'.repeat(length) })) }),
];
const picture = (x: number, y: number, h: number): SheetFigure => ({ id: 'p', x, y, wEm: 11, h, crop: [0, 0, 1, 1] });

describe('T1 碰题', () => {
	it.each<[string, string, string[]]>([
		['side by side on one line', 'aaaaaa\nbbbccc\nbbbccc', ['T1 b c']],
		['three on one line', 'aabbcc\naabbcc', ['T1 a b', 'T1 b c']],
		['one lower than the other', 'aaabbb\naaabbb\ncccbbb', ['T1 a b']],
		['one over the other', 'aaaaaa\nbbbbbb', []],
	])('%s', (_, drawing, expected) => {
		expect(found(drawing).filter((taboo) => taboo.startsWith('T1 '))).toEqual(expected);
	});

	it('is not one where a head is upright, boxed, or stands under its picture', () => {
		const blocks = blocksOf('aaaaaa\nbbbccc\nbbbccc');
		const change = (more: Partial<SheetBlock>) =>
			blocks.map((block) => (block.story === 'c' ? { ...block, ...more } : block));
		expect(ids(change({ relation: 'vertical' }))).not.toContain('T1');
		expect(ids(change({ box: true }))).not.toContain('T1');
		expect(ids(change({ figures: [picture(72, 12, 8)] }))).not.toContain('T1');
		expect(ids(change({ figures: [picture(72, 30, 8)] }))).toContain('T1');
	});

	it('weighs heads of one size more than heads of two', () => {
		const weights = (pt: number) =>
			taboosOf(
				{ grid, blocks: blocksOf('abbccc\nabbccc').map((block) => sized(block, pt)), free: full },
				{ anchors: [], stories: [] },
			)
				.filter(({ id, at }) => id === 'T1' && at === 'b c')
				.map(({ weight }) => weight);
		const sized = (block: SheetBlock, pt: number): SheetBlock =>
			block.story === 'b'
				? { ...block, head: { ...block.head, parts: [{ role: 'headline', pt, rows: ['b'] }] } }
				: block;
		expect(weights(20)).toEqual([2.5]);
		expect(weights(30)).toEqual([1]);
	});
});

describe('T2 断版 通线', () => {
	const cuts = (drawing: string, anchors: Anchor[] = []) =>
		found(drawing, anchors).filter((taboo) => taboo.startsWith('T2'));

	it('sees a line and a gutter from edge to edge', () => {
		expect(cuts('aaaaaa\nbbbccc\nbbbccc')).toEqual(['T2 行 19']);
		expect(cuts('aaabbb\naaabbb\naaaccc')).toEqual(['T2 栏 3']);
	});

	it('sees none where a step or a pinwheel ties the page together', () => {
		expect(cuts('aaaabb\naaaabb\naacccc\ndecccc')).toEqual([]);
		expect(cuts('aaaabb\nddeebb\nddeebb\nddcccc')).toEqual([]);
	});

	it('looks only between what spans the page', () => {
		const nameplate: Anchor = { kind: 'nameplate', x: 0, y: 0, w: 142, h: 19 };
		expect(cuts('......\naaabbb\naaccbb\naacccc', [nameplate])).not.toContain('T2 行 19');
		const ad: Anchor = { kind: 'ad', x: 0, y: 60, w: 142, h: 26 };
		expect(cuts('aaabbb\naaabbb\naaabbb', [ad])).toEqual(['T2 栏 3']);
	});
});

describe('the other taboos', () => {
	it('T3: heads with fewer than four lines between them', () => {
		const close = blocksOf('aaaaaa\nbbbbbb', grid, 8);
		expect(ids(close)).toContain('T3');
		expect(ids(blocksOf('aaaaaa\nbbbbbb', grid, 9))).not.toContain('T3');
	});

	it('T5: a last line alone at the top of a column', () => {
		const [block] = blocksOf('aa\naa') as [SheetBlock];
		const [left, right] = block.frames as [SheetBlock['frames'][number], SheetBlock['frames'][number]];
		const next = { ...right.lines[1]!, block: 1, from: 0 };
		const carried = { ...right.lines[0]!, from: 400, to: 411 };
		const alone = { ...block, frames: [left, { ...right, lines: [carried, next, ...right.lines.slice(2)] }] };
		expect(ids([alone], copy(411, 400))).toContain('T5');
		const two = { ...block, frames: [left, { ...right, lines: [carried, { ...carried, from: 411, to: 422 }, next] }] };
		expect(ids([two], copy(422, 400))).not.toContain('T5');
	});

	it('T5: a last line of one character and its mark', () => {
		const [block] = blocksOf('a\na') as [SheetBlock];
		const [frame] = block.frames as [SheetBlock['frames'][number]];
		const ending = (to: number) => [
			{ ...block, frames: [{ ...frame, lines: [frame.lines[2]!, { ...frame.lines[3]!, to }] }] },
		];
		expect(ids(ending(34), copy(34))).toContain('T5');
		expect(ids(ending(35), copy(35))).not.toContain('T5');
	});

	it('T4: a subhead with one line under it', () => {
		const [block] = blocksOf('a\na') as [SheetBlock];
		const [frame] = block.frames as [SheetBlock['frames'][number]];
		const [story] = copy(5, 400) as [BriefStory];
		const stories = [
			{ ...story, blocks: story.blocks.map((each, i) => (i === 0 ? { ...each, type: 'subhead' as const } : each)) },
		];
		const under = (count: number) => {
			const text = frame.lines.slice(1, 1 + count).map((line) => ({ ...line, block: 1 }));
			return [{ ...block, frames: [{ ...frame, lines: [{ ...frame.lines[0]!, to: 5 }, ...text] }] }];
		};
		expect(ids(under(1), stories)).toContain('T4');
		expect(ids(under(2), stories)).not.toContain('T4');
	});

	it('T6: a column that is read before the one at its left', () => {
		const [block] = blocksOf('aa\naa') as [SheetBlock];
		expect(ids([block])).not.toContain('T6');
		expect(ids([{ ...block, frames: [...block.frames].reverse() }])).toContain('T6');
	});

	it('T7: a lesser story with the bigger head', () => {
		const blocks = blocksOf('aaabbb\naaabbb');
		expect(ids(blocks)).not.toContain('T7');
		expect(
			ids(blocks.map((block) => ({ ...block, priority: block.story === 'a' ? (4 as const) : (1 as const) }))),
		).toContain('T7');
	});

	it('T8: a head too big or too small for its text', () => {
		expect(ids('aaaaaa\naaaaaa\naaaaaa\naaaaaa')).toContain('T8');
		expect(ids('aaaaaa\naaaaaa')).not.toContain('T8');
		expect(ids(blocksOf('aaaaaa', grid, 10))).toContain('T8');
	});

	it('T9: pictures of two stories that touch or stand in a strip', () => {
		const [a, b] = blocksOf('aaabbb\naaabbb') as [SheetBlock, SheetBlock];
		const withPictures = (x: number, y: number) => [
			{ ...a, figures: [picture(48, 4, 12)] },
			{ ...b, figures: [picture(x, y, 12)] },
		];
		expect(ids(withPictures(72, 6))).toContain('T9');
		expect(ids(withPictures(120, 4))).toContain('T9');
		expect(ids(withPictures(120, 20))).not.toContain('T9');
	});

	it('T10: a grey window without picture, box or strong head', () => {
		const grey = blocksOf('aaaaaa\naaaaaa\naaaaaa\naaaaaa');
		expect(ids(grey)).toContain('T10');
		expect(ids(grey.map((block) => ({ ...block, figures: [picture(24, 40, 12), picture(96, 40, 12)] })))).not.toContain(
			'T10',
		);
	});

	it('T11: holes and overset', () => {
		const free = { holes: 3, overset: [{ story: 'a', lines: 2, chars: 20 }] };
		const taboos = taboosOf({ grid, blocks: blocksOf('aaaaaa'), free }, { anchors: [], stories: [] }).filter(
			({ id }) => id === 'T11',
		);
		expect(taboos.map(({ at }) => at)).toEqual(['天窗 3 格', 'a 多 2 行']);
	});
});
