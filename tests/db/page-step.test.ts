import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { saveArticle } from '@/lib/article/write';
import { db } from '@/lib/db';
import { withdrawArticle } from '@/lib/edition/amend';
import { composePages, listBriefs } from '@/lib/edition/compose';
import { stopComposer } from '@/lib/edition/composer';
import { stopDesigners } from '@/lib/edition/design/designer';
import { runMakeup, stopRuns } from '@/lib/edition/design/run';
import type { PageOp } from '@/lib/edition/design/schema';
import { getDeskPage, listTemplates } from '@/lib/edition/desk/read';
import { changePage } from '@/lib/edition/desk/write';
import { publishEdition } from '@/lib/edition/publish';
import { unplaceArticle } from '@/lib/edition/write';
import type { Sheet } from '@/lib/makeup/sheet';
import { signOffArticle, signSecond } from '@/lib/workflow/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { p } from '@/prisma/seed/story';
import { content, corrected, laidOut, locked, signed } from '../factories';

// Pages are made up in threads that start first, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});
afterAll(async () => {
	await Promise.all([stopComposer(), stopDesigners(), stopRuns()]);
});

const text = (length: number) =>
	p('环湖步道昨天全线贯通，从北桥到柳浦走一圈要两个小时，沿途设了九处驿站。'.repeat(60).slice(0, length));
const titles = ['一湖清水养一城人', '跨湖大桥昨日合龙', '老街留下三百棵树', '社区食堂开到家门口', '夜校开课报名排长队'];
const lengths = [900, 700, 560, 460, 380];

/** A page of five stories, on a page of its own day. */
async function page(date: string) {
	const contents = titles.map((headline, i) => ({
		headline,
		body: { type: 'doc' as const, content: [text(lengths[i]!), text(220), text(160)] },
	}));
	const { id, pageIds, articles } = await laidOut(newsroom, date, [[{ headline: '头版头条' }], contents]);
	return {
		id,
		frontId: pageIds[0]!,
		pageId: pageIds[1]!,
		ids: articles.slice(1).map((article) => article.id),
		articles,
	};
}

/** As an edition is: read three times, locked, published. */
async function publish(id: string): Promise<void> {
	await locked(newsroom, id);
	await publishEdition(newsroom.actors.chief_on_duty, { id });
}

const editor = () => newsroom.actors.page_editor;
const act = (pageId: string, base: number, op: PageOp) => changePage(editor(), pageId, { base, op });
const lastTrace = (pageId: string) =>
	db.trace.findFirstOrThrow({ where: { subjectId: pageId }, orderBy: { seq: 'desc' } });

