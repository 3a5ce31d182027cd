import { describe, expect, test } from 'vitest';
import { type Block, Body, blockTexts, plainText } from '@/lib/article/body';
import { countWords } from '@/lib/text';
import type { Story } from '@/prisma/seed/story';
import { todayPages } from './pages';

/** Keys of the pictures that the demo paper draws. */
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

const stories = todayPages.flatMap((page) => page.stories);
const named = stories.map((story) => [story.key, story] as const);
const figuresOf = (blocks: Block[]) => blocks.flatMap((block) => (block.type === 'figure' ? [block.attrs] : []));
const has = (story: Story, type: Block['type']) => story.body.some((block) => block.type === type);

/** Every printed or read text of a story, one string a paragraph. */
function textsOf(story: Story): string[] {
	const heads = [story.kicker, story.headline, story.deck, story.dateline, ...story.bylines.map((by) => by.office)];
	const alts = figuresOf(story.body).map((attrs) => attrs.alt);
	return [...heads.filter((text) => text !== undefined), ...story.body.flatMap(blockTexts), ...alts];
}

/** 字数 of the heads and the body. */
function wordsOf(story: Story): number {
	const heads = [story.kicker, story.headline, story.deck, story.dateline].filter((text) => text !== undefined);
	return countWords(heads.join('\n')) + countWords(plainText({ content: story.body }));
}

/** The marks that are opened and not closed, or closed and not opened; empty when all are paired. */
function unpaired(text: string): string[] {
	const closing = new Map([...'”“’‘）（》《」「】【'].flatMap((mark, i, all) => (i % 2 ? [] : [[mark, all[i + 1]!]])));
	const opening = new Set(closing.values());
	const open: string[] = [];
	for (const mark of text) {
		if (opening.has(mark)) open.push(mark);
		else if (closing.has(mark) && open.pop() !== closing.get(mark)) return [mark];
	}
	return open;
}

/** A half-width mark beside a Han character or beside a full-width mark. */
const halfWidthMark = /[\p{Script=Han}，。；：？！”’）》、][,;:()?!]|[,;:()?!][\p{Script=Han}“‘（《]/u;

describe('the edition', () => {
	test('has four pages with their names', () => {
		expect(todayPages.map((page) => [page.no, page.name])).toEqual([
			[1, '要闻'],
			[2, '综合'],
			[3, '经济'],
			[4, '副刊'],
		]);
	});

	test('has about 24 stories under keys of their own', () => {
		expect(stories.length).toBeGreaterThanOrEqual(22);
		expect(stories.length).toBeLessThanOrEqual(27);
		expect(new Set(stories.map((story) => story.key)).size).toBe(stories.length);
	});

	test('holds 13,000 to 15,000 字', () => {
		const words = stories.reduce((sum, story) => sum + wordsOf(story), 0);
		expect(words).toBeGreaterThanOrEqual(13_000);
		expect(words).toBeLessThanOrEqual(15_000);
	});

	test.each(todayPages)('page $no has one lead, seconds and the rest in the order of their rank', ({ stories }) => {
		const ranks = stories.map((story) => story.priority);
		expect(stories.length).toBeGreaterThanOrEqual(5);
		expect(stories.length).toBeLessThanOrEqual(7);
		expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
		expect([1, 2]).toContain(ranks.filter((rank) => rank === 2).length);
		expect(ranks).toEqual(ranks.toSorted());
	});

	test.each(todayPages)('page $no fills its sheet and shows two to four pictures', ({ stories }) => {
		const words = stories.reduce((sum, story) => sum + wordsOf(story), 0);
		expect(words).toBeGreaterThanOrEqual(3_000);
		expect(words).toBeLessThanOrEqual(3_900);
		const shown = stories.flatMap((story) => figuresOf(story.body)).length;
		expect(shown).toBeGreaterThanOrEqual(2);
		expect(shown).toBeLessThanOrEqual(4);
	});

	test('shows no picture twice', () => {
		const shown = stories.flatMap((story) => figuresOf(story.body).map((attrs) => attrs.media));
		expect(new Set(shown).size).toBe(shown.length);
	});
});

