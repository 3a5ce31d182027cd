import { saveArticle } from '@/lib/article/write';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { textOf } from '@/lib/edition/proof/mark';
import { createMark, settleMark } from '@/lib/edition/proof/mark-write';
import type { Brief } from '@/lib/makeup/sheet';
import { signOffArticle, signSecond } from '@/lib/workflow/write';
import type { Newsroom } from '../newsroom';
import type { Story } from '../story';
import { newestVersion, type PictureIds, storyContent } from '../write-story';
import { type DemoMark, schoolMarks, schoolMends } from './marks';
import { nextPages } from './pages';

/** Draws a mark on the newest proof of a page, where its words stand. Gives its id. */
export async function drawMark(
	actor: Actor,
	pageId: string,
	{ mark, written }: { mark: DemoMark; written: ReadonlyMap<string, string> },
): Promise<string> {
	const { number, brief } = await newestVersion(pageId);
	const { kind, right = '', note = '' } = mark;
	const articleId = written.get(mark.story) ?? null;
	const place = mark.at ? spotOf(brief as unknown as Brief, articleId, mark.at) : layoutSpot;
	const { id } = await createMark(actor, {
		id: pageId,
		number,
		kind,
		articleId,
		figureId: null,
		box: null,
		right,
		note,
		...place,
	});
	return id;
}

const layoutSpot = { place: 'headline', block: null, position: 0, exact: '' } as const;

/** Where the words in brackets stand: `坐[的]住` */
function spotOf(brief: Brief, articleId: string | null, at: string) {
	const [before = '', exact = '', after = ''] = at.split(/[[\]]/);
	const blocks = brief.stories.find(({ id }) => id === articleId)?.blocks ?? [];
	for (const block of blocks.keys()) {
		const text = textOf(brief, { articleId, place: 'body', block, figureId: null }) ?? '';
		const found = text.indexOf(before + exact + after);
		if (found >= 0) return { place: 'body', block, position: found + before.length, exact } as const;
	}
	throw new Error(`The page does not say ${at}`);
}

/** The desk mends the lead of page 2 and has it signed again. */
export async function mendSchool(
	newsroom: Newsroom,
	pictures: PictureIds,
	written: ReadonlyMap<string, string>,
): Promise<void> {
	const story = nextPages.flatMap(({ stories }) => stories).find(({ key }) => key === 'next-school');
	const id = written.get('next-school');
	if (!story || !id) throw new Error('Page 2 has lost its lead');
	const { desk_editor, department_head, chief_on_duty } = newsroom.actors;
	const { revision } = await db.article.findUniqueOrThrow({ where: { id } });
	const content = storyContent(newsroom, pictures, mended(story));
	await saveArticle(desk_editor, { id, baseRevision: revision, requestId: crypto.randomUUID(), content });
	const seen = { id, revision: revision + 1 };
	await signSecond(department_head, seen);
	await signOffArticle(chief_on_duty, seen);
}

function mended(story: Story): Story {
	const written = JSON.stringify(story.body);
	const body = schoolMends.reduce((text, { from, to }) => text.replace(from, to), written);
	return { ...story, body: JSON.parse(body) };
}

/** What no machine judges is answered by a person. */
export async function settle(actor: Actor, { refused, done }: { refused: string; done: string }): Promise<void> {
	await settleMark(actor, { id: refused, state: 'refused', reason: schoolMarks.refused.reason });
	await settleMark(actor, { id: done, state: 'done', reason: '' });
}
