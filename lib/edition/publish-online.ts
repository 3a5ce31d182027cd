import { titleOf } from '@/lib/article/article';
import { nameRevisions } from '@/lib/article/history/write';
import { type ArticleForAct, getArticleForAct } from '@/lib/article/read';
import { staleArticle } from '@/lib/article/write';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { siteTags } from '@/lib/site/tags';
import { dayOf, minuteOfDay } from '@/lib/time';
import { writeOutbox, writeTrace } from '@/lib/trace/write';
import type { ActInput, SignInput } from '@/lib/workflow/schema';
import { mustDecide } from '@/lib/workflow/workflow';
import { setState, signOffIn } from '@/lib/workflow/write';
import { webPageName } from './edition';
import { tagsOf } from './publication-tags';
import type { TimeArticleInput } from './schema';

/** 上网: readers have a signed story at once, before it stands on a page or without ever standing on one. */
export async function publishOnline(actor: Actor, input: ActInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const article = await getArticleForAct(tx, actor, input.id);
		if (article.revision !== input.revision) throw staleArticle();
		await publishOnlineIn(tx, actor, article);
	});
}

/** 签发并上网: the last signature and the publication in one act, for what cannot wait. */
export async function signOffOnline(actor: Actor, input: SignInput): Promise<void> {
	await db.$transaction(async (tx) => {
		await signOffIn(tx, actor, input);
		await publishOnlineIn(tx, actor, await getArticleForAct(tx, actor, input.id));
	});
}

/** The same inside a transaction of the caller's. */
export async function publishOnlineIn(tx: Db, actor: Actor, article: ArticleForAct): Promise<void> {
	const { to } = mustDecide('publishOnline', article, actor);
	const now = await databaseNow(tx);
	await setState(tx, article, to, { publishAt: null, publishById: null, publishTrouble: '' });
	await tx.publication.create({
		data: {
			articleId: article.id,
			paperId: actor.paperId,
			revision: article.revision,
			columnId: article.current.columnId,
			seriesId: article.current.seriesId,
			editionDate: new Date(dayOf(now)),
			// Page 0 is the web; of a day the latest stands first.
			pageNo: 0,
			pageName: webPageName,
			rank: -minuteOfDay(now),
			publishedAt: now,
			updatedAt: now,
		},
	});
	await nameRevisions(tx, actor, 'publishOnline', [article]);
	await writeTrace(tx, actor, {
		act: 'article.publishOnline',
		subjectType: 'article',
		subjectId: article.id,
		subject: titleOf(article.current.headline),
		before: article.current.hash,
		after: article.current.hash,
		detail: { from: article.state, to, revision: article.revision },
	});
	await writeOutbox(tx, actor, 'article.publishOnline', article.id, [
		...tagsOf(article),
		siteTags.latest,
		siteTags.edition(dayOf(now)),
	]);
}

/** 定时上网: it goes online by itself at the moment, if it is signed then. Null takes the order back. */
export async function timeArticle(actor: Actor, { id, publishAt }: TimeArticleInput): Promise<void> {
	must(actor, 'article.publishOnline');
	await db.$transaction(async (tx) => {
		const article = await getArticleForAct(tx, actor, id);
		if (publishAt && article.isPublished) throw new Refusal('wrong-state', '读者已经看得到这篇稿件，不用再定时。');
		if (publishAt && publishAt <= (await databaseNow(tx))) {
			throw new Refusal('invalid', '定时要在现在之后。', { publishAt: '请选现在之后的时间' });
		}
		const data = { publishAt, publishById: publishAt && actor.userId, publishTrouble: '', publishTriedAt: null };
		await tx.article.update({ where: { id }, data });
		await writeTrace(tx, actor, {
			act: 'article.time',
			subjectType: 'article',
			subjectId: id,
			subject: titleOf(article.current.headline),
			detail: { publishAt: publishAt?.toISOString() ?? null },
		});
	});
}
