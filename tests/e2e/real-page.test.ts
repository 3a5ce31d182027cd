import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalize } from '@/lib/makeup/normalize';
import { p, subhead } from '@/prisma/seed/story';
import { launchBrowser, openPage } from '../setup/browser';
import { startServer, type TestServer, writeInto } from '../setup/server';

/** The printed page that the product is modelled on, as a person reads it; it stands beside the project, never in it. */
const golden = path.resolve(import.meta.dirname, '../../../shared/fixtures/seed-golden.json');

interface GoldenArticle {
	id: string;
	column: string;
	banner: string | null;
	headline: string;
	byline: string | null;
	dateline: string | null;
	reporters: string[];
	author: { name: string; title: string } | null;
	blocks: { type: 'p' | 'h2'; text: string }[];
}

const date = '2026-10-08';
const compact = (text: string) => text.replace(/\s+/g, '');

describe.runIf(fs.existsSync(golden))('the real page, through the commands of the desk', () => {
	const articles: GoldenArticle[] = fs.existsSync(golden) ? JSON.parse(fs.readFileSync(golden, 'utf8')) : [];
	const ids = new Map<string, string>();
	let server: TestServer;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		server = await startServer({ database: 'empty' });
		writeInto(server);
		for (const [key, id] of await publishGolden(articles)) ids.set(key, id);
		browser = await launchBrowser();
		page = await openPage(browser, { viewport: { width: 1440, height: 1000 } });
	}, 120_000);

	afterAll(async () => {
		await browser?.close();
		await server?.stop();
		const { db, publishedDb } = await import('@/lib/db');
		await Promise.all([db.$disconnect(), publishedDb.$disconnect()]);
	});

	it.each(articles.map((article) => [article.headline, article] as const))(
		'article page: %s',
		async (_name, article) => {
			await page.goto(`${server.url}/article/${ids.get(article.id)}`);
			expect(await page.locator('.article h1').innerText()).toBe(article.headline);
			expect(await page.locator('.article .badge').innerText()).toBe(article.column);
			if (article.banner) expect(await page.locator('.article .banner').innerText()).toBe(article.banner);
			if (article.byline) expect(await page.locator('.article .byline').innerText()).toBe(article.byline);
			const blocks = page.locator('.article .body > p, .article .body > h2');
			const texts = await blocks.evaluateAll((nodes) => nodes.map((node) => [node.tagName, node.textContent ?? '']));
			const expected = article.blocks.map(({ type, text }, index) => [
				type === 'h2' ? 'H2' : 'P',
				index === 0 && article.dateline ? `${article.dateline}　${text}` : text,
			]);
			expect(texts).toEqual(expected);
			if (article.dateline) expect(await page.locator('.article .dateline').innerText()).toBe(article.dateline);
		},
	);

	it('page view: every character of both stories, in order, with banner, badge, byline and dateline', async () => {
		const response = await page.goto(`${server.url}/paper/${date}/1`);
		expect(response?.status()).toBe(200);
		for (const article of articles) {
			const story = page.locator(`#story-${ids.get(article.id)}`);
			const text = await story.evaluate((node) => node.textContent ?? '');
			const body = article.blocks.map((block, index) =>
				normalize(index === 0 && article.dateline ? `${article.dateline}　${block.text}` : block.text),
			);
			const head = [article.banner, article.column, article.headline, article.byline].map((part) =>
				normalize(part ?? ''),
			);
			expect(compact(text)).toBe(compact([...head, ...body].join('')));
			expect(compact(await story.locator('h2.headline').innerText())).toBe(compact(article.headline));
			if (article.banner) expect(await story.locator('.series').innerText()).toBe(article.banner);
			expect(await story.locator('.column').first().innerText()).toBe(article.column);
			if (article.byline)
				expect(compact(await story.locator('.byline').innerText())).toBe(compact(normalize(article.byline)));
		}
	});

	it('page view: no line runs out of its column', async () => {
		// A mark set half as wide at a line's end leaves its empty half, ½ em, hanging outside.
		const over = await page.locator('.sheet .ln').evaluateAll((lines) =>
			lines.flatMap((line) => {
				const em = Number.parseFloat(getComputedStyle(line).fontSize);
				return line.scrollWidth > line.clientWidth + em * 0.5 + 1 ? [line.textContent] : [];
			}),
		);
		expect(over).toEqual([]);
	});

	it('one click leads from the story on the page to its article and back', async () => {
		const [first] = articles;
		const id = ids.get(first?.id ?? '');
		await page.goto(`${server.url}/paper/${date}/1`);
		await page.locator(`#story-${id} h2 a`).click();
		await page.waitForURL(`**/article/${id}`);
		await page
			.getByRole('link', { name: /第01版/ })
			.first()
			.click();
		await page.waitForURL(`**/paper/${date}/1#story-${id}`);
	});
});

/** Writes, signs, places and publishes the articles as the newsroom does; gives their ids by fixture id. */
async function publishGolden(articles: GoldenArticle[]): Promise<Map<string, string>> {
	const { createNewsroom } = await import('@/prisma/seed/newsroom');
	const { publishStories } = await import('@/prisma/seed/write-story');
	const { switchRule } = await import('@/lib/check/write');
	const { createHeading } = await import('@/lib/column/write');
	const newsroom = await createNewsroom({ withPasswords: false });
	const { admin } = newsroom.actors;
	// The page comes with the half-width commas of its extraction; nothing else in it is marked as an error.
	await switchRule(newsroom.actors.chief_on_duty, { rule: 'half-width-mark', on: false });
	const banners = new Set(articles.flatMap((article) => article.banner ?? []));
	for (const name of new Set(articles.map((article) => article.column))) {
		if (newsroom.columnIds.has(name)) continue;
		const column = await createHeading(admin, { kind: 'column', name, intro: '', columnKind: 'special' });
		newsroom.columnIds.set(name, column.id);
	}
	for (const name of banners) {
		const series = await createHeading(admin, { kind: 'series', name, intro: '', columnKind: 'plain' });
		newsroom.seriesIds.set(name, series.id);
	}
	const stories = articles.map((article, index) => ({
		key: article.id,
		headline: article.headline,
		column: article.column,
		...(article.banner && { series: article.banner }),
		...(article.dateline && { dateline: article.dateline }),
		bylines: [
			...(article.author ? [{ role: 'author' as const, name: article.author.name, office: article.author.title }] : []),
			...article.reporters.map((name) => ({ role: 'reporter' as const, name })),
		],
		priority: index === 0 ? (1 as const) : (2 as const),
		body: article.blocks.map(({ type, text }) => (type === 'h2' ? subhead(text) : p(text))),
	}));
	const credits = { editor: '林述', layout: '丁一舟', proof: '白露' };
	return publishStories(newsroom, new Map(), { date, issueNo: 1, pages: [{ no: 1, name: '要闻', credits, stories }] });
}
