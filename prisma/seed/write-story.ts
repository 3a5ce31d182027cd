import type { Body, Figure } from '@/lib/article/body';
import { ArticleContent } from '@/lib/article/schema';
import { createArticle, type SavedArticle, saveArticle } from '@/lib/article/write';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { lockPage } from '@/lib/edition/proof/lock';
import { pullProof, signProof } from '@/lib/edition/proof/write';
import { publishEdition } from '@/lib/edition/publish';
import { getEdition } from '@/lib/edition/read';
import { createEdition, placeArticle, updatePage } from '@/lib/edition/write';
import type { IsoDate } from '@/lib/time';
import { signFirst, signOffArticle, signSecond, submitArticle } from '@/lib/workflow/write';
import type { Newsroom } from './newsroom';
import type { Story, StoryPage } from './story';

/** From the keys of pictures that stories name to the ids of assets. */
export type PictureIds = ReadonlyMap<string, string>;

/** A story in the trade's words as the content that the desk saves. */
export function storyContent(newsroom: Newsroom, pictures: PictureIds, story: Story): ArticleContent {
	const { kicker = '', headline, deck = '', dateline = '' } = story;
	return ArticleContent.parse({
		kicker,
		headline,
		deck,
		dateline,
		columnId: story.column ? required(newsroom.columnIds, story.column) : null,
		seriesId: story.series ? required(newsroom.seriesIds, story.series) : null,
		tagIds: (story.tags ?? []).map((name) => required(newsroom.tagIds, name)),
		bylines: story.bylines.map(({ role, name, office = '' }) => ({
			role,
			name,
			office,
			// Authors sign with their office; the paper's own people are linked to their pages.
			reporterId: role === 'author' ? null : (newsroom.reporterIds.get(name) ?? null),
		})),
		body: withPictures(story.body, pictures),
	});
}

function withPictures(blocks: Story['body'], pictures: PictureIds): Body {
	return {
		type: 'doc',
		content: blocks.map((block) => {
			if (block.type === 'gallery')
				return { ...block, content: block.content.map((one) => withPicture(one, pictures)) };
			return block.type === 'figure' ? withPicture(block, pictures) : block;
		}),
	};
}

function withPicture(figure: Figure, pictures: PictureIds): Figure {
	return { ...figure, attrs: { ...figure.attrs, media: required(pictures, figure.attrs.media) } };
}

export function required<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
	const value = map.get(key);
	if (value === undefined) throw new Error(`The demo names what it does not have: ${key}`);
	return value;
}

/** Who writes a story in the newsroom's system: its reporter where he has an account, else his colleague. */
function writerOf({ actors, colleague }: Newsroom, story: Story): Actor {
	return story.bylines.some((byline) => byline.name === actors.reporter.name) ? actors.reporter : colleague;
}

export async function writeStory(newsroom: Newsroom, pictures: PictureIds, story: Story): Promise<SavedArticle> {
	const content = storyContent(newsroom, pictures, story);
	return createArticle(writerOf(newsroom, story), { requestId: crypto.randomUUID(), content });
}

/** Writes a story, sends it for review and has it signed in the three stages, each by another person. */
export async function writeSignedStory(newsroom: Newsroom, pictures: PictureIds, story: Story): Promise<SavedArticle> {
	const article = await writeStory(newsroom, pictures, story);
	const { id, revision } = article;
	await submitArticle(writerOf(newsroom, story), { id, revision });
	await signThrice(newsroom, { id, revision });
	return article;
}

/** 三审: each stage signed by its own person. */
export async function signThrice({ actors }: Newsroom, seen: { id: string; revision: number }): Promise<void> {
	await signFirst(actors.desk_editor, seen);
	await signSecond(actors.department_head, seen);
	await signOffArticle(actors.chief_on_duty, seen);
}

/** The next version of a published story, saved with its 更正说明 by the editor and signed three times; not yet before readers. */
export async function amendStory(
	newsroom: Newsroom,
	{ id, revision }: { id: string; revision: number },
	content: ArticleContent,
): Promise<{ id: string; revision: number }> {
	const { desk_editor } = newsroom.actors;
	await saveArticle(desk_editor, { id, baseRevision: revision, requestId: crypto.randomUUID(), content });
	const next = { id, revision: revision + 1 };
	await submitArticle(desk_editor, next);
	await signThrice(newsroom, next);
	return next;
}

/** Plans a day's edition and fills its pages with signed stories. Gives the ids of the articles by story key. */
export async function layOutEdition(
	newsroom: Newsroom,
	pictures: PictureIds,
	plan: { date: IsoDate; issueNo: number; pages: StoryPage[] },
): Promise<{ editionId: string; articleIds: Map<string, string> }> {
	const { page_editor } = newsroom.actors;
	const { id: editionId } = await createEdition(page_editor, {
		date: plan.date,
		issueNo: plan.issueNo,
		pages: plan.pages.map((page) => page.name),
	});
	const edition = await getEdition(page_editor, plan.date);
	const articleIds = new Map<string, string>();
	for (const page of plan.pages) {
		const row = edition.pages.find(({ no }) => no === page.no);
		if (!row) throw new Error(`Edition ${plan.date} has no page ${page.no}`);
		await updatePage(page_editor, { id: row.id, name: page.name, credits: page.credits });
		for (const story of page.stories) {
			const { id } = await writeSignedStory(newsroom, pictures, story);
			await placeArticle(page_editor, { articleId: id, pageId: row.id, priority: story.priority });
			articleIds.set(story.key, id);
		}
	}
	return { editionId, articleIds };
}

/** 三校 and 付印 of every page of an edition. */
export async function lockEdition(newsroom: Newsroom, editionId: string): Promise<void> {
	const pages = await db.page.findMany({ where: { editionId }, orderBy: { no: 'asc' }, select: { id: true } });
	for (const { id } of pages) await readThriceAndLock(newsroom, id, '示例版面');
}

/** 三校, each proof read by its own person, and 付印; `whyHoles` is said where room is left white. */
export async function readThriceAndLock(newsroom: Newsroom, pageId: string, whyHoles: string): Promise<void> {
	const { page_editor, proofreader, desk_editor, department_head, chief_on_duty } = newsroom.actors;
	let latest = 0;
	for (const reader of [proofreader, desk_editor, department_head]) {
		({ number: latest } = await pullProof(page_editor, { id: pageId, latest }));
		await signNewest(reader, pageId);
	}
	const { number } = await pullProof(page_editor, { id: pageId, latest });
	await lockPage(chief_on_duty, { id: pageId, number, whyHoles });
}

/** Whoever has read the newest proof of a page signs it. */
export async function signNewest(reader: Actor, pageId: string): Promise<void> {
	const { number, hash } = await newestVersion(pageId);
	await signProof(reader, { id: pageId, number, hash });
}

/** The newest proof of a page. */
export function newestVersion(pageId: string) {
	return db.pageVersion.findFirstOrThrow({ where: { pageId }, orderBy: { number: 'desc' } });
}

/** Lays an edition out, has it proofed and locked, and publishes it. */
export async function publishStories(
	newsroom: Newsroom,
	pictures: PictureIds,
	plan: { date: IsoDate; issueNo: number; pages: StoryPage[] },
): Promise<Map<string, string>> {
	const { editionId, articleIds } = await layOutEdition(newsroom, pictures, plan);
	await lockEdition(newsroom, editionId);
	await publishEdition(newsroom.actors.chief_on_duty, { id: editionId });
	return articleIds;
}