describe('a step', () => {
	it('is stored with its patch, stands for everybody, and is undone and redone to the ends', async () => {
		const { pageId, ids } = await page('2026-05-01');
		const first = await getDeskPage(editor(), pageId);
		expect([first.step, first.top]).toEqual([0, 0]);
		const boxed = await act(pageId, 0, { kind: 'box', story: ids[3]!, on: true });
		expect(boxed).toMatchObject({ step: 1, top: 1, undo: '《社区食堂开到家门口》加框' });
		expect(boxed.made.sheet.blocks.find(({ story }) => story === ids[3])?.box).toBe(true);
		const swapped = await act(pageId, 1, { kind: 'swap', story: ids[2]!, other: ids[4]! });
		expect(swapped.step).toBe(2);
		const row = await db.pageStep.findUniqueOrThrow({ where: { pageId_number: { pageId, number: 2 } } });
		expect(row).toMatchObject({ op: { kind: 'swap', story: ids[2], other: ids[4] }, actorName: editor().name });
		expect(await lastTrace(pageId)).toMatchObject({ act: 'page.change', subjectType: 'page', detail: { step: 2 } });
		const [preview] = await composePages(db, { id: pageId });
		expect(preview?.sheet).toEqual(swapped.made.sheet);

		const back = await changePage(editor(), pageId, { base: 2, to: 1 });
		expect(back.made.sheet).toEqual(boxed.made.sheet);
		expect(back).toMatchObject({ step: 1, top: 2, redo: '对调《老街留下三百棵树》和《夜校开课报名排长队》' });
		const start = await changePage(editor(), pageId, { base: 1, to: 0 });
		expect(start.made.sheet).toEqual(first.made.sheet);
		expect(await lastTrace(pageId)).toMatchObject({ act: 'page.undo', detail: { step: 0 } });
		const again = await changePage(editor(), pageId, { base: 0, to: 2 });
		expect(again.made.sheet).toEqual(swapped.made.sheet);
		expect(await lastTrace(pageId)).toMatchObject({ act: 'page.redo', detail: { step: 2 } });
		await expect(changePage(editor(), pageId, { base: 2, to: 3 })).rejects.toMatchObject({ code: 'not-found' });

		await changePage(editor(), pageId, { base: 2, to: 1 });
		const other = await act(pageId, 1, { kind: 'lock', story: ids[0]!, on: true });
		expect(other).toMatchObject({ step: 2, top: 2 });
		expect(other.made.sheet).toEqual(boxed.made.sheet);
		expect(await db.pageStep.count({ where: { pageId } })).toBe(2);
	});

	it('on the plan is done and undone with the plan', async () => {
		const { pageId, ids } = await page('2026-05-11');
		const first = await getDeskPage(editor(), pageId);
		const { id: more } = await signed(newsroom, { headline: '湖心亭修好了' });
		const standing = async () =>
			(await db.placement.findMany({ where: { pageId }, orderBy: { articleId: 'asc' } })).map(
				({ articleId, priority }) => `${articleId} ${priority}`,
			);
		const start = await standing();
		const placed = await act(pageId, 0, { kind: 'place', story: more, priority: 4 });
		expect(placed.undo).toBe('《湖心亭修好了》上版');
		expect(placed.made.brief.stories.map(({ id }) => id)).toContain(more);
		const ranked = await act(pageId, 1, { kind: 'rank', story: ids[4]!, priority: 2 });
		expect(ranked).toMatchObject({ undo: '《夜校开课报名排长队》改为重要' });
		const off = await act(pageId, 2, { kind: 'unplace', story: ids[3]! });
		expect(off.undo).toBe('撤下《社区食堂开到家门口》');
		expect(off.made.sheet.blocks.map(({ story }) => story)).not.toContain(ids[3]);
		const end = await standing();

		const back = await changePage(editor(), pageId, { base: 3, to: 0 });
		expect(await standing()).toEqual(start);
		expect(back.made.sheet).toEqual(first.made.sheet);
		await changePage(editor(), pageId, { base: 0, to: 3 });
		expect(await standing()).toEqual(end);
		await expect(act(pageId, 3, { kind: 'unplace', story: ids[3]! })).rejects.toMatchObject({ code: 'not-found' });
		await expect(act(pageId, 3, { kind: 'place', story: more, priority: 3 })).rejects.toThrow();
		expect(await standing()).toEqual(end);
	});

	it('on the plan that somebody has changed since is undone as far as can be', async () => {
		const { pageId, ids } = await page('2026-05-12');
		await act(pageId, 0, { kind: 'rank', story: ids[4]!, priority: 2 });
		await unplaceArticle(editor(), { articleId: ids[4]!, pageId });
		const back = await changePage(editor(), pageId, { base: 1, to: 0 });
		expect(back.step).toBe(0);
		expect(back.made.brief.stories.map(({ id }) => id)).not.toContain(ids[4]);
	});

	it('is refused where the page has moved on, with who moved it', async () => {
		const { pageId, ids } = await page('2026-05-02');
		await act(pageId, 0, { kind: 'lock', story: ids[0]!, on: true });
		const late = changePage(newsroom.actors.chief_editor, pageId, {
			base: 0,
			op: { kind: 'lock', story: ids[1]!, on: true },
		});
		await expect(late).rejects.toMatchObject({ code: 'stale', message: expect.stringContaining(editor().name) });
		expect((await getDeskPage(editor(), pageId)).step).toBe(1);
		const [first, second] = [await act(pageId, 1, { kind: 'box', story: ids[1]!, on: true }), 2];
		await changePage(editor(), pageId, { base: second, to: 1 });
		await act(pageId, 1, { kind: 'box', story: ids[2]!, on: true });
		// The number is the same, the step is not.
		const op = { kind: 'box', story: ids[3]!, on: true } as const;
		const mistaken = changePage(editor(), pageId, { base: second, stamp: first.stamp, op });
		await expect(mistaken).rejects.toMatchObject({ code: 'stale' });
		const both = await Promise.allSettled(
			[0, 1].map((i) => act(pageId, 2, { kind: 'lock', story: ids[i + 2]!, on: true })),
		);
		expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
	});

	it('is refused to who may not, on what is not there, and once the page is locked or out', async () => {
		const { id, frontId, pageId, ids } = await page('2026-05-03');
		const op = { kind: 'lock', story: ids[0]!, on: true } as const;
		await expect(changePage(newsroom.actors.reporter, pageId, { base: 0, op })).rejects.toMatchObject({
			code: 'forbidden',
		});
		await expect(act(pageId, 0, { ...op, story: 'nobody' })).rejects.toMatchObject({ code: 'not-found' });
		const rows = { kind: 'rows', story: ids[0]!, headline: '换了\n字' } as const;
		await expect(act(pageId, 0, rows)).rejects.toMatchObject({ code: 'invalid' });
		const ad = { id: 'ad-1', label: '广告', col: 0, y: 2, cols: 2, lines: 10 };
		await expect(act(frontId, 0, { kind: 'ad', ad })).rejects.toMatchObject({ code: 'taken' });
		await db.page.update({ where: { id: pageId }, data: { stage: 'locked' } });
		await expect(act(pageId, 0, op)).rejects.toMatchObject({
			code: 'wrong-state',
			message: expect.stringContaining('付印'),
		});
		await db.page.update({ where: { id: pageId }, data: { stage: 'making_up' } });
		await publish(id);
		await expect(act(pageId, 0, op)).rejects.toMatchObject({
			code: 'wrong-state',
			message: expect.stringContaining('出版'),
		});
		expect(await db.pageStep.count({ where: { pageId } })).toBe(0);
	});
});

