import type { Brief, BriefBlock, BriefStory, Priority } from './sheet';

/**
 * Copy for the engine's tests: made of phrases, so that lengths can be asked for and marks, numbers
 * and Latin words come as often as in a newspaper. The same seed gives the same copy.
 */
const phrases = [
	'清晨的湖面浮着薄雾',
	'码头上已经忙开了',
	'今年以来累计投入3.2亿元',
	'“过去要跑五趟，现在一趟就办成了”',
	'第一批38名志愿者走进社区',
	'施工方把每一道工序写进台账',
	'新修的步道沿河展开',
	'《湖泊保护条例》施行两年',
	'水质稳定在Ⅲ类以上',
	'到2027年绿地率将达到41.5%',
	'从老城到新区只要12分钟',
	'AI助手接听了1,024个电话',
	'食堂里飘出桂花糕的香味',
	'老师傅用竹篾编一只灯笼',
	'他停了停——那一年他才十七岁',
	'（图纸改了九稿）',
];
const sentenceEnds = ['。', '。', '。', '！', '？', '……'];

/** A pseudo-random sequence in [0, 1). */
export function randomOf(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

/** A paragraph of about `length` characters. */
export function paragraph(length: number, random: () => number): string {
	const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
	let text = pick(phrases);
	while (text.length < length) text += pick(['，', '，', '、', '；', '。']) + pick(phrases);
	return text + pick(sentenceEnds);
}

/** The blocks of a story of about `length` characters, with subheads where asked for. */
export function copyOf(length: number, seed: number, subheads: string[] = []): BriefBlock[] {
	const random = randomOf(seed);
	const blocks: BriefBlock[] = [];
	const part = length / (subheads.length + 1);
	for (const subhead of ['', ...subheads]) {
		if (subhead) blocks.push({ type: 'subhead', text: subhead });
		for (let written = 0; written < part; ) {
			const text = paragraph(Math.min(part - written, 40 + random() * 90), random);
			blocks.push({ type: 'p', text });
			written += text.length;
		}
	}
	return blocks;
}

/** A story of a rank and a length. */
export function storyOf(
	id: string,
	priority: Priority,
	headline: string,
	length: number,
	more: Partial<BriefStory> = {},
): BriefStory {
	return { id, priority, headline, blocks: copyOf(length, id.length + length), figures: [], ...more };
}

/** A page of six stories that comes out full. */
export const sixStories: Brief = {
	version: 1,
	grid: '四开',
	page: { no: 2, name: '综合', date: '2026-11-23', paper: '澄湖日报' },
	anchors: [],
	stories: [
		storyOf('lead', 1, '一湖清水养一城人', 1150),
		storyOf('bridge', 2, '跨湖大桥昨日合龙', 800),
		storyOf('trees', 3, '老街改造留下三百棵树', 660),
		storyOf('canteen', 3, '社区食堂开到家门口', 560),
		storyOf('school', 3, '夜校开课报名排起长队', 600),
		storyOf('rain', 4, '今起三天有小雨', 240),
	],
};
