import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleContent } from '@/lib/article/schema';
import { saveArticle } from '@/lib/article/write';
import { db, publishedDb } from '@/lib/db';
import { correctArticle } from '@/lib/edition/amend';
import { stopComposer } from '@/lib/edition/composer';
import { publishEdition } from '@/lib/edition/publish';
import { publishOnline } from '@/lib/edition/publish-online';
import { addPicture } from '@/lib/media/write';
import { answerFrame, answerLink, answerLinkPicture } from '@/lib/preview/answer';
import { mostOpenLinks } from '@/lib/preview/preview';
import { getPreviewStory, listPreviewLinks, listPreviewPages } from '@/lib/preview/read';
import { createPreview, revokePreview } from '@/lib/preview/write';
import { stopCutter } from '@/lib/site/font-cutter';
import { articlePage } from '@/lib/site/page/article';
import { renderPicture } from '@/lib/site/picture';
import { renderPage } from '@/lib/site/render';
import { spikeArticle, submitArticle } from '@/lib/workflow/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { figure, p } from '@/prisma/seed/story';
import { signThrice } from '@/prisma/seed/write-story';
import { at, content, draft, laidOut, locked, signed } from '../factories';

let newsroom: Newsroom;
let mediaId: string;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
	const square = { width: 1200, height: 800, channels: 3 as const, background: '#345' };
	const jpeg = await sharp({ create: square }).jpeg().toBuffer();
	({ id: mediaId } = await addPicture(newsroom.actors.desk_editor, jpeg, { filename: 'lake.jpg' }));
});
afterAll(async () => {
	await Promise.all([stopCutter(), stopComposer()]);
	await Promise.all([db.$disconnect(), publishedDb.$disconnect()]);
});

const withPicture = (headline: string): Partial<ArticleContent> => ({
	headline,
	deck: '从北桥到柳浦',
	columnId: newsroom.columnIds.get('民生') ?? '',
	tagIds: [newsroom.tagIds.get('交通') ?? ''],
	bylines: [{ role: 'reporter', name: '沈知远', office: '', reporterId: newsroom.reporterIds.get('沈知远') ?? '' }],
	body: { type: 'doc', content: [p('环湖步道昨天全线贯通。'), figure(mediaId, '步道一景', '程野 摄', '湖边')] },
});

/** A new link of a story, as an address. */
async function linkTo(articleId: string): Promise<{ id: string; path: string; token: string }> {
	const { id } = await createPreview(newsroom.actors.desk_editor, { id: articleId });
	const { links } = await listPreviewLinks(newsroom.actors.desk_editor, articleId);
	const { path } = links.find((link) => link.id === id)!;
	return { id, path, token: path.slice('/preview/'.length) };
}

