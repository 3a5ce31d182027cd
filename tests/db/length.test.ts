import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlanInput } from '@/lib/article/plan/schema';
import { planArticle } from '@/lib/article/plan/write';
import { getArticleForEdit } from '@/lib/article/read';
import type { ArticleContent } from '@/lib/article/schema';
import { saveArticle } from '@/lib/article/write';
import { db } from '@/lib/db';
import { stopComposer } from '@/lib/edition/composer';
import type { PlacedFit } from '@/lib/edition/copyfit/copyfit';
import { stopMeasurer } from '@/lib/edition/copyfit/measurer';
import { listFits } from '@/lib/edition/copyfit/read';
import { publishEdition } from '@/lib/edition/publish';
import { copyOf } from '@/lib/makeup/fixture';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { p } from '@/prisma/seed/story';
import { content, draft, laidOut, locked, signed } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});
afterAll(() => Promise.all([stopComposer(), stopMeasurer()]));

describe('planArticle', () => {
	it('asks for a length, says so in the record, and moves no signature', async () => {
		const { desk_editor } = newsroom.actors;
		const article = await signed(newsroom);
		await planArticle(desk_editor, { id: article.id, words: 800 });
		await planArticle(desk_editor, { id: article.id, words: 800 });
		await planArticle(desk_editor, { id: article.id, words: null });
		const read = await getArticleForEdit(desk_editor, article.id);
		expect(read).toMatchObject({ plannedWords: null, state: 'signed_off', hash: article.hash });
		const traces = await db.trace.findMany({
			where: { subjectId: article.id, act: 'article.plan' },
			orderBy: { id: 'asc' },
			select: { detail: true },
		});
		expect(traces.map(({ detail }) => detail)).toEqual([
			{ plannedWords: { before: null, after: 800 } },
			{ plannedWords: { before: 800, after: null } },
		]);
	});

	it('is for editors, and for lengths that a story can have', async () => {
		const { reporter, proofreader } = newsroom.actors;
		const { id } = await draft(reporter);
		for (const actor of [reporter, proofreader]) {
			await expect(planArticle(actor, { id, words: 800 })).rejects.toMatchObject({ code: 'forbidden' });
		}
		expect((await getArticleForEdit(reporter, id)).mayPlan.length).toBe(false);
		const accepts = (words: number) => PlanInput.safeParse({ id, words }).success;
		expect([0, 1, 60_000, 60_001, 1.5].map(accepts)).toEqual([false, true, true, false, false]);
	});
});

describe('listFits', () => {
	const lengths = { lead: 1150, bridge: 800, trees: 660, canteen: 560, school: 600, rain: 240 };
	const written = (headline: string, length: number): Partial<ArticleContent> => ({
		headline,
		body: { type: 'doc', content: copyOf(length, headline.length + length).map(({ text }) => p(text)) },
	});
	const story = written('夜校开课报名排起长队', lengths.school);
	const page = () => [
		written('一湖清水养一城人', lengths.lead),
		written('跨湖大桥昨日合龙', lengths.bridge),
		written('老街改造留下三百棵树', lengths.trees),
		written('社区食堂开到家门口', lengths.canteen),
		story,
		written('今起三天有小雨', lengths.rain),
	];
	const longer = { ...story, body: { type: 'doc' as const, content: [...story.body!.content, p('湖。'), p('湖。')] } };

	/** Asks until the page is made up. */
	async function fitsOf(id: string, change: Partial<ArticleContent>): Promise<PlacedFit[]> {
		for (;;) {
			const fits = await listFits(newsroom.actors.page_editor, { id, content: content(change) });
			if (fits.every(({ fit }) => fit !== 'composing')) return fits;
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}

	const fitOf = async (id: string, change: Partial<ArticleContent>) => {
		const [{ fit } = { fit: 'off' as const }] = await fitsOf(id, change);
		if (typeof fit === 'string') throw new Error(fit);
		return { over: fit.needed - fit.lines, page: fit.page, lines: fit.lines };
	};

	it('measures what is written, saved or not, against the room of the version last signed', async () => {
		const { articles } = await laidOut(newsroom, '2026-09-01', [[{}], page()]);
		const id = articles[5]?.id ?? '';
		const [found] = await fitsOf(id, story);
		expect(found).toMatchObject({ date: '2026-09-01', pageNo: 2, pageName: '版2' });
		const { lines } = await fitOf(id, story);
		expect(await fitOf(id, story)).toEqual({ over: 0, page: 'same', lines });
		const over = await fitOf(id, longer);
		expect(over.lines).toBe(lines);
		expect(over.over).toBeGreaterThan(0);
		// Saving moves nothing: the page was made up for what was signed.
		await saveArticle(newsroom.actors.desk_editor, {
			...{ id, baseRevision: articles[5]?.revision ?? 1, requestId: crypto.randomUUID() },
			content: content(longer),
		});
		expect(await fitOf(id, longer)).toEqual(over);
		expect(await fitOf(id, story)).toEqual({ over: 0, page: 'same', lines });
	});

	it('measures what corrects a printed story against the page as it was printed', async () => {
		const { id: editionId, articles } = await laidOut(newsroom, '2026-09-02', [[{}], page()]);
		await locked(newsroom, editionId);
		await publishEdition(newsroom.actors.chief_on_duty, { id: editionId });
		const id = articles[5]?.id ?? '';
		const { lines } = await fitOf(id, story);
		expect(await fitOf(id, story)).toEqual({ over: 0, page: 'same', lines });
		expect((await fitOf(id, longer)).over).toBeGreaterThan(0);
	});

	it('knows none of a story that stands on no page, and tells nobody who may not read it', async () => {
		const { reporter, page_editor, desk_editor } = newsroom.actors;
		const { id } = await draft(desk_editor);
		expect(await listFits(page_editor, { id, content: content() })).toEqual([]);
		await expect(listFits(reporter, { id, content: content() })).rejects.toMatchObject({ code: 'forbidden' });
	});
});
