import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { copyOf, storyOf } from '@/lib/makeup/fixture';
import { gridOf } from '@/lib/makeup/grid';
import { makeUpPage } from '@/lib/makeup/make-up-page';
import { normalize } from '@/lib/makeup/normalize';
import type { Brief } from '@/lib/makeup/sheet';
import { faceTexts } from './face-text';
import { Sheet } from './sheet';
import { sheetCss } from './sheet-css';

const brief: Brief = {
	version: 1,
	grid: '四开',
	page: { no: 1, name: '要闻', date: '2026-11-22', paper: '澄湖日报' },
	anchors: [{ kind: 'nameplate', x: 0, y: 0, w: 142, h: 12 }],
	stories: [
		storyOf('lead', 1, '一湖清水\n养一城人', 0, {
			series: '奋进新征程',
			column: '一把手访谈',
			byline: '□ 区委书记 沈清和',
			blocks: copyOf(900, 1, ['先把账算清', '再把岸修好']),
			figures: [{ id: 'lake', width: 1200, height: 800, caption: '航拍下的湿地公园。', credit: '程野 摄' }],
		}),
		storyOf('lecture', 2, '宣讲团走进车间村头湖岸', 480, { kicker: '学习贯彻全会精神' }),
		storyOf('answers', 3, '新政策怎么办', 0, {
			boxed: true,
			blocks: [
				{ type: 'q', text: '问：<b>几点</b>开门，要带 ID card & “两证”吗？' },
				{ type: 'a', text: '答：工作日8:30—17:00……第一次来——“带身份证就行”；PM2.5超标时也开门。' },
			],
		}),
		storyOf('rain', 4, '今起三天有小雨', 100),
	],
};
const sheet = makeUpPage(brief);
const html = renderToStaticMarkup(
	<Sheet
		sheet={sheet}
		brief={brief}
		hrefOf={(id) => `/article/${id}`}
		figureOf={() => ({ src: '/media/lake.jpg', alt: '湖面与湿地', width: 800, height: 533 })}
		furniture={{ nameplate: <span>澄湖日报</span>, credits: '责任编辑 林述' }}
	/>,
);

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#x27;': "'" };
const plain = (markup: string) => markup.replace(/<[^>]+>/g, '').replace(/&[^;]+;/g, (entity) => entities[entity]!);
const articleOf = (id: string) => html.match(new RegExp(`<article id="story-${id}".*?</article>`))![0];

