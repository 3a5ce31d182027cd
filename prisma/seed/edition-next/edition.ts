import { changePage } from '@/lib/edition/desk/write';
import { createSlot, setHolder } from '@/lib/edition/plan/write';
import { pullProof } from '@/lib/edition/proof/write';
import { getEdition } from '@/lib/edition/read';
import { createEdition, placeArticle, updatePage } from '@/lib/edition/write';
import { gridOf } from '@/lib/makeup/grid';
import type { IsoDate } from '@/lib/time';
import { signFirst, signSecond, submitArticle } from '@/lib/workflow/write';
import type { Newsroom } from '../newsroom';
import type { Story, StoryPage } from '../story';
import { type PictureIds, readThriceAndLock, signNewest, writeSignedStory, writeStory } from '../write-story';
import { schoolMarks, secondMarks, thirdPageMarks } from './marks';
import { nextPages } from './pages';
import { nextPlan, type PagePlan } from './plan';
import { poolStories } from './pool';
import { drawMark, mendSchool, settle } from './proofs';

/** What is written while the edition is made: ids of articles by the keys of their stories. */
export type Written = Map<string, string>;

/**
 * The edition in the making: page 1 has gone to print, page 2 is in its second proof, page 3 in its first, page 4 is
 * being composed, and stories wait in the pool.
 */
export async function makeNextEdition(
	newsroom: Newsroom,
	pictures: PictureIds,
	{ date, issueNo }: { date: IsoDate; issueNo: number },
): Promise<void> {
	const { page_editor } = newsroom.actors;
	await createEdition(page_editor, { date, issueNo, pages: nextPages.map(({ name }) => name) });
	const { pages } = await getEdition(page_editor, date);
	const written: Written = new Map();
	// The engine makes room for one while the next page is written.
	const ads: Promise<void>[] = [];
	for (const [index, { id }] of pages.entries()) {
		const [page, plan] = [nextPages[index], nextPlan[index]];
		if (!page || !plan) continue;
		await fillPage(newsroom, pictures, { id, page, plan, written });
		if (plan.ad) ads.push(bookAd(newsroom, id, plan.ad));
	}
	await Promise.all(ads);
	const [first = '', second = '', third = '', fourth = ''] = pages.map(({ id }) => id);
	await readThriceAndLock(newsroom, first, '版面示例，头条下留白');
	await proofTwice(newsroom, pictures, { pageId: second, written });
	await pullProof(page_editor, { id: third, latest: 0 });
	for (const mark of thirdPageMarks) await drawMark(newsroom.actors.proofreader, third, { mark, written });
	await setHolder(page_editor, { id: fourth, holderId: page_editor.userId, seen: null });
	await fillPool(newsroom, pictures);
}

interface PageToFill {
	id: string;
	page: StoryPage;
	plan: PagePlan;
	written: Written;
}

/** Sections, deadline and slots of a page, and its signed stories, each in the slot that waits for it. */
async function fillPage(
	newsroom: Newsroom,
	pictures: PictureIds,
	{ id: pageId, page, plan, written }: PageToFill,
): Promise<void> {
	const { page_editor } = newsroom.actors;
	const deadline = new Date(Math.ceil(Date.now() / 600_000) * 600_000 + plan.minutesToPrint * 60_000);
	await updatePage(page_editor, {
		id: pageId,
		name: page.name,
		credits: page.credits,
		section: plan.section,
		deadline,
	});
	const slots = new Map<string, string>();
	for (const { story, column, ...slot } of plan.slots) {
		const columnId = newsroom.columnIds.get(column) ?? null;
		const { id } = await createSlot(page_editor, { ...slot, pageId, columnId });
		if (story) slots.set(story, id);
	}
	for (const story of page.stories) {
		const { id: articleId } = await writeSignedStory(newsroom, pictures, story);
		const { key, priority } = story;
		await placeArticle(page_editor, { articleId, pageId, priority, slotId: slots.get(key) });
		written.set(key, articleId);
	}
}

/** 广告 over the whole foot of the page, as its first step. */
async function bookAd(
	newsroom: Newsroom,
	pageId: string,
	{ label, lines }: NonNullable<PagePlan['ad']>,
): Promise<void> {
	const { cols, lines: all } = gridOf('四开');
	const ad = { id: 'ad-foot', label, col: 0, cols, lines, y: all - lines };
	await changePage(newsroom.actors.page_editor, pageId, { base: 0, op: { kind: 'ad', ad } });
}

/** First proof read and signed, its marks mended or answered; second proof pulled, with marks that are open. */
async function proofTwice(
	newsroom: Newsroom,
	pictures: PictureIds,
	{ pageId, written }: { pageId: string; written: Written },
): Promise<void> {
	const { page_editor, proofreader, desk_editor } = newsroom.actors;
	const { number: first } = await pullProof(page_editor, { id: pageId, latest: 0 });
	for (const mark of schoolMarks.mended) await drawMark(proofreader, pageId, { mark, written });
	const refused = await drawMark(proofreader, pageId, { mark: schoolMarks.refused.mark, written });
	const done = await drawMark(proofreader, pageId, { mark: schoolMarks.done, written });
	await signNewest(proofreader, pageId);
	await mendSchool(newsroom, pictures, written);
	await pullProof(page_editor, { id: pageId, latest: first });
	await settle(desk_editor, { refused, done });
	for (const mark of secondMarks) await drawMark(desk_editor, pageId, { mark, written });
}

async function fillPool(newsroom: Newsroom, pictures: PictureIds): Promise<void> {
	const { desk_editor, department_head } = newsroom.actors;
	for (const story of poolStories.signed) await writeSignedStory(newsroom, pictures, story);
	for (const story of poolStories.final) {
		const seen = await submit(newsroom, pictures, story);
		await signFirst(desk_editor, seen);
		await signSecond(department_head, seen);
	}
	for (const story of poolStories.second) await signFirst(desk_editor, await submit(newsroom, pictures, story));
	for (const story of poolStories.submitted) await submit(newsroom, pictures, story);
}

async function submit(newsroom: Newsroom, pictures: PictureIds, story: Story) {
	const { id, revision } = await writeStory(newsroom, pictures, story);
	await submitArticle(newsroom.colleague, { id, revision });
	return { id, revision };
}
