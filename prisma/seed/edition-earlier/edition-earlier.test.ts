import { describe, expect, test } from 'vitest';
import { Body, blockTexts, plainText } from '@/lib/article/body';
import { countWords } from '@/lib/text';
import type { Story, StoryPage } from '@/prisma/seed/story';
import { beforePages, yesterdayPages } from './pages';

const editions = { yesterday: yesterdayPages, before: beforePages };
const pages = [...yesterdayPages, ...beforePages];
const stories = pages.flatMap((page) => page.stories);

const pictures = new Set(
	`lake-dawn skyline-park workshop-robots chip-clean-room rice-harvest old-town-canal school-football job-fair
	hospital-hall bridge-night wetland-birds library-reading lantern-opera bus-stop greenhouse chart-gdp chart-jobs
	map-district portrait-he portrait-qin portrait-luo portrait-poet seal-carving woodcut-crabs`.split(/\s+/),
);
const columns = new Set(
	'一把手访谈 全会精神在基层 要闻 民生 经济 文化 镇街传真 有话就说 问答 影像 澄湖副刊 简讯'.split(' '),
);
const tags = new Set(
	'新质生产力 营商环境 乡村振兴 生态澄湖 民生实事 文化澄湖 教育 就业 法治 交通 科技创新 副刊'.split(' '),
);

const bodyOf = (story: Story) => ({ type: 'doc' as const, content: story.body });
const wordsOf = (story: Story) => countWords(plainText(bodyOf(story)));
const figuresOf = (story: Story) => story.body.flatMap((block) => (block.type === 'figure' ? [block.attrs] : []));
const subheadsOf = (story: Story) => story.body.filter((block) => block.type === 'subhead');
const headsOf = (story: Story) =>
	[story.kicker, story.headline, story.deck, story.dateline].filter((text) => text !== undefined);

/** Every string of a story that is printed, one paragraph each. */
const textsOf = (story: Story) => [
	...headsOf(story),
	...story.body.flatMap(blockTexts),
	...figuresOf(story).map((figure) => figure.alt),
];

const bounds = (page: StoryPage) => (page.no === 1 ? { min: 3000, max: 3600 } : { min: 3400, max: 3900 });

test('no two stories share a key, and each key names its edition', () => {
	expect(new Set(stories.map((story) => story.key)).size).toBe(stories.length);
	for (const [prefix, edition] of [
		['yd-', yesterdayPages],
		['bf-', beforePages],
	] as const)
		for (const story of edition.flatMap((page) => page.stories)) expect(story.key).toMatch(new RegExp(`^${prefix}`));
});

describe.each(pages.map((page) => [page.stories[0]?.key, page] as const))('the page led by %s', (_key, page) => {
	test('holds five or six stories in the order of their rank under one lead', () => {
		const ranks = page.stories.map((story) => story.priority);
		expect(page.stories.length).toBeGreaterThanOrEqual(5);
		expect(page.stories.length).toBeLessThanOrEqual(6);
		expect(ranks).toEqual([...ranks].sort());
		expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
		expect([1, 2]).toContain(ranks.filter((rank) => rank === 2).length);
	});

	test('has text enough to fill its sheet, whether heads are counted or not', () => {
		const body = page.stories.reduce((sum, story) => sum + wordsOf(story), 0);
		const heads = page.stories.flatMap(headsOf).reduce((sum, text) => sum + countWords(text), 0);
		expect(body).toBeGreaterThanOrEqual(bounds(page).min);
		expect(body + heads).toBeLessThanOrEqual(bounds(page).max);
	});

	test('has two or three pictures', () => {
		expect([2, 3]).toContain(page.stories.flatMap(figuresOf).length);
	});
});

