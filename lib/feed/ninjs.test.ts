import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublishedArticle } from '@/lib/article/published';
import { content } from '@/tests/arbitrary-content';
import { ninjsFaults } from '@/tests/standard/ninjs';
import { bodyHtml } from './body-html';
import { type NinjsStory, toCanceledNinjs, toEditionNinjs, toNinjs } from './ninjs';

const paper = { name: '澄湖日报', copyright: '未经许可不得转载', origin: 'https://paper.example' };
const at = new Date('2026-11-21T22:00:00Z');

function article(overrides: Partial<PublishedArticle> = {}): PublishedArticle {
	return {
		id: 'a1',
		paperId: 'p',
		revision: 3,
		kicker: '',
		headline: '湖边的路\n修好了',
		printedHeadline: '湖边的路\n修好了',
		deck: '',
		dateline: '',
		date: '2026-11-22',
		pageNo: 1,
		pageName: '要闻',
		rank: 2,
		words: 20,
		columnId: null,
		seriesId: null,
		body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '昨天贯通。' }] }] },
		publishedAt: at,
		updatedAt: at,
		amendments: [],
		bylines: [{ role: 'reporter', name: '沈知远', office: '', reporterId: 'r1' }],
		tagIds: [],
		...overrides,
	};
}

const story = (overrides: Partial<NinjsStory> = {}): NinjsStory => ({
	article: article(),
	summary: '昨天贯通。',
	column: { name: '民生', slug: 'min-sheng' },
	series: undefined,
	tags: [{ name: '交通', slug: 'jiao-tong' }],
	reporters: new Set(['r1']),
	pictures: new Map(),
	image: '/article/a1/og.png',
	...overrides,
});

describe('toNinjs', () => {
	it('is valid ninjs whatever a story holds', () => {
		fc.assert(
			fc.property(content, ({ kicker, headline, deck, dateline, body }) => {
				const told = article({ kicker, headline, printedHeadline: headline, deck, dateline, body });
				expect(ninjsFaults(toNinjs(paper, story({ article: told })))).toEqual([]);
			}),
		);
	});

	it('says who, when, where and under what', () => {
		const item = toNinjs(paper, story({ article: article({ dateline: '本报讯（记者 沈知远）', kicker: '引题' }) }));
		expect(item).toMatchObject({
			uri: 'https://paper.example/article/a1',
			language: 'zh-Hans',
			pubStatus: 'usable',
			version: '3',
			versionCreated: '2026-11-22T06:00:00+08:00',
			headlines: [
				{ role: 'kicker', value: '引题' },
				{ role: 'main', value: '湖边的路 修好了' },
			],
			people: [{ name: '沈知远', rel: 'reporter', uri: 'https://paper.example/reporter/r1' }],
			subjects: [
				{ rel: 'column', uri: 'https://paper.example/column/min-sheng' },
				{ rel: 'about', uri: 'https://paper.example/tag/jiao-tong' },
			],
			altIds: [
				{ role: 'print', value: '2026-11-22/1' },
				{ role: 'rank', value: '2' },
			],
			usageTerms: '未经许可不得转载',
		});
		const [html, plain] = item.bodies as { value: string; wordCount: number }[];
		expect(html?.value).toBe('<p><strong>本报讯（记者 沈知远）</strong>昨天贯通。</p>');
		expect(plain).toMatchObject({ value: '本报讯（记者 沈知远）昨天贯通。', wordCount: 15 });
	});

	it('brings pictures that readers may have, with all their sizes, and no other', () => {
		const figure = (media: string) => ({
			type: 'figure' as const,
			attrs: { media, caption: '步道', credit: '程野 摄', alt: '湖边' },
		});
		const rendition = {
			href: 'https://paper.example/media/m1/480.webp',
			contentType: 'image/webp',
			width: 480,
			height: 320,
		};
		const told = article({ body: { type: 'doc', content: [figure('m1'), figure('hidden')] } });
		const item = toNinjs(
			paper,
			story({ article: told, pictures: new Map([['m1', { id: 'm1', renditions: [rendition] }]]) }),
		);
		expect(ninjsFaults(item)).toEqual([]);
		expect(item.associations).toHaveLength(1);
		expect(JSON.stringify(item)).not.toContain('hidden');
		expect(item.profile).toBe('text-photo');
	});
});

it('tells of a withdrawn story that it is canceled, and nothing of it', () => {
	const item = toCanceledNinjs('https://paper.example', 'a1', at, '内容失实');
	expect(ninjsFaults(item)).toEqual([]);
	expect(item).toMatchObject({ pubStatus: 'canceled', edNote: '内容失实' });
	expect(item).not.toHaveProperty('headlines');
});

it('packs an edition by page and rank', () => {
	const edition = { date: '2026-11-22', issueNo: 7, publishedAt: at, updatedAt: at, pages: [{ no: 1, name: '要闻' }] };
	const item = toEditionNinjs(paper, { ...edition, stories: [article(), article({ id: 'a2', pageNo: 2, rank: 1 })] });
	expect(ninjsFaults(item)).toEqual([]);
	expect(item.associations).toMatchObject([
		{ name: 'page-1-2', uri: 'https://paper.example/article/a1' },
		{ name: 'page-2-1', uri: 'https://paper.example/article/a2' },
	]);
});

it.each([
	[{ uri: 'https://a.example', pubStatus: 'gone' }, '/pubStatus'],
	[{ uri: 'a1' }, '/uri'],
	[{ uri: 'https://a.example', versionCreated: '2026-11-22 06:00' }, '/versionCreated'],
	[{ uri: 'https://a.example', headline: 'x' }, 'additional properties'],
	[{}, 'uri'],
])('finds the fault of %j', (item, fault) => {
	expect(ninjsFaults(item).join()).toContain(fault);
});

describe('bodyHtml', () => {
	it('escapes what is text and opens what is an address', () => {
		const text = (value: string, href?: string) => ({
			type: 'text' as const,
			text: value,
			...(href && { marks: [{ type: 'link' as const, attrs: { href } }] }),
		});
		const html = bodyHtml(
			{ content: [{ type: 'paragraph', content: [text('<b>"&'), { type: 'hardBreak' }, text('见', '/tag/a')] }] },
			{ origin: 'https://paper.example', pictureOf: () => undefined },
		);
		expect(html).toBe('<p>&lt;b&gt;&quot;&amp;<br><a href="https://paper.example/tag/a">见</a></p>');
	});
});
