import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSheet } from './check-sheet';
import { copyOf, storyOf } from './fixture';
import { makeUpPage } from './make-up-page';
import type { Brief, Grid, Sheet, SheetBlock, SheetLine } from './sheet';

const grid: Grid = {
	paper: '小张',
	pageMm: [160, 200],
	marginMm: [10, 10, 10, 10],
	cols: 4,
	colEm: 11,
	gapEm: 1,
	bodyPt: 9,
	linePitchEm: 1.25,
	lines: 60,
};
const base: Omit<Brief, 'stories'> = {
	version: 1,
	grid,
	page: { no: 2, name: '要闻', date: '2026-11-22', paper: '澄湖日报' },
	anchors: [{ kind: 'ad', x: 0, y: 50, w: 94, h: 10 }],
};
const briefs: Brief[] = [
	{
		...base,
		stories: [
			storyOf('lead', 1, '一湖清水养一城人', 0, {
				kicker: '奋进新征程',
				byline: '□ 区委书记 沈清和',
				blocks: copyOf(620, 1, ['先把账算清']),
				figures: [{ id: 'lake', width: 1200, height: 800, caption: '航拍下的湿地公园。', credit: '程野 摄' }],
			}),
			storyOf('bridge', 2, '跨湖大桥昨日合龙', 330),
			storyOf('canteen', 3, '社区食堂开到家门口', 200, { boxed: true }),
		],
	},
	{ ...base, stories: [storyOf('a', 1, '老街改造留下三百棵树', 800), storyOf('b', 3, '今起三天有小雨', 380)] },
	{ ...base, anchors: [], stories: [storyOf('long', 2, '另有一篇长稿', 3600)] },
];

/** The sheet with the claims that the checker counts: what is wrong then is not a matter of counting. */
function honest(brief: Brief, sheet: Sheet): Sheet {
	const { counts } = checkSheet(brief, sheet);
	const taboos = Object.entries(counts.taboos).flatMap(([id, count]) => {
		return Array.from({ length: count }, () => ({ id, at: '', weight: 1 }));
	});
	const overset = counts.overset.map(({ story, chars }) => ({ story, chars, lines: Math.ceil(chars / 11) }));
	return { ...sheet, taboos, free: { holes: counts.holes, overset } };
}

const sheets = briefs.map((brief) => honest(brief, makeUpPage(brief)));
const [brief, sheet] = [briefs[0]!, sheets[0]!];
const rulesOf = (changed: Sheet, of = brief) => checkSheet(of, changed).faults.map(({ rule }) => rule);