describe.each(stories.map((story) => [story.key, story] as const))('%s', (_key, story) => {
	test('has a body that the document schema accepts', () => {
		expect(() => Body.parse(bodyOf(story))).not.toThrow();
	});

	test('has a head of 8 to 16 字, its rows at least 4 字 each', () => {
		const rows = story.headline.split('\n');
		const length = countWords(story.headline);
		expect(length).toBeGreaterThanOrEqual(8);
		expect(length).toBeLessThanOrEqual(16);
		expect(rows.length).toBeLessThanOrEqual(2);
		for (const row of rows) expect(countWords(row)).toBeGreaterThanOrEqual(4);
	});

	test('uses columns, tags and pictures of this paper, and describes each picture', () => {
		expect(columns).toContain(story.column);
		expect(story.tags?.length).toBeGreaterThan(0);
		for (const tag of story.tags ?? []) expect(tags).toContain(tag);
		for (const figure of figuresOf(story)) {
			expect(pictures).toContain(figure.media);
			expect(figure.credit).toMatch(/^(程野 摄|苏木 摄|制图 秦若水)$/);
			expect(figure.caption).not.toBe('');
			expect(figure.alt.length).toBeGreaterThan(8);
			expect(figure.alt).not.toBe(figure.caption);
		}
	});

	test('is signed by the people its 电头 names', () => {
		expect(story.bylines.length).toBeGreaterThan(0);
		if (story.dateline === undefined) return;
		const inside = /^本报讯（记者 (.+)）$/.exec(story.dateline)?.[1];
		const reporters = story.bylines.filter(({ role }) => role === 'reporter').map(({ name }) => name);
		const correspondents = story.bylines.filter(({ role }) => role === 'correspondent').map(({ name }) => name);
		const expected = [reporters, correspondents].filter((names) => names.length > 0).map((names) => names.join(' '));
		expect(inside).toBe(expected.join(' 通讯员 '));
	});

	test('is punctuated in full width, with quotes and brackets in pairs', () => {
		for (const text of textsOf(story)) {
			expect(text).not.toMatch(/\p{Script=Han}[,;:()?!."']|[,;()?!"']\p{Script=Han}/u);
			expect(text).not.toMatch(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/);
			expect(text).not.toMatch(/[，。、；：]{2}|”、“|》、《/);
			expect(unpaired(text)).toBe('');
		}
	});

	test('puts the full stop outside a quotation that is part of its sentence (GB/T 15834 5.1)', () => {
		// A quotation that its speaker interrupts (“……，”他说，“……。”) keeps its own full stop.
		const interrupted = /，”[^“”。]*，“[^”]*。”/g;
		for (const text of textsOf(story)) expect(text.replace(interrupted, '')).not.toMatch(/，“[^”]*。”/);
	});

	test('names no year and no day of the calendar', () => {
		for (const text of textsOf(story)) expect(text).not.toMatch(/(?:19|20)\d\d年|[一二〇零]{4}年|\d月\d+日/);
	});

	test('as a brief it is brief', () => {
		if (story.priority !== 4) return;
		expect(wordsOf(story)).toBeGreaterThanOrEqual(100);
		expect(wordsOf(story)).toBeLessThanOrEqual(160);
	});
});

describe.each(Object.entries(editions))('the edition %s', (_name, edition) => {
	test('opens with an interview of three subheads, signed with an office', () => {
		const [interview, ...others] = edition[0]?.stories.filter((story) => story.column === '一把手访谈') ?? [];
		expect(others).toEqual([]);
		if (interview === undefined) throw new Error('第1版没有一把手访谈');
		expect(interview.series).toBe('奋进新征程 实干开新局');
		expect(interview.bylines).toEqual([{ role: 'author', name: expect.any(String), office: expect.any(String) }]);
		expect(subheadsOf(interview)).toHaveLength(3);
		expect(interview.body[0]?.type).toBe('paragraph');
		expect(interview.body.at(-1)?.type).toBe('paragraph');
		expect(figuresOf(interview)[0]?.media).toMatch(/^portrait-/);
		expect(wordsOf(interview)).toBeGreaterThanOrEqual(1300);
		expect(wordsOf(interview)).toBeLessThanOrEqual(1600);
	});
});

test('no picture appears twice', () => {
	const used = stories.flatMap(figuresOf).map((figure) => figure.media);
	expect(new Set(used).size).toBe(used.length);
});

test('the two editions hold a 宣讲 report, questions and answers, letters, a table, an essay and photo stories', () => {
	const preach = yesterdayPages[0]?.stories.find((story) => story.column === '全会精神在基层');
	expect(preach?.kicker).toBeTruthy();
	expect(preach?.body).toHaveLength(4);
	const columnsUsed = stories.map((story) => story.column);
	for (const column of ['问答', '有话就说', '镇街传真', '影像']) expect(columnsUsed).toContain(column);
	expect(stories.some((story) => story.body.some((block) => block.type === 'table'))).toBe(true);
	expect(stories.some((story) => story.tags?.includes('副刊'))).toBe(true);
});

/** The first mark of `text` that lacks its partner, or nothing. */
function unpaired(text: string): string {
	const partner = new Map(['“”', '‘’', '（）', '《》', '〈〉', '【】'].map(([open, close]) => [close, open]));
	const opened: string[] = [];
	for (const mark of text) {
		if ([...partner.values()].includes(mark)) opened.push(mark);
		else if (partner.has(mark) && opened.pop() !== partner.get(mark)) return mark;
	}
	return opened.at(-1) ?? '';
}
