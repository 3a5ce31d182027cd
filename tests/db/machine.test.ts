import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleContent } from '@/lib/article/schema';
import { saveArticle } from '@/lib/article/write';
import { db, publishedDb } from '@/lib/db';
import { correctArticle, withdrawArticle } from '@/lib/edition/amend';
import { publishEdition } from '@/lib/edition/publish';
import { addPicture } from '@/lib/media/write';
import { stopCutter } from '@/lib/site/font-cutter';
import { consumeOutbox } from '@/lib/site/outbox';
import { pages } from '@/lib/site/pages';
import { isRenderedAhead, matchPattern } from '@/lib/site/reader-page';
import { stopArtist } from '@/lib/site/share/artist';
import { shareAddresses } from '@/lib/site/share/share-address';
import { origin } from '@/lib/site/version';
import { submitArticle } from '@/lib/workflow/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { figure, p } from '@/prisma/seed/story';
import { signThrice } from '@/prisma/seed/write-story';
import { content, draft, laidOut, locked } from '../factories';
import { read } from '../read';
import { headFaults, readHead } from '../standard/head';
import { ninjsFaults } from '../standard/ninjs';
import { schemaFaults } from '../standard/schema-org';

let newsroom: Newsroom;
let id: string;
let told: Partial<ArticleContent>;
const day = '2026-06-10';

beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
	const square = { width: 1200, height: 800, channels: 3 as const, background: '#345' };
	const jpeg = await sharp({ create: square }).jpeg().toBuffer();
	const { id: media } = await addPicture(newsroom.actors.desk_editor, jpeg, { filename: 'lake.jpg' });
	told = {
		kicker: '引题',
		headline: '步道通了',
		deck: '副题',
		columnId: newsroom.columnIds.get('民生'),
		seriesId: [...newsroom.seriesIds.values()][0],
		tagIds: [newsroom.tagIds.get('交通') ?? ''],
		dateline: '本报讯（记者 沈知远）',
		bylines: [
			{ role: 'reporter', name: '沈知远', office: '', reporterId: newsroom.reporterIds.get('沈知远') ?? null },
			{ role: 'photographer', name: '程野', office: '', reporterId: null },
		],
		body: { type: 'doc', content: [p('环湖步道昨天全线贯通。'), figure(media, '步道一景', '程野 摄', '湖边')] },
	};
	const { id: editionId, articles } = await laidOut(newsroom, day, [[told, { headline: '另一件事' }]]);
	id = articles[0]?.id ?? '';
	await locked(newsroom, editionId);
	await publishEdition(newsroom.actors.chief_on_duty, { id: editionId });
	await settle();
}, 60_000);
afterAll(async () => {
	await Promise.all([stopCutter(), stopArtist()]);
	await Promise.all([db.$disconnect(), publishedDb.$disconnect()]);
});

async function settle(): Promise<void> {
	while (await consumeOutbox());
}

const dataOf = async (path: string) => readHead((await read(path)).text).data[0] as Record<string, unknown>;
const made = () => Object.values(shareAddresses(id)).filter((path) => path !== `/article/${id}`);

async function correct(changed: Partial<ArticleContent>): Promise<void> {
	const { desk_editor, chief_on_duty } = newsroom.actors;
	const { revision } = await db.article.findUniqueOrThrow({ where: { id } });
	const said = { kind: 'correction' as const, wrong: '错', right: '对', foundBy: '读者', cause: 'other' as const };
	const next = content({ ...told, ...changed, amendment: { ...said, note: `标题应为“${changed.headline}”。` } });
	await saveArticle(desk_editor, { id, baseRevision: revision, requestId: crypto.randomUUID(), content: next });
	const seen = { id, revision: revision + 1 };
	await submitArticle(desk_editor, seen);
	await signThrice(newsroom, seen);
	await correctArticle(chief_on_duty, seen);
	await settle();
}

