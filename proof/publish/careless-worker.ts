// The control of publish-once: looks for what is due without claiming it, and publishes step after step.
import { setTimeout as sleep } from 'node:timers/promises';
import { db } from '@/lib/db';
import { writeOutbox, writeTrace } from '@/lib/trace/write';

process.send?.('ready');
for (;;) {
	const due = await db.article.findMany({
		where: { publishAt: { lte: new Date() } },
		orderBy: { publishAt: 'asc' },
		take: 10,
	});
	for (const { id, paperId, revision } of due) {
		const nobody = { userId: '', paperId, name: '对照', department: '', roles: [], desks: [], ip: '' };
		await writeTrace(db, nobody, { act: 'article.publishOnline', subjectType: 'article', subjectId: id, subject: '' });
		const now = new Date();
		const place = { editionDate: now, pageNo: 0, pageName: '', rank: 0 };
		const row = { paperId, revision, ...place, publishedAt: now, updatedAt: now };
		await db.publication.upsert({ where: { articleId: id }, create: { articleId: id, ...row }, update: row });
		await writeOutbox(db, nobody, 'article.publishOnline', id, []);
		await db.article.update({ where: { id }, data: { state: 'published', publishAt: null } });
	}
	await sleep(50);
}