describe('what the edition must show', () => {
	test.each(['table', 'question', 'answer', 'pullQuote', 'bulletList', 'subhead', 'figure'] as const)('%s', (type) => {
		expect(stories.some((story) => has(story, type))).toBe(true);
	});

	test.each(['chart-gdp', 'map-district'])('the figure %s', (picture) => {
		expect(stories.some((story) => figuresOf(story.body).some((attrs) => attrs.media === picture))).toBe(true);
	});

	test('a signed interview with banner, office, portrait and three 小标题', () => {
		const interview = todayPages[0]?.stories.find((story) => story.column === '一把手访谈');
		expect(interview?.series).toBe('奋进新征程 实干开新局');
		expect(interview?.bylines).toEqual([{ role: 'author', name: '罗清平', office: '澄湖区青禾镇党委书记' }]);
		expect(interview?.body.filter((block) => block.type === 'subhead')).toHaveLength(3);
		expect(figuresOf(interview?.body ?? [])[0]?.media).toBe('portrait-luo');
	});

	test('a 宣讲 report with 引题, 电头 and three events', () => {
		const lecture = todayPages[0]?.stories.find((story) => story.column === '全会精神在基层');
		expect(lecture?.kicker).toBeTruthy();
		expect(lecture?.dateline).toBe('本报讯（记者 沈知远 陆佳禾）');
		expect(lecture?.body).toHaveLength(4);
	});

	test('a poem with forced breaks', () => {
		const breaks = (block: Block) => block.type === 'paragraph' && block.content?.some((n) => n.type === 'hardBreak');
		const verses = (story: Story) => story.body.filter((block) => block.type !== 'figure');
		expect(stories.some((story) => verses(story).every(breaks))).toBe(true);
	});

	test.each(['影像', '有话就说', '问答', '镇街传真', '简讯', '澄湖副刊'])('a story of the column %s', (column) => {
		expect(stories.some((story) => story.column === column)).toBe(true);
	});
});

describe.each(named)('%s', (_key, story) => {
	test('has a body that the schema accepts', () => {
		expect(Body.safeParse({ type: 'doc', content: story.body }).error).toBeUndefined();
	});

	test('has a head of 8 to 16 字, in rows of at least 4', () => {
		const rows = story.headline.split('\n');
		expect([...rows.join('')].length).toBeGreaterThanOrEqual(8);
		expect([...rows.join('')].length).toBeLessThanOrEqual(16);
		expect(rows.length).toBeLessThanOrEqual(2);
		for (const row of rows) expect([...row].length).toBeGreaterThanOrEqual(4);
	});

	test('stands in a known column under known tags', () => {
		expect(columns).toContain(story.column);
		for (const tag of story.tags ?? []) expect(tags).toContain(tag);
	});

	test('names in the 电头 the people of its bylines', () => {
		if (story.dateline === undefined) return;
		const names = (role: string) => story.bylines.filter((by) => by.role === role).map((by) => by.name);
		const groups = [
			['记者', ...names('reporter')],
			['通讯员', ...names('correspondent')],
		].filter((group) => group.length > 1);
		expect(story.dateline).toBe(`本报讯（${groups.map((group) => group.join(' ')).join(' ')}）`);
	});

	test('captions, credits and describes its pictures', () => {
		for (const { media, caption, credit, alt } of figuresOf(story.body)) {
			expect(pictures).toContain(media);
			expect(caption.length).toBeGreaterThanOrEqual(4);
			expect(credit).toMatch(/^(?:制图 \p{Script=Han}{2,3}|\p{Script=Han}{2,3} [摄作])$/u);
			expect(alt.length).toBeGreaterThanOrEqual(8);
			expect(alt).not.toBe(caption);
		}
	});

	test('is punctuated in full width, with quotes and brackets paired', () => {
		for (const text of textsOf(story)) {
			expect(text).not.toMatch(halfWidthMark);
			expect(text).not.toMatch(/["']|\.{3}|[，。；：、]{2}/);
			expect([text, unpaired(text)]).toEqual([text, []]);
		}
	});

	test('names no year, date or weekday', () => {
		for (const text of textsOf(story))
			expect(text).not.toMatch(/\d{4}年|\d{1,2}月\d{1,2}日|(?:星期|周)[一二三四五六日]/);
	});
});