describe('what stands', () => {
	it('goes on standing when a story is rewritten, and is what readers get', async () => {
		const { id, pageId, ids, articles } = await page('2026-05-04');
		const swapped = await act(pageId, 0, { kind: 'swap', story: ids[1]!, other: ids[2]! });
		const story = articles.find((article) => article.id === ids[4])!;
		await saveArticle(newsroom.actors.desk_editor, {
			id: story.id,
			baseRevision: story.revision,
			requestId: crypto.randomUUID(),
			content: content({
				headline: titles[4],
				body: { type: 'doc', content: [text(lengths[4]! - 1), text(220), text(160)] },
			}),
		});
		const [after] = await composePages(db, { id: pageId });
		const places = (blocks: { story: string }[]) => blocks.filter(({ story }) => story !== ids[4]);
		expect(places(after!.sheet.blocks).length).toBe(4);
		expect(after!.sheet).not.toEqual(swapped.made.sheet);
		// Wording leaves 初审 standing.
		const seen = { id: story.id, revision: story.revision + 1 };
		await signSecond(newsroom.actors.department_head, seen);
		await signOffArticle(newsroom.actors.chief_on_duty, seen);
		const [made] = await composePages(db, { id: pageId });
		await publish(id);
		const version = await db.pageVersion.findFirstOrThrow({ where: { pageId, published: 1 } });
		expect(version.sheet).toEqual(JSON.parse(JSON.stringify(made!.sheet)));
	});

	it('stands as readers have it once it is published: a correction moves nothing else, though nobody ever touched the page', async () => {
		const { id, pageId, ids, articles } = await page('2026-05-28');
		await publish(id);
		const story = articles.find((article) => article.id === ids[3])!;
		for (const published of [1, 2]) {
			const version = await db.pageVersion.findFirstOrThrow({ where: { pageId, published } });
			const [page] = await listBriefs(db, { id: pageId });
			expect(page?.standing).toEqual({ brief: version.brief, sheet: version.sheet });
			const { revision } = await db.article.findUniqueOrThrow({ where: { id: story.id } });
			const headline = `社区食堂开到门前${published}`;
			const body = { type: 'doc' as const, content: [text(lengths[3]!), text(220), text(160)] };
			await corrected(newsroom, { id: story.id, revision }, { headline, body, note: `第${published}次` });
			const next = await db.pageVersion.findFirstOrThrow({ where: { pageId, published: published + 1 } });
			const others = ({ sheet }: { sheet: unknown }) =>
				(sheet as Sheet).blocks.filter((block) => block.story !== story.id);
			expect(others(next)).toEqual(others(version));
			expect(next.hash).not.toBe(version.hash);
		}
	});

	it('has fillers and advertisements beside the stories; readers get the filler as text of the page', async () => {
		const { id, pageId } = await page('2026-05-05');
		const ad = { id: 'ad-1', label: '公益广告', col: 4, y: 70, cols: 2, lines: 16 };
		const withAd = await act(pageId, 0, { kind: 'ad', ad });
		expect(withAd.made.brief.anchors).toMatchObject([{ kind: 'ad', label: '公益广告', h: 16 }]);
		const filler = { id: 'filler-1', headline: '征稿启事', text: '本报副刊长年征集湖区老照片，来稿请寄编辑部。' };
		const filled = await act(pageId, 1, { kind: 'filler', filler });
		expect(filled.made.sheet.blocks.map(({ story }) => story)).toContain('filler-1');
		await publish(id);
		const version = await db.pageVersion.findFirstOrThrow({ where: { pageId, published: 1 } });
		expect(JSON.stringify(version.brief)).toContain('征稿启事');
		expect(await db.publication.count({ where: { articleId: 'filler-1' } })).toBe(0);
	});
});

