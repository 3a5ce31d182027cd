import { oneLine } from '../../lib/article/article.ts';
import { listStoriesOfDay } from '../../lib/article/published.ts';
import { getArticleForEdit } from '../../lib/article/read.ts';
import { ArticleContent } from '../../lib/article/schema.ts';
import { createArticle, saveArticle } from '../../lib/article/write.ts';
import { getActorById } from '../../lib/auth/read.ts';
import type { Actor } from '../../lib/auth/roles.ts';
import { db, publishedDb } from '../../lib/db.ts';
import { correctArticle } from '../../lib/edition/amend.ts';
import { signOffOnline } from '../../lib/edition/publish-online.ts';
import { findLatestDate } from '../../lib/edition/published.ts';
import { listFeedStories } from '../../lib/feed/published.ts';
import { storiesInFeed } from '../../lib/site/page/feeds.ts';
import { signFirst, signOffArticle, signSecond, submitArticle } from '../../lib/workflow/write.ts';

/** An act that readers are to see, prepared up to its last step. */
export interface PublishingAct {
	/** What appears at each of the places, and was not there before. */
	sign: string;
	/** Paths where it is to be seen, by the name of the place. */
	places: Record<string, string>;
	/** The act itself; resolves when it is acknowledged. */
	perform: () => Promise<unknown>;
}

interface People {
	reporter: Actor;
	editor: Actor;
	head: Actor;
	chief: Actor;
}

async function findPeople(): Promise<People> {
	const find = async (login: string) => {
		const { id } = await db.user.findUniqueOrThrow({ where: { login }, select: { id: true } });
		const actor = await getActorById(db, id);
		if (!actor) throw new Error(`The demo has no ${login}`);
		return actor;
	};
	const [reporter, editor, head, chief] = await Promise.all(['jizhe', 'zebian', 'zhuren', 'zongbian'].map(find));
	return { reporter, editor, head, chief } as People;
}

/** 干支 of a round, 甲子 first: the same width in every headline. */
function numeral(round: number): string {
	return `${'甲乙丙丁戊己庚辛壬癸'[round % 10]}${'子丑寅卯辰巳午未申酉戌亥'[round % 12]}`;
}

/** 签发并上网 of a new story, signed twice: article, front, column, feed. */
export async function prepareOnline(round: number): Promise<PublishingAct> {
	const { reporter, editor, head, chief } = await findPeople();
	const { id: columnId, slug } = await db.column.findFirstOrThrow({ where: { name: '民生' } });
	const headline = `环湖步道今晚亮灯${numeral(round)}`;
	const text = '环湖步道昨天全线贯通，从北桥到柳浦走一圈要两个小时。';
	const body = { type: 'doc', content: Array(6).fill({ type: 'paragraph', content: [{ type: 'text', text }] }) };
	const content = ArticleContent.parse({ headline, columnId, body });
	const { id, revision } = await createArticle(reporter, { requestId: crypto.randomUUID(), content });
	await submitArticle(reporter, { id, revision });
	await signFirst(editor, { id, revision });
	await signSecond(head, { id, revision });
	return {
		sign: headline,
		places: { article: `/article/${id}`, front: '/', column: `/column/${slug}`, feed: '/feed.xml' },
		perform: () => signOffOnline(chief, { id, revision }),
	};
}

/** 发布更正 of a headline that stands on a page, signed anew: article, column, feed, the page itself. */
export async function prepareCorrection(round: number): Promise<PublishingAct> {
	const { editor, head, chief } = await findPeople();
	const story = await storyToCorrect(editor.paperId, round);
	const { content, revision } = await getArticleForEdit(editor, story.id);
	const headline = `${story.headline.slice(0, -2)}${numeral(round)}`;
	const amendment = {
		kind: 'correction',
		wrong: story.headline,
		right: headline,
		foundBy: '读者',
		cause: 'editing',
		note: '',
	};
	const changed = ArticleContent.parse({ ...content, headline, amendment });
	await saveArticle(editor, { id: story.id, baseRevision: revision, requestId: crypto.randomUUID(), content: changed });
	const seen = { id: story.id, revision: revision + 1 };
	await submitArticle(editor, seen);
	await signFirst(editor, seen);
	await signSecond(head, seen);
	await signOffArticle(chief, seen);
	const { slug } = await db.column.findUniqueOrThrow({ where: { id: story.columnId ?? '' } });
	return {
		sign: oneLine(headline),
		places: {
			article: `/article/${story.id}`,
			column: `/column/${slug}`,
			feed: '/feed.xml',
			page: `/paper/${story.date}/${story.pageNo}`,
		},
		perform: () => correctArticle(chief, seen),
	};
}

/** Of today's edition one after the other: those with a column, a headline of one row and nothing to say how it is printed. */
async function storyToCorrect(paperId: string, round: number) {
	const date = await findLatestDate(paperId);
	if (!date) throw new Error('The demo has no edition');
	// Each round puts a story before them: what has left the feed by now is seen there no more.
	const inFeed = new Set((await listFeedStories({ paperId }, storiesInFeed)).map(({ id }) => id));
	const stories = (await listStoriesOfDay(paperId, date)).filter(
		({ id, columnId, headline, pageNo }) =>
			pageNo > 0 && inFeed.has(id) && columnId && !headline.includes('\n') && headline.length >= 6,
	);
	const story = stories[round % stories.length];
	if (!story) throw new Error('The demo has no story to correct');
	return story;
}

export async function endActs(): Promise<void> {
	await Promise.all([db.$disconnect(), publishedDb.$disconnect()]);
}
