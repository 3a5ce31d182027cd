// The demo paper: 《澄湖日报》, fictional from the first word to the last. Idempotent: a database that
// has a paper is left alone. The last line is JSON for whoever started it.
import { roleNames } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { indexWaiting } from '@/lib/search/write';
import { addDays, dayOf } from '@/lib/time';
import { fillDesk } from './seed/desk';
import { beforePages, yesterdayPages } from './seed/edition-earlier/pages';
import { makeNextEdition } from './seed/edition-next/edition';
import { todayPages } from './seed/edition-today/pages';
import { createNewsroom, demoAccounts, demoPassword } from './seed/newsroom';
import { correctSlip, publishFirstOnline } from './seed/online';
import { addDemoPictures, hangPortraits } from './seed/pictures';
import { publishStories } from './seed/write-story';

/** 总期号 of the demo's first edition. */
const firstIssue = 8120;

async function seed(): Promise<void> {
	if ((await db.paper.count()) > 0) {
		console.log('样报已在，不再生成');
		return;
	}
	const newsroom = await createNewsroom();
	const pictures = await addDemoPictures(newsroom.actors.desk_editor, undefined, (done, of) => {
		if (done % 6 === 0 || done === of) console.log(`图片 ${done}/${of}`);
	});
	await hangPortraits(newsroom.paperId, pictures);
	const today = dayOf(new Date());
	const editions = [beforePages, yesterdayPages, todayPages];
	const articleIds = new Map<string, string>();
	for (const [index, pages] of editions.entries()) {
		const date = addDays(today, index - editions.length + 1);
		const articles = await publishStories(newsroom, pictures, { date, issueNo: firstIssue + index, pages });
		for (const [key, id] of articles) articleIds.set(key, id);
		console.log(`${date} ${pages.length} 版 ${articles.size} 篇`);
	}
	await publishFirstOnline(newsroom, pictures);
	await correctSlip(newsroom, articleIds);
	const next = { date: addDays(today, 1), issueNo: firstIssue + editions.length };
	await makeNextEdition(newsroom, pictures, next);
	console.log(`${next.date} 正在做的一期`);
	await fillDesk(newsroom, { date: addDays(today, 2), issueNo: next.issueNo + 1 });
	// The running server would do it: what is found is found from the first request on.
	while ((await indexWaiting()) > 0);
	const accounts = demoAccounts.map(({ login, name, role }) => ({ login, name, role: roleNames[role] }));
	console.log(JSON.stringify({ password: demoPassword, accounts }));
}

try {
	await seed();
} finally {
	await db.$disconnect();
}