it('makes a page up in a run, of which one page may be chosen', async () => {
	const { pageId } = await page('2026-05-06');
	const { made } = await getDeskPage(editor(), pageId);
	const heard: number[] = [];
	const pieces = await runMakeup(made.brief, 3, { onPiece: (_sheet, piece) => heard.push(piece) });
	expect(heard).toEqual(pieces.map((_, i) => i));
	const chosen = await act(pageId, 0, { kind: 'compose', seed: 3, piece: 0 });
	expect(chosen.made.sheet).toEqual(pieces[0]);
	expect(chosen.undo).toBe('选用备选版面');
});

it('sends the end of a story to another page, where it says where it comes from', async () => {
	const { id, pageId, frontId, ids } = await page('2026-05-07');
	const jumped = await act(pageId, 0, { kind: 'jump', story: ids[0]!, to: frontId });
	const own = jumped.made.brief.stories.find(({ id }) => id === ids[0])!;
	expect(own.blocks.at(-1)?.text).toMatch(/（下转第1版）$/);
	const [front] = await composePages(db, { id: frontId });
	const rest = front!.brief.stories.find(({ id }) => id === ids[0])!;
	expect(rest.blocks[0]?.text).toMatch(/^（上接第2版）/);
	expect(front!.articles.map(({ id }) => id)).toContain(ids[0]);
	const back = await act(pageId, 1, { kind: 'jump', story: ids[0]!, to: null });
	expect(back.made.brief.stories.find(({ id }) => id === ids[0])?.blocks).toHaveLength(3);
	await changePage(editor(), pageId, { base: 2, to: 1 });
	await publish(id);
	await withdrawArticle(newsroom.actors.chief_on_duty, { id: ids[0]!, note: '内容失实，特此撤稿。' });
	const versions = await db.pageVersion.findMany({ where: { pageId: { in: [pageId, frontId] }, published: 2 } });
	expect(versions).toHaveLength(2);
	expect(JSON.stringify(versions.map(({ brief }) => brief))).not.toContain(titles[0]);
});

it('offers published pages with as many stories as templates, and takes their frames', async () => {
	const { id } = await page('2026-05-08');
	await publish(id);
	const { pageId } = await page('2026-05-09');
	const templates = await listTemplates(editor(), pageId);
	expect(templates.map(({ sheet }) => sheet.blocks.length)).toEqual(templates.map(() => 5));
	const template = templates.find(({ date }) => date === '2026-05-08');
	const like = await act(pageId, 0, { kind: 'template', versionId: template!.versionId });
	const frames = (blocks: { head: { x: number; y: number } }[]) => blocks.map(({ head }) => [head.x, head.y]);
	expect(frames(like.made.sheet.blocks)).toEqual(frames(template!.sheet.blocks));
	await expect(act(pageId, 1, { kind: 'template', versionId: 'none' })).rejects.toMatchObject({ code: 'not-found' });
});
