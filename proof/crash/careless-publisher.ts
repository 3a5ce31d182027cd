// The control of kill-app: publishes as the product does, but row after row instead of all at once. Told the edition and its
// stories as JSON; killed while it works, it leaves half an edition.
import { db } from '@/lib/db';
import { newId } from '@/lib/id';
import { writeOutbox, writeTrace } from '@/lib/trace/write';
import type { DueEdition } from './edition';

const { id, articleIds } = JSON.parse(process.argv[2] ?? '') as DueEdition;
const { date, paperId, pages } = await db.edition.findUniqueOrThrow({ where: { id }, include: { pages: true } });
const nobody = { userId: '', paperId, name: '对照', department: '', roles: [], desks: [], ip: '' };
const record = (act: string, subjectType: string, subjectId: string) =>
	writeTrace(db, nobody, { act, subjectType, subjectId, subject: '' });

const publishedAt = new Date();
await db.edition.update({ where: { id }, data: { publishedAt } });
process.send?.('begun');
for (const articleId of articleIds) {
	const { revision } = await db.article.findUniqueOrThrow({ where: { id: articleId } });
	const place = { editionDate: date, pageNo: 1, pageName: '', rank: 1 };
	await db.publication.create({
		data: { articleId, paperId, revision, ...place, publishedAt, updatedAt: publishedAt },
	});
	await db.article.update({ where: { id: articleId }, data: { state: 'published' } });
	await record('article.publish', 'article', articleId);
}
for (const page of pages) {
	const number = (page.lockedVersion ?? 0) + 1;
	await db.pageVersion.create({
		data: { id: newId(), paperId, pageId: page.id, number, published: 1, brief: {}, sheet: {} },
	});
}
await record('edition.publish', 'edition', id);
await writeOutbox(db, nobody, 'edition.publish', id, []);
process.exit(0);