/** What stands between the banner and the end of the page. */
function bodyOf(html: string): string {
	return (
		html
			.slice(html.indexOf('<body>'))
			.replace(/<aside class="preview-banner".*?<\/aside>/, '')
			// What readers can do with an address is theirs alone.
			.replace(/<div class="tools">.*?(?=<\/header><div class="body">)/s, '')
			.replace(/\/preview\/[^/"]+\/media\//g, '/media/')
			.replace(/\/api\/media\//g, '/media/')
	);
}
const titleOf = (html: string) =>
	/<title>(.*?)<\/title>.*?<meta name="description" content="(.*?)"/s.exec(html)?.slice(1);

describe('what is previewed', () => {
	it('is what will be published: the same page but for its banner', async () => {
		const { id, articles } = await laidOut(newsroom, '2026-06-10', [
			[withPicture('步道通了'), { headline: '另一件事', columnId: newsroom.columnIds.get('民生') ?? '' }],
			[{ headline: '第二版的事', columnId: newsroom.columnIds.get('民生') ?? '' }],
		]);
		// Who read the page is printed under it: known once it is locked.
		await locked(newsroom, id);
		const previews: { link: string; frame: string }[] = [];
		for (const article of articles) {
			const { token } = await linkTo(article.id);
			const link = await (await answerLink(token)).text();
			previews.push({ link, frame: await (await answerFrame(newsroom.actors.proofreader, article.id)).text() });
		}
		await publishEdition(newsroom.actors.chief_on_duty, { id });
		for (const [index, article] of articles.entries()) {
			const published = String((await renderPage(articlePage, `/article/${article.id}`)).body);
			const { link, frame } = previews[index]!;
			expect(bodyOf(link), article.id).toBe(bodyOf(published));
			expect(bodyOf(frame)).toBe(bodyOf(published));
			expect(titleOf(link)).toEqual(titleOf(published));
			expect(published).toContain('<link rel="canonical"');
			expect(link).not.toMatch(/rel="canonical"|og:|ld\+json/);
			expect(link).toMatch(/预览 · 未刊发 · \d+月\d+日 \d\d:\d\d 失效/);
		}
		expect(bodyOf(previews[0]!.link)).toContain('步道一景');
		// Out now: the link leads to where readers have it.
		const { token } = await linkTo(articles[0]!.id);
		const moved = await answerLink(token);
		expect([moved.status, moved.headers.get('location')]).toEqual([302, `/article/${articles[0]!.id}`]);
	});

	it('is the next version of what is out, with what it says of itself, and not the one before', async () => {
		const { id, articles } = await laidOut(newsroom, '2026-06-11', [[{ headline: '两点' }, { headline: '邻居' }]]);
		await locked(newsroom, id);
		await publishEdition(newsroom.actors.chief_on_duty, { id });
		const [article] = articles;
		const amendment = {
			...{ kind: 'correction' as const, wrong: '两点', right: '三点', foundBy: '读者', cause: 'reporting' as const },
			note: '时间应为三点。',
		};
		await saveArticle(newsroom.actors.desk_editor, {
			...{ id: article!.id, baseRevision: article!.revision, requestId: crypto.randomUUID() },
			content: content({ headline: '三点', amendment }),
		});
		const { token } = await linkTo(article!.id);
		const shown = await (await answerLink(token)).text();
		expect(shown).toContain('读者看到的是上一稿');
		expect(shown).toContain('三点</h1>');
		expect(shown).toContain('时间应为三点。');
		expect(shown).toContain('邻居');
		const read = async () => String((await renderPage(articlePage, `/article/${article!.id}`)).body);
		expect(await read()).toContain('两点</h1>');
		const seen = { id: article!.id, revision: article!.revision + 1 };
		await submitArticle(newsroom.actors.desk_editor, seen);
		await signThrice(newsroom, seen);
		await correctArticle(newsroom.actors.chief_on_duty, seen);
		const untimed = (html: string) => bodyOf(html).replace(/<p class="correction-at">.*?<\/p>/g, '');
		expect(untimed(shown)).toBe(untimed(await read()));
	});

	it('stands on the web alone where the story stands on no page, and on a sheet of its own', async () => {
		const { reporter, chief_on_duty } = newsroom.actors;
		const earlier = await signed(newsroom, { headline: '先上网的' });
		await publishOnline(chief_on_duty, at(earlier));
		// Some minutes ago: what goes online in one minute stands in no order.
		await db.publication.update({ where: { articleId: earlier.id }, data: { rank: { increment: 5 } } });
		const story = await signed(newsroom, withPicture('还没有版面'));
		const { token } = await linkTo(story.id);
		const shown = await (await answerLink(token)).text();
		expect(shown).toContain('先上网的');
		const [page] = await listPreviewPages(reporter, await getPreviewStory(reporter, story.id));
		expect(page!.sheet.blocks.map((block) => block.story)).toEqual([story.id]);
		await publishOnline(chief_on_duty, at(story));
		expect(bodyOf(shown)).toBe(bodyOf(String((await renderPage(articlePage, `/article/${story.id}`)).body)));
		expect((await getPreviewStory(reporter, story.id)).readersHave).toBe('this');
	});
});

describe('a link', () => {
	it('shows its story and its pictures to whoever holds it, and keeps nothing anywhere', async () => {
		const { id } = await draft(newsroom.actors.reporter, withPicture('只给看的人看'));
		const { token } = await linkTo(id);
		const before = await db.storedPage.count();
		const answer = await answerLink(token);
		expect(answer.status).toBe(200);
		expect(Object.fromEntries(answer.headers)).toMatchObject({
			'cache-control': 'no-store',
			'x-robots-tag': 'noindex',
			'referrer-policy': 'no-referrer',
		});
		const html = await answer.text();
		const [src = ''] = /\/preview\/[^" ]+\/media\/[^" ]+/.exec(html) ?? [];
		const [, , , , picture = '', file = ''] = src.split('/');
		expect(picture).toBe(mediaId);
		const bytes = await answerLinkPicture(token, picture, file);
		expect([bytes.status, bytes.headers.get('content-type'), bytes.headers.get('cache-control')]).toEqual([
			...[200, 'image/webp'],
			'no-store',
		]);
		expect((await bytes.arrayBuffer()).byteLength).toBeGreaterThan(100);
		expect(await db.storedPage.count()).toBe(before);
		expect((await db.previewLink.findFirstOrThrow({ where: { articleId: id } })).seenAt).not.toBeNull();
	});

	it('opens no other picture, and readers have none of a story that is not out', async () => {
		const other = { width: 900, height: 600, channels: 3 as const, background: '#543' };
		const jpeg = await sharp({ create: other }).jpeg().toBuffer();
		const hidden = await addPicture(newsroom.actors.desk_editor, jpeg, { filename: 'hidden.jpg' });
		const { id } = await draft(newsroom.actors.reporter, {
			body: { type: 'doc', content: [p('文'), figure(hidden.id, '', '', '图')] },
		});
		const { token } = await linkTo(id);
		expect((await answerLinkPicture(token, hidden.id, '480.webp')).status).toBe(200);
		expect((await answerLinkPicture(token, mediaId, '480.webp')).status).toBe(404);
		expect((await answerLinkPicture(token, hidden.id, '481.webp')).status).toBe(404);
		expect((await renderPicture(`/media/${hidden.id}/480.webp`)).status).toBe(404);
	});

	it('is not found when it was not sealed by us, and is over in words when it is over', async () => {
		const { id } = await draft(newsroom.actors.reporter);
		const link = await linkTo(id);
		const [row = '', expiry = '', seal = ''] = link.token.split('.');
		const later = (Number.parseInt(expiry, 36) + 86_400).toString(36);
		const forged = [
			`${row}.${later}.${seal}`,
			`${row}x.${expiry}.${seal}`,
			`${row}.${expiry}.${'A'.repeat(24)}`,
			'x',
			'',
		];
		for (const token of forged) {
			const answer = await answerLink(token);
			expect([answer.status, answer.headers.get('cache-control')], token).toEqual([404, 'no-store']);
			expect((await answerLinkPicture(token, mediaId, '480.webp')).status).toBe(404);
		}
		await revokePreview(newsroom.actors.desk_editor, { id: link.id });
		const revoked = await answerLink(link.token);
		expect(revoked.status).toBe(410);
		expect(revoked.headers.get('cache-control')).toBe('no-store');
		expect(await revoked.text()).toContain('这条预览链接已由编辑部撤销');
		expect((await answerLinkPicture(link.token, mediaId, '480.webp')).status).toBe(410);
	});

	it('ends after its hours, with its maker, with its story', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const { id } = await draft(reporter);
		const link = await linkTo(id);
		const statusNow = async () => (await answerLink(link.token)).status;
		expect(await statusNow()).toBe(200);
		await db.user.update({ where: { id: desk_editor.userId }, data: { disabledAt: new Date() } });
		expect(await statusNow()).toBe(410);
		await db.user.update({ where: { id: desk_editor.userId }, data: { disabledAt: null } });
		expect(await statusNow()).toBe(200);
		await spikeArticle(reporter, { id, revision: 1 });
		expect(await statusNow()).toBe(410);
		expect(await (await answerLink(link.token)).text()).toContain('这篇稿件不再刊发');
		await expect(createPreview(desk_editor, { id })).rejects.toMatchObject({ code: 'wrong-state' });
		// The seal says one thing, the row another: neither is believed.
		await db.previewLink.update({ where: { id: link.id }, data: { expiresAt: new Date() } });
		expect(await statusNow()).toBe(404);
	});

	it('is made and revoked by who may edit, is counted, and leaves a trace', async () => {
		const { reporter, desk_editor, proofreader, admin } = newsroom.actors;
		const { id } = await draft(reporter, { headline: '数链接' });
		for (const actor of [proofreader, admin, newsroom.colleague]) {
			await expect(createPreview(actor, { id })).rejects.toMatchObject({ code: 'forbidden' });
		}
		await expect(answerFrame(newsroom.colleague, id)).rejects.toMatchObject({ code: 'forbidden' });
		expect((await listPreviewLinks(proofreader, id)).links).toEqual([]);
		const links = [];
		for (let no = 0; no < mostOpenLinks; no++) links.push(await createPreview(reporter, { id }));
		await expect(createPreview(reporter, { id })).rejects.toMatchObject({ code: 'invalid' });
		await revokePreview(desk_editor, links[0]!);
		await expect(revokePreview(desk_editor, links[0]!)).rejects.toMatchObject({ code: 'wrong-state' });
		await expect(revokePreview(newsroom.colleague, links[1]!)).rejects.toMatchObject({ code: 'forbidden' });
		await expect(revokePreview(desk_editor, { id: 'nothing' })).rejects.toMatchObject({ code: 'not-found' });
		await createPreview(reporter, { id });
		const listed = await listPreviewLinks(desk_editor, id);
		expect(listed.links.filter((link) => link.isOpen)).toHaveLength(mostOpenLinks);
		const traces = await db.trace.findMany({
			where: { subjectId: id, act: { startsWith: 'preview.' } },
			orderBy: { seq: 'asc' },
		});
		expect(traces.map(({ act, actorName, subject }) => [act, actorName, subject]).slice(-2)).toEqual([
			['preview.revoke', desk_editor.name, '数链接'],
			['preview.create', reporter.name, '数链接'],
		]);
	});
});