describe('what is told of a story', () => {
	it('names its paper, day, page, people and pictures in the words of schema.org', async () => {
		const data = await dataOf(`/article/${id}`);
		expect(schemaFaults(data)).toEqual([]);
		expect(data).toMatchObject({
			headline: '步道通了',
			alternativeHeadline: '引题',
			printEdition: day,
			printPage: '1',
			dateline: '本报讯（记者 沈知远）',
			keywords: ['交通'],
			author: [{ name: '沈知远', url: expect.stringMatching(/\/reporter\//) }],
			contributor: [{ name: '程野' }],
			publisher: { '@type': 'NewsMediaOrganization', correctionsPolicy: expect.stringMatching(/\/correction$/) },
			isPartOf: [{ '@type': 'PublicationIssue', datePublished: day }, { '@type': 'CreativeWorkSeries' }],
			mainEntityOfPage: { breadcrumb: { itemListElement: [{ position: 1 }, { position: 2 }, { position: 3 }] } },
		});
		expect(data.image).toEqual([expect.stringMatching(/\/media\/.*\.webp$/), expect.stringMatching(/\/og\.png$/)]);
	});

	it('is valid on every kind of page, and so is its head', async () => {
		const reporter = `/reporter/${newsroom.reporterIds.get('沈知远')}`;
		const lists = ['/column/min-sheng', '/tag/jiao-tong', '/series/fen-jin-xin-zheng-cheng-shi-gan-kai-xin-ju'];
		for (const path of ['/', ...lists, reporter, `/paper/${day}/1`, `/article/${id}`, '/correction', '/search']) {
			const { text } = await read(path);
			expect(headFaults(text, { origin: origin(), path }), path).toEqual([]);
			expect(readHead(text).data.flatMap(schemaFaults), path).toEqual([]);
			if (path !== '/correction' && path !== '/search') expect(readHead(text).data, path).toHaveLength(1);
		}
	});

	it('is as ninjs what the story is', async () => {
		const item = JSON.parse((await read(shareAddresses(id).data)).text);
		expect(ninjsFaults(item)).toEqual([]);
		expect(item).toMatchObject({ profile: 'text-photo', people: [{ rel: 'reporter' }, { rel: 'photographer' }] });
		const edition = JSON.parse((await read(`/paper/${day}/ninjs.json`)).text);
		expect(ninjsFaults(edition)).toEqual([]);
		expect(edition.associations.map(({ uri }: { uri: string }) => uri.split('/').at(-1))[0]).toBe(id);
	});

	it('waits for somebody to ask: no publication draws it', () => {
		for (const path of made()) {
			const page = pages.find((candidate) => matchPattern(candidate.pattern, path));
			expect(page && isRenderedAhead(page), path).toBe(false);
		}
	});

	it('is stored with the first who asks, and goes with a correction', async () => {
		const before = await Promise.all(made().map(read));
		expect(await db.storedPage.count({ where: { path: { in: made() } } })).toBe(made().length);
		await correct({ headline: '步道全线贯通' });
		expect(await db.storedPage.count({ where: { path: { in: made() } } })).toBe(0);
		const after = await Promise.all(made().map(read));
		const changed = after.filter((page, index) => page.etag !== before[index]?.etag).map(({ path }) => path);
		// The code leads to the same address.
		expect(changed).toEqual(made().filter((path) => !path.endsWith('.svg')));
		expect(await dataOf(`/article/${id}`)).toMatchObject({
			headline: '步道全线贯通',
			correction: [{ '@type': 'CorrectionComment', text: '标题应为“步道全线贯通”。' }],
		});
		expect(schemaFaults(await dataOf(`/article/${id}`))).toEqual([]);
	});

	it('is shown everywhere once a correction was heard of, and its pictures go', async () => {
		const paths = ['/', `/article/${id}`, '/column/min-sheng', '/feed.xml', `/paper/${day}/1`];
		await Promise.all(paths.map(read));
		await correct({ headline: '步道今天开放', body: { type: 'doc', content: [p('步道今天开放。')] } });
		expect(await db.storedPage.count({ where: { path: { in: paths } } })).toBe(0);
		for (const path of paths) expect((await read(path)).text, path).toContain('步道今天开放');
		const purged = await db.tagPurge.findMany({ select: { tag: true } });
		expect(purged.filter(({ tag }) => tag.startsWith('media:'))).toHaveLength(1);
	});

	it('is not there of a draft, and gone with a story that was withdrawn', async () => {
		const hidden = await draft(newsroom.actors.reporter, { headline: '还没写完' });
		for (const path of Object.values(shareAddresses(hidden.id))) expect((await read(path)).status, path).toBe(404);
		await withdrawArticle(newsroom.actors.chief_on_duty, { id, note: '内容失实' });
		await settle();
		for (const path of made()) {
			const { status, text } = await read(path);
			expect(status, path).toBe(410);
			expect(text, path).not.toContain('步道');
		}
		expect(JSON.parse((await read(shareAddresses(id).data)).text)).toMatchObject({
			pubStatus: 'canceled',
			edNote: '内容失实',
		});
		expect((await read(`/paper/${day}/ninjs.json`)).text).not.toContain(id);
	});
});