describe('Sheet', () => {
	it.each(brief.stories)('holds every character of $id, in order', ({ id, blocks }) => {
		const frames = articleOf(id).replace(/^.*?<\/header>|<figure.*?<\/figure>/g, '');
		expect(plain(frames)).toBe(blocks.map((block) => normalize(block.text)).join(''));
	});

	it('names every story by its headline and links it', () => {
		for (const { id, headline } of brief.stories) {
			const article = articleOf(id);
			const [, label] = article.match(/aria-labelledby="([^"]+)"/)!;
			const [, heading] = article.match(new RegExp(`<h2 id="${label}"[^>]*>(.*?)</h2>`))!;
			expect(plain(heading!)).toBe(headline.replace('\n', ''));
			expect(heading).toContain(`href="/article/${id}"`);
		}
	});

	it('reads in the order of rank, one article a story, one heading level', () => {
		const ids = [...html.matchAll(/<article id="story-([^"]+)"/g)].map(([, id]) => id);
		expect(ids).toEqual(['lead', 'lecture', 'answers', 'rain']);
		expect(html.match(/<h\d/g)).toEqual(['<h2', '<h2', '<h2', '<h2']);
		expect(html.match(/^<section[^>]*aria-label="澄湖日报 第1版 要闻"/)).not.toBeNull();
	});

	it('shows banner, badge, kicker, byline, picture with alt, caption and credit', () => {
		const lead = articleOf('lead');
		expect(plain(lead.match(/<p class="series.*?<\/p>/)![0])).toBe('奋进新征程');
		expect(plain(lead.match(/<p class="column.*?<\/p>/)![0])).toBe('一把手访谈');
		expect(plain(lead.match(/<p class="byline.*?<\/p>/)![0])).toBe('□ 区委书记 沈清和');
		expect(plain(articleOf('lecture').match(/<p class="kicker.*?<\/p>/)![0])).toBe('学习贯彻全会精神');
		expect(lead).toContain('alt="湖面与湿地"');
		expect(plain(lead.match(/<figcaption>.*?<\/figcaption>/)![0])).toBe('航拍下的湿地公园。程野 摄');
	});

	it('carries no style and no script, so that the strictest policy lets it pass', () => {
		expect(html).not.toMatch(/ style=|<script|<style| on\w+=/);
	});

	it('sets half marks, dashes and Latin runs in boxes of their width', () => {
		const answers = articleOf('answers');
		expect(answers).toMatch(/<span class="d">……<\/span>/);
		expect(answers).toMatch(/<span class="d">——<\/span>/);
		expect(answers).toMatch(/<span class="l n5">PM2\.5<\/span>/);
		expect(answers).toMatch(/<span class="ho?">[，。：；“”]<\/span>/);
	});
});

describe('faceTexts', () => {
	const texts = faceTexts(sheet, brief);
	const shown = (markup: string) => new Set([...plain(markup)].filter((character) => /\S/.test(character)));
	const held = (...faces: (keyof typeof texts)[]) => new Set(faces.flatMap((face) => [...texts[face].join('')]));

	it('holds every character that the sheet shows, each part in its face', () => {
		const articles = brief.stories.map(({ id }) => articleOf(id)).join('');
		expect([...shown(articles)].filter((character) => !held('song', 'head', 'hei', 'kai').has(character))).toEqual([]);
		const faceOf = { headline: 'head', series: 'hei', column: 'hei', kicker: 'song', byline: 'kai' } as const;
		for (const [role, face] of Object.entries(faceOf)) {
			const parts = [...articles.matchAll(new RegExp(`<(p|h2)[^>]*class="${role} .*?</\\1>`, 'g'))].map(
				([part]) => part,
			);
			expect(parts.length, role).toBeGreaterThan(0);
			expect([...shown(parts.join(''))].filter((character) => !held(face).has(character))).toEqual([]);
		}
	});
});

describe('sheetCss', () => {
	const css = sheetCss(sheet, brief);

	it('is the same text for the same sheet', () => {
		expect(sheetCss(makeUpPage(brief), brief)).toBe(css);
	});

	it('places every block, frame, head and picture', () => {
		for (const [i, block] of sheet.blocks.entries()) {
			expect(css).toContain(`.b${i}{left:`);
			expect(css).toContain(`.b${i} .head{width:`);
			for (const j of block.frames.keys()) expect(css).toContain(`.b${i} .f${j}{left:`);
			for (const j of block.figures.keys()) expect(css).toContain(`.b${i} .g${j} img{height:`);
		}
	});

	it('cuts the hot area and the outline of an L to its corners, and of no rectangle', () => {
		const grid = gridOf('四开');
		const parts = (foot: number[]) => foot.map((h, i) => ({ x: 24 * i, y: 4, wEm: 11, h: h - 4, lines: [] }));
		const base = { priority: 3 as const, relation: 'top' as const, box: false, figures: [] };
		const upper = {
			...base,
			story: 'a',
			order: 0,
			head: { x: 0, y: 0, w: 46, h: 4, parts: [] },
			frames: parts([20, 40]),
		};
		const lower = { ...base, story: 'b', order: 1, head: { x: 0, y: 21, w: 22, h: 65, parts: [] }, frames: [] };
		const stepped = sheetCss({ ...sheet, grid, blocks: [upper, lower] }, { ...brief, anchors: [] });
		expect(stepped).toContain(
			'.b0 .headline a::after{clip-path:polygon(0em 0em,23.6em 0em,23.6em 108.1em,11.8em 108.1em,11.8em 25.6em,0em 25.6em)}',
		);
		expect(stepped).toMatch(
			/\.b0 \.headline a::before\{clip-path:polygon\(evenodd,.*calc\(11\.8em \+ 1\.5px\) calc\(25\.6em \+ -1\.5px\)/,
		);
		expect(stepped).not.toMatch(/\.b1 \.headline a::/);
	});

	it('holds geometry only: no word of the copy can reach a style sheet', () => {
		const hostile = brief.stories.map((story) => ({ ...story, headline: '</style><i>', byline: '}*{color:red' }));
		expect(sheetCss(makeUpPage({ ...brief, stories: hostile }), { ...brief, stories: hostile })).not.toMatch(/<|color/);
		expect(css).toMatch(/^[\x20-\x7e\n]+$/);
	});
});