describe('checkSheet', () => {
	it('finds nothing wrong with the sheets that the engine makes', () => {
		for (const [i, made] of sheets.entries()) expect(checkSheet(briefs[i]!, made).faults).toEqual([]);
	});

	it('counts the text that is not on the page, which the engine names too', () => {
		const { counts } = checkSheet(briefs[2]!, sheets[2]!);
		expect(counts.overset).toEqual(makeUpPage(briefs[2]!).free.overset.map(({ story, chars }) => ({ story, chars })));
		expect(counts.overset[0]!.chars).toBeGreaterThan(500);
	});

	const edit = (change: (block: SheetBlock, sheet: Sheet) => void, story = 'lead') => {
		const copy = structuredClone(sheet);
		change(copy.blocks.find((block) => block.story === story)!, copy);
		return copy;
	};
	const line = (block: SheetBlock, fits: (line: SheetBlock['frames'][number]['lines'][number]) => boolean) => {
		return block.frames
			.flatMap((frame) => frame.lines)
			.find((candidate) => candidate.to > candidate.from && fits(candidate))!;
	};
	const withStretch = (block: SheetBlock) => line(block, ({ fit }) => fit === 'stretch');
	const mutations: [name: string, rule: string, changed: () => Sheet][] = [
		['a line dropped', 'text', () => edit(({ frames }) => frames[0]!.lines.splice(3, 1))],
		['a line twice', 'text', () => edit(({ frames }) => frames[0]!.lines.splice(3, 0, frames[0]!.lines[3]!))],
		[
			'two lines swapped',
			'text',
			() => edit(({ frames }) => frames[0]!.lines.splice(2, 2, frames[0]!.lines[3]!, frames[0]!.lines[2]!)),
		],
		['two columns swapped', 'text', () => edit((block) => block.frames.reverse())],
		['the last line dropped', 'overset', () => edit((block) => block.frames.at(-1)!.lines.pop())],
		['a story dropped', 'overset', () => edit((_, all) => all.blocks.splice(1, 1))],
		['a story twice', 'story', () => edit((block, all) => all.blocks.push(structuredClone(block)))],
		[
			'a story nobody wrote',
			'story',
			() =>
				edit((block) => {
					block.story = 'ghost';
				}),
		],
		[
			'another rank',
			'story',
			() =>
				edit((block) => {
					block.priority = 2;
				}),
		],
		[
			'no box',
			'story',
			() =>
				edit((block) => {
					block.box = false;
				}, 'canteen'),
		],
		[
			'another order',
			'order',
			() =>
				edit((block) => {
					block.order = 5;
				}),
		],
		[
			'a line that gives a character to the next',
			'width',
			() =>
				edit((block) => {
					const [one, two] = block.frames[0]!.lines.slice(1, 3) as [SheetLine, SheetLine];
					one.to--;
					two.from--;
				}),
		],
		['a mark at half width more', 'half', () => edit((block) => line(block, (l) => l.fit === 'exact').half.push(0))],
		[
			'a mark at half width less',
			'width',
			() => edit((block) => line(block, (l) => l.half.length > 0 && l.fit === 'squeeze').half.pop()),
		],
		['no stretch', 'width', () => edit((block) => Object.assign(withStretch(block), { stretchEm: 0 }))],
		[
			'a stretch beyond 0.12 em',
			'stretch',
			() => edit((block) => Object.assign(withStretch(block), { stretchEm: 0.2 })),
		],
		[
			'an interior line left ragged',
			'width',
			() => edit((block) => Object.assign(withStretch(block), { fit: 'last', stretchEm: 0 })),
		],
		[
			'an indent inside a paragraph',
			'indent',
			() =>
				edit((block) => {
					line(block, (l) => l.from > 0).indent = 4;
				}),
		],
		[
			'a column moved down',
			'holes',
			() =>
				edit((block) => {
					block.frames[0]!.y += 2;
				}),
		],
		[
			'a column moved to the right',
			'gap',
			() =>
				edit((block) => {
					block.frames[0]!.x += 1;
				}),
		],
		[
			'a column out of the page',
			'outside',
			() =>
				edit((block) => {
					block.frames.at(-1)!.x += 94;
				}),
		],
		[
			'a column too low for its lines',
			'outside',
			() =>
				edit((block) => {
					block.frames[0]!.h -= 1;
				}),
		],
		[
			'a column between the cells',
			'grid',
			() =>
				edit((block) => {
					block.frames[0]!.x += 0.5;
				}),
		],
		[
			'a head over another',
			'overlap',
			() =>
				edit((block, all) => {
					block.head.y = all.blocks[1]!.head.y;
					block.head.x = all.blocks[1]!.head.x;
				}),
		],
		[
			'text over the advertisement',
			'overlap',
			() =>
				edit((block) => {
					block.frames[0]!.h = 60;
				}),
		],
		[
			'fewer holes',
			'holes',
			() =>
				edit((_, all) => {
					all.free.holes -= 1;
				}),
		],
		[
			'overset that is none',
			'overset',
			() =>
				edit((_, all) => {
					all.free.overset = [{ story: 'lead', lines: 1, chars: 5 }];
				}),
		],
		[
			'a taboo more',
			'taboo',
			() =>
				edit((_, all) => {
					all.taboos.push({ id: 'T1', at: '', weight: 1 });
				}),
		],
		[
			'another headline',
			'head',
			() =>
				edit((block) => {
					block.head.parts.find((p) => p.role === 'headline')!.rows[0] += '人';
				}),
		],
		[
			'a headline too big',
			'head',
			() =>
				edit((block) => {
					block.head.parts.find((p) => p.role === 'headline')!.pt *= 3;
				}),
		],
		[
			'no kicker',
			'head',
			() =>
				edit((block) => {
					block.head.parts = block.head.parts.filter((p) => p.role !== 'kicker');
				}),
		],
		[
			'no picture',
			'figure',
			() =>
				edit((block) => {
					block.figures = [];
				}),
		],
		[
			'a picture cropped too far',
			'figure',
			() =>
				edit((block) => {
					block.figures[0]!.crop = [0, 0.2, 1, 0.8];
				}),
		],
		[
			'a picture distorted',
			'figure',
			() =>
				edit((block) => {
					block.figures[0]!.wEm += 1;
				}),
		],
		[
			'a caption without room',
			'figure',
			() =>
				edit((block) => {
					block.figures[0]!.h -= 1;
				}),
		],
		[
			'another grid',
			'grid',
			() =>
				edit((_, all) => {
					all.grid = { ...all.grid, lines: 70 };
				}),
		],
	];
	it.each(mutations)('refuses %s (%s)', (_, rule, changed) => {
		expect(rulesOf(changed())).toContain(rule);
	});

	it('refuses claims of fewer taboos than there are', () => {
		const withTaboo = sheets.findIndex(({ taboos }) => taboos.length > 0);
		const silent = { ...sheets[withTaboo]!, taboos: [] };
		expect(rulesOf(silent, briefs[withTaboo])).toEqual(expect.arrayContaining(['taboo']));
	});

	it('refuses a picture whose focus is cropped away, and a lock that is not kept', () => {
		const focused = structuredClone(brief);
		focused.stories[0]!.figures[0]!.focus = { x: 0.5, y: 0.999 };
		const cropped = edit((block) => {
			block.figures[0]!.crop = [0, 0, 1, 0.95];
		});
		expect(rulesOf(cropped, focused)).toContain('figure');
		const locked: Brief = { ...brief, locks: [{ kind: 'size', story: 'lead', pt: 99 }] };
		expect(rulesOf(sheet, locked)).toContain('lock');
	});

	it('shares no code with the engine that it judges', () => {
		const folder = import.meta.dirname;
		const own = readdirSync(folder).filter((name) => /^check-.*(?<!test)\.ts$/.test(name));
		const imported = own.flatMap((name) => {
			const source = readFileSync(path.join(folder, name), 'utf8');
			return [...source.matchAll(/^(import type|import|\} ).*from '(.+?)'/gm)].map(([statement, , from]) => ({
				statement,
				from,
			}));
		});
		expect(own.length).toBeGreaterThan(3);
		for (const { statement, from } of imported) {
			expect(from).toMatch(/^\.\/(check-\w+|sheet|font-metrics\.json)$/);
			if (from === './sheet') expect(statement).toContain('import type');
		}
	});
});
