import { beforeAll, describe, expect, it } from 'vitest';
import { saveArticle } from '@/lib/article/write';
import { db } from '@/lib/db';
import {
	recallArticle,
	returnArticle,
	reviveArticle,
	signOffArticle,
	spikeArticle,
	submitArticle,
} from '@/lib/workflow/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { at, content, draft, emptyContent, signed, submitted } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});

const stateOf = async (id: string) => (await db.article.findUniqueOrThrow({ where: { id } })).state;

describe('submit and sign off', () => {
	it('goes from draft to signed off, with the signature bound to the content', async () => {
		const article = await signed(newsroom);
		expect(await stateOf(article.id)).toBe('signed_off');
		const reviews = await db.review.findMany({ where: { articleId: article.id } });
		expect(reviews).toMatchObject([{ verdict: 'signed', hash: article.hash, revision: 1, stage: 'final' }]);
		const acts = await db.trace.findMany({
			where: { subjectId: article.id },
			orderBy: { id: 'asc' },
			select: { act: true },
		});
		expect(acts.map(({ act }) => act)).toEqual(['article.create', 'article.submit', 'article.signOff']);
	});

	it('does not send what has no headline or no text', async () => {
		const { reporter } = newsroom.actors;
		const article = await draft(reporter, emptyContent());
		await expect(submitArticle(reporter, at(article))).rejects.toThrow(/主题.*正文/);
		expect(await stateOf(article.id)).toBe('draft');
	});

	it('never lets the writer sign, whatever else he is', async () => {
		const { chief_on_duty } = newsroom.actors;
		const article = await draft(chief_on_duty);
		await db.article.update({ where: { id: article.id }, data: { state: 'submitted' } });
		await expect(signOffArticle(chief_on_duty, at(article))).rejects.toMatchObject({ code: 'forbidden' });
	});

	it('never lets the reporter of its byline sign', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const reporterId = newsroom.reporterIds.get(reporter.name) ?? null;
		const bylines = [{ role: 'reporter' as const, name: reporter.name, office: '', reporterId }];
		const article = await draft(desk_editor, { bylines });
		await db.article.update({ where: { id: article.id }, data: { state: 'submitted' } });
		const both = { ...reporter, roles: ['reporter', 'chief_on_duty'] as const };
		await expect(signOffArticle(both, at(article))).rejects.toMatchObject({ code: 'forbidden' });
	});

	it('lets one of two simultaneous chiefs sign once', async () => {
		const article = await submitted(newsroom);
		const { chief_on_duty } = newsroom.actors;
		const results = await Promise.allSettled([
			signOffArticle(chief_on_duty, at(article)),
			signOffArticle(chief_on_duty, at(article)),
		]);
		expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
		expect(await db.review.count({ where: { articleId: article.id } })).toBe(1);
	});

	it('does not sign a content that the chief has not seen', async () => {
		const article = await submitted(newsroom);
		await saveArticle(newsroom.actors.desk_editor, {
			id: article.id,
			baseRevision: 1,
			requestId: crypto.randomUUID(),
			content: content({ headline: '改过的标题' }),
		});
		await expect(signOffArticle(newsroom.actors.chief_on_duty, at(article))).rejects.toMatchObject({ code: 'stale' });
	});
});

describe('after the signature', () => {
	it('an edit asks for a new one', async () => {
		const article = await signed(newsroom);
		await saveArticle(newsroom.actors.desk_editor, {
			id: article.id,
			baseRevision: 1,
			requestId: crypto.randomUUID(),
			content: content({ headline: '改过的标题' }),
		});
		expect(await stateOf(article.id)).toBe('submitted');
	});
});

describe('return, recall, spike, revive', () => {
	it('returns with a note that stays in the record', async () => {
		const article = await submitted(newsroom);
		await returnArticle(newsroom.actors.desk_editor, { ...at(article), note: '请补采访对象' });
		expect(await stateOf(article.id)).toBe('returned');
		const review = await db.review.findFirstOrThrow({ where: { articleId: article.id } });
		expect(review).toMatchObject({ verdict: 'returned', note: '请补采访对象' });
	});

	it('lets the author take it back, and nobody spike what is on a page', async () => {
		const article = await submitted(newsroom);
		await recallArticle(newsroom.actors.reporter, at(article));
		expect(await stateOf(article.id)).toBe('draft');
		await spikeArticle(newsroom.actors.reporter, at(article));
		expect(await stateOf(article.id)).toBe('spiked');
		await reviveArticle(newsroom.actors.reporter, at(article));
		expect(await stateOf(article.id)).toBe('draft');
	});

	it('is refused to those without the role', async () => {
		const article = await submitted(newsroom);
		for (const role of ['reporter', 'proofreader', 'page_editor', 'admin'] as const) {
			await expect(signOffArticle(newsroom.actors[role], at(article))).rejects.toMatchObject({ code: 'forbidden' });
		}
	});
});
